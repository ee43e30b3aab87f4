"""One project, locked by every tool: `jinja2`, `requests[socks]`, `python-dateutil`, an extra `cli`, a group `dev`."""

import importlib
from pathlib import Path

import pytest

from rail.domain.component import Component, Edge, Kind
from rail.domain.record import OWNER
from rail.extractors.spi import EXTRACTORS
from rail.sources.open import open_input

CASES = Path(__file__).parents[2] / "cases" / "extractors"
LOCKED = {
    "uv": ("python/uvlock", "same-project-as-by-other-tools"),
    "poetry": ("python/poetrylock", "poetry-2-with-groups-and-extras"),
    "pdm": ("python/pdmlock", "inherited-groups"),
    "pdm without groups": ("python/pdmlock", "no-groups-in-the-lock"),
    "pip-tools": ("python/requirements", "same-project-by-pip-tools"),
    "pipenv": ("python/pipfilelock", "three-categories"),
    "uv, as a bill of materials": ("sbom/cyclonedx", "uv-export-1.5-without-licences"),
}
GROUPED = [tool for tool in LOCKED if tool not in ("pip-tools", "uv, as a bill of materials")]


def found(tool):
    name, case = LOCKED[tool]
    importlib.import_module(f"rail.extractors.{name.replace('/', '.')}")
    extractor = EXTRACTORS[name]
    values = []
    for file in open_input("input", cwd=CASES / name / case).files():
        if file.path.name.lower() in {pattern.lower() for pattern in extractor.patterns} or file.path.suffix in (
            ".txt",
            ".json",
        ):
            values += extractor.extract(file)
    return values


def packages(tool):
    return {each.purl: each for each in found(tool) if isinstance(each, Component) and each.kind is Kind.PACKAGE}


@pytest.mark.parametrize("tool", LOCKED)
def test_every_tool_locks_the_same_packages(tool):
    assert sorted(packages(tool)) == sorted(packages("uv"))
    assert len(packages(tool)) == 16


@pytest.mark.parametrize("tool", GROUPED)
def test_every_tool_tells_the_same_groups(tool):
    groups = {purl: each.groups for purl, each in packages(tool).items()}

    assert groups == {purl: each.groups for purl, each in packages("uv").items()}
    assert groups["pkg:pypi/rich@15.0.0"] == ("cli",)
    assert groups["pkg:pypi/mdurl@0.1.2"] == ("cli",)
    assert groups["pkg:pypi/pluggy@1.7.0"] == ("dev",)
    assert groups["pkg:pypi/pysocks@1.7.1"] == ()


@pytest.mark.parametrize("tool", [tool for tool in LOCKED if tool != "pipenv"])
def test_every_tool_tells_who_asks_for_whom(tool):
    own = {each.purl for each in found("uv") if isinstance(each, Component) and each.kind is Kind.CODE} | {OWNER}

    def edges(tool):
        return {
            (OWNER if each.source in own else each.source, each.target)
            for each in found(tool)
            if isinstance(each, Edge)
        }

    assert edges(tool) == edges("uv")
