"""The documented way to load a model with each library and tool: every snippet yields its ids, and no other."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rail.domain.component import Component
from rail.extractors.spi import Dispatch, load

SNIPPETS = Path(__file__).parents[2] / "cases" / "snippets"
PARTS = re.compile(r"^### (?P<title>.+)\n(?P<found>(?:→ .+\n)+)```\w*\n(?P<code>(?:(?!```).*\n)*)```$", re.MULTILINE)
DISPATCH = Dispatch(each for each in load() if each.name.startswith("references/"))


def snippets(page: str) -> Iterator[pytest.param]:
    text = (SNIPPETS / page).read_text(encoding="utf-8")
    parts = list(PARTS.finditer(text))
    assert len(parts) == text.count("\n### "), "a snippet that is not laid out as the others"
    for part in parts:
        title, _, path = part["title"].rpartition(": ")
        wanted = {line.removeprefix("→ ") for line in part["found"].splitlines()}
        yield pytest.param(path if title else "app.py", part["code"], wanted, id=title or path)


@pytest.mark.parametrize(("path", "code", "wanted"), [*snippets("python.md"), *snippets("commands.md")])
def test_a_snippet_yields_its_ids_and_no_other(path, code, wanted, one_file):
    file = one_file(path, code)

    found = [each for extractor in DISPATCH.wanting(path) for each in extractor.extract(file)]

    assert {each.purl for each in found if isinstance(each, Component)} == wanted


def test_the_corpus_is_wide():
    assert len(list(snippets("python.md"))) >= 70
    assert len(list(snippets("commands.md"))) >= 50
