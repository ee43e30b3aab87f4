"""From answers to what the templates need: names, facts, and the clauses grouped, numbered and lettered."""

from typing import Any

from rail.catalogue.load import Catalogue
from rail.domain.record import Record
from rail.generate import naming
from rail.generate.answers import Answers, Artifact
from rail.generate.clauselist import ClauseList
from rail.generate.selection import Selected, select
from rail.generate.variants import Variant, load_variant


class Item(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A clause at its place: `label` is where it stands, for example `Attachment A, A.2 (c)`."""

    letter: str
    label: str
    clause: Selected


class Part(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A domain of Attachment A."""

    number: int
    heading: str
    items: tuple[Item, ...]


class Composition(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A licence before it is written."""

    answers: Answers
    variant: Variant
    name: str
    reference: str
    file: str
    clause_list: str
    parts: tuple[Part, ...]
    exceptions: dict[str, str]

    @property
    def items(self) -> tuple[Item, ...]:
        """All clauses, in their order."""
        return tuple(item for part in self.parts for item in part.items)


def compose(answers: Answers, clauses: ClauseList, catalogue: Catalogue) -> Composition:
    """Return the licence that the answers ask for.

    Raises:
        UsageError: something is asked for that does not exist.
    """
    variant, _ = load_variant(answers.variant)
    selected = select(answers, clauses, catalogue)
    parts: list[Part] = []
    for group in clauses.groups:
        own = [each for each in selected if each.domain == group.domain]
        if own:
            number = len(parts) + 1
            items = tuple(
                Item(letter=naming.letter(at), label=f"Attachment A, A.{number} ({naming.letter(at)})", clause=each)
                for at, each in enumerate(own)
            )
            parts.append(Part(number=number, heading=group.heading, items=items))
    return Composition(
        answers=answers,
        variant=variant,
        name=naming.license_name(answers, variant.title),
        reference=naming.reference(answers, variant.title),
        file=naming.license_file(answers),
        clause_list=clauses.version,
        parts=tuple(parts),
        exceptions={each.id: each.text for each in clauses.carve_outs.values()},
    )


def context(made: Composition) -> dict[str, Any]:
    """Return the variables of the templates."""
    answers, variant = made.answers, made.variant
    chosen = set(answers.artifacts)
    model, application, source, data = (
        artifact in chosen for artifact in (Artifact.MODEL, Artifact.APPLICATION, Artifact.SOURCE_CODE, Artifact.DATA)
    )
    derivatives = variant.variant != "rail"
    runs = [word for word, there in (("Application", application), ("Model", model), ("Source Code", source)) if there]
    if data and answers.trained_models_bound:
        runs.append("Trained Model")
    bound = ["a Derivative"] if derivatives else []
    if answers.outputs_bound and runs:
        bound.append("an Output")
    carved = [
        {"code": item.clause.code, "exception": "; ".join(made.exceptions[each] for each in item.clause.carve_outs)}
        for item in made.items
        if item.clause.carve_outs
    ]
    return {
        "name": made.name,
        "work": answers.work.strip(),
        "licensor": answers.licensor.strip(),
        "year": answers.year,
        "version": answers.version,
        "contact": answers.contact,
        "url": answers.url,
        "law": answers.law,
        "venue": answers.venue,
        "cure_days": answers.cure_days,
        "clause_list": made.clause_list,
        "file": made.file,
        "reference": made.reference,
        "data": data,
        "model": model,
        "application": application,
        "source": source,
        "patentable": model or application or source,
        "running": _or(runs),
        "has_outputs": bool(runs),
        "distributes": variant.distributes,
        "research_only": variant.research_only,
        "grants_derivatives": derivatives,
        "outputs_bound": answers.outputs_bound,
        "trained_models_bound": answers.trained_models_bound,
        "research_exemption": answers.research_exemption,
        "personal_data": answers.personal_data,
        "derivative_or_output": "".join(f", {each}" for each in bound[:-1]) + f" or {bound[-1]}" if bound else "",
        "groups": [
            {
                "number": part.number,
                "heading": part.heading,
                "clauses": [
                    {"letter": item.letter, "text": item.clause.text, "code": item.clause.code} for item in part.items
                ],
            }
            for part in made.parts
        ],
        "carved": carved,
        "exempts": bool(carved) or answers.research_exemption,
    }


def _or(words: list[str]) -> str:
    return " or the ".join(words) if len(words) < _MANY else f"{', the '.join(words[:-1])} or the {words[-1]}"


_MANY = 3
