"""Licences by templates that are not rail's: a maintainer's own, or the RAIL Initiative's.

They are Markdown with the variables of rail's own templates (`compose.context`) and those of the RAIL Initiative's
generator, in capitals. The restrictions are rail's clauses in either.
"""

import re
from typing import Any, NamedTuple

from msgspec.structs import replace

from rail.generate.answers import Artifact
from rail.generate.compose import Composition, Item, context
from rail.generate.render import escaped, tidied
from rail.generate.sandbox import render

_WORDS = {Artifact.APPLICATION: "Application", Artifact.MODEL: "Model", Artifact.SOURCE_CODE: "Source Code"}
_EXEMPTION = re.compile(r"\b(?:research_exemption|exempts)\b")
_NO_ID = "none: rendered with rail, not by the RAIL Initiative's generator; no legal advice"


class Foreign(NamedTuple):
    """A template: where it lies, its text, and which version of it that is (a commit, empty for a file)."""

    place: str
    text: str
    version: str = ""


def fitted(made: Composition, template: Foreign) -> Composition:
    """Return the licence without what the template has no words for, its clauses at the places that it gives them."""
    if "RESTRICTIONS" in template.text:
        parts = tuple(
            replace(
                part,
                items=tuple(
                    replace(item, label=f"Attachment A, {part.number}. ({item.letter})") for item in part.items
                ),
            )
            for part in made.parts
        )
        made = replace(made, parts=parts)
    if not made.answers.research_exemption or _EXEMPTION.search(template.text):
        return made
    return replace(made, answers=replace(made.answers, research_exemption=False))


def foreign_markdown(made: Composition, template: Foreign) -> str:
    """Return the licence as Markdown.

    Raises:
        ReadError: the template cannot be rendered.
    """
    return tidied(render(template.text, template.place, variables(made, template), escaped))


def variables(made: Composition, template: Foreign) -> dict[str, Any]:
    """Return what the template may ask for."""
    answers = made.answers
    return {
        **{name: value for name, value in context(made).items() if value is not None},
        "ARTIFACTS": [_WORDS.get(each, "Data") for each in answers.artifacts],
        "SHORT_ARTIFACT_NAME": "".join(each.letter for each in answers.artifacts),
        "LICENSE_NAME": answers.work.strip(),
        "LICENSE_ID": _NO_ID,
        "LICENSE_TIMESTAMP": str(answers.year) if answers.year else "undated",
        "LICENSE_TEMPLATE_VERSION": template.version or "own",
        "RESTRICTIONS": {
            part.items[0].clause.domain: [[item.letter, _sentence(item, made)] for item in part.items]
            for part in made.parts
        },
    }


def _sentence(item: Item, made: Composition) -> str:
    """Return a clause as a sentence, with its exceptions and its code."""
    text = item.clause.text
    besides = "; ".join(made.exceptions[each] for each in item.clause.carve_outs)
    return f"{text[0].upper()}{text[1:]}{f', except: {besides}' if besides else ''}. [{item.clause.code}]"
