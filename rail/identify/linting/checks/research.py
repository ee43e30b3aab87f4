"""W-RESEARCH: a restriction so broad that it bars wanted research, without a carve-out.

Looks at outright bans on uses that researchers study (surveillance, biometrics, malware),
in texts that nowhere except research, audits or safety testing.
"""

from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_STUDIED = {
    "surveillance",
    "surveillance.mass",
    "biometrics",
    "biometrics.categorisation",
    "biometrics.emotion-recognition",
    "biometrics.identification",
    "cybersecurity",
    "cybersecurity.malware",
}
_CARVED = (
    (
        r"(?:except|unless|other than|exclud|not apply|not prohibit|not restrict|permitted|allowed|solely|only)~"
        r"(?:research|academic|audit|red[- ]team|bias|safety test|accessib|defensive|security test|journalis)"
    ),
    (
        r"(?:research|academic|audit|red[- ]team|bias|safety test|defensive)\w*~(?:is|are|remain)~(?:permitted"
        r"|allowed|excepted|exempt)"
    ),
    r"research(?: purposes)? only|(?:only|solely)~research",
)


@check(
    "W-RESEARCH",
    title="no room for research",
    why="an outright ban also stops those who measure the harm: bias studies, audits, red teams",
    remedy="add a carve-out, for example: `except research, audits and testing that aim at finding or reducing the "
    "harm`",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark, at the first such ban, that names them all."""
    bans = [clause for clause in subject.clauses if clause.mode == "prohibited" and clause.use in _STUDIED]
    if bans and not any(subject.flow.find(pattern) for pattern in _CARVED):
        uses = ", ".join(dict.fromkeys(clause.use for clause in bans))
        yield Spot(f"barred outright, research too: {uses}", bans[0].line, bans[0].text)
