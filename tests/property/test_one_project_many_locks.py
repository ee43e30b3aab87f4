"""The same small npm project, locked by each package manager's own program, is the same set of components."""

from pathlib import Path

import pytest

from rail.domain.component import Component, Edge, Kind
from rail.domain.record import OWNER
from rail.extractors.javascript import bunlock, denolock, packagelock, pnpmlock, yarnberry, yarnlock
from rail.sources.open import open_input

PROJECT = Path(__file__).parent / "lockfiles" / "one-project"
LOCKS = {
    "npm": ("package-lock.json", packagelock.extract),
    "yarn1": ("yarn.lock", yarnlock.extract),
    "berry": ("yarn.lock", yarnberry.extract),
    "pnpm8": ("pnpm-lock.yaml", pnpmlock.extract),
    "pnpm10": ("pnpm-lock.yaml", pnpmlock.extract),
    "bun": ("bun.lock", bunlock.extract),
    "deno": ("deno.lock", denolock.extract),
}
WITHOUT_OPTIONAL = {"deno"}
"""Deno 2.9 leaves optional dependencies of package.json out of its lock."""
WITHOUT_PEERS = {"yarn1"}
"""Yarn 1 does not write down who wants a peer."""
OPTIONAL = "pkg:npm/picocolors@1.1.1"


def read(tool):
    name, extract = LOCKS[tool]
    tree = open_input(tool, cwd=PROJECT)
    return [found for file in tree.files() if file.path.name == name for found in extract(file)]


def packages(tool):
    return {each.purl: each.groups for each in read(tool) if isinstance(each, Component) and each.kind is Kind.PACKAGE}


def edges(tool):
    return {(each.source, each.target) for each in read(tool) if isinstance(each, Edge)}


EXPECTED = packages("npm")


@pytest.mark.parametrize("tool", LOCKS)
def test_every_lock_holds_the_same_packages_in_the_same_groups(tool):
    wanted = {purl: groups for purl, groups in EXPECTED.items() if tool not in WITHOUT_OPTIONAL or purl != OPTIONAL}

    assert packages(tool) == wanted
    assert "pkg:npm/react-leaflet@4.2.1" in wanted
    assert wanted["pkg:npm/mkdirp@0.5.6"] == ("dev",)


@pytest.mark.parametrize("tool", LOCKS)
def test_every_lock_tells_the_same_edges(tool):
    wanted = {(a, b) for a, b in edges("npm") if tool not in WITHOUT_OPTIONAL or b != OPTIONAL}
    if tool in WITHOUT_PEERS:
        peers = {"pkg:npm/react@18.3.1", "pkg:npm/react-dom@18.3.1", "pkg:npm/leaflet@1.9.4"}
        wanted = {(a, b) for a, b in wanted if b not in peers or a == OWNER}

    assert edges(tool) == wanted


@pytest.mark.parametrize("tool", LOCKS)
def test_every_package_has_its_line(tool):
    for each in read(tool):
        if isinstance(each, Component):
            place = each.locations[0]
            lines = (PROJECT / tool / place.path).read_text(encoding="utf-8").split("\n")
            window = "\n".join(lines[place.line - 1 : place.line + 2])
            assert each.name in window
