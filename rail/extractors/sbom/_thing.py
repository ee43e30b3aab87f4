"""What a bill of materials says of one thing, whatever its format: identity, kind, licence statements."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from rail.domain.component import Component, Engagement, Kind, Location
from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import Purl
from rail.errors import UsageError
from rail.extractors.spi import Found
from rail.purl import canonical, model_purl, purl, split

MAX_NAME = 500
"""A longer name is cut: it is no name."""
MAX_STATEMENT = 2_000
"""How much of a statement about the licence is kept."""
_HUB = re.compile(
    r"https?://(?:huggingface\.co|hf\.co)/(datasets/)?([\w-][\w.-]*/[\w-][\w.-]*?)(?:\.git)?/?(?:(?:tree|blob|resolve|raw)/.*)?\Z",
    re.ASCII,
)
_SAYS_NOTHING = frozenset(
    {"", "other", "custom", "unknown", "noassertion", "none", "license", "licence", "proprietary", "see license"}
)


class Statement(NamedTuple):
    """What a document says of a licence; `pointer` is where, for what stands beside a text or is one."""

    form: Form
    role: Role
    said: str
    pointer: str | None = None


class Thing(NamedTuple):
    """One component as its document lists it."""

    purl: Purl
    kind: Kind
    name: str
    version: str | None
    where: Location
    groups: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    engagement: Engagement = Engagement.USES


def described(thing: Thing, source: str) -> Iterator[Found]:
    """Yield the component and what the document says of its licence."""
    yield Component(
        purl=thing.purl,
        kind=thing.kind,
        name=thing.name,
        version=thing.version,
        groups=thing.groups,
        engagement=thing.engagement,
        locations=(thing.where,),
    )
    for form, role, said, pointer in dict.fromkeys(thing.statements):
        where = thing.where
        yield Evidence(
            component=thing.purl,
            form=form,
            role=role,
            statement=said if form is Form.TEXT else said[:MAX_STATEMENT],
            source=source,
            location=Location(path=where.path, line=where.line, pointer=pointer) if pointer else where,
        )


def put(things: dict[str, Thing], key: str, pointer: str, thing: Thing) -> str:
    """Add a thing under its key and return that; under its pointer where something else has the same key already.

    One that says no more than what is there is that.
    """
    there = things.setdefault(key, thing)
    if there.purl == thing.purl and set(thing.statements) <= set(there.statements):
        return key
    if there is not thing:
        things[pointer] = thing
        return pointer
    return key


class Identity(NamedTuple):
    """Who a thing is; `version` is the one that the package URL has."""

    purl: Purl
    kind: Kind
    version: str | None


def identity(given: str | None, kind: Kind, name: str, version: str | None, links: Iterable[str] = ()) -> Identity:
    """Return the package URL of a thing and its kind: its own, that of the hub page it links to, or a generic one."""
    own = _own(given, version)
    if own is not None:
        if own.startswith("pkg:huggingface/") and kind is not Kind.DATASET:
            kind = Kind.DATASET if "repository_type=dataset" in own else Kind.MODEL
        return Identity(own, kind, split(own)[2])
    if kind in (Kind.MODEL, Kind.DATASET):
        for link in links:
            page = _HUB.match(link)
            if page and ".." not in page[2] and "--" not in page[2]:
                kind = Kind.DATASET if page[1] else kind
                return Identity(model_purl(page[2], dataset=kind is Kind.DATASET), kind, None)
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    return Identity(purl("generic", "/".join(parts) or "unnamed", version), kind, version)


def _own(given: str | None, version: str | None) -> Purl | None:
    """Return a package URL that is one, with the version that stands beside it when it has none."""
    if not given:
        return None
    try:
        own = canonical(given)
    except UsageError:
        return None
    kind, name, known = split(own)
    plain = version and known is None and "?" not in own and "#" not in own
    return purl(kind, name, version) if plain else own


def hub_kind(links: Iterable[str]) -> Kind | None:
    """Return what a page of the hub among the links is about; `None` without one."""
    for link in links:
        page = _HUB.match(link)
        if page:
            return Kind.DATASET if page[1] else Kind.MODEL
    return None


def named(name: str, url: str | None) -> list[tuple[Form, str]]:
    """Return what a licence without an SPDX id is called; its link too, where the name says nothing."""
    said = [(_form(name), name)] if name else []
    if url and name.casefold() in _SAYS_NOTHING:
        said.append((Form.URL, url))
    return said


def string(value: object) -> str | None:
    """Return a text that says something; `None` in the place of anything else."""
    return value.strip() or None if isinstance(value, str) else None


def strings(value: object) -> list[str]:
    """Return the texts of a list; a lone text is a list too."""
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str) and each]


def objects(value: object) -> list[dict[str, Any]]:
    """Return the objects of a list; nothing in the place of anything else."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def table(value: object) -> dict[str, Any]:
    """Return an object; an empty one in the place of anything else."""
    return value if isinstance(value, dict) else {}


def _form(name: str) -> Form:
    if name.startswith("License ::"):
        return Form.CLASSIFIER
    return Form.URL if name.startswith(("https://", "http://")) else Form.NAME
