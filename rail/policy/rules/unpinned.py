"""A model or dataset with use restrictions is taken at whatever revision is newest.

What: no revision is given, or a branch (`main`) in its place. Packages in a lockfile are pinned; a model that is only
referred to, as an ancestor for example, is not fetched; nor are weights or data that lie in the tree.

Why: a maker can change the licence between two revisions; what was checked today may not be what runs tomorrow.

What to do: give the commit, for example `from_pretrained("org/name", revision="<commit>")`.
"""

from collections.abc import Iterator

from rail.domain.component import Engagement, Kind
from rail.domain.evidence import Restricted
from rail.domain.finding import Finding, Level
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding

_MOVING = frozenset({"main", "master", "head", "latest"})
_RESTRICTING = frozenset({Restricted.YES, Restricted.BY_REFERENCE})


@rule("RAIL305", title="unpinned", level=Level.NOTE)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each model or dataset that restricts use and has no fixed revision."""
    for purl, component in context.components.items():
        moving = component.version is None or component.version.lower() in _MOVING
        taken = component.kind in {Kind.MODEL, Kind.DATASET} and component.engagement is not Engagement.REFERENCES
        fetched = not purl.startswith("pkg:generic/")
        restricting = context.resolutions[purl].restricted in _RESTRICTING
        if taken and fetched and moving and restricting and not component.root:
            yield finding(
                "RAIL305",
                f"no fixed revision of {component.name}: its terms can change",
                component=component,
                help_="give the commit as revision",
            )
