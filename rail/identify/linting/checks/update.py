"""W-UPDATE: the user has to move to the latest version.

Found by the usual wordings; that later versions of the *licence* may be chosen ("or any later version") is no such
duty.
"""

from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_DUTY = (
    (
        r"(?:undertake|make|use|exercise) ~efforts to (?:use|adopt|employ|update|upgrade) ~(?:latest|most recent"
        r"|newest|current) version"
    ),
    (
        r"(?:must|shall|agree to|required to|will|should) (?:always |only |promptly )?(?:use|adopt|employ|update to"
        r"|upgrade to|migrate to|switch to)"
        r" (?:only )?the (?:latest|most recent|newest|then[- ]current) ~version"
    ),
    r"\buse the latest version of the (?:model|software|artifact|licensed|application|source)",
    r"(?:cease|stop|discontinue) ~(?:using|use of) ~(?:prior|previous|older|earlier|outdated) versions?",
)


@check(
    "W-UPDATE",
    title="duty to update",
    why="a duty to use the latest version lets the licensor replace a working model, and breaks pinned and audited "
    "releases",
    remedy="strike the duty, or bound it to updates that mend a stated harm, with notice",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield the first such duty."""
    if not subject.agreement:
        return
    found = [hit for pattern in _DUTY if (hit := subject.flow.find(pattern)) is not None]
    if found:
        first = min(found, key=lambda hit: hit.start)
        yield Spot(f"a duty to move to new versions: {first.words!r}", first.line, first.words)
