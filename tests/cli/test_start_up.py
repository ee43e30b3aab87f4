"""The cost of starting, in instructions executed: repeatable, unlike time."""

import json
import re
import shutil
import subprocess
import sys

import pytest

import rail
from tests.conftest import ROOT

FORBIDDEN = (
    "rich",
    "pydantic",
    "yaml",
    "jinja2",
    "license_expression",
    "urllib3",
    "msgspec",
    "packageurl",
    "packaging",
    "importlib.metadata",
    "asyncio",
)
SCRIPT = """\
import sys
from rail.__main__ import main
if __name__ == '__main__':
    sys.exit(main())
"""
"""What an installer makes of the entry point."""

needs_valgrind = pytest.mark.skipif(shutil.which("valgrind") is None, reason="valgrind counts the instructions")


def loaded(environment, *arguments):
    code = (
        f"import sys; sys.argv = ['rail', *{arguments!r}]; from rail.__main__ import main; main(); print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [("--version",), ("-V",), ("--help",)])
def test_version_and_help_load_nothing_heavy(environment, arguments):
    modules = loaded(environment, *arguments)

    assert "rail" in modules
    assert sorted(modules.intersection(FORBIDDEN)) == []


def test_version_loads_nothing_at_all_of_the_program(environment):
    modules = loaded(environment, "--version")

    assert {each for each in modules if each.startswith("rail")} == {"rail", "rail.__main__"}
    assert "typer" not in modules


@pytest.mark.parametrize("verb", ["check", "scan", "explain", "identify", "init", "catalogue"])
def test_the_help_of_a_verb_loads_no_reader_and_no_network(environment, verb):
    modules = loaded(environment, verb, "--help")

    assert sorted(modules.intersection({"rich", "pydantic", "yaml", "jinja2", "urllib3", "asyncio"})) == []


def test_the_help_lists_the_verbs_without_importing_one(environment):
    modules = loaded(environment, "--help")

    assert not {f"rail.cli.{verb}" for verb in ("check", "scan", "explain", "init")} & modules
    assert "rail.pipeline" not in modules


def test_a_lock_is_read_without_what_only_texts_and_grammars_need(environment, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    entry = {"version": "1.0.0", "license": "(MIT OR CC0-1.0)"}
    lock = {"lockfileVersion": 3, "packages": {"": {"name": "a"}, "node_modules/b": entry}}
    (tmp_path / "package-lock.json").write_text(json.dumps(lock))

    modules = loaded(environment, "scan", "--quiet", "--no-config", "package-lock.json")

    assert "rail.extractors.javascript.packagelock" in modules
    unneeded = {
        "license_expression",
        "hashlib",
        "platformdirs",
        "tempfile",
        "rail.config.read",
        "rail.identify.reading",
    }
    assert sorted(modules & {*FORBIDDEN, *unneeded} - {"msgspec"}) == []


def instructions(environment, folder, *arguments):
    """Return the instructions that Python executes for the arguments, the second time they are run."""
    for _ in range(2):
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, *arguments],
            env=environment,
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
    found = re.search(r"Collected : (\d+)", run.stderr)
    assert found is not None, run.stderr
    return int(found[1]), run.stdout


@needs_valgrind
@pytest.mark.slow
def test_version_costs_at_most_1_3_times_an_empty_python(environment, tmp_path):
    (tmp_path / "rail").write_text(SCRIPT)

    empty, _ = instructions(environment, tmp_path, "-c", "pass")
    version, answer = instructions(environment, tmp_path, "rail", "--version")

    assert answer == f"rail {rail.__version__}\n"
    assert version <= 1.3 * empty


@needs_valgrind
@pytest.mark.slow
def test_help_costs_at_most_300_million_instructions(environment, tmp_path):
    (tmp_path / "rail").write_text(SCRIPT)

    count, answer = instructions(environment, tmp_path, "rail", "--help")

    assert "Commands:" in answer
    assert count <= 300_000_000


@needs_valgrind
@pytest.mark.slow
def test_the_hook_on_500_files_costs_at_most_1300_million_instructions(environment, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "bench")
    import hook

    folder = tmp_path / "service"
    folder.mkdir()
    hook.repository(folder)
    (folder / "rail").write_text(SCRIPT)

    count, answer = instructions(environment, folder, "rail", "check", "--offline")

    assert "against 1 use case" in answer
    assert count <= 1_300_000_000
