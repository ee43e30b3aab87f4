"""The alias table: normal form of a spelling → the ids of the licences that answer to it."""

from collections import defaultdict
from collections.abc import Iterator

from rail.catalogue.folder import Sources
from rail.catalogue.normalise import is_url, normal_name, normal_url
from rail.domain.profile import GeneralLicense, LicenseProfile


def alias_table(sources: Sources) -> dict[str, str]:
    """Return the table, sorted; ids are joined by spaces (they hold none), which reads faster than lists.

    Several ids mean that the spelling is shared (see `shared-aliases.yaml`).

    A clash that is not declared as shared keeps both ids here too, so that it can never clear anything; the lint
    rejects it.
    """
    table: dict[str, set[str]] = defaultdict(set)
    for alias, identity in spellings(sources):
        table[normal(alias)].add(identity)
    for shared in sources.shared:
        table[normal(shared.alias)].update(shared.ids)
    table.pop("", None)
    return {alias: " ".join(sorted(ids)) for alias, ids in sorted(table.items())}


def spellings(sources: Sources) -> Iterator[tuple[str, str]]:
    """Yield every spelling with the id of its licence."""
    for profile in sources.profiles.values():
        for spelling in profile_spellings(profile):
            yield spelling, profile.id
    for file in sources.general.values():
        for general in file.licenses:
            for spelling in general_spellings(general):
                yield spelling, general.id


def profile_spellings(profile: LicenseProfile) -> Iterator[str]:
    """Yield the spellings of one profile: id, expression, name and the whole cross-walk."""
    known = profile.identifiers
    yield profile.id
    yield profile.name
    yield profile.expression
    yield from known.spdx
    for key in known.scancode:
        yield key
        yield f"LicenseRef-scancode-{key}"
    yield from known.huggingface
    yield from known.license_names
    yield from known.names
    yield from known.urls


def general_spellings(general: GeneralLicense) -> Iterator[str]:
    """Yield the spellings of one general licence.

    A single word that is no SPDX id ("NVIDIA License", the ScanCode key `attribution`) is no spelling: it may as well
    mean a licence that does restrict uses.
    """
    yield general.id
    yield from general.aliases
    if general.scancode:
        yield f"LicenseRef-scancode-{general.scancode}"
    for spelling in (general.name, general.scancode):
        if spelling and " " in normal(spelling):
            yield spelling


def normal(spelling: str) -> str:
    """Return the normal form of a spelling, which may be a web address."""
    return normal_url(spelling) if is_url(spelling) else normal_name(spelling)
