"""Whether a text by a template that is not rail's says what the answers decide."""

import re

from rail.domain.finding import Level
from rail.domain.lint import Remark
from rail.generate.bundle import Bundle
from rail.generate.compose import Item

_TOLD = ("licensor", "law", "venue", "contact", "url")
_USUAL = {
    "what is granted": r"\bgrants?\b",
    "warranty": r"\bwarrant(?:y|ies)\b",
    "liability": r"\bliab(?:le|ility)\b",
    "termination": r"\bterminat|\brights? (?:under it )?ends?\b",
    "severability": r"\bsever(?:able|ability)\b|\b(?:invalid|void|unenforceable|cannot be enforced)\b",
}
"""What a licence should speak of, by words that do."""


def unfaithful(made: Bundle, read: set[tuple[str, str]]) -> list[Remark]:
    """Return what the text leaves out; `read` are the uses and modes that a reader of the text alone sees barred."""
    text = _flat(made.text)
    items = made.made.items
    missing = [item.clause.code for item in items if _flat(item.clause.text) not in text]
    found = []
    if missing:
        found.append(
            Remark(
                code="E-TEMPLATE",
                level=Level.ERROR,
                message=f"the template leaves out the words of clauses: {', '.join(missing)}",
                why="what the text does not say does not bind, whatever rail-policy.json lists",
                remedy="loop over `groups` and their `clauses`, or over `RESTRICTIONS`; docs/generate.md shows how",
            )
        )
    unseen = sorted(
        {
            f"{item.clause.code} ({bars.use}, {bars.mode})"
            for item in items
            if not item.clause.custom and item.clause.code not in missing
            for bars in item.clause.restricts
            if (bars.use, bars.mode) not in read
        }
    )
    if unseen:
        found.append(
            _warning(
                f"in this text a reader does not see what these bar: {', '.join(unseen)}",
                "those who check the licence by its text alone, with rail or a like tool, may miss the restriction",
                "lead in with words such as `You agree not to use the Artifact in any of the following ways:`",
            )
        )
    if lost := [item.clause.code for item in items if any(_flat(each) not in text for each in _exceptions(item, made))]:
        found.append(
            _warning(
                f"the template has no words for the exceptions from {', '.join(lost)}",
                "rail-policy.json lists exceptions that the text does not grant",
                "write `carved` out in the template, or leave out --carve-out",
            )
        )
    if silent := [key for key in _TOLD if (said := getattr(made.answers, key)) and _flat(said) not in text]:
        found.append(
            _warning(
                f"the template does not say what you answered for: {', '.join(silent)}",
                "an answer that the text does not hold has no effect",
                "use the variables of these names in the template, or write it into the README",
            )
        )
    if absent := [what for what, words in _USUAL.items() if not re.search(words, text)]:
        found.append(
            _warning(
                f"the template is silent on {', '.join(absent)}",
                "the law of the place fills the gap, and not always as the parties meant",
                "add a sentence on each; templates/passages/ of rail shows one way",
            )
        )
    if made.answers.research_exemption and not made.made.answers.research_exemption:
        found.append(
            Remark(
                code="I-TEMPLATE",
                level=Level.NOTE,
                message="the template has no exemption for studies and audits; the licence is recorded without one",
                why="research into the harms that are named is then barred as well",
                remedy="write one where the template has `research_exemption`, or --no-research-exemption",
            )
        )
    return found


def _exceptions(item: Item, made: Bundle) -> list[str]:
    return [made.made.exceptions[each] for each in item.clause.carve_outs]


def _flat(words: str) -> str:
    return " ".join(words.split()).casefold()


def _warning(message: str, why: str, remedy: str) -> Remark:
    return Remark(code="W-TEMPLATE", level=Level.WARNING, message=message, why=why, remedy=remedy)
