"""Several projects in one tree: one report, and what each of them leads to."""

import json
from pathlib import Path

import msgspec

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.report import Report, RootSummary
from rail.report.json import encode
from rail.report.spi import Style, find

UV_LOCK = """version = 1
[[package]]
name = "api"
version = "2.0"
source = { virtual = "." }
dependencies = [{ name = "requests" }]
[[package]]
name = "requests"
version = "2.32.0"
source = { registry = "https://pypi.example.org/simple" }
"""


def monorepo(folder: Path) -> Report:
    """Return the report of a tree with a web shop, a service, and a library that no lock covers."""
    web, api, lib = folder / "apps/web", folder / "apps/api", folder / "libs/maps"
    for each in (web, api, lib):
        each.mkdir(parents=True)
    packages = {
        "": {"name": "web", "version": "1.0.0", "dependencies": {"react-leaflet": "^5.0.0"}},
        "node_modules/react-leaflet": {"version": "5.0.0", "dependencies": {"leaflet": "1"}},
        "node_modules/leaflet": {"version": "1.9.4", "license": "BSD-2-Clause"},
    }
    (web / "package.json").write_text(json.dumps(packages[""]))
    (web / "package-lock.json").write_text(json.dumps({"name": "web", "lockfileVersion": 3, "packages": packages}))
    (api / "pyproject.toml").write_text('[project]\nname = "api"\nversion = "2.0"\ndependencies = ["requests"]\n')
    (api / "uv.lock").write_text(UV_LOCK)
    (lib / "package.json").write_text(json.dumps({"name": "maps", "dependencies": {"react-leaflet": "^2.0.0"}}))
    scan = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder)
    return pipeline.report_scan(scan, catalogue=load())


def counts(**changes: int) -> dict[str, int]:
    return {"no": 0, "unknown": 0, "by-reference": 0, "yes": 0} | {k.replace("_", "-"): v for k, v in changes.items()}


def test_each_project_is_counted_by_itself(tmp_path):
    roots = {each.component: each for each in monorepo(tmp_path).summary.roots}

    assert roots == {
        "pkg:generic/api@2.0": RootSummary(
            component="pkg:generic/api@2.0", path="apps/api/pyproject.toml", components=1, restricted=counts(unknown=1)
        ),
        "pkg:generic/maps": RootSummary(
            component="pkg:generic/maps", path="libs/maps/package.json", components=1, restricted=counts(no=1)
        ),
        "pkg:generic/web@1.0.0": RootSummary(
            component="pkg:generic/web@1.0.0",
            path="apps/web/package.json",
            components=2,
            restricted=counts(no=1, by_reference=1),
        ),
    }


def test_a_project_that_no_lock_covers_does_not_get_the_version_of_its_neighbour(tmp_path):
    edges = {(each.source, each.target) for each in monorepo(tmp_path).edges}

    assert ("pkg:generic/maps", "pkg:npm/react-leaflet") in edges
    assert ("pkg:generic/web@1.0.0", "pkg:npm/react-leaflet@5.0.0") in edges


def test_the_projects_stand_in_the_reports_for_people_and_in_a_saved_one(tmp_path):
    report = monorepo(tmp_path)
    saved = msgspec.json.decode(encode(report), type=Report)

    assert saved.summary.roots == report.summary.roots
    for name in ("text", "markdown", "html"):
        written = b"".join(find(name).write(saved, Style(verb="scan"))).decode()
        assert "apps/web/package.json" in written, name


def test_reports_of_two_projects_become_one_that_tells_them_apart(tmp_path):
    report = monorepo(tmp_path)
    apart = [
        pipeline.report_scan(
            pipeline.scan([each], loaded=Loaded(config=Config()), catalogue=load(), cwd=tmp_path), catalogue=load()
        )
        for each in ("apps/web", "apps/api")
    ]

    assert all(each.summary.roots == () for each in apart)
    assert {each.component for each in pipeline.merge(apart).summary.roots} < {
        each.component for each in report.summary.roots
    }


def test_one_project_has_no_list_of_projects(tmp_path):
    (tmp_path / "requirements.txt").write_text("requests==2.32.0\n")
    scan = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=tmp_path)

    assert pipeline.report_scan(scan, catalogue=load()).summary.roots == ()
