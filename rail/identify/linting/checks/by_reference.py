"""W-BY-REFERENCE: restrictions stand in a policy at an address whose content can change."""

import re
from collections.abc import Iterator

from rail.domain.evidence import Restricted
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_POLICY = re.compile(
    r"(?:(?:acceptable|prohibited|allowed|permitted|responsible|restricted)[\s-]+us(?:e|age|es)\b|us(?:e"
    r"|age)[\s-]+(?:polic(?:y|ies)|guidelines|restrictions)"
    r"|(?:content|ai|safety|conduct)[\s-]+polic(?:y|ies)|code of conduct)",
    re.IGNORECASE,
)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"')\]]{4,300}|\b(?:[a-z0-9-]{1,60}\.){1,4}(?:ai|com|org|dev|io|net"
    r"|eu)/[^\s<>\"')\]]{3,200}",
    re.IGNORECASE,
)
_NEAR = 240


@check(
    "W-BY-REFERENCE",
    title="restrictions by link",
    why="the page behind the link can change without the licence changing, so what is forbidden tomorrow cannot be "
    "read here",
    remedy="copy the policy into the licence as an attachment, or bind one dated version of it",
    rule="RAIL104",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield each address once; where only a name is given, that."""
    if not subject.restrictive:
        return
    told: set[str] = set()
    for url, line in _addresses(subject):
        if url not in told:
            told.add(url)
            yield Spot(f"restrictions are bound by link: {url}", line, url)
    if not told and subject.reading.restricted is Restricted.BY_REFERENCE and subject.reading.policies:
        words = subject.reading.policies[0]
        yield Spot(f"restrictions are bound by a policy that is only named: {words!r}", _line(subject, words), words)


def _addresses(subject: Subject) -> Iterator[tuple[str, int | None]]:
    """Yield the addresses of policies with their lines: those that were read, and those beside the word for one."""
    for policy in subject.reading.policies:
        found = _URL.search(policy)
        if found is not None:
            yield _bare(found[0]), _line(subject, found[0])
    if subject.reading.restricted is not Restricted.BY_REFERENCE:
        return
    for named in _POLICY.finditer(subject.flow.text):
        near = _URL.search(subject.flow.text, named.end(), named.end() + _NEAR)
        if near is not None:
            yield _bare(near[0]), subject.flow.line_at(near.start())
    for link in subject.document.links:
        if _POLICY.search(link.text) and "://" in link.url:
            yield _bare(link.url), link.number


def _bare(url: str) -> str:
    """Return an address without the marks of the sentence, and of Markdown, around it."""
    return url.replace("\\_", "_").rstrip(".,;")


def _line(subject: Subject, words: str) -> int | None:
    """Return the line of the first words of a quotation, or of a link's target."""
    linked = next((link.number for link in subject.document.links if link.url == words), None)
    if linked is not None:
        return linked
    start = r"\s+".join(map(re.escape, words[:_START].split()))
    found = re.search(start, subject.flow.text)
    return subject.flow.line_at(found.start()) if found else None


_START = 60
"""Characters of a quotation by which its place is found."""
