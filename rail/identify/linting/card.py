"""What the front matter of a model or dataset card says of the licence, as the extractor of cards reads it."""

from typing import NamedTuple

from rail.domain.component import Kind
from rail.domain.evidence import Form, Unowned
from rail.errors import ReadError
from rail.extractors.models.modelcard import extract
from rail.sources.spi import SourceFile

_NAMES = (".md", ".markdown")

SAYS_NOTHING = frozenset({"other", "unknown", "custom", "proprietary", "license", "none"})
"""Tags that name no licence."""

FAMILIES = frozenset({"openrail", "rail", "openrail-m", "openrail-d"})
"""Tags that name a family of licences, in lower case."""


class Tag(NamedTuple):
    """A licence named in the front matter, and its line."""

    text: str
    line: int


class Card(NamedTuple):
    """The licence tags, the links to texts elsewhere, and the paths of licence files that the card points at."""

    kind: Kind | None
    tags: tuple[Tag, ...]
    names: tuple[Tag, ...]
    links: tuple[Tag, ...]
    texts: tuple[Tag, ...]


def read_card(file: SourceFile) -> Card | None:
    """Return what the card says; `None` when the file has no front matter that speaks of a licence."""
    if not file.path.name.lower().endswith(_NAMES):
        return None
    said: list[Unowned] = []
    try:
        for found in extract(file):
            if isinstance(found, Unowned):
                said.append(found)  # noqa: PERF401 -- what came before a fault is kept
    except ReadError:
        pass  # `rail scan` tells what is wrong with the front matter
    if not said:
        return None

    def of(form: Form) -> tuple[Tag, ...]:
        return tuple(Tag(each.statement, each.location.line or 1) for each in said if each.form is form)

    return Card(said[0].about, of(Form.TAG), of(Form.NAME), of(Form.URL), of(Form.TEXT))
