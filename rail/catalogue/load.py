"""The compiled catalogue in memory."""

import gc
from collections.abc import Mapping
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

from rail.catalogue.profiles import Profiles
from rail.catalogue.store import CATALOGUE, read
from rail.domain.profile import GeneralLicense, LicenseProfile
from rail.domain.record import Record
from rail.domain.use import Mode, Use


class Vocabulary(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The closed vocabulary of obligations: kinds and triggers with their definitions."""

    kinds: dict[str, str]
    triggers: dict[str, str]


_Profile = TypeVar("_Profile")


class _Compiled(Record, Generic[_Profile], frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What `catalogue.json` holds. The aliases of general licences are in `aliases.json` alone."""

    version: str
    digest: str
    profiles: tuple[_Profile, ...]
    general: tuple[GeneralLicense, ...]
    uses: tuple[Use, ...]
    modes: tuple[Mode, ...]
    obligations: Vocabulary


class CatalogueData(
    _Compiled[LicenseProfile], frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """The compiled catalogue with all that it holds decoded."""


class _Stored(_Compiled[msgspec.Raw], frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The compiled catalogue, its profiles not decoded yet."""


class Catalogue:
    """Licences, uses, modes and obligations, by id."""

    def __init__(self, data: CatalogueData | _Stored) -> None:
        self.version = data.version
        self.digest = data.digest
        self.profiles: Mapping[str, LicenseProfile] = (
            Profiles(data.profiles) if isinstance(data, _Stored) else {each.id: each for each in data.profiles}
        )
        self.general = {each.id: each for each in data.general}
        self.uses = {each.id: each for each in data.uses}
        self.modes = {each.id: each for each in data.modes}
        self.obligations = data.obligations

    @cached_property
    def _symbols(self) -> dict[str, str | GeneralLicense]:
        """Every symbol that stands for one licence: profiles last, by their ids, so that they win over general ones."""
        table: dict[str, str | GeneralLicense] = {}
        for general in self.general.values():
            table[general.id.lower()] = general
            if general.scancode:
                table[f"licenseref-scancode-{general.scancode}"] = general
        profiles = self.profiles.headings if isinstance(self.profiles, Profiles) else self.profiles.values()
        for profile in profiles:
            for key in profile.identifiers.scancode:
                table[f"licenseref-scancode-{key}"] = profile.id
            for key in profile.identifiers.spdx:
                table[key.lower()] = profile.id
            table[profile.expression.lower()] = profile.id
        return table

    def by_symbol(self, symbol: str) -> LicenseProfile | GeneralLicense | None:
        """Return the licence that an expression symbol stands for (case-insensitive), or `None` when unknown.

        The GNU ids without `-only`, which SPDX retired, and SPDX's `+` (this or a later version) are understood.
        """
        key = symbol.lower()
        if key.endswith("+"):
            found = self._symbols.get(f"{key[:-1]}-or-later") or self._symbols.get(key[:-1])
        else:
            found = self._symbols.get(key) or self._symbols.get(f"{key}-only")
        return self.profiles[found] if isinstance(found, str) else found


def load() -> Catalogue:
    """Return the catalogue of this installation; a checkout brings its compiled files up to date first.

    Raises:
        RailError: the data are missing, or a source in the checkout is broken.
    """
    content = read(CATALOGUE)
    paused = gc.isenabled()
    gc.disable()  # thousands of values are born and none dies: looking for dead ones takes a quarter of the time
    try:
        return Catalogue(msgspec.json.decode(content, type=_Stored))
    finally:
        if paused:
            gc.enable()
