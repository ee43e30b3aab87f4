import importlib

import pytest
from inline_snapshot import snapshot

import rail as package
from rail.cli.main import VERBS


def test_the_help_says_what_it_is_and_lists_the_verbs(rail):
    run = rail("--help")

    assert run.returncode == 0
    assert run.stdout == snapshot("""\
Usage: rail [OPTIONS] COMMAND [ARGS]...

  Find AI licences that restrict use, and hold them against what your project
  is for.

Options:
  -V, --version  Print the version and exit.
  -h, --help     Show this message and exit.

Commands:
  check        Check dependencies against the declared uses.
  scan         List what is there, with licences and what they restrict.
  obligations  List what the licences ask of this project, and what of it
               binds now.
  identify     Say what a text is and what it forbids.
  explain      Show what is known of a licence, use, mode, rule, package or
               model, step by step.
  lint         Check licence texts and cards for gaps, traps and words that do
               not hold.
  diff         Compare two licences restriction by restriction.
  generate     Write a licence of the RAIL family for a model, data, code or
               an application.
  convert      Write saved reports in another format.
  init         Write a starter configuration from a few questions.
  catalogue    Look into the catalogue of licences, uses and modes.

  Exit codes: 0 clean, 1 findings, 2 usage error, 3 nothing to scan, 4
  incomplete, 70 bug in rail.
""")


def test_the_help_of_check_has_its_options_under_headings(rail):
    run = rail("check", "--help")

    assert run.returncode == 0
    assert run.stdout == snapshot("""\
Usage: rail check [OPTIONS] [INPUT]...

  Check dependencies against the declared uses.

Arguments:
  [INPUT]...  Folders, files, archives, 'env' or 'env:PATH', package URLs,
              'hf:ORG/NAME', '-' for standard input. Default: the current
              folder.

Input options:
  --exclude GLOB  Leave out matching paths.
  --config FILE   Read this configuration. Default: the nearest rail.toml, or
                  pyproject.toml with [tool.rail].
  --no-config     Read no configuration.
  --no-texts      List licence files without reading them; what they say stays
                  unknown.
  --strict        Exit with 4 when an input could not be read; take common
                  knowledge about models as unknown.

Policy options:
  -u, --use USE          Add a declared use to those in the configuration.
  --fail-on LEVEL        Lowest verdict that fails: prohibited, unknown,
                         conditional, never; rules that fail in any case may
                         follow, as in unknown,RAIL201.  [default: prohibited]
  --baseline FILE        Do not count the findings that this file accepts.
  --write-baseline FILE  Accept all findings of today: write them to this
                         file, and exit with 0.
  --since REV            Count only what changed since this git revision; of a
                         branch, since the present work left it.
  --no-ignores           Count what is ignored, too.
  --exit-zero            Exit with 0 despite findings.

Output options:
  -f, --format FORMAT          csv, cyclonedx, cyclonedx17, dot, github,
                               gitlab, html, json, junit, markdown, mermaid,
                               sarif, spdx, spdx3, text, tree.  [default:
                               text]
  -o, --output FILE            Write the report to a file, in --format or the
                               format of its suffix; may be repeated as
                               FORMAT=FILE.
  --color <auto|always|never>  Colour the text.  [default: auto]
  -q, --quiet                  No progress and no notes on standard error.
  -v, --verbose                Whole lists and whole proofs; say which
                               configuration holds and why.

Network options:
  --online   Ask package and model registries about exact versions whose
             licence the files do not tell.  [env var: RAIL_ONLINE]
  --deep     Download each package's archive and read the licence files in it;
             implies --online.
  --offline  Never use the network; --online then answers from the cache. Wins
             over --online and --deep.  [env var: RAIL_OFFLINE]

Options:
  -h, --help  Show this message and exit.

  Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage or
  configuration error, 3 nothing to scan, 4 incomplete (only with --strict).
""")


@pytest.mark.parametrize("verb", list(VERBS))
def test_every_verb_listed_has_a_module_and_the_same_line_in_its_own_help(here, verb):
    importlib.import_module(f"rail.cli.{verb}")

    run = here(verb, "-h")

    assert run.returncode == 0
    assert run.stderr == ""
    assert VERBS[verb] in " ".join(run.stdout.split())


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_printed_alone(rail, option):
    run = rail(option)

    assert (run.returncode, run.stdout, run.stderr) == (0, f"rail {package.__version__}\n", "")


def test_the_version_is_printed_also_before_a_verb(rail):
    assert rail("-V", "check").stdout == f"rail {package.__version__}\n"


def test_no_arguments_at_all_are_a_usage_error_answered_with_the_help(rail):
    run = rail()

    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.startswith("Usage: rail [OPTIONS] COMMAND [ARGS]...")


def test_a_mistyped_verb_is_answered_with_the_nearest(here):
    run = here("chek")

    assert run.returncode == 2
    assert run.stderr == snapshot("""\
error: No such command 'chek'. Did you mean 'check'?
  help: `rail --help` lists what there is
""")


def test_a_mistyped_option_is_answered_with_the_nearest(here):
    run = here("check", "--formt", "json")

    assert run.returncode == 2
    assert run.stderr == snapshot("""\
error: No such option: --formt (Possible options: --format)
  help: `rail check --help` lists what there is
""")


def test_a_verb_of_a_verb_is_answered_likewise(here):
    run = here("catalogue", "lst")

    assert run.returncode == 2
    assert "Did you mean 'list'?" in run.stderr


def test_an_unknown_choice_is_a_usage_error(here):
    run = here("scan", "--color", "sometimes")

    assert run.returncode == 2
    assert "'auto', 'always', 'never'" in run.stderr
