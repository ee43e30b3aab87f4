import signal
import subprocess
import sys
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from rail.cli.failure import tell, tell_bug
from rail.errors import NothingToScanError, ReadError, UsageError

BUG = """\
import sys
import rail.catalogue.load
def broken(): raise KeyError("\\x1b[2Jno\\u202e such thing")
rail.catalogue.load.load = broken
sys.argv = ["rail", "catalogue", "list"]
from rail.__main__ import main
sys.exit(main())
"""


def test_an_error_is_told_as_problem_place_and_hint(capsys):
    code = tell(UsageError("unknown use: pollicing", place="rail.toml:3", hint="did you mean `policing`?"))

    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err == snapshot("""\
error: unknown use: pollicing
  --> rail.toml:3
  help: did you mean `policing`?
""")


def test_an_error_without_place_and_hint_is_one_line(capsys):
    assert tell(NothingToScanError("nothing to scan")) == 3
    assert capsys.readouterr().err == "error: nothing to scan\n"


def test_hostile_words_in_an_error_are_inert(capsys):
    tell(ReadError("a\x1b[2Jb\nc", place="\u202ed", hint="e\rf"))

    assert capsys.readouterr().err == "error: a\\x1b[2Jb\\nc\n  --> \\u202ed\n  help: e\\rf\n"


def test_a_bug_is_told_with_versions_and_the_frames_of_rail_alone(environment, tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", BUG], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert run.returncode == 70
    assert run.stdout == ""
    lines = run.stderr.splitlines()
    assert lines[0] == "error: internal error: KeyError: '\\x1b[2Jno\\u202e such thing'"
    assert lines[1].startswith("  this is a bug in rail ")
    assert any(line.startswith("  at rail/cli/catalogue.py:") for line in lines)
    assert not any("typer" in line or "Traceback" in line or str(tmp_path) in line for line in lines)
    assert lines[-1].startswith("  help: ")


def test_the_whole_traceback_is_there_for_who_asks(environment, tmp_path):
    asking = {**environment, "RAIL_DEBUG": "1"}
    run = subprocess.run(
        [sys.executable, "-c", BUG], env=asking, cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert run.returncode == 70
    assert run.stderr.startswith("Traceback")


def test_a_bug_report_is_short_whatever_the_message(capsys):
    assert tell_bug(ValueError("x" * 100_000)) == 70
    assert len(capsys.readouterr().err) < 1000


def test_an_interrupt_ends_with_130_and_no_traceback(environment, tmp_path):
    command = [sys.executable, "-m", "rail", "init"]
    with subprocess.Popen(
        command,
        env=environment,
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell's background job ignores Ctrl-C, and its children would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 -- this test has no threads
    ) as process:
        assert process.stderr is not None
        process.stderr.read(1)  # the question is there: the program waits
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        rest = process.stderr.read().decode()

    assert process.returncode == 130
    assert "Traceback" not in rest


def test_a_closed_standard_error_keeps_the_report_clean_and_the_exit_code(environment, tmp_path):
    command = f"exec '{sys.executable}' -m rail {{}} 2>&-"
    runs = [
        subprocess.run(
            ["bash", "-c", command.format(each)], cwd=tmp_path, env=environment, capture_output=True, check=False
        )
        for each in ("explain no-such-thing", "scan")
    ]

    assert [(run.returncode, run.stdout) for run in runs] == [(2, b""), (3, b"")]


def test_a_reader_that_goes_away_is_no_failure(environment, tmp_path):
    command = [sys.executable, "-m", "rail", "catalogue", "list", "uses", "--format", "json"]
    with subprocess.Popen(
        command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        rest = process.stderr.read().decode()
        process.wait(timeout=30)

    assert (process.returncode, rest) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full")
@pytest.mark.parametrize("arguments", [("catalogue", "list"), ("explain", "MIT")])
def test_a_full_device_is_told(environment, tmp_path, arguments):
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "rail", *arguments],
            env=environment,
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert run.returncode == 2
    assert run.stderr == "error: cannot write the report: No space left on device\n  --> standard output\n"
