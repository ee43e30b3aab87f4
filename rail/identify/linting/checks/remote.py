"""W-REMOTE: the licensor may reach into running copies, to restrict, change or switch them off."""

from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_RIGHT = (
    (
        r"(?:restrict|limit|disable|suspend|terminate|control|deactivate|modify|revoke)\w* ?\(?(?:remotely"
        r"|by remote means)(?: or otherwise)?\)?"
    ),
    r"remotely (?:restrict|limit|disable|suspend|terminate|deactivate|modify|update|control)",
    (
        r"(?:right|may|entitled) ~(?:update|modify|change) the (?:model|artifact|software|licensed \w+"
        r"|output)~(?:electronic means|remotely|automatic)"
    ),
)


@check(
    "W-REMOTE",
    title="remote restriction",
    why="a right to restrict use remotely presumes a channel into the user's systems and puts every deployment at "
    "the licensor's discretion",
    remedy="replace it by a right to end the licence on breach, with notice and time to mend",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield the first such right."""
    if not subject.agreement:
        return
    found = [hit for pattern in _RIGHT if (hit := subject.flow.find(pattern)) is not None]
    if found:
        first = min(found, key=lambda hit: hit.start)
        yield Spot(f"the licensor may restrict use from afar: {first.words!r}", first.line, first.words)
