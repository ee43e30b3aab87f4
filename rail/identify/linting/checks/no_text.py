"""E-NO-TEXT: a licence is named, and its words are nowhere.

Reads short files that name a licence and neither grant nor forbid anything. An SPDX header, a link or the name of a
file that lies beside it all lead to a text and are enough. Notices and READMEs may name licences; they are left out.
"""

import re
from collections.abc import Iterator

from rail.domain.evidence import Form
from rail.identify.linting.flow import Hit
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_LONGEST = 80
_OPERATIVE = (
    r"\b(?:hereby|permission|granted|grants?|you (?:may|must|shall|agree)|may not|shall not|must not"
    r"|provided that|free to|warrant\w*|liab\w*|public domain|terms and conditions|copying|do (?:what|whatever"
    r"|anything|so)|no (?:limit|restriction)s?|use, copy)\b"
)
_LEADS = re.compile(r"https?://|www\.|SPDX-License-Identifier", re.IGNORECASE)
_FILE = re.compile(
    r"[\w./+-]{0,60}(?:LICEN[SC]E|COPYING|TERMS|POLICY)[\w.+-]{0,40}|[\w./-]{1,60}\.(?:md|txt|pdf|rst)\b", re.IGNORECASE
)
_PASSING = re.compile(r"notice|readme|authors|credits|third|contribut|changelog|copyright", re.IGNORECASE)


@check(
    "E-NO-TEXT",
    title="licence named, no text",
    why="a name is not a licence: nobody can tell what is granted or forbidden, and several texts may go by that name",
    remedy="put the whole text of the licence into this file, or link to the exact text",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield the name that has no text."""
    if not 0 < subject.word_count <= _LONGEST or _PASSING.search(subject.path.name):
        return
    if _LEADS.search(subject.text) or subject.document.links or subject.clauses or subject.flow.find(_OPERATIVE):
        return
    named = subject.rail_name or _known_name(subject)
    if named is not None and not _points_to_file(subject):
        yield Spot(f"{named.words!r} is named, but its text is not here", named.line, named.words)


def _known_name(subject: Subject) -> Hit | None:
    """Return a line that is, as a whole, the name of a known licence."""
    for line in subject.document.lines:
        words = line.text.strip(" .:#*\"'")
        bare = re.sub(
            r"^(?:licen[sc]ed? ?(?:under|:)|released under|under)\s+(?:the\s+)?", "", words, flags=re.IGNORECASE
        )
        if words and any(subject.index.find(each, Form.NOTICE) is not None for each in (words, bare)):
            return Hit(line.number, words, 0, 0)
    return None


def _points_to_file(subject: Subject) -> bool:
    if subject.file is None:
        return False
    names = {found[0].strip("./") for found in _FILE.finditer(subject.text)} - {subject.path.name}
    return any(subject.file.beside(name) is not None for name in sorted(names) if name and ".." not in name)
