"""The registry of Rust crates."""

from typing import Any

import pytest

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.registries.crates import ask
from tests.fakes.registry import FakeRegistry
from tests.unit.registries.documents import door, said

CRATE = Purl("pkg:cargo/thing@1.0.0")
PATH = "/cargo/api/v1/crates/thing/1.0.0"


@pytest.mark.parametrize(
    ("license_", "expected"),
    [
        ("MIT OR Apache-2.0", [("expression", "MIT OR Apache-2.0")]),
        ("MIT/Apache-2.0", [("expression", "MIT OR Apache-2.0")]),
        ("non-standard terms", [("name", "non-standard terms")]),
        (None, []),
        (["MIT"], []),
    ],
)
def test_the_licence_of_the_version_is_read(registry: FakeRegistry, license_: Any, expected: Any) -> None:
    registry.json(PATH, {"version": {"num": "1.0.0", "license": license_, "dl_path": "/d", "checksum": "AB"}})

    fact = ask(CRATE, door(registry))

    assert said(fact.evidence) == expected
    assert fact.download is not None
    assert (fact.download.url, fact.download.digests) == (f"{registry.base}/d", {"sha256": "ab"})


@pytest.mark.parametrize("document", [{}, {"version": {}}, {"version": {"num": "2.0.0", "license": "MIT"}}, []])
def test_an_answer_of_another_shape_or_version_is_a_failure(registry: FakeRegistry, document: Any) -> None:
    registry.json(PATH, document)

    with pytest.raises(ReadError):
        ask(CRATE, door(registry))
