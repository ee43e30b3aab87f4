"""The questions of `rail generate` on a terminal; answers are kept, so that it can be left and taken up again."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from rail.cli.console import say
from rail.cli.generate.asked import Asked, artifacts, excepted, own_clause
from rail.cli.generate.draft import KEPT, NOTHING, Draft
from rail.cli.generate.folder import Folder
from rail.errors import UsageError
from rail.generate.answers import Artifact
from rail.generate.clauselist import ClauseList, load_preset, preset_names
from rail.generate.naming import usual_file
from rail.generate.selection import expand, find
from rail.generate.variants import Question, load_variant, variant_names

_NOT_OFFICIAL = frozenset({"law", "outputs-bound", "research-exemption", "cure-days"})
"""Questions that the RAIL Initiative's templates have answered."""
_MEANS = {
    Artifact.DATA: "a dataset or corpus",
    Artifact.APPLICATION: "a program people run, or a service",
    Artifact.MODEL: "weights, checkpoints, adapters",
    Artifact.SOURCE_CODE: "code for training, inference and the rest",
}


def ask(folder: Folder, clauses: ClauseList) -> Asked:
    """Ask what has to be decided; an answer that is on record from a session that was left is offered again.

    Raises:
        typer.Abort: the user left; what was answered so far is on record.
    """
    draft = Draft(folder)
    if draft.answers:
        say(f"Taking up where you left; press Enter to keep an answer, {NOTHING} to empty it.")
    say("This writes a licence that restricts what your work may be used for. It is no legal advice.")
    say("You can leave at any time with Ctrl-C; what you answered is kept.\n")
    for name in variant_names():
        head, _ = load_variant(name)
        say(f"  {name:10} {head.label}")
    variant = draft.ask("variant", "Which kind of licence?", "openrail", _one_of(variant_names()))
    head, _ = load_variant(variant)
    say(f"  Others may: {', '.join(head.means.permitted)}.")
    say(f"  Provided: {', '.join(head.means.conditions)}.\n")
    for each in Artifact:
        say(f"  {each.letter}  {each.value:12} {_MEANS[each]}")
    letters = draft.ask("artifacts", "What is licensed? (letters, such as M or MS)", "M", _artifacts)
    chosen = artifacts((letters,))
    template = _template(chosen, draft)
    say("")
    for name in preset_names():
        say(f"  {name:24} {load_preset(name).title}")
    preset = draft.ask("preset", "Which clauses to begin with?", "official-minimum", _one_of(preset_names()))
    for name in expand([], [preset], clauses, base=None):
        clause, mode = find(name, clauses)
        modes = mode or ", ".join(dict.fromkeys(each.mode for each in clause.restricts))
        say(f"  {clause.id:28} {clause.title} ({modes})")
    say("  Each is a clause with a stable code; `rail generate --list` shows them all.")
    more = draft.ask("more", "More clauses? (ids, separated by commas; ? lists them)", "", _clauses(clauses))
    less = draft.ask("less", "Leave any of these out? (ids, separated by commas)", "", _clauses(clauses))
    own = _own_clauses(clauses, draft)
    taken = expand(_listed(more), [preset], clauses, base=None)
    left_out = {find(each, clauses)[0].id for each in _listed(less)}
    there = [each.partition(":")[0] for each in taken if each.partition(":")[0] not in left_out]
    carve_outs = _carve_outs(there, [each.partition(":")[0].strip() for each in own], clauses, draft)
    say("\nWhat restricts the work you build on goes along: its clauses are added to yours.")
    base = draft.ask("inherit", "Built on a model, dataset or project? (such as hf:bigscience/bloom)", "", str)
    plain: dict[str, Any] = {"template": template}
    for question in head.asks:
        if template == "official" and question.key in _NOT_OFFICIAL:
            continue
        if question.when != "data" or Artifact.DATA in chosen:
            say(f"\n{question.explains}")
            plain[question.key.replace("-", "_")] = _answer(question, draft)
    plain["file"] = _file(chosen, folder, draft)
    return Asked(
        variant=variant,
        artifacts=(letters,),
        presets=(preset,),
        clauses=_listed(more),
        drop=_listed(less),
        carve_outs=_listed(carve_outs),
        base=None,
        inherit=(base,) if base else (),
        formats=(),
        plain={key: value for key, value in plain.items() if value != ""},
        custom=own,
    )


def done(folder: Folder) -> None:
    """Drop the record of a session: its answers are in the answers file."""
    (folder.path / KEPT).unlink(missing_ok=True)


def _listed(answer: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in answer.split(",") if each.strip())


