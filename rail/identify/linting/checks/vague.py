"""W-VAGUE: restrictions in words that nobody can measure.

Looks only at the clauses that restrict conduct. Each phrase is told once, at its first clause, with a tighter wording.
"""

import re
from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

TIGHTER = (
    (r"adversely (?:impact|affect)\w*", "name the effect: `denies a person a right, a benefit or a contract`"),
    (
        r"verifiably false",
        "say by what: `contradicted by a public record that is named, and known to be false by who publishes it`",
    ),
    (r"(?:detrimental|negative) (?:to|impact|effect)\w*", "name what is lost, by whom, and from when it counts"),
    (r"\b(?:immoral|unethical|indecent|evil)\b", "name the conduct itself; morals differ by reader"),
    (
        r"\bgood morals\b|public order|public morals|social morality",
        "name the conduct itself, or the law that forbids it",
    ),
    (
        r"\b(?:offensive|objectionable|inappropriate|unsavou?ry|undesirable)\b",
        "name the content: `incites violence against a group`, `shows sexual acts`",
    ),
    (r"otherwise (?:harm|exploit|objectionable|inappropriate|abus)\w*", "strike `otherwise`, or list what is meant"),
    (
        r"\bharm(?:s|ed|ing|ful)?\b",
        "say which: `physical injury, serious psychological injury or financial loss to a person`",
    ),
    (r"\bdisparage\w*", "limit it to false statements of fact about a person"),
    (
        r"\b(?:exploit\w*) (?:any of the )?vulnerabilit\w*",
        "name the groups, and the material distortion of their conduct",
    ),
    (
        r"\bsocial(?:ly)? (?:harm\w*|benefi\w*|good)|\bfor good\b|public interest|national security",
        "say who decides it and by what measure",
    ),
)
_TABLE = tuple((re.compile(pattern, re.IGNORECASE), advice) for pattern, advice in TIGHTER)


@check(
    "W-VAGUE",
    title="vague restriction",
    why="users cannot tell whether they comply and courts may not enforce what cannot be measured",
    remedy="say what act or effect is meant, on whom",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark for each vague phrase."""
    met: dict[int, tuple[str, list[int]]] = {}
    for clause in subject.clauses:
        rest = clause.text
        for rank, (pattern, _) in enumerate(_TABLE):
            found = pattern.search(rest)
            if found:
                rest = pattern.sub(" ", rest)
                lines = met.setdefault(rank, (found[0], []))[1]
                if clause.line not in lines:
                    lines.append(clause.line)
    for rank, (words, lines) in met.items():
        times = f", on {len(lines)} lines" if len(lines) > 1 else ""
        yield Spot(f"vague: {' '.join(words.split())!r}{times}", lines[0], words, _TABLE[rank][1])
