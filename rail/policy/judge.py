"""From resolutions to verdicts and findings: use cases, rules, suppression, rules on the configuration itself."""

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from msgspec.structs import replace

from rail.catalogue.load import Catalogue
from rail.config.schema import Loaded
from rail.domain.component import LINEAGE, Component, Edge, Engagement
from rail.domain.evidence import Evidence, Resolution, Restricted, Status
from rail.domain.finding import Finding, Level
from rail.domain.inline import InlineIgnore
from rail.domain.lint import Remark
from rail.domain.record import Purl
from rail.domain.verdict import Determination, Verdict
from rail.policy import spi
from rail.policy.baseline import Acceptance, Acceptor
from rail.policy.beside import suppress_beside
from rail.policy.determine import Bench, Locate, Ruling, as_it_is
from rail.policy.suppress import accept, suppress
from rail.purl import without_version


class Judgement(NamedTuple):
    """What a check adds to a scan, sorted: the same input gives the same judgement."""

    determinations: tuple[Determination, ...]
    findings: tuple[Finding, ...]


def judge(
    *,
    components: Iterable[Component],
    edges: Iterable[Edge] = (),
    evidence: Iterable[Evidence] = (),
    resolutions: Iterable[Resolution],
    catalogue: Catalogue,
    loaded: Loaded,
    today: str,
    acceptance: Acceptance | None = None,
    inline: Sequence[InlineIgnore] = (),
    located: Locate = as_it_is,
    unfinished: Mapping[str, tuple[Remark, ...]] = MappingProxyType({}),
) -> Judgement:
    """Hold every component against every use case and run the rules.

    `loaded` has full use ids (`rail.config.check`); `today` is an ISO date. A component without a resolution counts as
    one whose licence is missing. What an `acceptance` covers is reported and does not count; neither does
    what `inline` ignores stand beside.
    `unfinished` is what the checks of licence texts and cards say, by path.

    Raises:
        UsageError: a use case excludes a use that it declares.
    """
    by_purl = {each.purl: each for each in sorted(components, key=lambda each: each.purl)}
    resolved = {each.component: each for each in resolutions}
    known = {purl: resolved.get(purl) or _missing(purl) for purl in by_purl}
    rulings = _rulings(by_purl, known, catalogue, loaded, located)
    determinations = tuple(each.determination for each in rulings)
    context = spi.Context(
        components=by_purl,
        edges=tuple(edges),
        evidence=_grouped(evidence),
        resolutions=known,
        determinations=determinations,
        catalogue=catalogue,
        loaded=loaded,
        today=today,
        reasons={_key(each.determination): each.reasons for each in rulings},
        inline=tuple(inline),
        acceptor=Acceptor(acceptance, by_purl.values(), determinations) if acceptance else None,
        unfinished=unfinished,
    )
    return Judgement(context.determinations, tuple(sorted(_findings(context), key=_order)))


def fingerprint(finding: Finding) -> str:
    """Return a hash that stays when a version, a line or the wording changes."""
    component = without_version(finding.component) if finding.component else ""
    path = finding.location.path if finding.location else ""
    parts = "\0".join((finding.rule, component, finding.use_case or "", path))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


def _missing(purl: Purl) -> Resolution:
    return Resolution(component=purl, status=Status.MISSING, restricted=Restricted.UNKNOWN, complete=False)


def _rulings(
    components: dict[Purl, Component],
    resolutions: dict[Purl, Resolution],
    catalogue: Catalogue,
    loaded: Loaded,
    located: Locate,
) -> list[Ruling]:
    strict = loaded.config.strict
    benches = [Bench(case, catalogue, strict=strict, located=located) for case in loaded.config.use_case]
    found = [
        ruling
        for purl, component in components.items()
        for bench in benches
        for ruling in bench.rule_on(component, resolutions[purl])
    ]
    return sorted(found, key=lambda each: _key(each.determination))


def _key(determination: Determination) -> tuple[Purl, str, str]:
    return determination.component, determination.use_case, determination.use


def _grouped(evidence: Iterable[Evidence]) -> dict[Purl, tuple[Evidence, ...]]:
    groups: dict[Purl, list[Evidence]] = defaultdict(list)
    for each in evidence:
        groups[each.component].append(each)
    return {purl: tuple(group) for purl, group in groups.items()}


def _findings(context: spi.Context) -> list[Finding]:
    rules = spi.load()
    ignores, path = context.loaded.config.ignore, context.loaded.path
    built_on = {edge.target for edge in context.edges if edge.relation in LINEAGE}
    early = [_softened(each, context, built_on) for rule in rules if not rule.late for each in rule.check(context)]
    first = suppress(early, ignores, context.today, path)
    beside = suppress_beside(first.findings, context.inline, context.components, context.today)
    accepted = accept(beside.findings, context.acceptor)
    informed = context._replace(used_ignores=first.used, used_inline=beside.used)
    late = [finding for rule in rules if rule.late for finding in rule.check(informed)]
    second = suppress(late, ignores, context.today, path)
    findings = (*accepted, *accept(second.findings, context.acceptor))
    return [replace(each, fingerprint=fingerprint(each)) for each in findings]


def _softened(finding: Finding, context: spi.Context, built_on: Container[Purl]) -> Finding:
    """Return a finding about what is only named, in tests or documentation, as a note; with `strict` as it is."""
    component = context.components.get(finding.component) if finding.component is not None else None
    named = component is not None and component.engagement is Engagement.REFERENCES
    if not named or finding.verdict is None or context.loaded.config.strict:
        return finding
    idle = finding.verdict in _ASKING and finding.component not in built_on
    return replace(finding, level=Level.NOTE, help=_ONLY_NAMED if idle else finding.help)


def _order(finding: Finding) -> tuple[str, int, str, str, str, str]:
    place = finding.location
    return (
        place.path if place else "",
        (place.line or 0) if place else 0,
        finding.rule,
        finding.component or "",
        finding.use_case or "",
        finding.message,
    )


_ASKING = frozenset({Verdict.PROHIBITED, Verdict.CONDITIONAL})
_ONLY_NAMED = "nothing, while it is only named; if the project uses it, say so by `engagement` in an [[override]]"
