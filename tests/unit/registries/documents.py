"""Answers of registries, of the shape that their documentation gives, and packages built to be downloaded."""

import hashlib
import io
import tarfile
import zipfile
from typing import Any

from rail.domain.component import Component, Kind
from rail.domain.evidence import Evidence
from rail.domain.record import Purl
from rail.http.client import Bounds, HttpClient
from rail.http.settings import Settings
from rail.purl import split
from rail.registries.spi import Door
from tests.fakes.registry import FakeRegistry

SIMPLE = "application/vnd.pypi.simple.v1+json"
QUICK = Bounds(connect=2.0, read=0.5, whole=1.0, pause=0.01)


def door(
    registry: FakeRegistry,
    more: dict[str, str] | None = None,
    *,
    tokens: dict[str, str] | None = None,
    bounds: Bounds = QUICK,
) -> Door:
    """Return a door whose every ecosystem is the fake registry, under a path of its own; `more` adds some."""
    names = ("npm", "huggingface", "cargo", "depsdev", "conda")
    bases = {name: (f"{registry.base}/{name}",) for name in names} | {"pypi": (f"{registry.base}/pypi/simple",)}
    bases |= {name: (registry.base + path,) for name, path in (more or {}).items()}
    settings = Settings(bases=bases, tokens=tokens or {})
    return Door(HttpClient(settings, bounds, sleep=lambda _: None), settings)


def component(identity: str, kind: Kind = Kind.PACKAGE) -> Component:
    _, name, version = split(Purl(identity))
    return Component(purl=Purl(identity), kind=kind, name=name, version=version)


def said(evidence: tuple[Evidence, ...]) -> list[tuple[str, str]]:
    """Return form and words of each statement."""
    return [(each.form.value, each.statement) for each in evidence]


def manifest(name: str, version: str, **fields: Any) -> dict[str, Any]:
    return {"name": name, "version": version, "dist": {"tarball": "http://127.0.0.1/x.tgz"}, **fields}


def wheel(name: str, version: str, metadata: str, files: dict[str, str]) -> bytes:
    """Return a wheel with these extra lines of metadata and these files beside it."""
    info = f"{name}-{version}.dist-info"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{metadata}\n")
        for path, content in files.items():
            archive.writestr(f"{info}/{path}", content)
    return stream.getvalue()


def tarball(files: dict[str, str]) -> bytes:
    """Return an npm package with these files."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for path, content in files.items():
            entry = tarfile.TarInfo(f"package/{path}")
            entry.size = len(content.encode())
            archive.addfile(entry, io.BytesIO(content.encode()))
    return stream.getvalue()


def serve_wheel(registry: FakeRegistry, name: str, version: str, content: bytes, **details: Any) -> None:
    """Offer a wheel through the Simple API, without metadata beside it."""
    filename = f"{name}-{version}-py3-none-any.whl"
    file = {
        "filename": filename,
        "url": f"../../files/{filename}",
        "hashes": {"sha256": hashlib.sha256(content).hexdigest()},
        "size": len(content),
        **details,
    }
    registry.json(f"/pypi/simple/{name}/", {"files": [file], "name": name}, media_type=SIMPLE)
