"""What is said of one component in several places, united."""

from msgspec.structs import replace

from rail.domain.component import Component, Engagement, either_platform

_ORDER = {Engagement.REFERENCES: 0, Engagement.USES: 1, Engagement.REDISTRIBUTES: 2}


def united(first: Component, *others: Component) -> Component:
    """Return what the statements on one component come to; what the first says of name and place comes first.

    Takes time linear in what they say when they are given at once.
    """
    if not others:
        return first
    said = (first, *others)
    return replace(
        first,
        version=next((each.version for each in said if each.version), None),
        wanted=_wanted(said),
        groups=_groups(said),
        platforms=either_platform([each.platforms for each in said]),
        engagement=max((each.engagement for each in said), key=_ORDER.__getitem__),
        locations=tuple(dict.fromkeys([place for each in said for place in each.locations])),
        found_by=tuple(sorted({name for each in said for name in each.found_by})),
        root=any(each.root for each in said),
    )


def _wanted(said: tuple[Component, ...]) -> str | None:
    """Return the bounds of all as alternatives; where one has none, any version may be meant."""
    bounds = [each.wanted for each in said if each.wanted is not None]
    if len(bounds) < len(said):
        return None
    return " || ".join(dict.fromkeys([each for bound in bounds for each in bound.split(" || ")]))


def _groups(said: tuple[Component, ...]) -> tuple[str, ...]:
    """Unite the groups; a component that some path needs without a group is in none."""
    if not all(each.groups for each in said):
        return ()
    return tuple(sorted({group for each in said for group in each.groups}))
