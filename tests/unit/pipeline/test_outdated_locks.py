"""A manifest that asks for what its lock does not hold: the version that is locked must not answer for it."""

import json
from pathlib import Path

import pytest

from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.pipeline.scanning import Scan, scan

LOCKED = "pkg:npm/mapper@2.8.0"
UV_LOCK = """version = 1
[[package]]
name = "shop"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "mapper" }]
[[package]]
name = "mapper"
version = "2.0"
source = { registry = "https://index.example.org/simple" }
"""


def scanned(folder: Path, files: dict[str, str]) -> Scan:
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder)


def npm(asked: str, locked: str = "^2.0.0", **more: object) -> dict[str, str]:
    packages = {
        "": {"name": "shop", "dependencies": {"mapper": locked}},
        "node_modules/mapper": {"version": "2.8.0", "license": "MIT"},
    }
    return {
        "package.json": json.dumps({"name": "shop", "version": "1", "dependencies": {"mapper": asked}, **more}),
        "package-lock.json": json.dumps({"name": "shop", "lockfileVersion": 3, "packages": packages}),
    }


@pytest.mark.parametrize("asked", ["^5.0.0", "^5", ">=3", "1.x || ~4.2", "5.0.1", "npm:mapper@^5.0.0"])
def test_what_lies_outside_the_lock_of_npm_is_not_the_locked_version(tmp_path, asked):
    components = scanned(tmp_path, npm(asked)).components

    assert "pkg:npm/mapper" in components
    assert LOCKED in components


@pytest.mark.parametrize("asked", ["^2.0.0", "~2.8", "2.x", ">=2 <3", "*", "latest", "1.x || 2.x", "catalog:"])
def test_what_the_lock_of_npm_holds_is_not_told_twice(tmp_path, asked):
    packages = [each for each in scanned(tmp_path, npm(asked)).components if each.startswith("pkg:npm/")]

    assert packages == [LOCKED]


def test_another_version_put_in_place_by_the_manifest_is_meant(tmp_path):
    components = scanned(tmp_path, npm("^5.0.0", overrides={"mapper": "2.8.0"})).components

    assert "pkg:npm/mapper" not in components


def test_a_dependency_that_the_lock_of_npm_does_not_hold_is_still_told(tmp_path):
    files = npm("^2.0.0")
    manifest = {"name": "shop", "version": "1", "dependencies": {"mapper": "^2.0.0", "added": "^1.0.0"}}

    components = scanned(tmp_path, {**files, "package.json": json.dumps(manifest)}).components

    assert "pkg:npm/added" in components


def test_peers_that_the_lock_of_npm_does_not_hold_are_not_told(tmp_path):
    files = npm("^2.0.0", peerDependencies={"frame": ">=1"})

    assert not [each for each in scanned(tmp_path, files).components if "frame" in each]


def test_a_member_that_asks_for_another_version_than_the_root_is_told(tmp_path):
    member = {"name": "app", "version": "1", "dependencies": {"mapper": "^5.0.0"}}
    found = scanned(tmp_path, {**npm("^2.0.0"), "app/package.json": json.dumps(member)})

    edges = {(each.source, each.target) for each in found.edges}
    assert ("pkg:generic/app@1", "pkg:npm/mapper") in edges
    assert ("pkg:generic/app@1", LOCKED) not in edges
    assert ("pkg:generic/shop@1", LOCKED) in edges


@pytest.mark.parametrize("asked", ["mapper>=5", "mapper~=3.1", "mapper==2.1", "mapper<2"])
def test_what_lies_outside_the_lock_of_uv_is_not_the_locked_version(tmp_path, asked):
    manifest = f'[project]\nname = "shop"\nversion = "1"\ndependencies = ["{asked}"]\n'

    assert "pkg:pypi/mapper" in scanned(tmp_path, {"pyproject.toml": manifest, "uv.lock": UV_LOCK}).components


@pytest.mark.parametrize(
    "asked", ["mapper", "mapper>=1,<3", "mapper==2.*", "mapper==2.0", "mapper>=5; python_version<'3.8'"]
)
def test_what_the_lock_of_uv_holds_is_not_told_twice(tmp_path, asked):
    manifest = f'[project]\nname = "shop"\nversion = "1"\ndependencies = ["{asked}"]\n'
    components = scanned(tmp_path, {"pyproject.toml": manifest, "uv.lock": UV_LOCK}).components

    assert [each for each in components if each.startswith("pkg:pypi/")] == ["pkg:pypi/mapper@2.0"]


def test_requirements_of_a_folder_do_not_take_a_version_that_they_exclude_from_a_folder_below(tmp_path):
    components = scanned(
        tmp_path, {"requirements.txt": "mapper>=5\n", "old/requirements.txt": "mapper==2.0\n"}
    ).components

    assert {"pkg:pypi/mapper", "pkg:pypi/mapper@2.0"} <= set(components)
