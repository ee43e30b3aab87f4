"""The clauses that licences are made of: `templates/clauses/<domain>.yaml`, in the order of the files."""

from functools import cache
from pathlib import Path

from rail.catalogue.documents import read_document
from rail.datafiles import data_folder
from rail.domain.record import Record, UseId


class Bars(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A use that a clause bars, and how."""

    use: UseId
    mode: str


class Wording(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Another wording of a clause, by which its uses are barred in another mode."""

    mode: str
    text: str


class Clause(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """One clause. `code` is printed and never given twice, `id` is what people write.

    `text` continues "not to use the Artifact …". `official` are the restrictions R1 to R25 of the RAIL Initiative's
    generator that it stands in for, `base` says that they are mandatory there. `carve_outs` are those that suit it.
    """

    id: str
    code: str
    title: str
    text: str
    restricts: tuple[Bars, ...]
    official: tuple[str, ...] = ()
    base: bool = False
    eu_ai_act: tuple[str, ...] = ()
    carve_outs: tuple[str, ...] = ()
    wordings: tuple[Wording, ...] = ()


class Group(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The clauses of one domain of the official generator; `heading` is what the licence prints."""

    domain: str
    heading: str
    clauses: tuple[Clause, ...]


class CarveOut(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An exception that can be made from a clause."""

    id: str
    label: str
    text: str


class Preset(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A named selection; `base` adds the clauses that the official generator makes mandatory."""

    title: str
    base: bool
    clauses: tuple[str, ...] = ()


class ClauseList(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All clauses, with the version that licences name."""

    version: str
    groups: tuple[Group, ...]
    carve_outs: dict[str, CarveOut]

    def clauses(self) -> dict[str, Clause]:
        """Return all clauses by id."""
        return {clause.id: clause for group in self.groups for clause in group.clauses}

    def base(self) -> tuple[str, ...]:
        """Return the ids of the clauses that the official generator makes mandatory."""
        return tuple(clause.id for clause in self.clauses().values() if clause.base)


class _Version(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    version: str


class _CarveOuts(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    carve_outs: tuple[CarveOut, ...]


def templates_folder() -> Path:
    """Return where `templates/` lies."""
    return data_folder() / "templates"


@cache
def load_clauses() -> ClauseList:
    """Read the clause list.

    Raises:
        RailError: a file of it is broken.
    """
    folder = templates_folder()
    files = sorted(each for each in (folder / "clauses").iterdir() if each.suffix == ".yaml")
    return ClauseList(
        version=read_document(folder / "clause-list.yaml", _Version).version,
        groups=tuple(read_document(file, Group) for file in files),
        carve_outs={each.id: each for each in read_document(folder / "carve-outs.yaml", _CarveOuts).carve_outs},
    )


def preset_names() -> tuple[str, ...]:
    """Return the names of the presets."""
    return tuple(sorted(each.stem for each in (templates_folder() / "presets").iterdir() if each.suffix == ".yaml"))


def load_preset(name: str) -> Preset:
    """Read one preset; `name` is one of `preset_names()`."""
    return read_document(templates_folder() / "presets" / f"{name}.yaml", Preset)
