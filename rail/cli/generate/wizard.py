"""The questions of `rail generate` on a terminal; answers are kept, so that it can be left and taken up again."""

from collections.abc import Callable
from typing import Any

import msgspec
import typer

from rail.cli.console import say
from rail.cli.generate.asked import Asked, artifacts, own_clause
from rail.cli.generate.folder import Folder
from rail.errors import UsageError
from rail.generate.answers import Artifact
from rail.generate.clauselist import ClauseList, load_preset, preset_names
from rail.generate.naming import usual_file
from rail.generate.selection import expand, find
from rail.generate.variants import Question, load_variant, variant_names

_NOTHING = "-"
_EMPTY = "none"
_KEPT = ".rail-license.draft.json"
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
    draft = _Draft(folder)
    if draft.answers:
        say(f"Taking up where you left; press Enter to keep an answer, {_NOTHING} to empty it.")
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
    say("\nA clause of your own says what the list does not: ID:USE=TEXT, for example")
    say("  WH-1:environment=to locate whales for whaling")
    own = draft.ask("custom", "A clause of your own?", "", _own(clauses))
    say("\nWhat restricts the work you build on goes along: its clauses are added to yours.")
    base = draft.ask("inherit", "Built on a model, dataset or project? (such as hf:bigscience/bloom)", "", str)
    plain: dict[str, Any] = {}
    for question in head.asks:
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
        carve_outs=(),
        base=None,
        inherit=(base,) if base else (),
        formats=(),
        plain={key: value for key, value in plain.items() if value != ""},
        custom=(own,) if own else (),
    )


def done(folder: Folder) -> None:
    """Drop the record of a session: its answers are in the answers file."""
    (folder.path / _KEPT).unlink(missing_ok=True)


def _listed(answer: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in answer.split(",") if each.strip())


def _file(chosen: tuple[Artifact, ...], folder: Folder, draft: "_Draft") -> str:
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


class _Draft:
    """The answers so far, in a file beside the licence until the last one is given."""

    def __init__(self, folder: Folder) -> None:
        self.path = folder.path / _KEPT
        self.answers: dict[str, str] = {}
        content = folder.read(_KEPT)
        if content is not None:
            try:
                self.answers = msgspec.json.decode(content, type=dict[str, str])
            except msgspec.DecodeError:
                say(f"{self.path} cannot be read; beginning anew")

    def ask(self, key: str, question: str, default: str, check: Callable[[str], str]) -> str:
        """Ask until the answer is understood, and keep it."""
        while True:
            kept = self.answers.get(key, default)
            shown = f"{question} [{kept or _EMPTY}]"
            answer = str(typer.prompt(shown, default=kept, show_default=False, err=True)).strip()
            if answer == _NOTHING:
                answer = ""
            try:
                answer = check(answer)
            except UsageError as fault:
                say(f"{fault.problem}\n  {fault.hint}")
                continue
            self.answers[key] = answer
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(msgspec.json.encode(self.answers))
            return answer


def _answer(question: Question, draft: _Draft) -> Any:
    if question.kind == "yes-no":
        return draft.ask(question.key, f"{question.question} (yes or no)", "yes", _one_of(("yes", "no"))) == "yes"
    if question.kind == "yes-no-unknown":
        return draft.ask(
            question.key, f"{question.question} (yes, no or unknown)", "unknown", _one_of(("yes", "no", "unknown"))
        )
    if question.kind == "number":
        return int(draft.ask(question.key, question.question, "30", _number))
    return draft.ask(question.key, question.question, "", _something if question.required else str)


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
