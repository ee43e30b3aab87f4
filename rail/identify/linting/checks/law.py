"""W-LAW: no governing law is named, in a licence that restricts conduct."""

from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_LAW = (
    r"govern(?:ed|ing)\b~\blaws?\b",
    (
        r"\blaws? of (?:the )?(?:state|commonwealth|province|republic|kingdom|people|country|england"
        r"|[a-z]+(?:, )?)~(?:govern|appl|constru|jurisdiction)"
    ),
    r"constru(?:ed|ction)~\blaws\b",
    r"(?:exclusive|competent) (?:jurisdiction|courts?)",
    r"\bjurisdiction of (?:the )?courts?",
    r"\bcourts? (?:of|in|located in|sitting in) [a-z]",
    r"\barbitrat(?:ion|or)",
    r"applicable law (?:is|shall be)",
    (
        r"(?:适用|适用于).{0,20}法律|中华人民共和国.{0,10}法律|法律管辖|管轄|準拠法"
        r"|anwendbares recht|unterliegt dem recht|droit applicable|ley aplicable|legislaci[oó]n aplicable|lei aplicável"
    ),
)


@check(
    "W-LAW",
    title="no governing law",
    why="which acts are `unlawful` or `harm`, and whether the restrictions can be enforced at all, differs by "
    "country; without a governing law that is open",
    remedy="name the governing law and the courts, or say that the licensor's home law governs",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark when no wording for it is met."""
    if subject.agreement and not any(subject.flow.find(pattern) for pattern in _LAW):
        yield Spot("no governing law is named")
