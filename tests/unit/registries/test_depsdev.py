"""deps.dev, for the ecosystems whose own registries are not asked."""

from pathlib import Path
from typing import Any

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted
from rail.domain.record import Purl
from rail.errors import ReadError
from rail.pipeline.online import Online
from rail.registries.depsdev import ask
from tests.fakes.registry import FakeRegistry
from tests.unit.registries.documents import door, said


def serve(registry: FakeRegistry, path: str, version: str, *licenses: Any) -> None:
    document = {"versionKey": {"system": "X", "name": "x", "version": version}, "licenses": list(licenses)}
    registry.json(f"/depsdev/v3/systems/{path}/versions/{version}", document)


@pytest.mark.parametrize(
    ("identity", "path"),
    [
        ("pkg:golang/example.com/a/b@v1.2.0", "GO/packages/example.com%2Fa%2Fb"),
        ("pkg:maven/org.thing/core@v1.2.0", "MAVEN/packages/org.thing%3Acore"),
        ("pkg:nuget/thing@v1.2.0", "NUGET/packages/thing"),
        ("pkg:gem/thing@v1.2.0", "RUBYGEMS/packages/thing"),
    ],
)
def test_each_ecosystem_is_asked_for_in_its_own_spelling(registry: FakeRegistry, identity: str, path: str) -> None:
    serve(registry, path, "v1.2.0", "MIT", "Apache-2.0 OR BSD-3-Clause")

    assert said(ask(Purl(identity), door(registry)).evidence) == [
        ("expression", "MIT"),
        ("expression", "Apache-2.0 OR BSD-3-Clause"),
    ]


def test_a_licence_that_it_could_not_make_out_stays_unknown(registry: FakeRegistry, tmp_path: Path) -> None:
    serve(registry, "RUBYGEMS/packages/thing", "1.0", "MIT", "non-standard")
    identity = "pkg:gem/thing@1.0"

    found = pipeline.scan(
        [identity],
        loaded=Loaded(config=Config()),
        catalogue=load(),
        cwd=tmp_path,
        online=Online(door(registry), None),
    )

    assert found.resolutions[Purl(identity)].restricted is Restricted.UNKNOWN


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"versionKey": {"version": "9"}, "licenses": ["MIT"]},
        {"versionKey": {"version": "1.0"}, "licenses": [3]},
        [],
    ],
)
def test_an_answer_of_another_shape_or_version_is_a_failure(registry: FakeRegistry, document: Any) -> None:
    registry.json("/depsdev/v3/systems/RUBYGEMS/packages/thing/versions/1.0", document)

    with pytest.raises(ReadError):
        ask(Purl("pkg:gem/thing@1.0"), door(registry))
