"""How a rule is written and found: one module in `rail/policy/rules/`, one decorated generator."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.config.schema import Loaded
from rail.domain.component import Component, Edge
from rail.domain.evidence import Evidence, Resolution
from rail.domain.finding import Finding, Level
from rail.domain.inline import InlineIgnore
from rail.domain.lint import Remark
from rail.domain.record import Purl
from rail.domain.verdict import Determination
from rail.policy.baseline import Acceptor
from rail.policy.opinion import Reason


class Context(NamedTuple):
    """Everything a rule may look at; nothing in it opens a file.

    `today` is an ISO date handed in by the command line. `reasons` says why each determination (by component, use case
    and use) is what it is. `used_ignores` are the positions of the ignores that met a finding: late rules read it.
    `inline` are the ignores in comments, `used_inline` the positions of those that met one. `acceptor` tells what a
    baseline accepts. `unfinished` is what the checks say of texts and cards, by path.
    """

    components: dict[Purl, Component]
    edges: tuple[Edge, ...]
    evidence: dict[Purl, tuple[Evidence, ...]]
    resolutions: dict[Purl, Resolution]
    determinations: tuple[Determination, ...]
    catalogue: Catalogue
    loaded: Loaded
    today: str
    reasons: Mapping[tuple[Purl, str, str], frozenset[Reason]] = MappingProxyType({})
    used_ignores: frozenset[int] = frozenset()
    inline: tuple[InlineIgnore, ...] = ()
    used_inline: frozenset[int] = frozenset()
    acceptor: Acceptor | None = None
    unfinished: Mapping[str, tuple[Remark, ...]] = MappingProxyType({})


Check = Callable[[Context], Iterator[Finding]]


class Rule(NamedTuple):
    """A registered rule. `late` rules run after suppression and see which ignores were used."""

    id: str
    slug: str
    title: str
    level: Level
    check: Check
    doc: str
    late: bool


RULES: dict[str, Rule] = {}


def rule(id_: str, *, title: str, level: Level, late: bool = False) -> Callable[[Check], Check]:
    """Register the decorated generator as the rule `id_` (RAILnnn); its slug is the module's name."""

    def register(check: Check) -> Check:
        module = importlib.import_module(check.__module__)
        slug = check.__module__.rpartition(".")[2].replace("_", "-")
        RULES[id_] = Rule(id_, slug, title, level, check, (module.__doc__ or "").strip(), late)
        return check

    return register


def load() -> list[Rule]:
    """Import and return all rules, sorted by id."""
    package = importlib.import_module("rail.policy.rules")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"rail.policy.rules.{module.name}")
    return [RULES[key] for key in sorted(RULES)]
