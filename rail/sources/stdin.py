"""One document on standard input: what it is, its first lines tell."""

import re
import sys
from collections.abc import Iterator
from typing import BinaryIO

from rail.domain.component import Home, Location
from rail.domain.report import Problem
from rail.sources.decode import decode
from rail.sources.memory import MemoryFile
from rail.sources.spi import MAX_TEXT

_JSON = (
    ('"lockfileVersion"', "package-lock.json"),
    ('"bomFormat"', "bom.cdx.json"),
    ("spdx.org/rdf/3", "document.spdx3.json"),
    ('"spdxVersion"', "document.spdx.json"),
    ('"SPDXRef-', "document.spdx.json"),
    ('"bom-ref"', "bom.cdx.json"),
    ('ependencies"', "package.json"),
    ('"name"', "package.json"),
)
# Patterns are compiled when first used: most documents say what they are without one.
_MANIFEST = r"\[(?:project|build-system|dependency-groups|tool\.[\w.-]+)\]\Z"
_REQUIREMENT = r"(?:-[rce]\s|--[a-z]|[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?\s*(?:(?:[=<>!~]=|[<>]|===|@\s).*|[;\\#].*)?$)"
_SPDX = r"""(?m)^["']?(SPDXVersion|spdxVersion)["']?:\s*["']?SPDX-\d"""
_RDF = "spdx.org/rdf/terms"
BILLS = frozenset(
    {
        "bom.cdx.json",
        "bom.cdx.xml",
        "document.spdx",
        "document.spdx.json",
        "document.spdx.rdf",
        "document.spdx.xml",
        "document.spdx.yaml",
        "document.spdx3.json",
    }
)
"""The names that are given to bills of materials."""
LOOK = 200_000
"""How many bytes of a document tell what it is."""
_CODE = r"(?:import [\w., ]+|from [\w.]+ import .+)\Z"


class StandardInput:
    """What `-` stands for; read once, when the files are asked for."""

    label = "-"
    root_name = "stdin"
    given = None
    groups = None
    first_party = True

    def __init__(self, stream: BinaryIO | None = None) -> None:
        self._stream = stream
        self._problems: list[Problem] = []

    def files(self) -> Iterator[MemoryFile]:
        """Yield the one document, named after what it looks like."""
        self._problems.clear()
        data = (self._stream or sys.stdin.buffer).read(MAX_TEXT + 1)
        if len(data) > MAX_TEXT:
            message = f"standard input is larger than {MAX_TEXT:,} bytes"
            self._problems.append(Problem(location=Location(path="stdin"), message=message, hint="name the file"))
        elif data:
            yield MemoryFile(f"stdin/{guess(data)}", data)

    def homes(self) -> Iterator[Home]:
        """Yield nothing."""
        return iter(())

    def problems(self) -> tuple[Problem, ...]:
        """Return what kept the document from being read."""
        return tuple(self._problems)


def guess(data: bytes) -> str:
    """Return a plausible file name for a document; a licence text where nothing else fits."""
    if data.startswith(b"GGUF"):
        return "model.gguf"
    text = decode(data[:LOOK])
    if text.lstrip().startswith("{"):
        return next((name for key, name in _JSON if key in text), "document.json")
    if name := _bill_name(text):
        return name
    if text.startswith("---\n") and "\n---" in text:
        return "README.md"
    lines = [line.strip() for line in text.split("\n")[: -1 if len(data) > LOOK else None]]
    if any(line.startswith("Metadata-Version:") for line in lines[:5]):
        return "stdin.dist-info/METADATA"
    if name := _toml_name({line for line in lines if line.startswith("[")}):
        return name
    statements = [line for line in lines if line and not line.startswith("#")]
    telling = len(statements) > 1 or any(mark in line for line in statements for mark in ("=", "<", ">", "@"))
    if telling and all(map(re.compile(_REQUIREMENT).match, statements)):
        return "requirements.txt"
    return "code.py" if any(map(re.compile(_CODE).match, lines)) else "LICENSE"


def _bill_name(text: str) -> str | None:
    """Return a name for a bill of materials that is not JSON."""
    if text.lstrip("\ufeff \t\n").startswith("<"):
        if "cyclonedx.org/schema/bom" in text:
            return "bom.cdx.xml"
        return "document.spdx.xml" if "<spdxVersion>" in text else "document.spdx.rdf" if _RDF in text else None
    if found := re.search(_SPDX, text):
        return "document.spdx" if found[1] == "SPDXVersion" else "document.spdx.yaml"
    return None


def _toml_name(headers: set[str]) -> str | None:
    if "[[packages]]" in headers:
        return "pylock.toml"
    if "[[package]]" in headers:
        return "poetry.lock" if "[metadata]" in headers else "uv.lock"
    return "pyproject.toml" if any(re.match(_MANIFEST, header) for header in headers) else None
