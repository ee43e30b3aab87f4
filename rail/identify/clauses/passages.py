"""A text as headings, list items and paragraphs, each with its place in the lists around it."""

# ruff: noqa: RUF001 -- ends of sentences are what is looked for

import math
import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from rail.identify.clauses.headings import heading_polarity
from rail.identify.clauses.labels import Label, split_label
from rail.identify.clauses.polarity import Polarity
from rail.identify.document import Line

DEEPEST = 12
_HEADING_WORDS = 10
_TITLE_WORDS = 6
_TITLE_LENGTH = 60
_ATTACHMENT = re.compile(
    r"(?:attachment|appendix|annex|annexe|exhibit|schedule|addendum|anhang|anlage|anexo|bilag|allegato)\s+[A-Z0-9]{1,3}\b[\s:.–—-]*.{0,60}\Z",
    re.IGNORECASE,
)
_TERMINAL = (".", ";", ",", "。", "；", "，", "、")


class Passage(NamedTuple):
    """A heading, an item or a paragraph. `depth` is the number of lists it stands in; `starts` map offsets to lines.

    `style` names the list that an item belongs to, `opens` is true when it ends as the words before a list do.
    """

    kind: str
    text: str
    starts: tuple[tuple[int, int], ...]
    depth: int = 0
    label: str = ""
    style: str = ""

    @property
    def line(self) -> int:
        """The 1-based line on which it begins."""
        return self.starts[0][1]

    def line_at(self, offset: int) -> int:
        """Return the line on which the character at `offset` stands."""
        return self.starts[max(bisect_right(self.starts, (offset, math.inf)) - 1, 0)][1]


def read_passages(lines: Iterable[Line]) -> list[Passage]:
    """Part clean lines into passages."""
    return _Builder().read(list(lines))


class _Builder:
    """Collects lines into passages; `stack` holds the lists that are open, as [style, last position]."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.stack: list[tuple[str, int]] = []
        self.pending: list[tuple[int, str]] = []
        self.kind = "paragraph"
        self.label = ""

    def read(self, lines: list[Line]) -> list[Passage]:
        after_blank = True
        texts = [*[line.text.strip() for line in lines], ""]
        for at, line in enumerate(lines):
            text = texts[at]
            if not text:
                self.close()
                after_blank = True
                continue
            label, rest = split_label(text)
            below = texts[at + 1]
            before_blank = not below
            if label is not None:
                self.close()
                self.enter(label)
                self.pending.append((line.number, rest))
                if _looks_like_heading(rest, alone=True) and below[:1].isupper():
                    self.close()
            elif _ATTACHMENT.match(text) or (
                (after_blank or not self.pending)
                and _looks_like_heading(text, alone=after_blank and (before_blank or _titles_list(text, below)))
            ):
                self.close()
                self.stack.clear()
                self.passages.append(Passage("heading", text, ((0, line.number),)))
            else:
                self.pending.append((line.number, text))
            after_blank = False
        self.close()
        return self.passages

    def close(self) -> None:
        """End the passage that is being collected."""
        if not self.pending:
            return
        starts, offset, texts = [], 0, []
        for number, text in self.pending:
            starts.append((offset, number))
            texts.append(text)
            offset += len(text) + 1
        style = self.stack[-1][0] if self.kind == "item" else ""
        self.passages.append(Passage(self.kind, " ".join(texts), tuple(starts), len(self.stack), self.label, style))
        self.pending = []
        self.kind, self.label = "paragraph", ""

    def enter(self, label: Label) -> None:
        """Open an item: of the list that its label continues, or of a new one."""
        self.kind, self.label = "item", label.text
        if label.readings[0][0] == "bullet":
            self.cut_or_push(*label.readings[0])
            return
        for depth in range(len(self.stack) - 1, -1, -1):
            for style, position in label.readings:
                if self.stack[depth] == (style, position - 1):
                    self.stack[depth:] = [(style, position)]
                    return
        first = next((reading for reading in label.readings if reading[1] == 1), None)
        if (
            first
            and self.passages
            and (self.passages[-1].text.rstrip().endswith((":", "：")) or self.is_title(self.passages[-1], first[0]))
        ):
            self.push(*first)
            return
        self.cut_or_push(*(first or label.readings[-1]))

    def is_title(self, passage: Passage, style: str) -> bool:
        """Whether an item is the title of a list of the same style inside it: "1. Prohibited uses / 1. Spying"."""
        text = passage.text.rstrip()
        return (
            passage.kind == "item"
            and passage.style == style
            and len(text.split()) <= _TITLE_WORDS
            and not text.endswith(_TERMINAL)
        )

    def cut_or_push(self, style: str, position: int) -> None:
        """Go back to an open list of this style, or open one; numbered paths nest by their length."""
        for depth, (open_style, _) in enumerate(self.stack):
            same = open_style == style and (style != "bullet" or self.stack[depth][1] == position)
            if same or (style.startswith("path") and open_style.startswith("path") and open_style > style):
                self.stack[depth:] = [(style, position)]
                return
        self.push(style, position)

    def push(self, style: str, position: int) -> None:
        """Open a list inside those that are open."""
        if len(self.stack) == DEEPEST:
            self.stack.clear()
        self.stack.append((style, position))


def _titles_list(text: str, below: str) -> bool:
    """Whether a short line right above a list names it, and does not begin its sentence ("Never / - spy")."""
    return len(text) <= _TITLE_LENGTH and split_label(below)[0] is not None and _BEGINS.search(text) is None


_BEGINS = re.compile(
    r"\b(?:never|not?|nobody|to|for|by|in|and|or|may|shall|must|if|when|who|that|which)\Z", re.IGNORECASE
)


def _looks_like_heading(text: str, *, alone: bool) -> bool:
    """A short line in capitals or title case without an end of sentence."""
    if not text or len(text) > 100 or text.endswith(_TERMINAL):  # noqa: PLR2004 -- a heading fits on a line
        return False
    if text.endswith((":", "：")):
        return heading_polarity(text) is not Polarity.SILENT
    words = text.split()
    if len(words) > _HEADING_WORDS:
        return False
    if text.isupper():
        return True
    if not alone:
        return False
    capitals = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    return capitals * 2 > len(words) or (capitals >= 1 and len(words) <= 4)  # noqa: PLR2004 -- "Use restrictions"