def _template(chosen: tuple[Artifact, ...], draft: Draft) -> str:
    """Ask whose words the licence is written in; the RAIL Initiative's know no data."""
    say("\n  rail       written for rail; works offline")
    if Artifact.DATA not in chosen:
        say("  official   the RAIL Initiative's own wording, fetched once; it names no licensor and no law")
    say("  FILE       a template of your own, such as legal/own.md.j2")

    def check(answer: str) -> str:
        if answer == "official" and Artifact.DATA in chosen:
            raise UsageError("the official templates do not cover data", hint="rail, or a file of your own")
        if answer not in {"rail", "official"} and not Path(answer).is_file():
            raise UsageError(f"no such template: {answer}", hint="rail, official, or a file that is there")
        return answer

    return draft.ask("template", "In whose words?", "rail", check)


def _own_clauses(clauses: ClauseList, draft: Draft) -> tuple[str, ...]:
    """Ask for clauses of one's own until there is none more."""
    say("\nA clause of your own says what the list does not: ID:USE=TEXT, for example")
    say("  WH-1:environment=to locate whales for whaling")
    own: list[str] = []
    question = "A clause of your own?"
    while given := draft.ask(f"custom-{len(own) + 1}", question, "", _own(clauses)):
        own.append(given)
        question = "Another one?"
    return tuple(own)


def _carve_outs(there: Sequence[str], own: Sequence[str], clauses: ClauseList, draft: Draft) -> str:
    """Ask for exceptions, if there are some that suit the clauses."""
    known = clauses.clauses()
    suited = {name: known[name].carve_outs for name in there if known[name].carve_outs}
    if not (suited or own):
        return ""
    say("\nAn exception (carve-out) leaves a good use open that a clause would bar:")
    for each in clauses.carve_outs.values():
        if own or any(each.id in names for names in suited.values()):
            say(f"  {each.id:18} {each.text}")
    for name, names in suited.items():
        say(f"  {name} may want: {', '.join(names)}")

    def check(answer: str) -> str:
        for each in _listed(answer):
            name, exception = excepted(each)
            if name.lower() not in {one.lower() for one in own} and find(name, clauses)[0].id not in there:
                raise UsageError(f"a carve-out for a clause that is not chosen: {name}", hint="add the clause first")
            if exception not in clauses.carve_outs:
                raise UsageError(f"unknown carve-out: {exception}", hint=f"one of {', '.join(clauses.carve_outs)}")
        return answer

    return draft.ask("carve-outs", "Exceptions? (CLAUSE:EXCEPTION, separated by commas)", "", check)


def _file(chosen: tuple[Artifact, ...], folder: Folder, draft: Draft) -> str:
    """Ask for another name where a licence lies already."""
    usual = usual_file(chosen)
    if folder.read(usual) is None:
        return ""
    say(f"\nThere is a file {usual} already. It stays as it is.")
    return draft.ask("file", "What shall the file of this licence be called?", "LICENSE-RAIL", _file_name(usual))


def _file_name(usual: str) -> Callable[[str], str]:
    def check(answer: str) -> str:
        if answer == usual:
            raise UsageError("that is the file that is there", hint="another name, such as LICENSE-RAIL")
        return _something(answer)

    return check


def _answer(question: Question, draft: Draft) -> Any:
    if question.kind == "yes-no":
        return draft.ask(question.key, f"{question.question} (yes or no)", "yes", _one_of(("yes", "no"))) == "yes"
    if question.kind == "yes-no-unknown":
        return draft.ask(
            question.key, f"{question.question} (yes, no or unknown)", "unknown", _one_of(("yes", "no", "unknown"))
        )
    if question.kind == "number":
        return int(draft.ask(question.key, question.question, "30", _number))
    if question.required:
        return draft.ask(question.key, question.question, "", _something, empty="needed")
    return draft.ask(question.key, question.question, "", str)


def _one_of(names: tuple[str, ...]) -> Callable[[str], str]:
    def check(answer: str) -> str:
        if answer not in names:
            raise UsageError(f"no such answer: {answer}", hint=f"one of {', '.join(names)}")
        return answer

    return check


def _artifacts(answer: str) -> str:
    if not artifacts((answer,)):
        raise UsageError("nothing is named", hint="for example M")
    return answer


def _clauses(clauses: ClauseList) -> Callable[[str], str]:
    def check(answer: str) -> str:
        if answer == "?":
            listed = [f"  {each.id:26} {each.title}" for each in clauses.clauses().values()]
            raise UsageError("\n".join(listed), hint="name some of these, or press Enter for none")
        for each in answer.split(","):
            if each.strip():
                find(each, clauses)
        return answer

    return check


def _own(clauses: ClauseList) -> Callable[[str], str]:
    from rail.catalogue.load import load  # noqa: PLC0415 -- the caller has it loaded already

    def check(answer: str) -> str:
        if answer:
            own_clause(answer, clauses, load())
        return answer

    return check


def _number(answer: str) -> str:
    if not answer.isascii() or not answer.isdigit():
        raise UsageError("not a number", hint="for example 30")
    return answer


def _something(answer: str) -> str:
    if not answer:
        raise UsageError("this cannot be empty", hint="say it in a few words")
    return answer
