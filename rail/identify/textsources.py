"""Where the texts for the index come from: ScanCode's licence data, in a wheel or unpacked, and folders of plain texts.

ScanCode's `licenses/<key>.LICENSE` and `rules/<name>.RULE` open with flat `name: value` lines between `---`.
https://github.com/aboutcode-org/scancode-toolkit/tree/develop/src/licensedcode/data
"""

import hashlib
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.profile import LicenseProfile
from rail.errors import RailError
from rail.identify.build import KnownText, fingerprint


class Input(NamedTuple):
    """A text that went into the index: its name within its package or folder, its sha256, and whose it is."""

    name: str
    sha256: str
    known: KnownText


def scancode_texts(package: Path, catalogue: Catalogue) -> list[Input]:
    """Return the licence texts of ScanCode's data; of licences that others name too, also other wordings and notices.

    `package` is a wheel of `scancode-toolkit-mini` or `licensedcode-data`, or a folder with `licenses` and `rules`.

    Raises:
        RailError: it holds no such data.
    """
    files = dict(_files(package))
    heads = {}
    inputs = []
    lengths = {}
    for name in sorted(each for each in files if each.endswith(".LICENSE")):
        head, text = _split(files[name])
        key = PurePosixPath(name).stem
        heads[key] = head
        if not _says(head, "is_deprecated", "is_generic", "is_unknown") and text.strip():
            owner = _owner(key, head, text, catalogue)
            lengths[key] = fingerprint(text)[1]
            inputs.append(Input(name, _sha256(files[name]), owner))
    for name in sorted(each for each in files if each.endswith(".RULE")):
        head, text = _split(files[name])
        key = head.get("license_expression", "")
        if key not in lengths or _says(head, "is_deprecated") or head.get("relevance", "100") != "100":
            continue
        owner = _owner(key, heads[key], text, catalogue)
        if not owner.is_profile and owner.id.startswith("LicenseRef-"):
            continue
        length = fingerprint(text)[1]
        if _says(head, "is_license_notice") and length in _NOTICE_LENGTHS:
            inputs.append(Input(name, _sha256(files[name]), owner._replace(is_notice=True)))
        elif _says(head, "is_license_text") and length >= _WHOLE * lengths[key]:
            inputs.append(Input(name, _sha256(files[name]), owner))
    if not inputs:
        raise RailError(
            "no licence texts", place=str(package), hint="a wheel or folder with licensedcode/data/licenses"
        )
    return inputs


def folder_texts(folder: Path, catalogue: Catalogue) -> list[Input]:
    """Return the texts of a folder; `<id>.txt` and `<id>_<anything>.txt` belong to the profile or licence `<id>`.

    Raises:
        RailError: a file is named after no licence of the catalogue.
    """
    inputs = []
    for path in sorted(folder.glob("*.txt")):
        name = path.stem.partition("_")[0]
        licence = catalogue.profiles.get(name) or catalogue.by_symbol(name)
        if licence is None:
            raise RailError(f"no licence {name} in the catalogue", place=str(path), hint="name the file after its id")
        profile = isinstance(licence, LicenseProfile)
        keys = licence.identifiers.scancode if isinstance(licence, LicenseProfile) else (licence.scancode or "").split()
        content = path.read_bytes()
        known = KnownText(licence.id, profile, tuple(keys), content.decode("utf-8", "replace"))
        inputs.append(Input(path.name, _sha256(content), known))
    return inputs


def _owner(key: str, head: Mapping[str, str], text: str, catalogue: Catalogue) -> KnownText:
    """Return the text with the id that the catalogue, else SPDX, else ScanCode has for it."""
    symbol = f"LicenseRef-scancode-{key}"
    licence = catalogue.by_symbol(symbol)
    if licence is not None:
        return KnownText(licence.id, isinstance(licence, LicenseProfile), (key,), text)
    return KnownText(head.get("spdx_license_key") or symbol, is_profile=False, keys=(key,), text=text)


def _files(package: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the licence and rule files by their path from `licenses` or `rules` on."""
    if package.is_dir():
        for path in package.glob("**/*"):
            if _DATA.search(path.as_posix()) and path.is_file():
                yield f"{path.parent.name}/{path.name}", path.read_bytes()
        return
    try:
        with zipfile.ZipFile(package) as wheel:
            for name in wheel.namelist():
                if _DATA.search(name):
                    inside = PurePosixPath(name)
                    yield f"{inside.parent.name}/{inside.name}", wheel.read(name)
    except (OSError, zipfile.BadZipFile) as error:
        raise RailError("cannot be read as a wheel", place=str(package)) from error


def _split(content: bytes) -> tuple[dict[str, str], str]:
    text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    match = _HEAD.match(text)
    if match is None:
        return {}, text
    pairs = (line.partition(":") for line in match[1].split("\n") if not line.startswith(" "))
    return {name.strip(): value.strip().strip("'\"") for name, _, value in pairs if value.strip()}, text[match.end() :]


def _says(head: Mapping[str, str], *flags: str) -> bool:
    return any(head.get(flag) in {"yes", "true"} for flag in flags)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


_DATA = re.compile(r"(?:^|/)(?:licenses/[^/]+\.LICENSE|rules/[^/]+\.RULE)$")
_HEAD = re.compile(r"---\n(.*?)\n---\n?", re.DOTALL)
_WHOLE = 0.75
"""The share of a licence's length from which on another wording counts as the whole licence."""
_NOTICE_LENGTHS = range(16, 120)
