"""npm locks of real projects, where they lie beside the checkout."""

import os
from pathlib import Path

import pytest

from rail.domain.component import Component, Kind
from rail.domain.evidence import Evidence
from rail.extractors.javascript import packagejson, packagelock

CORPUS = Path(os.environ.get("RAIL_CORPUS", Path(__file__).parents[3] / ".." / "shared" / "corpus")) / "projects"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")


def test_the_locked_map_library_is_found_with_its_licence_and_line(one_file):
    folder = CORPUS / "P08-cowglow-react-leaflet"
    text = (folder / "package-lock.json").read_bytes()
    found = list(packagelock.extract(one_file("package-lock.json", text)))
    restricted = {
        (each.component, each.location.line)
        for each in found
        if isinstance(each, Evidence) and "Hippocratic" in each.statement
    }
    lines = text.decode().splitlines()
    assert {purl for purl, _ in restricted} == {"pkg:npm/react-leaflet@5.0.0", "pkg:npm/%40react-leaflet/core@3.0.0"}
    assert all("react-leaflet" in lines[line - 1] for _, line in restricted)


def test_a_project_of_the_same_name_is_code_of_its_own(one_file):
    text = (CORPUS / "P08-cowglow-react-leaflet" / "package.json").read_bytes()
    found = packagejson.extract(one_file("package.json", text, {"package-lock.json": b"{}"}))
    (itself,) = [each for each in found if isinstance(each, Component) and each.root]
    assert (itself.kind, itself.purl, itself.root) == (Kind.CODE, "pkg:generic/react-leaflet@0.0.0", True)


def test_a_large_lock_is_read_whole(one_file):
    text = (CORPUS / "P05-diffusionbee" / "electron_app" / "package-lock.json").read_bytes()
    found = list(packagelock.extract(one_file("package-lock.json", text)))
    components = [each for each in found if isinstance(each, Component)]
    assert len(components) > 1900
    assert all(each.locations[0].line for each in components)
