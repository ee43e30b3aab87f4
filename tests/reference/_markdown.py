"""What the pages share: tables, and docstrings as Markdown."""

import re
from collections.abc import Iterable, Sequence

REPOSITORY = "https://github.com/rail-compliance/rail/blob/main/"
_ADDRESS = re.compile(r"(?<![<\w])https?://[^\s`<>|]*[^\s`<>|.,;:)]")


def head(title: str, source: str, *paragraphs: str) -> str:
    """Return the beginning of a page, which says that it is made and from what."""
    made = f"<!-- Made by `make generated` from {source}. Do not edit. -->"
    return "\n\n".join([f"# {title}", made, *paragraphs]) + "\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; bars and line breaks in its cells are made harmless."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n" + "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def prose(text: str) -> str:
    """Return a docstring as Markdown: its addresses are links."""
    return _ADDRESS.sub(lambda found: f"<{found[0]}>", text.strip()) + "\n"


def code(text: str) -> str:
    """Return words as code."""
    return f"`{text}`"


def sentence(text: str) -> str:
    """Return the text with a capital at its head and a full stop at its end."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
