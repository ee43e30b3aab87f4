"""W-LICENSOR: nobody is named who grants the licence.

A definition such as "the copyright owner" names nobody. A copyright line, a "Licensor: NAME", a definition with a
proper name, or "released by NAME" does.
"""

import re
from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))[\s:,]*(?:©|\(c\))?", re.IGNORECASE)
_SIGN = re.compile(r"©|\(c\)|(?:19|20)[0-9]{2}", re.IGNORECASE)
_YEARS = re.compile(r"[\s,:;-]*(?:(?:19|20)[0-9]{2}|present|now|by|the|all)\b|[\s,:;-]+", re.IGNORECASE)
_NO_NAME = re.compile(
    r"(?:licen[sc]e|holders?|owners?|law|notice|act|statement|year|rights?|yyyy)\b|[^\w@]", re.IGNORECASE
)
_NAME = (
    r"(?!The Licensor|The Copyright|You\b|Licensor|Licensee|Copyright|Rights?\b|Legal\b|An?\b|Each\b|Any\b"
    r"|Person\b|Entity\b)[A-Z\u00c0-\uffff][\w\u00c0-\uffff]"
)
_NAMED = re.compile(
    rf"\b(?:Licensor|LICENSOR|Company|Provider)s?\b[\"']?\s*[:=]\s*{_NAME}"
    rf"|[\"'](?:Licensor|LICENSOR)[\"']\s+(?:means|shall mean|refers to|is)\s+(?:the\s+)?{_NAME}"
    rf"|[\"'](?:Licensor|[Ww]e|[Uu]s|[Oo]ur|Company|[A-Z]\w+)[\"'][^.;\n]{{0,40}}?\s(?:means|shall mean|refers to"
    rf"|is|are)\s+(?:the\s+)?{_NAME}[\w-]*[ ,.][^.;]{{0,80}}"
    rf"(?:Inc|Ltd|LLC|GmbH|Limited|Corporation|Corp|Company|University|Universit|Institut|Foundation|Laborator"
    rf"|Co\.|S\.A|AG\b|B\.V|A/S|Platforms|Technolog|Center|Centre|Lab\b)"
    rf"|\b(?:[Bb]etween|BETWEEN)\s+(?:the\s+)?{_NAME}"
    rf"|\b(?:released|provided|offered|published|granted|made available|developed|created|distributed"
    rf"|licensed to you)\s+by\s+(?:the\s+)?{_NAME}"
    r"|版权所有|著作权人[:\uff1a]|许可方[:\uff1a]"
)


@check(
    "W-LICENSOR",
    title="no licensor named",
    why="a licence that nobody is named to grant can hardly be enforced, nor relied on",
    remedy="add a line such as `Copyright (c) 2026 NAME`, or name the licensor in the definitions",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark, at the definition that names nobody when there is one."""
    if not subject.agreement or _NAMED.search(subject.flow.text):
        return
    if any(_owned(line.text) for line in subject.document.lines):
        return
    vague = subject.flow.find(r"[\"']?\blicensor[\"']? (?:means|shall mean|refers to)")
    yield Spot("no licensor is named", vague.line if vague else None, vague.words if vague else None)


def _owned(line: str) -> bool:
    """Tell whether a line states a copyright and whose it is."""
    found = _COPYRIGHT.search(line)
    if found is None or not (_SIGN.search(line) or found.start() == 0):
        return False
    rest = line[found.end() :]
    while years := _YEARS.match(rest):
        rest = rest[years.end() :]
    return bool(rest) and not _NO_NAME.match(rest) and (_SIGN.search(line) is not None or rest[0].isupper())
