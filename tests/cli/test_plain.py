"""A plain command line means the same whether Typer reads it or not; what is not plain is left to Typer."""

import inspect
import subprocess
import sys

import pytest
import typer.main

from rail.cli.check import check
from rail.cli.options import When
from rail.cli.plain import read
from rail.cli.program import app
from rail.cli.scan import scan

PLAIN = [
    [],
    ["a", "b"],
    ["-"],
    ["--no-config", "a", "--quiet", "b"],
    ["--format", "json", "a"],
    ["--format=json"],
    ["-f", "json", "-f", "text"],
    ["--exclude", "*.md", "--exclude=b=c", "-o", "x.json", "--output", "sarif=y"],
    ["--color", "always", "-q", "-v", "--strict", "--no-texts"],
    ["--config", "rail.toml", "--online", "--deep", "--offline"],
]
NOT_PLAIN = [
    ["--help"],
    ["-h"],
    ["-qv"],
    ["-fjson"],
    ["--colour"],
    ["--quiet=yes"],
    ["--color", "sometimes"],
    ["--format"],
    ["--format="],
    ["--format", "--quiet"],
    ["--exclude", "-x"],
    ["a", "--", "--b"],
    ["--no-conf"],
]


def by_typer(name, arguments):
    """Return what Typer makes of the arguments of a verb, as the verb gets it."""
    group = typer.main.get_command(app)
    command = group.get_command(group.make_context("rail", [], resilient_parsing=True), name)
    values = command.make_context(name, list(arguments)).params
    return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def as_called(verb, values):
    """Return the values with the defaults of the verb, spelled as the command line spells them."""
    defaults = {name: each.default for name, each in inspect.signature(verb).parameters.items()}
    whole = {**defaults, **values}
    return {name: each.value if isinstance(each, When) else each for name, each in whole.items()}


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
@pytest.mark.parametrize("verb", [scan, check])
def test_a_plain_line_is_read_as_typer_reads_it(verb, arguments):
    values = read(verb, arguments, {})

    assert values is not None
    given = by_typer(verb.__name__, arguments)
    spelled = {name: getattr(each, "value", each) for name, each in given.items()}
    assert {name: each or None for name, each in as_called(verb, values).items()} == {
        name: each or None for name, each in spelled.items()
    }


def test_every_option_of_check_with_a_value_is_read_as_typer_reads_it():
    arguments = ["-u", "health", "--use", "legal", "--fail-on", "unknown", "--baseline", "b", "--write-baseline", "w"]
    arguments += ["--since", "main", "--no-ignores", "--exit-zero"]

    values = read(check, arguments, {})

    assert values == {
        "use": ["health", "legal"],
        "fail_on": "unknown",
        "baseline": "b",
        "write_baseline": "w",
        "since": "main",
        "no_ignores": True,
        "exit_zero": True,
    }
    assert values.items() <= by_typer("check", arguments).items()


@pytest.mark.parametrize("arguments", NOT_PLAIN, ids=" ".join)
@pytest.mark.parametrize("verb", [scan, check])
def test_what_is_not_plain_is_left_to_typer(verb, arguments):
    assert read(verb, arguments, {}) is None


@pytest.mark.parametrize("variable", ["RAIL_ONLINE", "RAIL_OFFLINE"])
def test_an_option_from_the_environment_is_left_to_typer(variable):
    assert read(scan, ["a"], {variable: "1"}) is None


def test_a_plain_scan_loads_no_typer(environment, tmp_path):
    (tmp_path / "LICENSE").write_text("")
    code = (
        "import sys; from rail.cli.main import run; code = run(['scan', '--quiet', '--no-config', '--no-texts']);"
        "sys.exit(code or 'typer' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, check=False)

    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.parametrize("verb", ["scan", "check"])
def test_a_mistake_is_told_by_typer(rail, verb):
    run = rail(verb, "--no-conf")

    assert run.returncode == 2
    assert "No such option: --no-conf" in run.stderr
    assert f"`rail {verb} --help`" in run.stderr
    assert run.stdout == ""
