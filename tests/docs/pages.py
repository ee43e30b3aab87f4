"""The pages as the tests see them: fenced blocks with the notes before them, links, and headings as anchors.

A note is an HTML comment right before a block, one `key: value` a line:

- `file: PATH`: the block is a file of the page's project; it is written there before what follows runs.
- `in: FOLDER`: from here on the project is a copy of this folder of the repository; `in: nothing` is an empty one.
- `not run: REASON`: the commands are only parsed.
- `status: N`: the last command ends with this status; without it, it is 0, or 1 where findings may be.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

DOCS = ROOT / "docs"
REPOSITORY = re.compile(r"https://github\.com/rail-compliance/rail/(?:blob|tree)/main/([^#]*)")
_FENCE = re.compile(
    r"(?:^<!--(?P<notes>.*?)-->\n+)?^(?P<indent> *)```(?P<language>[\w-]*)[^\n]*\n(?P<text>.*?)^(?P=indent)```",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(r"(?<!\\)\]\(<?([^()\s>]+)>?\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its language, text, first line on the page, and the notes before it."""

    language: str
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
        lines = (found["notes"] or "").strip().splitlines()
        notes = dict(tuple(map(str.strip, line.split(":", 1))) for line in lines if ":" in line)
        line = text.count("\n", 0, found.start("language")) + 2
        yield Block(found["language"], re.sub(f"^{found['indent']}", "", found["text"], flags=re.M), line, notes)


def prose(page: Path) -> str:
    """Return a page without its blocks and code, where links are links."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return re.sub(r"<!--.*?-->|`[^`\n]*`", lambda found: "" if found[0].startswith("<") else "code", text, flags=re.DOTALL)


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
