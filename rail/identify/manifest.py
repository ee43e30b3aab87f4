"""Write the index of known texts and the record of what it was made from."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from rail.catalogue.load import Catalogue
from rail.domain.record import Record
from rail.identify.build import compile_index
from rail.identify.clauses.sayings import SAYINGS
from rail.identify.fingerprints import Fingerprints
from rail.identify.readings import READINGS
from rail.identify.tellings import compile_readings, compile_sayings, may_restrict
from rail.identify.textsources import Input, folder_texts, scancode_texts
from rail.identify.vocabulary import VOCABULARY, compile_vocabulary

INDEX = "index.bin"
MANIFEST = "manifest.json"


class TextsFrom(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One package, pinned by its sha256, or one folder, with `name: [licence id, sha256]` of each text."""

    source: str
    count: int
    sha256: str | None
    texts: dict[str, tuple[str, str]]


class Manifest(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the index was made from. `sha256` is that of the index."""

    schema: str = "rail.fingerprints/1"
    sha256: str
    inputs: tuple[TextsFrom, ...]


def write_fingerprints(packages: Sequence[Path], folders: Sequence[Path], catalogue: Catalogue, out: Path) -> Manifest:
    """Read the packages and the folders of texts, write the index, what goes with it and `manifest.json` into `out`.

    The texts of profiles win over others with the same words.

    Raises:
        RailError: an input holds no texts, or a text belongs to no licence of the catalogue.
    """
    sources: list[TextsFrom] = []
    inputs: list[Input] = []
    for place in (*folders, *packages):
        found = folder_texts(place, catalogue) if place in folders else scancode_texts(place, catalogue)
        inputs += found
        sources.append(
            TextsFrom(
                source=place.name,
                count=len(found),
                sha256=hashlib.sha256(place.read_bytes()).hexdigest() if place.is_file() else None,
                texts={} if place.is_file() else {each.name: (each.known.id, each.sha256) for each in found},
            )
        )
    inputs.sort(key=lambda each: (not each.known.is_profile, each.known.id, each.name))
    index = compile_index(each.known for each in inputs)
    manifest = Manifest(sha256=hashlib.sha256(index).hexdigest(), inputs=tuple(sources))
    out.mkdir(parents=True, exist_ok=True)
    may = [each.known for each in inputs if may_restrict(each.known, catalogue)]
    ordinary = (each.known.text for each in inputs if not each.known.is_profile and each.name.endswith(".LICENSE"))
    for name, content in (
        (INDEX, index),
        (READINGS, compile_readings(may, Fingerprints(index))),
        (SAYINGS, compile_sayings(may)),
        (VOCABULARY, compile_vocabulary(ordinary).encode()),
        (MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"),
    ):
        _replace(out / name, content)
    return manifest


def _replace(path: Path, content: bytes) -> None:
    """Put a new file in the place of an old one, which a running rail may hold in its memory map."""
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(content)
    fresh.replace(path)
