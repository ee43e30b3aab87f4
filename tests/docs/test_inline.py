"""Commands in the running text, in scripts and in workflows name verbs and options that there are."""

import re

import pytest
import typer.main

from rail.cli.main import VERBS
from rail.cli.program import app
from tests.docs.pages import name, pages

_CALL = re.compile(rf"(?<![\w-])rail ({'|'.join(VERBS)})\b((?: [^`|#&\n]*)?)")
_OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-zA-Z](?![\w-]))")


def _options():
    group = typer.main.get_command(app)
    context = group.make_context("rail", [], resilient_parsing=True)
    for verb in VERBS:
        command = group.get_command(context, verb)
        commands = [command, *getattr(command, "commands", {}).values()]
        yield verb, {each for one in commands for param in one.params for each in (*param.opts, *param.secondary_opts)}


_KNOWN = dict(_options())


@pytest.mark.parametrize("page", pages(), ids=name)
def test_a_command_in_the_text_has_only_options_that_its_verb_has(page):
    calls = _CALL.findall(page.read_text(encoding="utf-8"))
    strange = [
        f"rail {verb}{rest}: {option}"
        for verb, rest in calls
        for option in _OPTION.findall(rest)
        if option not in _KNOWN[verb] | {"-h", "--help"}
    ]

    assert strange == []
