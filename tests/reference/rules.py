"""Every rule of `rail check`, from the docstrings of the rules."""

import re

from rail.policy.spi import Rule, load
from tests.reference._markdown import code, head, prose, sentence, table

PAGE = "rules.md"
_GROUPS = {
    "1": "What the licence says of the declared use",
    "2": "What comes down from a base model, and what is passed on",
    "3": "What is not known",
    "4": "Licence texts and cards of the project itself",
    "5": "The configuration",
    "6": "Policies of the house",
}
_PART = re.compile(r"^(What|Why|What to do): (.*)", re.DOTALL)


def markdown() -> str:
    """Return the page."""
    rules = load()
    rows = [(f"[{each.id}](#{each.id.lower()})", each.title, each.level.value, _summary(each)) for each in rules]
    intro = (
        "A finding of `rail check` names the rule that made it; `rail explain RAIL101` shows the same words as this "
        "page. [What counts towards the exit status](exit-codes.md#what-counts-as-a-finding) is its verdict, or else "
        "its level. The checks of `rail lint` are on [a page of their own](lint.md)."
    )
    page = head("Rules", "`rail/policy/rules/`", intro) + table(["rule", "title", "level", "says"], rows)
    for digit, title in _GROUPS.items():
        page += f"\n## {title}\n" + "".join(_section(each) for each in rules if each.id[4] == digit)
    return page


def _summary(rule: Rule) -> str:
    return rule.doc.partition("\n\n")[0]


def _section(rule: Rule) -> str:
    summary, *parts = rule.doc.split("\n\n")
    found = [_PART.match(each) for each in parts]
    assert all(found), f"{rule.id}: a paragraph without What, Why or What to do"
    listed = [f"- **{each[1]}.** {sentence(' '.join(prose(each[2]).split()))}" for each in found if each]
    return (
        f"\n### {rule.id}\n\n**{sentence(rule.title)}** {summary} *Level: {rule.level.value}. Slug: "
        f"{code(rule.slug)}.*\n\n" + "\n".join(listed) + "\n"
    )
