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

_LOOK = 200_000
_SIGNS = (
    (r"\s*\{.*\"(?:lockfileVersion)\"\s*:", "package-lock.json"),
    (r"\s*\{.*\"bomFormat\"\s*:", "bom.cdx.json"),
    (r"\s*\{.*\"spdxVersion\"\s*:", "document.spdx.json"),
    (r"\s*\{.*\"(?:dependencies|devDependencies|name)\"\s*:", "package.json"),
    (r"\s*\{", "document.json"),
    (r"(?:.*\n)?lock-version\s*=.*^\[\[packages\]\]", "pylock.toml"),
    (r"(?:.*\n)?\[\[package\]\].*^(?:\[metadata\]|content-hash\s*=)", "poetry.lock"),
    (r"(?:.*\n)?\[\[package\]\]\s*$", "uv.lock"),
    (r"(?:.*\n)?\[(?:project|build-system|tool\.[\w.-]+|dependency-groups)\]\s*$", "pyproject.toml"),
    (r"(?:.*\n)?Metadata-Version:", "stdin.dist-info/METADATA"),
    (r"---[ \t]*\n.*?^---[ \t]*$", "README.md"),
)
_NAMES = tuple((re.compile(sign, re.DOTALL | re.MULTILINE), name) for sign, name in _SIGNS)
_REQUIREMENT = re.compile(
    r"(?:-[rce]\s|--[a-z]|[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?\s*(?:(?:[=<>!~]=|[<>]|===|@\s).*|[;\\#].*)?$)"
)
_CODE = re.compile(r"^(?:import [\w., ]+|from [\w.]+ import .+)$", re.MULTILINE)


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
    text = decode(data[:_LOOK])
    for sign, name in _NAMES:
        if sign.match(text):
            return name
    lines = [line.strip() for line in text.split("\n")[: -1 if len(data) > _LOOK else None]]
    statements = [line for line in lines if line and not line.startswith("#")]
    if statements and all(_REQUIREMENT.match(line) for line in statements):
        return "requirements.txt"
    return "code.py" if _CODE.search(text) else "LICENSE"
