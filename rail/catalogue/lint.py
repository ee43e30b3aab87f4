"""Cross-file checks of the catalogue: what no schema can say. Each complaint names its file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rail.catalogue.folder import Sources, read_folder
from rail.catalogue.lint_aliases import alias_complaints
from rail.catalogue.lint_models import model_complaints
from rail.catalogue.lint_packages import package_complaints
from rail.domain.profile import Conduct, GeneralLicense, Level, LicenseProfile
from rail.domain.use import Mode, Use
from rail.domain.verdict import Verdict
from rail.errors import RailError, ReadError
from rail.expression.parse import parse

CATEGORIES = frozenset(
    {
        "copyleft",
        "creative-commons",
        "exception",
        "no-derivatives",
        "non-commercial",
        "open-source",
        "permissive",
        "public-domain",
        "source-available",
        "weak-copyleft",
    }
)
"""What a licence that restricts no conduct may be called."""

_PLACEHOLDER = re.compile(r"\b(?:TODO|TBD|FIXME|XXX|lorem ipsum)\b|\?\?\?")
_HEADER = "# yaml-language-server: $schema="
_NO_CONDUCT = ("non-behavioural", "law-violation")


class Complaint(NamedTuple):
    """What is wrong in which file (POSIX, relative to the folder)."""

    path: str
    message: str


class Table(NamedTuple):
    """The table of known models: rows by registry and kind, edges to bases, and what is wrong."""

    rows: dict[str, int]
    edges: int
    complaints: list[Complaint]


def lint(folder: Path) -> list[Complaint]:
    """Return everything that is wrong with the data in `folder` (`licenses/`), sorted; empty when all is well."""
    found: list[Complaint] = []
    try:
        sources = read_folder(folder, lambda fault: found.append(_unreadable(folder, fault)))
    except RailError as fault:
        return [*found, _unreadable(folder, fault)]
    found += _headers(folder)
    known = _Known(sources)
    for path, profile in sources.profiles.items():
        found += (Complaint(path, message) for message in _profile(path, profile, known))
    for path, use in sources.uses.items():
        found += (Complaint(path, message) for message in _use(path, use, known))
    found += (Complaint("modes.yaml", message) for mode in sources.modes for message in _mode(mode))
    for path, file in sources.general.items():
        found += (Complaint(path, message) for each in file.licenses for message in _general(each, known))
    found += (Complaint(*each) for each in alias_complaints(sources, known.licenses))
    found += (Complaint(*each) for each in model_complaints(sources.models, known.licenses))
    found += (Complaint(*each) for each in package_complaints(sources.packages, known.symbols))
    return sorted(set(found))


def lint_models(folder: Path) -> Table:
    """Return the size of the table of known models in `folder` (`licenses/`), and everything that is wrong with it.

    Raises:
        RailError: a file that the table leans on is missing.
    """
    found: list[Complaint] = []
    sources = read_folder(folder, lambda fault: found.append(_unreadable(folder, fault)))
    found = [each for each in found if each.path.startswith("models/")]
    found += (Complaint(*each) for each in model_complaints(sources.models, _Known(sources).licenses))
    rows: dict[str, int] = {}
    for file in sources.models.values():
        for row in file.models:
            name = f"{file.registry} {row.kind}s"
            rows[name] = rows.get(name, 0) + 1
    edges = sum(len(row.base) for file in sources.models.values() for row in file.models)
    return Table(rows, edges, sorted(set(found)))


class _Known:
    """The ids that other files may refer to."""

    def __init__(self, sources: Sources) -> None:
        self.uses = {use.id for use in sources.uses.values()}
        self.modes = {mode.id for mode in sources.modes}
        self.kinds = sources.obligations.kinds.keys()
        self.triggers = sources.obligations.triggers.keys()
        self.profiles = {profile.id for profile in sources.profiles.values()}
        expressions = {profile.expression for profile in sources.profiles.values()}
        self.licenses = self.profiles | {each.id for file in sources.general.values() for each in file.licenses}
        self.symbols = expressions | {each.id for file in sources.general.values() for each in file.licenses}


def _unreadable(folder: Path, fault: RailError) -> Complaint:
    return Complaint(fault.place.removeprefix(f"{folder}/"), fault.problem)


def _headers(folder: Path) -> Iterator[Complaint]:
    """Complain of files whose first line names no schema, or one that is not there."""
    for path in sorted(folder.rglob("*.yaml")):
        with path.open(encoding="utf-8", errors="replace") as file:
            first = file.readline().rstrip("\n")
        if not first.startswith(_HEADER) or not (path.parent / first.removeprefix(_HEADER)).is_file():
            where = path.relative_to(folder).as_posix()
            yield Complaint(where, f"the first line must name the schema: {_HEADER}…/schema/….json")


def _profile(path: str, profile: LicenseProfile, known: _Known) -> Iterator[str]:
    if Path(path).stem != profile.id:
        yield f"id {profile.id} differs from the file name"
    for bar in profile.restrictions:
        if bar.use not in known.uses:
            yield f"unknown use {bar.use}"
        if bar.mode not in known.modes:
            yield f"unknown mode {bar.mode} on {bar.use}"
        if not bar.section.strip():
            yield f"no section for {bar.use}"
    for duty in profile.obligations:
        if duty.kind not in known.kinds:
            yield f"unknown obligation {duty.kind}"
        if duty.trigger not in known.triggers:
            yield f"unknown trigger {duty.trigger} of {duty.kind}"
    yield from _sense(profile)


def _sense(profile: LicenseProfile) -> Iterator[str]:
    """Complain where the parts of a profile contradict each other."""
    read = profile.verification
    if profile.complete and (read.level is not Level.FULL_TEXT or read.policy):
        yield "complete, but the text or its policy was not read in full"
    if read.level is Level.FULL_TEXT and not read.sources:
        yield "read in full, but no source is named"
    conduct = [bar.use for bar in profile.restrictions if bar.use.partition(".")[0] not in _NO_CONDUCT]
    unlawful = any(bar.use == "law-violation" for bar in profile.restrictions)
    if profile.conduct is Conduct.NO and conduct:
        yield f"conduct is no, but {conduct[0]} is restricted"
    if profile.conduct is Conduct.YES and profile.complete and not conduct and not unlawful:
        yield "conduct is yes, but no conduct is restricted"
    if profile.conduct is Conduct.UNKNOWN and profile.complete:
        yield "conduct is unknown, so the list cannot be complete"
    if len(set(profile.restrictions)) < len(profile.restrictions):
        yield "a restriction is listed twice"
    if placeholder := _PLACEHOLDER.search(str(profile)):
        yield f"placeholder {placeholder[0]}"
    if (fault := _symbol_fault(profile.expression)) is not None:
        yield fault


def _use(path: str, use: Use, known: _Known) -> Iterator[str]:
    if Path(path).stem != use.id:
        yield f"id {use.id} differs from the file name"
    parent = use.id.rpartition(".")[0]
    if parent and parent not in known.uses:
        yield f"unknown parent {parent}"
    for other in use.may_involve:
        if other not in known.uses or other == use.id:
            yield f"may-involve names {other}"
    if placeholder := _PLACEHOLDER.search(str(use)):
        yield f"placeholder {placeholder[0]}"


def _mode(mode: Mode) -> Iterator[str]:
    if mode.when.silent is Verdict.ALLOWED:
        yield f"{mode.id}: silence must not allow"
    if (mode.asks is None) != (mode.when.yes is None) or (mode.asks is None) != (mode.when.no is None):
        yield f"{mode.id}: a question needs a verdict for yes and for no"
    if mode.asks is not None and {mode.when.yes, mode.when.no} != {Verdict.ALLOWED, Verdict.PROHIBITED}:
        yield f"{mode.id}: one answer must allow and the other prohibit"


def _general(general: GeneralLicense, known: _Known) -> Iterator[str]:
    if general.category not in CATEGORIES:
        yield f"{general.id}: unknown category {general.category}"
    if (fault := _symbol_fault(general.id)) is not None:
        yield f"{general.id}: {fault}"
    if general.id in known.profiles:
        yield f"{general.id}: has a profile"


def _symbol_fault(symbol: str) -> str | None:
    """Return why `symbol` cannot stand in an SPDX expression, or `None`."""
    if not re.fullmatch(r"(?:LicenseRef-)?[A-Za-z0-9][A-Za-z0-9.-]*", symbol):
        return f"{symbol} is not a symbol of a licence expression"
    try:
        parse(symbol)
    except ReadError as fault:
        return fault.problem
    return None
