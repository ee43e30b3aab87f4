"""What a card asks of those who want access: the fields `extra_gated_…`, which can bar uses whatever the licence says.

Specification: https://huggingface.co/docs/hub/models-gated
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Kind, Location
from rail.domain.evidence import Form, Role, Unowned

GATE = "extra_gated_"
"""What the fields begin with; in `extra_gated_fields` the labels of the boxes to tick are keys."""
GATED = "/extra_gated_prompt"
"""Ends the statement of the text that all these fields make together."""
_MAX = 64 * 1024
_FORBIDS = re.compile(
    r"\b(?:you|users?|agree\w*|accept\w*|must|may|shall|access)\b[^.;\n]*"
    r"\b(?:not|never|no|only|solely|prohibit\w*|forbid\w*|refrain|restrict\w*)\b",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """One scalar of the card and the line (from 1) that it stands on."""

    text: str
    line: int


Card = dict[str, list[Said]]


def gate(path: str, kind: Kind | None, card: Card, source: str) -> Iterator[Unowned]:
    """Yield the words to which access is bound, where they forbid something."""
    if _FORBIDS.search(gate_text(card)):
        line = next(said.line for name, each in card.items() if name.startswith(GATE) for said in each)
        yield Unowned(
            form=Form.TEXT,
            role=Role.OBSERVED,
            statement=f"{path}#{GATED}",
            source=source,
            location=Location(path=path, line=line, pointer=GATED),
            about=kind,
        )


def gate_text(card: Card) -> str:
    """Return the words of all those fields, one paragraph each; "" where there are none."""
    words = (said.text for name, each in card.items() if name.startswith(GATE) for said in each)
    return "\n\n".join(words)[:_MAX]
