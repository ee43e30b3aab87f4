"""The shapes of the files under `licenses/`, and how a folder of them is read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, TypeVar

from rail.catalogue.documents import read_document
from rail.catalogue.load import Vocabulary
from rail.domain.known import KnownModel, KnownPackage
from rail.domain.profile import GeneralLicense, LicenseProfile
from rail.domain.record import Record
from rail.domain.use import Mode, Use
from rail.errors import RailError

_T = TypeVar("_T")


class Edition(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`catalogue.yaml`: which edition of the data this is (year and month)."""

    version: str


class Modes(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`modes.yaml`: the ways in which a restriction can bind."""

    modes: tuple[Mode, ...]


class GeneralFile(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`general/<category>.yaml`: licences that restrict no conduct."""

    licenses: tuple[GeneralLicense, ...]


class SharedAlias(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A spelling that several profiles answer to, and why it cannot be told which is meant."""

    alias: str
    ids: tuple[str, ...]
    reason: str


class SharedAliases(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`shared-aliases.yaml`."""

    shared: tuple[SharedAlias, ...]


class ModelFile(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`models/**.yaml`: models and datasets of one maker, or the names of one registry."""

    registry: Literal["huggingface", "ollama", "docker"] = "huggingface"
    models: tuple[KnownModel, ...]


class PackageFile(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """`packages/*.yaml`: packages of one registry whose licence is worth knowing where nothing else tells it."""

    packages: tuple[KnownPackage, ...]


class Sources(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything under `licenses/`, typed, each value with the path it came from where a complaint may need it."""

    edition: Edition
    profiles: dict[str, LicenseProfile]
    uses: dict[str, Use]
    modes: tuple[Mode, ...]
    obligations: Vocabulary
    general: dict[str, GeneralFile]
    shared: tuple[SharedAlias, ...]
    models: dict[str, ModelFile]
    packages: dict[str, PackageFile]


def read_folder(folder: Path, refuse: Callable[[RailError], None] | None = None) -> Sources:
    """Return the data of `folder`, keyed by path relative to it.

    `refuse` takes the faults of single files and lets the others be read.

    Raises:
        RailError: a file cannot be read and there is no `refuse`, or one of the single files is missing.
    """

    def each(pattern: str, shape: type[_T]) -> dict[str, _T]:
        return dict(_documents(folder, pattern, shape, refuse))

    return Sources(
        edition=read_document(folder / "catalogue.yaml", Edition),
        profiles=each("profiles/*.yaml", LicenseProfile),
        uses=each("uses/*.yaml", Use),
        modes=read_document(folder / "modes.yaml", Modes).modes,
        obligations=read_document(folder / "obligations.yaml", Vocabulary),
        general=each("general/*.yaml", GeneralFile),
        shared=read_document(folder / "shared-aliases.yaml", SharedAliases).shared,
        models=each("models/**/*.yaml", ModelFile),
        packages=each("packages/*.yaml", PackageFile),
    )


def _documents(
    folder: Path, pattern: str, shape: type[_T], refuse: Callable[[RailError], None] | None
) -> Iterator[tuple[str, _T]]:
    for path in sorted(folder.glob(pattern)):
        try:
            yield path.relative_to(folder).as_posix(), read_document(path, shape)
        except RailError as fault:  # noqa: PERF203 -- each file may fail alone
            if refuse is None:
                raise
            refuse(fault)
