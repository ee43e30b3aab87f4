"""Runs the commands of a page in a folder that it builds up, and tells what they print."""

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from rail.cli.main import run as run_rail
from tests.conftest import ROOT

RUN = frozenset({"cat", "cd", "cp", "echo", "git", "grep", "head", "ls", "mkdir", "mv", "rail", "sha256sum", "tail"})
"""Programs that are run; any other command is only parsed."""
_OPERATORS = frozenset("|&;<>()")
_OMITTED = "…"


class Command(NamedTuple):
    """A command of a screen and the lines that are shown under it."""

    words: str
    shown: list[str]

    @property
    def program(self) -> str:
        """The name of the program."""
        return shlex.split(self.words, comments=True)[0]

    @property
    def runs(self) -> bool:
        """Whether it is run: it needs nothing but the files of the page."""
        return self.program in RUN and not self.words.startswith("git clone")


class Printed(NamedTuple):
    """What a command wrote, and how it ended."""

    out: str
    err: str
    status: int


def commands(screen: str) -> list[Command]:
    """Return the commands of a console block, each with what is shown under it."""
    found: list[Command] = []
    for line in screen.replace("\\\n", " ").splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:], []))
        elif found:
            found[-1].shown.append(line)
    return found


class Project:
    """The folder of a page. `cd` is remembered from command to command."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._capture = capture
        self._patch = monkeypatch
        self._status = 0
        self._count = 0
        self.enter("nothing")
        shim = folder / "bin" / "rail"
        shim.parent.mkdir()
        shim.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m rail "$@"\n', encoding="utf-8")
        shim.chmod(0o755)
        for key, value in {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "TERM": "dumb"}.items():
            monkeypatch.setenv(key, value)
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_NAME", "Example")
            monkeypatch.setenv(f"GIT_{who}_EMAIL", "example@example.org")
        monkeypatch.setenv("PATH", f"{shim.parent}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.delenv("COLUMNS", raising=False)

    def enter(self, what: str) -> None:
        """Begin with an empty folder, or with a copy of a folder of the repository."""
        self._count += 1
        self._here = self._folder / str(self._count) / Path(what).name
        if what == "nothing":
            self._here.mkdir(parents=True)
        else:
            shutil.copytree(ROOT / what, self._here)

    def write(self, path: str, text: str) -> None:
        """Write a file of the project."""
        (self._here / path).parent.mkdir(parents=True, exist_ok=True)
        (self._here / path).write_text(text, encoding="utf-8")

    def run(self, words: str) -> Printed:
        """Run one command, `rail` alone in this process.

        What would ask registries answers from the cache; every question on the terminal is answered by an empty line.
        """
        arguments = shlex.split(words, comments=True)
        self._patch.delenv("RAIL_OFFLINE", raising=False)
        if {"--online", "--deep"} & set(arguments):
            self._patch.setenv("RAIL_OFFLINE", "1")
        self._patch.chdir(self._here)
        if words.startswith("cd "):
            return self._cd(arguments[1:])
        if words == "echo $?":
            return Printed(str(self._status), "", 0)
        if arguments[0] == "rail" and not _needs_a_shell(words):
            self._patch.setattr("sys.stdin", io.StringIO("\n" * 9))
            self._capture.readouterr()
            self._status = run_rail(arguments[1:])
            return Printed(*self._capture.readouterr(), self._status)
        ran = subprocess.run(["bash", "-c", words], capture_output=True, text=True, encoding="utf-8", check=False)
        self._status = ran.returncode
        return Printed(ran.stdout, ran.stderr, ran.returncode)

    def _cd(self, rest: list[str]) -> Printed:
        """Go on in another folder, and run there what follows `&&`.

        `your-project` is the folder where one is; `examples/…` is copied from the repository.
        """
        if rest[0].startswith("examples/"):
            self.enter(rest[0])
        elif rest[0] != "your-project":
            self._here = (self._here / rest[0]).resolve()
            assert self._here.is_dir(), f"no folder {rest[0]}"
        return self.run(shlex.join(rest[2:])) if rest[1:2] == ["&&"] else Printed("", "", 0)


def _needs_a_shell(words: str) -> bool:
    tokens = shlex.shlex(words, posix=True, punctuation_chars=True)
    tokens.whitespace_split = True
    return any(set(token) <= _OPERATORS for token in tokens)


def missing(shown: list[str], printed: Printed) -> list[str]:
    """Return the shown lines that were not printed in this order; `…` stands for what is left out."""
    wanted = [line.rstrip() for line in shown if line.strip() not in ("", _OMITTED)]
    both = [printed.out + printed.err, printed.err + printed.out]
    return min((_unmatched(wanted, text.splitlines()) for text in both), key=len)


def _unmatched(wanted: list[str], lines: list[str]) -> list[str]:
    at, left = 0, []
    for line in wanted:
        pattern = re.compile(".*".join(map(re.escape, line.split(_OMITTED))))
        place = next((n for n in range(at, len(lines)) if pattern.fullmatch(lines[n].rstrip())), None)
        if place is None:
            left.append(line)
        else:
            at = place + 1
    return left
