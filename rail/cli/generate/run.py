"""What `rail generate` does, once its options are understood."""

import difflib
import sys
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from rail.catalogue.load import Catalogue, load
from rail.cli.console import is_terminal, say
from rail.cli.generate.asked import Asked, merged
from rail.cli.generate.folder import Folder, recorded
from rail.cli.generate.template import load_template, settled
from rail.cli.output import write_text
from rail.domain.finding import Level
from rail.domain.lint import Remark
from rail.errors import UsageError
from rail.generate.answers import FILE, Answers, checked
from rail.generate.bundle import Bundle, bundle
from rail.generate.clauselist import ClauseList, load_clauses, load_preset, preset_names
from rail.generate.drift import changed_by_others, drift
from rail.generate.toml import relocked
from rail.report.terminal import visible

__all__ = ["Asked", "Manner", "listed", "run"]

_FINDINGS = 1
_MAIN = 3
"""Files that are named."""


class Manner(NamedTuple):
    """The options that decide how it is done."""

    answers: str | None
    out: str
    print_: bool
    force: bool
    check: bool
    upgrade: bool
    strict: bool
    yes: bool
    quiet: bool
    offline: bool = False


def run(asked: Asked, manner: Manner) -> int:
    """Do what was asked; return the exit code.

    Raises:
        RailError: something is missing or wrong.
    """
    folder = Folder(manner.out)
    source = Path(manner.answers) if manner.answers is not None else folder.answers_file
    before = recorded(source)
    if before is None and (manner.answers is not None or manner.check or manner.upgrade):
        raise UsageError("no answers", place=str(source), hint="`rail generate` writes them")
    clauses, catalogue = load_clauses(), load()
    asking = before is None and not asked.anything and not manner.yes and is_terminal(sys.stdin)
    if asking:
        from rail.cli.generate.wizard import ask  # noqa: PLC0415 -- only a terminal is asked

        asked = ask(folder, clauses)
    answers = merged(asked, before, clauses, catalogue)
    answers, told = _inherited(answers, asked, clauses, catalogue)
    answers, path = settled(answers, asked.plain.get("template"), source, folder.path)
    template = load_template(answers, path, offline=manner.offline)
    made = bundle(replace(answers, lock=None), clauses, catalogue, template)
    if manner.check:
        return _check(made, before, folder, clauses)
    if manner.print_:
        write_text(made.text)
        return 0
    code = _write(made, before, folder, manner, _remarks(made, told, clauses, catalogue))
    if asking and code == 0:
        from rail.cli.generate.wizard import done  # noqa: PLC0415 -- likewise

        done(folder)
    return code


def listed() -> int:
    """List presets, clauses and carve-outs."""
    clauses = load_clauses()
    lines = [f"Presets (--preset), clause list {clauses.version}"]
    lines += [f"  {name:24} {load_preset(name).title}" for name in preset_names()]
    for group in clauses.groups:
        lines += ["", f"{group.heading} (--clause)"]
        for clause in group.clauses:
            modes = dict.fromkeys([*(each.mode for each in clause.restricts), *(each.mode for each in clause.wordings)])
            mandatory = "  [base]" if clause.base else ""
            law = f"  EU AI Act {', '.join(clause.eu_ai_act)}" if clause.eu_ai_act else ""
            lines.append(f"  {clause.id:24} {clause.code}  {clause.title}{mandatory}  ({', '.join(modes)}){law}")
    lines += [
        "",
        "Clauses of your own (--custom)",
        '  --custom "WH-1:environment=to locate whales for whaling"',
        "  ID:USE=TEXT, ID:USE:MODE=TEXT or ID:USE:MODE:DOMAIN=TEXT.",
        "  TEXT continues `You agree not to use the Artifact …`; USE and MODE (usual: prohibited) are those of",
        "  `rail catalogue list uses` and `modes`; DOMAIN is one of",
        f"  {', '.join(group.domain for group in clauses.groups)}.",
    ]
    lines += ["", "Carve-outs (--carve-out CLAUSE:CARVE-OUT)"]
    for each in clauses.carve_outs.values():
        codes = [clause.code for clause in clauses.clauses().values() if each.id in clause.carve_outs]
        suits = f"  (suits {', '.join(codes)})" if codes else ""
        lines.append(f"  {each.id:24} {each.text}{suits}")
    write_text("".join(f"{line}\n" for line in lines))
    return 0


