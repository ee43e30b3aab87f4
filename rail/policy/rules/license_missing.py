"""Nothing says under which licence a component is.

What: no statement, tag or licence text was found. Lockfiles carry no licences, so the packages of one file are reported
together; models, datasets and single packages are reported one by one.

Why: without a licence nothing is granted, and restrictions cannot be ruled out.

What to do: for a lockfile, scan the installed environment (`rail check env`) or go online; for a model, look at its
page and record the licence as an `[[override]]` with a reason.
"""

from collections import defaultdict
from collections.abc import Iterator

from rail.domain.component import Component, Kind, Location
from rail.domain.finding import Finding, Level
from rail.domain.verdict import Step, Verdict
from rail.policy.spi import Context, rule
from rail.policy.suppress import covers
from rail.policy.verdicts import finding, unsettled


@rule("RAIL302", title="licence missing", level=Level.WARNING)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each model, dataset or lone package, and one for each file of packages."""
    together: dict[tuple[str, bool], list[Component]] = defaultdict(list)
    trails: dict[str, tuple[Step, ...]] = {}
    for component, _, trail in unsettled(context, "RAIL302"):
        trails[component.purl] = trail
        path = _file_of_packages(component, context)
        together[path, _is_accepted(component, path, context)].append(component)
    for (path, _), components in sorted(together.items()):
        if path and len(components) > 1:
            yield finding(
                "RAIL302",
                f"{len(components)} packages in {path} carry no licence information here",
                components=tuple(each.purl for each in components),
                verdict=Verdict.UNKNOWN,
                location=Location(path=path),
                help_="scan the environment (`rail check env`) or go online",
            )
            continue
        for component in components:
            yield finding(
                "RAIL302",
                f"no licence found for {component.name}",
                component=component,
                verdict=Verdict.UNKNOWN,
                trail=trails[component.purl],
                help_="look at its page, then add an [[override]] with a reason",
            )


def _is_accepted(component: Component, path: str, context: Context) -> bool:
    """Answer whether a baseline accepts it: what is new in a file is not reported together with what was there."""
    if context.acceptor is None or not path:
        return False
    alone = finding("RAIL302", "", component=component, verdict=Verdict.UNKNOWN, location=Location(path=path))
    return context.acceptor.covers(alone)


def _file_of_packages(component: Component, context: Context) -> str:
    """Return the file whose packages are reported together; "" for what stands alone or has an ignore of its own."""
    if component.kind is not Kind.PACKAGE or not component.locations or context.evidence.get(component.purl):
        return ""
    ignored = (
        each.component is not None and covers(each, "RAIL302", component.purl, context.today)
        for each in context.loaded.config.ignore
    )
    return "" if any(ignored) else component.locations[0].path
