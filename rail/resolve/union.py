"""Two statements on one component, united."""

from msgspec.structs import replace

from rail.domain.component import Component, Engagement, either_platform

_ORDER = {Engagement.REFERENCES: 0, Engagement.USES: 1, Engagement.REDISTRIBUTES: 2}


def united(old: Component, new: Component) -> Component:
    """Return what two statements on one component come to; what the first says of name and place comes first."""
    engagement = max(old.engagement, new.engagement, key=_ORDER.__getitem__)
    return replace(
        old,
        version=old.version or new.version,
        wanted=_wanted(old, new),
        groups=_groups(old, new),
        platforms=either_platform((old.platforms, new.platforms)),
        engagement=engagement,
        locations=tuple(dict.fromkeys((*old.locations, *new.locations))),
        found_by=tuple(sorted({*old.found_by, *new.found_by})),
        root=old.root or new.root,
    )


def _wanted(old: Component, new: Component) -> str | None:
    """Return the bounds of both as alternatives; where one has none, any version may be meant."""
    if old.wanted is None or new.wanted is None:
        return None
    return " || ".join(dict.fromkeys([*old.wanted.split(" || "), *new.wanted.split(" || ")]))


def _groups(old: Component, new: Component) -> tuple[str, ...]:
    """Unite the groups; a component that some path needs without a group is in none."""
    if not old.groups or not new.groups:
        return ()
    return tuple(sorted({*old.groups, *new.groups}))
