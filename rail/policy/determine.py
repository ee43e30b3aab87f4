"""One component against one use case: a verdict for each declared use, with its proof.

Everything that binds counts (AND): the licence expression, restrictions read in a text that no licence explains, what
came down from ancestors, and what is not known. Only an OR in the expression is a choice.
"""

from collections import defaultdict
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import BoundUse, Origin, Resolution, Restricted, Status
from rail.domain.profile import LicenseProfile
from rail.domain.record import SpdxExpression
from rail.domain.use import UseCase
from rail.domain.verdict import Determination, Step, Verdict
from rail.expression.evaluate import choose, fold
from rail.expression.parse import symbols
from rail.policy.declared import Bar, Declared
from rail.policy.globs import covers_path
from rail.policy.licensed import Licenses
from rail.policy.opinion import FREE, Opinion, Reason, doubt, together


class Ruling(NamedTuple):
    """A determination and the reasons for it, which the rules go by."""

    determination: Determination
    reasons: frozenset[Reason]


def determine(
    component: Component, resolution: Resolution, use_case: UseCase, catalogue: Catalogue, *, strict: bool = False
) -> tuple[Determination, ...]:
    """Return one determination for each declared use; none when the use case does not apply to the component.

    Raises:
        UsageError: the use case excludes a use that it declares.
    """
    bench = Bench(use_case, catalogue, strict=strict)
    return tuple(each.determination for each in bench.rule_on(component, resolution))


def applies(use_case: UseCase, component: Component) -> bool:
    """Tell whether a use case covers a component: by where it was seen, or when that is not known."""
    if not use_case.applies_to or not component.locations:
        return True
    return any(covers_path(glob, place.path) for place in component.locations for glob in use_case.applies_to)


class Bench:
    """A use case ready to be held against many components; what a licence says is worked out once."""

    def __init__(self, use_case: UseCase, catalogue: Catalogue, *, strict: bool) -> None:
        self.use_case = use_case
        self._catalogue = catalogue
        self._uses = [
            (declared, Licenses(declared, catalogue, strict=strict))
            for declared in (Declared(use, use_case, catalogue) for use in use_case.uses)
        ]

    def rule_on(self, component: Component, resolution: Resolution) -> tuple[Ruling, ...]:
        """Return a ruling for each declared use, in the order declared.

        The scanned project itself is ruled on only when it says something of a licence: its owner needs none.
        """
        own_without_license = component.root and component.kind is Kind.CODE and resolution.status is Status.MISSING
        if own_without_license or not applies(self.use_case, component):
            return ()
        return tuple(self._rule(resolution, declared, licenses) for declared, licenses in self._uses)

    def _rule(self, resolution: Resolution, declared: Declared, licenses: Licenses) -> Ruling:
        chosen, relied_on = _on_expression(resolution, licenses)
        opinion = together([chosen, *self._beside(resolution, declared, licenses), *_doubts(resolution, licenses)])
        determination = Determination(
            component=resolution.component,
            use_case=self.use_case.id,
            use=declared.use,
            verdict=opinion.verdict,
            trail=opinion.steps,
            relied_on=relied_on,
        )
        return Ruling(determination, opinion.reasons)

    def _beside(self, resolution: Resolution, declared: Declared, licenses: Licenses) -> list[Opinion]:
        """Return the opinions on what binds beside the expression: words in the text, and ancestors."""
        opinions: list[Opinion] = []
        for (license_, origin, source), bounds in _beside_expression(resolution, licenses).items():
            of = f"{source}: " if origin is Origin.INHERITED and source else ""
            profile = self._catalogue.profiles.get(license_ or "")
            if profile is not None:
                opinions.append(licenses.on_profile(profile, _places(bounds), of))
                continue
            for bound in bounds:
                quoted = f"{bound.section or 'text'}{_quote(bound.text)}"
                met = declared.meet(Bar(bound.use, bound.mode, quoted, bound.location, of))
                opinions.append(met or FREE)
        return opinions


def _on_expression(resolution: Resolution, licenses: Licenses) -> tuple[Opinion, str | None]:
    expression = resolution.expression
    if expression is None:
        return FREE, None
    placed = _placed(resolution)

    def judge(symbol: str) -> Opinion:
        known = licenses.find(symbol) if placed else None
        if isinstance(known, LicenseProfile) and known.id in placed:
            return licenses.on_profile(known, _places(placed[known.id]))
        return licenses.on_symbol(symbol)

    opinion = fold(expression, judge, together, lambda parts: min(parts, key=lambda each: each.verdict))
    return opinion, _relied_on(expression, licenses, opinion.verdict)


def _relied_on(expression: SpdxExpression, licenses: Licenses, verdict: Verdict) -> str | None:
    """Name the branch of an OR that makes the difference: without it the verdict would be stricter."""
    if " OR " not in expression:
        return None
    if all(licenses.on_symbol(each).verdict <= verdict for each in symbols(expression)):
        return None
    return " AND ".join(choose(expression, lambda symbol: licenses.on_symbol(symbol).verdict).symbols)


def _doubts(resolution: Resolution, licenses: Licenses) -> list[Opinion]:
    """Return what is not known of the component as a whole: it can never pass as allowed."""
    if resolution.status is Status.MISSING:
        return [doubt(Reason.MISSING, resolution.reason or "no licence was found")]
    if resolution.restricted is Restricted.UNKNOWN or not resolution.complete:
        return [doubt(Reason.UNREAD, resolution.reason or "part of the licence was not understood")]
    if resolution.restricted is Restricted.NO:
        return (
            []
            if resolution.expression
            else [Opinion(Verdict.ALLOWED, steps=(Step(says="free: nothing restricts use"),))]
        )
    named = symbols(resolution.expression) if resolution.expression else ()
    if not resolution.restrictions and not any(isinstance(licenses.find(each), LicenseProfile) for each in named):
        return [doubt(Reason.BY_REFERENCE, resolution.reason or "use is restricted in words that are not at hand")]
    return []


_Key = tuple[str | None, Origin, str | None]


def _beside_expression(resolution: Resolution, licenses: Licenses) -> dict[_Key, list[BoundUse]]:
    """Group the restrictions that the expression does not answer for, by licence and ancestor."""
    named = symbols(resolution.expression) if resolution.expression else ()
    answered = {known.id for known in map(licenses.find, named) if known is not None}
    groups: dict[_Key, list[BoundUse]] = defaultdict(list)
    for bound in resolution.restrictions:
        if bound.origin is Origin.INHERITED or bound.license is None or bound.license not in answered:
            groups[bound.license, bound.origin, bound.from_].append(bound)
    return groups


def _placed(resolution: Resolution) -> dict[str, list[BoundUse]]:
    """Return the restrictions of own licences whose words are at hand, by licence."""
    found: dict[str, list[BoundUse]] = defaultdict(list)
    for bound in resolution.restrictions:
        if bound.origin is Origin.OWN and bound.license and bound.location:
            found[bound.license].append(bound)
    return found


def _places(bounds: list[BoundUse]) -> dict[tuple[str, str, str], Location]:
    return {(each.use, each.mode, each.section or ""): each.location for each in bounds if each.location}


def _quote(text: str | None) -> str:
    """Return the words of a clause, short enough for a line."""
    if not text:
        return ""
    words = " ".join(text.split())
    return f" “{words if len(words) <= _QUOTED else words[:_QUOTED] + '…'}”"


_QUOTED = 120
