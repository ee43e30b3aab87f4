"""W-BY-REFERENCE: restrictions stand in a policy at an address whose content can change."""

import re
from collections.abc import Iterator

from rail.domain.evidence import Restricted
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_POLICY = re.compile(
    r"(?:(?:acceptable|prohibited|allowed|permitted|responsible|restricted)[\s-]+us(?:e|age|es)\b|us(?:e|age)[\s-]+(?:polic(?:y|ies)|guidelines|restrictions)"
    r"|(?:content|ai|safety|conduct)[\s-]+polic(?:y|ies)|code of conduct)",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]{4,300}|\b[a-z0-9-]+\.(?:ai|com|org|dev|io)/[^\s<>\"')\]]{3,200}", re.IGNORECASE)
_NEAR = 240


@check(
    "W-BY-REFERENCE",
    title="restrictions by link",
    why="the page behind the link can change without the licence changing, so what is forbidden tomorrow cannot be read here",
    remedy="copy the policy into the licence as an attachment, or bind one dated version of it",
    rule="RAIL104",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield each address once."""
    if not subject.restrictive:
        return
    told: set[str] = set()
    for url, line in _addresses(subject):
        if url not in told:
            told.add(url)
            yield Spot(f"restrictions are bound by link: {url}", line, url)


def _addresses(subject: Subject) -> Iterator[tuple[str, int]]:
    """Yield the addresses of policies with their lines: those that were read, and those beside the word for one."""
    text = subject.flow.text
    targets = {link.url: link.number for link in subject.document.links}
    for url in subject.reading.policies:
        at = text.find(url)
        yield url, subject.flow.line_at(at) if at >= 0 else targets.get(url, 1)
    if subject.reading.policies or subject.reading.restricted is not Restricted.BY_REFERENCE:
        return
    for policy in _POLICY.finditer(text):
        near = _URL.search(text, policy.end(), policy.end() + _NEAR)
        if near is not None:
            yield near[0].rstrip(".,;"), subject.flow.line_at(near.start())
    for link in subject.document.links:
        if _POLICY.search(link.text) and "://" in link.url:
            yield link.url, link.number
