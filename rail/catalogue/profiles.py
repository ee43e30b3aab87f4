"""The profiles of a compiled catalogue, each decoded when it is first asked for: most scans meet few of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from rail.domain.profile import LicenseProfile


class _Names(msgspec.Struct):
    spdx: tuple[str, ...] = ()
    scancode: tuple[str, ...] = ()


class Heading(msgspec.Struct):
    """What of a profile tells which symbols stand for it."""

    id: str
    expression: str
    identifiers: _Names = msgspec.field(default_factory=_Names)


class Profiles(Mapping[str, LicenseProfile]):
    """Profiles by id; `headings` are there without any of them."""

    def __init__(self, stored: Sequence[msgspec.Raw]) -> None:
        decode = msgspec.json.Decoder(Heading).decode
        self.headings = [decode(each) for each in stored]
        self._stored = {heading.id: each for heading, each in zip(self.headings, stored, strict=True)}
        self._known: dict[str, LicenseProfile] = {}

    def __getitem__(self, identity: str) -> LicenseProfile:
        """Return the profile of this id."""
        found = self._known.get(identity)
        if found is None:
            found = self._known[identity] = self._decoder.decode(self._stored[identity])
        return found

    def __contains__(self, identity: object) -> bool:
        """Tell whether there is such a profile."""
        return identity in self._stored

    def __iter__(self) -> Iterator[str]:
        """Yield the ids."""
        return iter(self._stored)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._stored)

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[LicenseProfile]:
        return msgspec.json.Decoder(LicenseProfile)
