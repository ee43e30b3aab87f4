"""One component against one use case: a verdict for each declared use, with its proof.

Everything that binds counts (AND): the licence expression, restrictions read in a text that no licence explains, what
came down from ancestors, and what is not known. Only an OR in the expression is a choice.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.component import Component, Kind
from rail.domain.evidence import Resolution, Status
from rail.domain.record import SpdxExpression
from rail.domain.use import UseCase
from rail.domain.verdict import Determination, Verdict
from rail.expression.evaluate import choose, fold
from rail.expression.parse import symbols
from rail.policy.binding import Binding, bind
from rail.policy.clauses import Clauses
from rail.policy.declared import Declared
from rail.policy.globs import covers_path
from rail.policy.licensed import Licenses
from rail.policy.opinion import FREE, Opinion, Reason, together
from rail.policy.taxonomy import Taxonomy


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


Locate = Callable[[str], str | None]
"""Finds a path of the report from the folder of the configuration; `None` for what lies elsewhere."""


def as_it_is(path: str) -> str:
    """Return a path that is relative to the configuration's folder already."""
    return path


def applies(use_case: UseCase, component: Component, located: Locate = as_it_is) -> bool:
    """Tell whether a use case covers a component: by where it was seen, or when that is not known."""
    if not use_case.applies_to or not component.locations:
        return True
    places = [located(place.path) for place in component.locations]
    return any(path is None or covers_path(glob, path) for path in places for glob in use_case.applies_to)


class Bench:
    """A use case ready to be held against many components; what a licence says is worked out once."""

    def __init__(self, use_case: UseCase, catalogue: Catalogue, *, strict: bool, located: Locate = as_it_is) -> None:
        self._use_case = use_case
        self._located = located
        self._catalogue = catalogue
        taxonomy = Taxonomy(catalogue)
        clauses = Clauses(use_case.facts, catalogue, taxonomy)
        self._declared = [Declared(use, use_case, taxonomy, clauses) for use in use_case.uses]
        self._licenses = Licenses(catalogue, strict=strict)

    def rule_on(self, component: Component, resolution: Resolution) -> tuple[Ruling, ...]:
        """Return a ruling for each declared use, in the order declared.

        The scanned project itself is ruled on only when it says something of a licence: its owner needs none.
        """
        own_without_license = component.root and component.kind is Kind.CODE and resolution.status is Status.MISSING
        if own_without_license or not applies(self._use_case, component, self._located):
            return ()
        binding = bind(resolution, self._catalogue)
        return tuple([self._rule(resolution, binding, each) for each in self._declared])

    def _rule(self, resolution: Resolution, binding: Binding, declared: Declared) -> Ruling:
        expression, relied_on = resolution.expression, None
        opinion = FREE
        if expression is not None:
            opinion = self._on_expression(expression, binding, declared)
            relied_on = self._relied_on(expression, declared, opinion.verdict)
        if binding.profiles or binding.bars or binding.doubts:
            opinion = together((opinion, *self._beside(binding, declared), *binding.doubts))
        determination = Determination(
            component=resolution.component,
            use_case=self._use_case.id,
            use=declared.use,
            verdict=opinion.verdict,
            trail=opinion.steps,
            relied_on=relied_on,
        )
        return Ruling(determination, opinion.reasons)

    def _on_expression(self, expression: SpdxExpression, binding: Binding, declared: Declared) -> Opinion:
        if " " not in expression and not binding.placed:
            return self._licenses.on_symbol(expression, declared)

        def judge(symbol: str) -> Opinion:
            if symbol in binding.placed:
                profile, places = binding.placed[symbol]
                return self._licenses.on_profile(profile, declared, places)
            return self._licenses.on_symbol(symbol, declared)

        return fold(expression, judge, together, _freest)

    def _beside(self, binding: Binding, declared: Declared) -> Iterator[Opinion]:
        """Yield the opinions on what binds beside the expression: words in the text, and ancestors."""
        for profile, places, source in binding.profiles:
            yield self._licenses.on_profile(profile, declared, places, source)
        for each in binding.bars:
            yield declared.meet(each)

    def _relied_on(self, expression: SpdxExpression, declared: Declared, verdict: Verdict) -> str | None:
        """Name the branch of an OR that makes the difference: without it the verdict would be stricter."""
        if " OR " not in expression:
            return None

        def judge(symbol: str) -> Verdict:
            return self._licenses.on_symbol(symbol, declared).verdict

        if all(judge(each) <= verdict for each in symbols(expression)):
            return None
        return " AND ".join(choose(expression, judge).symbols)


def _freest(parts: Sequence[Opinion]) -> Opinion:
    return min(parts, key=lambda each: each.verdict)