def _inherited(
    answers: Answers, asked: Asked, clauses: ClauseList, catalogue: Catalogue
) -> tuple[Answers, tuple[Remark, ...]]:
    if not asked.inherit and not asked.combined:
        return answers, ()
    from rail.generate.inherit import combine, take_over  # noqa: PLC0415 -- only with --inherit or --with
    from rail.pipeline.inheriting import bases  # noqa: PLC0415 -- likewise: it loads the whole scan

    if asked.combined:
        answers = combine(answers, bases(asked.combined, catalogue=catalogue, cwd=Path.cwd()))
    if not asked.inherit:
        return checked(answers, "--with"), ()
    taken = take_over(answers, bases(asked.inherit, catalogue=catalogue, cwd=Path.cwd()), clauses, catalogue)
    if taken.refusals:
        raise UsageError(
            "; ".join(taken.refusals),
            place="--inherit",
            hint="choose a variant that can carry it: --variant research, or rail for what may not be passed on",
        )
    return checked(taken.answers, "--inherit"), taken.remarks


def _remarks(made: Bundle, told: tuple[Remark, ...], clauses: ClauseList, catalogue: Catalogue) -> tuple[Remark, ...]:
    from rail.generate.remarks import remarks  # noqa: PLC0415 -- `--check` and `--print` do without the reader

    return (*told, *remarks(made, clauses, catalogue))


def _check(made: Bundle, before: Answers | None, folder: Folder, clauses: ClauseList) -> int:
    lock = before.lock if before else None
    if lock is not None and lock.clause_list != clauses.version:
        say(
            f"the clause list has moved from {lock.clause_list} to {clauses.version}; "
            "`rail generate --upgrade` shows what that changes"
        )
    found = drift(made, lock, folder.read)
    says = {
        "changed": "was changed by hand",
        "missing": "is missing",
        "stale": "does not say what the answers say",
    }
    for each in found:
        say(f"{visible(str(folder.path / each.path))}: {says[each.kind]}")
    if found:
        say("`rail generate` writes the files anew (--force over those changed by hand)")
    return _FINDINGS if found else 0


def _write(made: Bundle, before: Answers | None, folder: Folder, manner: Manner, told: tuple[Remark, ...]) -> int:
    warned = _tell(told, quiet=manner.quiet)
    if (manner.strict and warned) or (not manner.force and any(each.level is Level.ERROR for each in told)):
        say("nothing was written: " + ("--strict takes warnings for errors" if manner.strict else "see the errors"))
        return _FINDINGS
    there = recorded(folder.answers_file) if manner.answers is not None else before
    lock = there.lock if there else None
    others = changed_by_others(made, lock, folder.read)
    if others and not manner.force:
        raise UsageError(
            f"changed or made by someone else: {', '.join(others)}",
            place=str(folder.path),
            hint="--force writes over it, --out writes elsewhere"
            + (", --file names the licence otherwise" if made.made.file in others else ", --no-kit leaves it out"),
        )
    files = dict(made.files)
    if there is not None and replace(there, lock=None) == replace(made.answers, lock=None):
        files[FILE] = relocked(folder.answers_file.read_bytes(), made.answers)
    elif there is not None and manner.answers is not None and not manner.force:
        raise UsageError("other answers lie there", place=str(folder.answers_file), hint="--force writes over them")
    if manner.upgrade:
        write_text(_difference(made, folder))
    folder.write(files)
    if not manner.quiet:
        more = f" and {len(made.files) - _MAIN} more" if len(made.files) > _MAIN else ""
        say(f"wrote {made.made.file}, rail-license.toml, rail-policy.json{more} to {folder.path}/")
        count = len(made.made.items)
        say(f"{made.made.name}: {count} clause{'s' if count > 1 else ''}, {made.made.reference}")
    if before is None and not manner.quiet:
        for line in _next(made):
            say(f"next: {line}")
    return 0


def _next(made: Bundle) -> list[str]:
    """Return what is left to do, for someone who has never done it."""
    cards = [each for each in ("for-model", "for-dataset") if f"rail-license/{each}.txt" in made.files]
    out = ["read the licence, and have a lawyer read it; then commit all of these files"]
    if cards:
        names = " and ".join(f"rail-license/{each}.txt" for each in cards)
        out.append(f"{names}: put into the card (README.md on the hub; the part between --- at its head)")
    if made.answers.kit:
        out.append("rail-license/for-front-page.txt: the badge and a paragraph for the README of the project")
    return out


def _difference(made: Bundle, folder: Folder) -> str:
    """Return what changes in the licence, as a unified diff."""
    name = made.made.file
    before = (folder.read(name) or b"").decode("utf-8", "replace").splitlines(keepends=True)
    after = made.text.splitlines(keepends=True)
    return "".join(difflib.unified_diff(before, after, f"{name} (old)", f"{name} (new)"))


def _tell(told: tuple[Remark, ...], *, quiet: bool) -> bool:
    """Say what a maintainer should know; return whether there was a warning or an error."""
    for each in told:
        if each.level is not Level.NOTE:
            say(f"{each.level.value}: {each.code}: {visible(each.message)}\n  why: {each.why}\n  remedy: {each.remedy}")
        elif not quiet:
            say(f"note: {each.code}: {visible(each.message)}")
    return any(each.level is not Level.NOTE for each in told)
