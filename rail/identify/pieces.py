"""What the readers of containers hand to one another."""

from typing import TypeAlias

Piece: TypeAlias = tuple[int, str]
"""A line: its 1-based number in the original, and its text."""

Anchor: TypeAlias = tuple[int, str, str]
"""A link: line number, the words shown, the target."""
