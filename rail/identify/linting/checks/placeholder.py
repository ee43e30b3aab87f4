"""E-PLACEHOLDER: words of a template that nobody filled in.

Reads brackets that ask for something (`[insert …]`, `{{ … }}`, `<YOUR NAME>`, `[year]`), `TODO` and its like, and in
cards the hub's `[More Information Needed]` on a licence line. The appendix "how to apply this license" of Apache-2.0,
the GPL and others is meant to hold brackets and is left out. It cannot see a blank that is drawn as a run of
underscores.
"""

import re
from collections.abc import Iterator

from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_ASKS = (
    r"insert|describe|enter|specify|fill|add|type|provide|replace|put|write|state here|list (?:of|the|your|use)"
    r"|name of|names? of|"
    r"your|full ?name|licensor|company|organi[sz]ation|copyright (?:holder|owner)|owner|author|entity|legal name"
    r"|year|yyyy|date|"
    r"project|product|software|model|dataset|artifact|email|e-mail|contact|url|link|jurisdiction|country"
    r"|governing|city|tbd|todo|"
    r"to be (?:added|defined|determined|completed|filled|confirmed|decided)|placeholder|optional|choose|select"
    r"|delete|description"
)
_BLANK = re.compile(
    rf"\[\s*(?:{_ASKS})\b[^\]\[\n]{{0,120}}\](?![(\[])"
    rf"|<\s*(?:{_ASKS})\b[^<>\n=]{{0,120}}>"
    rf"|\{{\s*(?:{_ASKS})\b[^{{}}\n]{{0,80}}\}}"
    r"|\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}"
    r"|\[(?:请填写|填写|插入|待定)[^\]\n]{0,60}\]",
    re.IGNORECASE,
)
_SHOUTED = re.compile(
    r"\b(?:TODO|TBD|FIXME|LOREM IPSUM|Lorem ipsum)\b|<(?:[A-Z]{2,20}[ _-]){1,5}[A-Z]{2,20}>"
    r"|\((?:YEAR|COPYRIGHT HOLDER|YOUR NAME|NAME OF LICENSOR|LICENSOR NAME|INSERT [A-Z ]{2,60})\)"
)
_OWN_WORDS = re.compile(
    r"[\[<{(]+\s*(?:optional|model|software|date|link|author|product|project|year)\s*[\]>})]+", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"copyright|\(c\)|©|licensor|dated", re.IGNORECASE)
_ABOUT = re.compile(r"licen[sc]|copyright", re.IGNORECASE)
"""Words by which a line of a README, which is full of blanks in commands, speaks of the licence."""
_APPENDIX = re.compile(
    r"how to (?:apply|use) (?:these terms|this licen[sc]e|the |apache)|to apply the .{0,40}licen[sc]e to your work"
    r"|contents of this (?:file|document)|como aplicar|comment appliquer|cómo aplicar|wie sie diese|附录|如何使用",
    re.IGNORECASE,
)
_SAMPLE = re.compile(
    r"(?:following|such|this|a|your own|copyright|the)\s+(?:copyright |attribution |legal )?(?:notice|legend"
    r"|statement|words|form|text)s?\b[^.]{0,160}\Z"
    r"|(?:as follows|the form of|such as|for example|in substance|for instance)[^.]{0,80}\Z",
    re.IGNORECASE,
)
_BEFORE = 400
"""Characters that are read before a blank, for the words that make it part of a sample notice."""
_NEXT_TEXT = re.compile(
    r"(?:attachment|exhibit|annex|schedule)\s+[a-z0-9]\b|use[- ]?(?:based )?restrictions", re.IGNORECASE
)
_NEEDED = re.compile(r"licen[sc]e\W{0,12}\[more information needed\]", re.IGNORECASE)


@check(
    "E-PLACEHOLDER",
    title="placeholder left",
    why="a blank that was never filled in leaves the reader without the term that stands there; where it is the "
    "list of restrictions, nothing is restricted",
    remedy="replace the bracket with the words meant, or delete the passage",
    rule="RAIL401",
    cards=None,
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield each blank once per line."""
    if subject.card is not None:
        for line in subject.document.lines:
            if found := _NEEDED.search(line.text):
                yield Spot(f"the card leaves its licence open: {found[0]!r}", line.number, found[0])
        return
    prose = subject.path.name.lower().startswith("readme") and not subject.grants
    appendix = False
    paragraph = recent = ""
    for line in subject.document.lines:
        text = line.text
        if _NEXT_TEXT.match(text):
            appendix = False
        elif not appendix and _APPENDIX.search(text):
            appendix = True
        skipped = appendix or (prose and not _ABOUT.search(text))
        found = None if skipped else _blank(text)
        if found is not None and not _is_sample(paragraph + text[: found.start()], recent + text[: found.start()]):
            yield Spot(f"placeholder left: {found[0]}", line.number, found[0])
        paragraph = f"{paragraph}{text} "[-_BEFORE:] if text else ""
        recent = f"{recent}{text} "[-_BEFORE:]


def _blank(text: str) -> re.Match[str] | None:
    """Return the first blank of a line; a lone "[optional]" or "(software)" is none, unless it is a copyright's."""
    found = _BLANK.search(text) or _SHOUTED.search(text)
    if found is None or (_OWN_WORDS.fullmatch(found[0]) and not _COPYRIGHT.search(text)):
        return None
    return found


def _is_sample(paragraph: str, before: str) -> bool:
    """Tell whether the blank belongs to a notice that the text quotes for its users to fill in."""
    return paragraph.count('"') % 2 == 1 or _SAMPLE.search(before) is not None
