"""The pages as the tests see them: fenced blocks with the notes before them, links, and headings as anchors.

A block with a title (`toml title="rail.toml"` after the fence) is a file of the page's project: it is written before
what follows runs. A note is an HTML comment right before a block, `key: value`:

- `in: FOLDER`: from here on the project is a copy of this folder of the repository; `in: nothing` is an empty one.
- `before: COMMANDS`: shell commands that are run first and not shown.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

DOCS = ROOT / "docs"
REPOSITORY = re.compile(r"https://github\.com/rail-compliance/rail/(?:blob|tree)/main/([^#]*)")
_FENCE = re.compile(
    r"(?P<notes>(?:^<!--(?:(?!-->).)*-->\n+)*)"
    r"^(?P<indent> *)```(?P<language>[\w-]*)(?: title=\"(?P<title>[^\"\n]+)\")?\n"
    r"(?P<text>.*?)^(?P=indent)```",
    re.MULTILINE | re.DOTALL,
)
_NOTE = re.compile(r"^(?:<!--)? *([a-z ]+?): *(.*?) *(?:-->)?$", re.MULTILINE)
_LINK = re.compile(r"(?<!\\)\]\(<?([^()\s>]+)>?\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its language, the file that it is (if any), text, first line on the page, the notes before it."""

    language: str
    file: str | None
    text: str
    line: int
    notes: dict[str, str]


def pages() -> list[Path]:
    """Return the README and all pages, sorted."""
    return [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def name(page: Path) -> str:
    """Return the path of a page as it is called in messages."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page in their order."""
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        notes = dict(_NOTE.findall(found["notes"]))
        line = text.count("\n", 0, found.start("language")) + 2
        content = re.sub(f"^{found['indent']}", "", found["text"], flags=re.MULTILINE)
        yield Block(found["language"], found["title"], content, line, notes)


def prose(page: Path) -> str:
    """Return a page without its blocks and code, where links are links."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return re.sub(r"`[^`\n]*`", "code", re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))


def links(page: Path) -> list[str]:
    """Return the targets of the links of a page."""
    return _LINK.findall(prose(page))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page: of its headings, as GitHub and the site both make them."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    found: set[str] = set()
    for heading in _HEADING.findall(text):
        plain = re.sub(r"[`\\*]|\]\([^)]*\)|(?<!\\)\[", "", heading)
        found.add(re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower()))
    return found
