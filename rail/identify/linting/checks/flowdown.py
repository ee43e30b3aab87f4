"""W-FLOWDOWN: restrictions that do not have to be passed on.

A RAIL binds the next user by an enforceable term; without one the restrictions end with the first copy that is passed
on. A licence that the catalogue knows is judged by it, too; else the usual words for such a duty are looked for.
"""

from collections.abc import Iterator

from rail.identify.linting.passing_on import passes_on
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_KEPT = (
    r"\b(?:shall|may|must|will) not (?:sublicen[sc]e|distribute|redistribute|transfer"
    r"|share)\b(?! [^.;]{0,40}\b(?:unless|except|without|for)\b)"
)
"""A licence that forbids passing the work on has nothing to say on how."""


@check(
    "W-FLOWDOWN",
    title="restrictions need not be passed on",
    why="without an enforceable duty to pass the restrictions on, whoever gets the work from a user is not bound by "
    "them; by the naming convention of licenses.ai such a text is no RAIL",
    remedy="add a term: who passes the work or a derivative on must bind the recipient to at least the same "
    "restrictions",
    rule="RAIL203",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark when neither the catalogue nor the words know such a duty."""
    if not subject.agreement or passes_on(subject) or subject.flow.find(_KEPT) is not None:
        return
    name = subject.rail_name
    message = (
        f"{name.words!r} does not make users pass its restrictions on"
        if name
        else "users need not pass the restrictions on"
    )
    yield Spot(message, name.line if name else None, name.words if name else None)
