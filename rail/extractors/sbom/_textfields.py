"""Where a licence text stands in a bill of materials: the statement that points at it is `PATH#POINTER` (RFC 6901)."""

import re

from rail.domain.evidence import NOT_THE_TEXT

FIELD = re.compile(r"/(?:\S*/)?(?:text|extractedText|\S*licenseText)\Z")
"""What ends the statement of a text inside a bill of materials."""


def pointed(path: str, pointer: str) -> str:
    """Return the statement that points at a text."""
    return f"{path}#{pointer}"


def holds_words(value: object) -> bool:
    """Answer whether a `text` of CycloneDX or a plain text has words of a licence in it."""
    content = value.get("content") if isinstance(value, dict) else value
    return isinstance(content, str) and bool(content.strip()) and not content.startswith(NOT_THE_TEXT)
