"""What a maintainer should know before a licence is published.

The checks of `rail lint` over the text, and what only the answers tell. Codes begin as theirs: `E-`, `W-`, `I-`.
"""

from pathlib import PurePosixPath

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Clause, Restricted, TextReading
from rail.domain.finding import Level
from rail.domain.lint import Remark
from rail.generate.answers import Artifact, Inherited
from rail.generate.bundle import Bundle
from rail.generate.clauselist import ClauseList
from rail.generate.compatibility import incompatible
from rail.generate.fidelity import unfaithful
from rail.generate.inherit import lost


def remarks(made: Bundle, clauses: ClauseList, catalogue: Catalogue) -> tuple[Remark, ...]:
    """Return what is to be said of a licence and of its answers: errors first, then warnings, then notes."""
    found = [*_of_text(made, catalogue), *_of_answers(made, clauses)]
    told = {each.code for each in found}
    found += [each for each in _NOTES if each.code not in told]
    order = list(Level)
    return tuple(sorted(found, key=lambda each: (order.index(each.level), each.code)))


def _of_text(made: Bundle, catalogue: Catalogue) -> list[Remark]:
    """Return what the checks of `rail lint` say.

    What the clauses of the list bar is known; only where there are words of someone else's the text is read.
    """
    from rail.identify.linting import Subject, lint  # noqa: PLC0415 -- `--check` and `--print` do without

    lines = made.text.splitlines()
    known = tuple(
        Clause(
            use=bars.use,
            mode=bars.mode,
            text=item.clause.text,
            line=next((at for at, line in enumerate(lines, 1) if f"[{item.clause.code}]" in line), 1),
        )
        for item in made.made.items
        for bars in item.clause.restricts
    )
    reading = TextReading(restricted=Restricted.YES, restrictions=known)
    found = []
    if made.answers.custom or made.answers.template:
        from rail.identify.reading import read_text  # noqa: PLC0415 -- only for words that are not rail's

        reading = read_text(made.text, catalogue)
        read = {(each.use, each.mode) for each in reading.restrictions}
        found = [*_unread(made, read), *_linked(made)]
        if made.answers.template:
            found += unfaithful(made, read)
    checked = lint(Subject(PurePosixPath(made.made.file), made.text, reading, catalogue))
    told = {each.code for each in found}
    return [*found, *(each for each in checked if each.code not in told)]


def _unread(made: Bundle, read: set[tuple[str, str]]) -> list[Remark]:
    """Return a warning for each clause of one's own that scanners will not understand as it is meant."""
    return [
        _remark(
            "W-CUSTOM",
            f"a reader of the text alone does not see that {item.clause.code} bars {bars.use} ({bars.mode})",
            "those who check the licence with rail or a like tool, without rail-policy.json, will miss the restriction",
            "name the use by the words that people use for it: `rail explain use:" + bars.use + "` lists them",
        )
        for item in made.made.items
        if item.clause.custom
        for bars in item.clause.restricts
        if (bars.use, bars.mode) not in read
    ]


def _linked(made: Bundle) -> list[Remark]:
    """Return a warning for each clause of one's own that binds a page which can change."""
    return [
        _remark(
            "W-BY-REFERENCE",
            f"clause {each.id} binds what a link leads to",
            "the page can change without the licence changing, so what is forbidden tomorrow cannot be read here",
            "copy the words into the clause, or link to one dated version",
        )
        for each in made.answers.custom
        if "://" in each.text or "www." in each.text
    ]


def _of_answers(made: Bundle, clauses: ClauseList) -> list[Remark]:
    answers, variant = made.answers, made.made.variant
    chosen = {item.clause.id for item in made.made.items}
    dropped = [each for each in clauses.base() if each not in chosen]
    found = []
    if dropped:
        found.append(
            _remark(
                "W-BASE",
                f"without the clauses {', '.join(dropped)}",
                "the RAIL Initiative's generator makes their equivalents mandatory; users who know its licences will "
                "expect them",
                "add --base, or say in the README that they are left out on purpose",
            )
        )
    restricts = [bars for item in made.made.items for bars in item.clause.restricts]
    excepted = {item.clause.id for item in made.made.items if item.clause.carve_outs or answers.research_exemption}
    for each in answers.inherited:
        if missing := lost(each, restricts):
            found.append(_not_carried(each, missing))
        if excepted & set(each.clauses):
            found.append(
                _remark(
                    "W-INHERIT-EXEMPT",
                    f"exceptions are made from what was taken over from {each.source}",
                    "its licence may not know such an exception, and then yours lets go of what it has to carry",
                    "--no-research-exemption, and no carve-out for a clause that was taken over",
                )
            )
    found += incompatible(answers.combined, restricts)
    if not variant.distributes:
        found.append(
            _remark(
                "W-INTERNAL",
                "the variant `rail` forbids passing on and changing the work",
                "many choose RAIL for its name and do not notice; nobody may fork, fine-tune or mirror the work",
                "choose --variant openrail or --variant research unless internal use is what you mean",
            )
        )
    if Artifact.DATA in answers.artifacts and answers.personal_data == "unknown":
        found.append(
            _remark(
                "W-PERSONAL-DATA",
                "it is not said whether the data speak of living persons",
                "users of the data need to know it for their duties under the law on data protection",
                "look into the data, then --personal-data yes or --personal-data no",
            )
        )
    if answers.artifacts == (Artifact.SOURCE_CODE,):
        found.append(
            _remark(
                "W-CODE",
                "the licence is on source code alone",
                "package indexes and distributions do not take code whose use is restricted, and it cannot become "
                "part of a work under the GPL",
                "license the code openly and the model or the data under this licence, where that serves you as well",
            )
        )
    return found


def _not_carried(inherited: Inherited, missing: tuple[str, ...]) -> Remark:
    return Remark(
        code="E-INHERIT",
        level=Level.ERROR,
        message=f"not carried on from {inherited.source} ({inherited.license}): {', '.join(missing)}",
        why="the licence of what the work is built on obliges you to pass its restrictions on",
        remedy=f"run it again with --inherit {inherited.source}, or take the work out of rail-license.toml if it is "
        "no longer built on",
    )


def _remark(code: str, message: str, why: str, remedy: str) -> Remark:
    return Remark(code=code, level=Level.WARNING, message=message, why=why, remedy=remedy)


def _note(code: str, message: str, why: str, remedy: str) -> Remark:
    return Remark(code=code, level=Level.NOTE, message=message, why=why, remedy=remedy)


_NOTES = (
    _note(
        "I-NOT-OSS",
        "a licence that restricts use is not open source",
        "distributions do not take it, and forges that detect licences show it as `Other`",
        "call the work openly available with use restrictions, not open source",
    ),
    _note(
        "I-ENFORCE",
        "lawyers doubt how far licences for weights and data can be enforced",
        "whether weights are protected by copyright is open in most countries, and no court has ruled on such a clause",
        "count on the contract, on what hosts do on notice, and on those who keep to terms; not on courts alone",
    ),
)
"""What is to be known of every licence of the family."""
