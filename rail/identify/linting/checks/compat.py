"""W-COMPAT: a GNU licence, which allows no further restrictions, in one file with restrictions on use.

A note that other files are under the GPL is no such thing; its text has to be here.
"""

import re
from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_TITLE = re.compile(r"GNU\s+(?:AFFERO\s+|LESSER\s+|LIBRARY\s+)?GENERAL\s+PUBLIC\s+LICENSE", re.IGNORECASE)
_TERMS = r"impose any further restrictions|verbatim copies of this licen[sc]e"
_COPYLEFT = {"copyleft", "weak-copyleft"}
_SHARE_ALIKE = ("GPL-", "AGPL-", "LGPL-")


@check(
    "W-COMPAT",
    title="copyleft beside restrictions on use",
    why="the GNU licences forbid further restrictions on recipients; work that is under both cannot be passed on at "
    "all",
    remedy="say which files or parts are under which licence, or choose one that allows both",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark, at the copyleft licence."""
    if not subject.clauses and subject.rail_name is None:
        return
    for each in subject.reading.licenses:
        general = subject.catalogue.general.get(each.id)
        if general is not None and general.category in _COPYLEFT and general.id.startswith(_SHARE_ALIKE):
            yield _spot(general.id, each.lines[0], subject)
            return
    if not subject.clauses or subject.flow.find(_TERMS) is None:
        return
    for line in subject.document.lines:
        if _TITLE.match(line.text):
            yield _spot(" ".join(line.text.split()), line.number, subject)
            return


def _spot(name: str, line: int, subject: Subject) -> Spot:
    other = subject.rail_name.words if subject.rail_name else "restrictions on use"
    return Spot(f"{name} stands beside {other}", line, name)
