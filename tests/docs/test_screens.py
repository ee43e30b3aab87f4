"""Every command that a page shows is run in a folder of the page's own, and prints what the page shows."""

import re
import shlex

import pytest
import typer
import typer.main

from rail.cli.main import VERBS
from rail.cli.program import app
from tests.conftest import ROOT
from tests.docs.pages import blocks, name, pages
from tests.docs.shell import Project, commands, missing

_SCREENS = {"console", "text"}
_UsageError = typer.BadParameter.__bases__[0]
_MAY_FIND = {"check", "lint", "generate"}


def _has_commands(page):
    return any(block.language in _SCREENS and commands(block.text) for block in blocks(page))


@pytest.mark.parametrize("page", [page for page in pages() if _has_commands(page)], ids=name)
def test_the_screens_of_a_page_are_what_its_commands_print(page, tmp_path, capsys, monkeypatch):
    project = Project(tmp_path, capsys, monkeypatch)
    wrong = []
    for block in blocks(page):
        if "in" in block.notes:
            project.enter(block.notes["in"])
        if block.file:
            project.write(block.file, block.text)
        if "before" in block.notes:
            project.run(block.notes["before"])
        if block.language not in _SCREENS:
            continue
        for command in commands(block.text):
            where = f"{name(page)}:{block.line}: $ {command.words}"
            if not command.runs:
                wrong += _unknown(command, where)
                continue
            printed = project.run(command.words)
            wrong += [f"{where}: not printed: {line}" for line in missing(command.shown, printed)]
            if printed.status not in _fine(command):
                wrong.append(f"{where}: ended with {printed.status}: {printed.err[-500:]}")

    assert wrong == []


def _fine(command):
    words = shlex.split(command.words, comments=True)
    return {0, 1} if words[0] in ("rail", "cd") and _MAY_FIND & set(words) else {0}


def _unknown(command, where):
    """Hold a command that is not run against what there is: targets of make, verbs and options of rail."""
    words = shlex.split(command.words, comments=True)
    if command.program == "make":
        targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        return [f"{where}: no target {word}" for word in words[1:] if "=" not in word and word not in targets]
    if "rail" not in words or command.program == "docker":
        return []
    arguments = words[words.index("rail") + 1 :]
    if not arguments or arguments[0] not in VERBS:
        return []
    group = typer.main.get_command(app)
    context = group.make_context("rail", [], resilient_parsing=True)
    try:
        group.get_command(context, arguments[0]).make_context(arguments[0], arguments[1:], parent=context)
    except _UsageError as fault:
        return [f"{where}: {fault}"]
    return []
