"""Nothing says under which licence a component is.

What: no statement, tag or licence text was found. Lockfiles carry no licences, so the packages of one file are reported
together, and so are models that it only refers to; others are reported one by one.

Why: without a licence nothing is granted, and restrictions cannot be ruled out.

What to do: for a lockfile, scan the installed environment (`rail check env`) or go online; for a model, look at its
page and record the licence as an `[[override]]` with a reason.
"""

from collections import defaultdict
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.finding import Finding, Level
from rail.domain.record import Purl
from rail.domain.verdict import Step, Verdict
from rail.policy.opinion import step
from rail.policy.spi import Context, rule
from rail.policy.suppress import covers
from rail.policy.verdicts import finding, unsettled
from rail.purl import split

_DATA = "few licences of data reach what is trained on it: look at the page of each, then add an [[override]]"


@rule("RAIL302", title="licence missing", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each model, dataset or lone package, and one for each file of packages or references."""
    together: dict[tuple[str, bool, bool, Purl], list[Component]] = defaultdict(list)
    learnt = {edge.target: edge for edge in context.edges if edge.relation is Relation.TRAINED_ON}
    trails: dict[str, tuple[Step, ...]] = {}
    for component, _, trail in unsettled(context, "RAIL302"):
        trails[component.purl] = trail
        path = _file_of_packages(component, context)
        referred = component.kind is not Kind.PACKAGE
        model = learnt[component.purl].source if component.purl in learnt else Purl("")
        together[path, referred, _is_accepted(component, path, context), model].append(component)
    for (path, referred, _, model), components in sorted(together.items()):
        if path and len(components) > 1:
            level, place = None, None
            if model:
                what, help_ = f"datasets that {split(model)[1]} is trained on", _DATA
                level, place = Level.NOTE, learnt[components[0].purl].location
            elif referred:
                what, help_ = f"models that {path} only refers to", "look at the pages of those that are used"
                level = Level.NOTE
            else:
                what, help_ = f"packages in {path}", "scan the environment (`rail check env`) or go online"
            yield finding(
                "RAIL302",
                f"{len(components)} {what} carry no licence information here",
                components=tuple(each.purl for each in components),
                verdict=Verdict.UNKNOWN,
                level=level,
                location=place or Location(path=path),
                help_=help_,
            )
            continue
        for component in components:
            yield finding(
                "RAIL302",
                f"no licence found for {component.name}",
                component=component,
                verdict=Verdict.UNKNOWN,
                trail=(*_learnt(learnt.get(component.purl)), *trails[component.purl]),
                help_=_DATA if model else "look at its page, then add an [[override]] with a reason",
            )


def _learnt(edge: Edge | None) -> tuple[Step, ...]:
    """Return the step that says which model was trained on the data."""
    return (step(f"{split(edge.source)[1]} is trained on it", edge.location),) if edge else ()


def _is_accepted(component: Component, path: str, context: Context) -> bool:
    """Answer whether a baseline accepts it: what is new in a file is not reported together with what was there."""
    if context.acceptor is None or not path:
        return False
    alone = finding("RAIL302", "", component=component, verdict=Verdict.UNKNOWN, location=Location(path=path))
    return context.acceptor.covers(alone)


def _file_of_packages(component: Component, context: Context) -> str:
    """Return the file whose packages or references are reported together; "" for what stands alone or is ignored."""
    alone = component.kind is not Kind.PACKAGE and component.engagement is not Engagement.REFERENCES
    if alone or not component.locations or context.evidence.get(component.purl):
        return ""
    ignored = (
        each.component is not None and covers(each, "RAIL302", component.purl, context.today)
        for each in context.loaded.config.ignore
    )
    return "" if any(ignored) else component.locations[0].path
