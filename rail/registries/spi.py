"""How a registry is written and found.

A module `rail/registries/<name>.py` decorates one function with `@registry("type", …)`, the types of package URLs that
it answers for. It is handed one package URL and a `Door`, and returns a `Fact`. There is no list to edit.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec

from rail.domain.component import Component, Edge
from rail.domain.evidence import Evidence
from rail.domain.record import Purl, Record
from rail.errors import ReadError
from rail.http.settings import Settings
from rail.http.spi import Client, Document, UnexpectedError, shown

DAY = 86_400.0
_Shape = TypeVar("_Shape")


class Download(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The archive of a component: its address, file name, and digests in hexadecimal by algorithm (`sha256`, …)."""

    url: str
    name: str
    digests: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies it for each value


class Fact(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a registry says of one component.

    `texts` are whole licence texts that stand in its metadata, by the statement of the evidence of form text.
    `components` are those it is made from, the targets of `edges`. `lacking` says what the registry does
    not offer for it, though another would.
    """

    evidence: tuple[Evidence, ...] = ()
    components: tuple[Component, ...] = ()
    edges: tuple[Edge, ...] = ()
    texts: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies it for each value
    download: Download | None = None
    lacking: str = ""


class Door(NamedTuple):
    """What a registry may use: the client, and the settings that say which addresses to ask."""

    client: Client
    settings: Settings

    def bases(self, ecosystem: str, default: str) -> tuple[str, ...]:
        """Return the addresses of an ecosystem's registries, without a slash at the end."""
        return tuple(each.rstrip("/") for each in self.settings.bases.get(ecosystem, (default,)))


Ask = Callable[[Purl, Door], Fact]


class Registry(NamedTuple):
    """A registered registry: how long its facts hold (`keep`, seconds), and whether it answers without a version."""

    name: str
    ask: Ask
    keep: float
    loose: bool


REGISTRIES: dict[str, Registry] = {}
"""The registries by type of package URL."""


def registry(*types: str, keep: float = 30 * DAY, loose: bool = False) -> Callable[[Ask], Ask]:
    """Let the decorated function answer for package URLs of these types."""

    def register(ask: Ask) -> Ask:
        name = ask.__module__.rpartition(".")[2]
        for each in types:
            REGISTRIES[each] = Registry(name, ask, keep, loose)
        return ask

    return register


def load() -> Mapping[str, Registry]:
    """Import every registry and return them by type of package URL."""
    package = importlib.import_module("rail.registries")
    for each in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"rail.registries.{each.name}")
    return REGISTRIES


def decoded(document: Document, shape: type[_Shape]) -> _Shape:
    """Return a JSON answer as a value of `shape`; fields that it does not name are passed over.

    Raises:
        UnexpectedError: it is not JSON, or of another shape.
    """
    try:
        return msgspec.json.decode(document.body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise unexpected(document.url) from fault


def unexpected(url: str) -> ReadError:
    """Return the error for an answer that the registry's documentation does not know."""
    return UnexpectedError(
        "the answer is not what a registry of this kind gives", place=shown(url), hint="is the address right?"
    )


def words(value: Any) -> str:
    """Return a value if it is a string, without space around it; "" for anything else."""
    return value.strip() if isinstance(value, str) else ""
