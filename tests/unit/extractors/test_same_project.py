"""One project, locked by every tool: `jinja2`, `requests[socks]`, `python-dateutil`, an extra `cli`, a group `dev`.

And one workspace, locked by every tool of JavaScript: two members that ask for different versions of `semver`.
"""

import importlib
from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
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


PLATFORMS = {
    "uv": ("python/uvlock", "platforms-and-extras"),
    "poetry": ("python/poetrylock", "platforms-and-extras"),
    "pdm": ("python/pdmlock", "platforms-and-extras"),
    "uv, as pylock.toml": ("python/pylock", "platforms-and-extras"),
    "uv, as requirements": ("python/requirements", "platforms-and-extras"),
}


@pytest.mark.parametrize("tool", PLATFORMS)
def test_every_tool_keeps_platforms_and_extras_apart(tool, monkeypatch):
    monkeypatch.setitem(LOCKED, tool, PLATFORMS[tool])
    needed = {purl: each.platforms for purl, each in packages(tool).items()}

    assert {purl: platforms for purl, platforms in needed.items() if platforms} == {
        "pkg:pypi/appnope@1.0.0": ("darwin",),
        "pkg:pypi/colorama@0.4.6": ("win32",),
        "pkg:pypi/pexpect@4.9.0": ("!win32",),
        "pkg:pypi/ptyprocess@0.7.0": ("!win32",),  # only pexpect needs it
        "pkg:pypi/pywin32-ctypes@0.2.3": ("win32",),
    }
    assert len(needed) == 12
    if "as" not in tool.split():  # exported with all extras, which says of none who asked
        assert packages(tool)["pkg:pypi/pywin32-ctypes@0.2.3"].groups == ("trace",)
        assert packages(tool)["pkg:pypi/colorama@0.4.6"].groups == ("dev",)


WORKSPACE = "same-workspace-as-by-other-tools"
JAVASCRIPT = {"npm": "packagelock", "yarn 1": "yarnlock", "yarn 4": "yarnberry", "pnpm": "pnpmlock", "bun": "bunlock"}


def scanned(tool):
    folder = CASES / "javascript" / JAVASCRIPT[tool] / WORKSPACE / "input"
    return pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder)


@pytest.mark.parametrize("tool", JAVASCRIPT)
def test_every_tool_of_javascript_locks_the_same_workspace(tool):
    found = scanned(tool)
    facts = {purl: (each.kind, each.groups, each.root) for purl, each in found.components.items()}

    assert found.problems == ()
    assert facts == {purl: (each.kind, each.groups, each.root) for purl, each in scanned("npm").components.items()}
    assert len(facts) == 12
    assert facts["pkg:npm/ms@2.1.3"][1] == ("dev",)
    assert facts["pkg:npm/picocolors@1.1.1"][1] == ("optional",)


@pytest.mark.parametrize("tool", JAVASCRIPT)
def test_every_tool_of_javascript_tells_which_version_each_workspace_gets(tool):
    edges = {(each.source, each.target) for each in scanned(tool).edges}
    filled = {("pkg:npm/react-dom@18.3.1", "pkg:npm/react@18.3.1")}  # a peer: Yarn 1 does not say who fills it

    assert edges | filled == {(each.source, each.target) for each in scanned("npm").edges}
    assert {target for source, target in edges if source == "pkg:generic/%40shop/a@1.0.0"} == {
        "pkg:generic/%40shop/b@1.0.0",
        "pkg:npm/semver@7.8.6",
    }
    assert ("pkg:generic/%40shop/b@1.0.0", "pkg:npm/semver@5.7.3") in edges


@pytest.mark.parametrize("tool", [tool for tool in JAVASCRIPT if tool != "yarn 1"])
def test_every_tool_of_javascript_that_tells_platforms_keeps_them_apart(tool):
    folder = CASES / "javascript" / JAVASCRIPT[tool] / "platforms" / "input"
    found = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder)

    assert {purl: (each.groups, each.platforms) for purl, each in found.components.items() if each.platforms} == {
        "pkg:npm/%40esbuild/linux-x64@0.25.0": (("optional",), ("linux-x64",)),
        "pkg:npm/%40rollup/rollup-linux-x64-musl@4.30.0": (("optional",), ("linux-x64-musl",)),
        "pkg:npm/fsevents@2.3.3": (("optional",), ("darwin",)),
    }
