"""What Cargo's documents share: TOML without trust, where a crate comes from, and manifests with their groups."""

from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.extractors.tomldocument import Table, read_toml
from rail.purl import purl
from rail.sources.spi import SourceFile

_CRATES_IO = ("registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/")
_GROUPS = {"dependencies": None, "dev-dependencies": "dev", "build-dependencies": "build"}
MAX_NAME = 200


class Wish(NamedTuple):
    """A dependency in a manifest: the crate's real name, the key it goes by, its table, and its group."""

    name: str
    key: str
    about: Table
    group: str | None


def crate_purl(name: str, version: str | None, source: str | None) -> Purl:
    """Return the purl of a crate; `source` is what Cargo.lock says of its origin."""
    if not source or source.startswith(_CRATES_IO):
        return purl("cargo", name, version)
    if source.startswith("git+"):
        base, _, commit = source.partition("#")
        place = without_user(base.partition("?")[0]) + (f"@{commit}" if commit else "")
        return purl("cargo", name, version, vcs_url=place)
    return purl("cargo", name, version, repository_url=without_user(source.partition("+")[2] or source))


def without_user(url: str) -> str:
    """Return the URL without a user name or token."""
    scheme, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.rpartition('@')[2]}{slash}{path}"


def wishes(manifest: Table, *, shared: Table | None = None) -> Iterator[Wish]:
    """Yield the dependencies of a manifest, those of all platforms included; `shared` are those of its workspace."""
    tables = [manifest, *(each for each in table(manifest.get("target")).values() if isinstance(each, dict))]
    for holder in tables:
        for section, group in _GROUPS.items():
            old = section.replace("-", "_")
            for key, value in {**table(holder.get(old)), **table(holder.get(section))}.items():
                about = value if isinstance(value, dict) else {"version": value}
                if about.get("workspace") is True and shared is not None:
                    inherited = shared.get(key)
                    about = {**(inherited if isinstance(inherited, dict) else {"version": inherited}), **about}
                name = string(about.get("package")) or key
                optional = group is None and about.get("optional") is True
                if len(name) <= MAX_NAME:
                    yield Wish(name, key, about, "optional" if optional else group)


def workspace_of(file: SourceFile, manifest: Table) -> Table:
    """Return the `[workspace]` table that governs a manifest: its own, or one in a folder above."""
    if isinstance(manifest.get("workspace"), dict):
        return table(manifest["workspace"])
    for level in range(1, min(len(file.path.parts), 8)):
        above = file.beside("../" * level + "Cargo.toml")
        if above is None:
            continue
        try:
            found = read_toml(above.text(), above.path.as_posix()).get("workspace")
        except ReadError:
            continue  # its own extractor reports it
        if isinstance(found, dict):
            return found
    return {}


def table(value: object) -> Table:
    """Return a table; an empty one in the place of anything else."""
    return value if isinstance(value, dict) else {}


def string(value: object) -> str | None:
    """Return a text that says something; `None` in the place of anything else."""
    return value.strip() or None if isinstance(value, str) else None
