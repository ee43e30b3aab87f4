"""The variants of a licence: one template each, whose front matter says what it grants and what it asks."""

from functools import cache
from typing import Literal

from rail.catalogue.documents import parse_document
from rail.domain.record import Record
from rail.errors import UsageError
from rail.generate.clauselist import templates_folder

_FENCE = "---\n"


class Question(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One question of a template; `key` is that of the answer in `rail-license.toml`, `explains` what hangs on it."""

    key: str
    question: str
    explains: str = ""
    required: bool = False
    kind: Literal["text", "yes-no", "number", "yes-no-unknown"] = "text"
    when: str = ""


class Means(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The variant in plain words."""

    permitted: tuple[str, ...]
    conditions: tuple[str, ...]


class Variant(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The front matter of `templates/licenses/<variant>.md.j2`; `sections` name passages, in their order."""

    variant: str
    title: str
    label: str
    means: Means
    commercial: bool
    sections: tuple[str, ...]
    asks: tuple[Question, ...] = ()

    @property
    def distributes(self) -> bool:
        """Whether what is licensed may be passed on."""
        return "distribution" in self.sections

    @property
    def research_only(self) -> bool:
        """Whether it may be used for research alone."""
        return "grant-research" in self.sections


class Passage(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The front matter of `templates/passages/<id>.md.j2`; `when` names a fact without which it is left out."""

    title: str
    when: str = ""


def variant_names() -> tuple[str, ...]:
    """Return the names of the variants."""
    folder = templates_folder() / "licenses"
    return tuple(sorted(each.name[: -len(".md.j2")] for each in folder.iterdir() if each.name.endswith(".md.j2")))


@cache
def load_variant(name: str) -> tuple[Variant, str]:
    """Return the front matter and the body of a variant.

    Raises:
        UsageError: there is no such variant.
    """
    if name not in variant_names():
        raise UsageError(f"unknown variant: {name}", hint=f"one of {', '.join(variant_names())}")
    head, body = _parted(f"licenses/{name}.md.j2")
    return parse_document(head, Variant, f"templates/licenses/{name}.md.j2"), body


@cache
def load_passage(name: str) -> tuple[Passage, str]:
    """Return the front matter and the body of a passage."""
    head, body = _parted(f"passages/{name}.md.j2")
    return parse_document(head, Passage, f"templates/passages/{name}.md.j2"), body


def _parted(path: str) -> tuple[bytes, str]:
    text = (templates_folder() / path).read_text("utf-8")
    _, head, body = text.split(_FENCE, 2)
    return head.encode(), body
