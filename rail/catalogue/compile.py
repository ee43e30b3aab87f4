"""The YAML folder → what is read at run time: `catalogue.json`, `aliases.json`, `models.dat`, `packages.dat`.

Used by the build hook, and in a checkout when a source is newer than the output.
"""

import hashlib
import os
import tempfile
from pathlib import Path

import msgspec

from rail.catalogue.aliases import alias_table
from rail.catalogue.folder import Sources, read_folder
from rail.catalogue.load import CatalogueData
from rail.catalogue.modeltable import model_table
from rail.catalogue.packagetable import package_table
from rail.catalogue.store import ALIASES, CATALOGUE, MODELS, PACKAGES


def compile_catalogue(folder: Path) -> CatalogueData:
    """Return the catalogue of `folder` (`licenses/`).

    Raises:
        RailError: a file is missing, unreadable or misshapen; its `place` names the file.
    """
    return msgspec.json.decode(compile_all(folder)[CATALOGUE], type=CatalogueData)


def compile_all(folder: Path) -> dict[str, bytes]:
    """Return the content of each compiled file; the same sources give the same bytes.

    Raises:
        RailError: as `compile_catalogue`.
    """
    sources = read_folder(folder)
    aliases = msgspec.json.encode(alias_table(sources), order="sorted")
    models = model_table(sources.models.values())
    packages = package_table(sources.packages.values())
    data = _data(sources, digest="")
    digest = hashlib.sha256()
    for content in (msgspec.json.encode(data), aliases, models, packages):
        digest.update(hashlib.sha256(content).digest())
    data = msgspec.structs.replace(data, digest=digest.hexdigest()[:12])
    return {CATALOGUE: msgspec.json.encode(data), ALIASES: aliases, MODELS: models, PACKAGES: packages}


def write_compiled(folder: Path, out: Path) -> list[Path]:
    """Compile `folder` into `out` and return the paths written; each file appears whole or not at all.

    Raises:
        RailError: as `compile_catalogue`.
        OSError: `out` cannot be written.
    """
    content = compile_all(folder)
    out.mkdir(parents=True, exist_ok=True)
    return [_write(out / name, content[name]) for name in (PACKAGES, MODELS, ALIASES, CATALOGUE)]


def _data(sources: Sources, digest: str) -> CatalogueData:
    general = [each for file in sources.general.values() for each in file.licenses]
    return CatalogueData(
        version=sources.edition.version,
        digest=digest,
        profiles=tuple(sorted(sources.profiles.values(), key=lambda each: each.id)),
        general=tuple(msgspec.structs.replace(each, aliases=()) for each in sorted(general, key=lambda each: each.id)),
        uses=tuple(sorted(sources.uses.values(), key=lambda each: each.id)),
        modes=sources.modes,
        obligations=sources.obligations,
    )


def _write(path: Path, content: bytes) -> Path:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)  # noqa: PTH101 -- mkstemp makes it private
        os.replace(temporary, path)  # noqa: PTH105 -- a string in, a path out
    except BaseException:
        os.unlink(temporary)  # noqa: PTH108 -- a string
        raise
    return path
