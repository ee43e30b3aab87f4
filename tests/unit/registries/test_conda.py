"""conda-forge: the release document of anaconda.org."""

from typing import Any

import pytest

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.http.spi import NotFoundError
from rail.registries.conda import ask
from tests.fakes.registry import FakeRegistry
from tests.unit.registries.documents import door, said

THING = Purl("pkg:conda/thing@1.2")
PATH = "/conda/release/conda-forge/thing/1.2"


def build(name: str, license_: Any = "MIT", **fields: Any) -> dict[str, Any]:
    attrs = {"license": license_, "license_family": "OTHER", "subdir": "linux-64"}
    return {"basename": f"linux-64/thing-1.2-{name}", "version": "1.2", "attrs": attrs, **fields}


def serve(registry: FakeRegistry, *builds: Any) -> None:
    registry.json(PATH, {"version": "1.2", "distributions": list(builds)})


@pytest.mark.parametrize(
    ("licenses", "expected"),
    [
        (["MIT", "MIT"], [("expression", "MIT")]),
        (["GPL-2.0-or-later WITH Classpath-exception-2.0"],
         [("expression", "GPL-2.0-or-later WITH Classpath-exception-2.0")]),
        (["BSD 3-Clause"], [("name", "BSD 3-Clause")]),
        (["MIT", "LicenseRef-Rules"], [("expression", "MIT"), ("expression", "LicenseRef-Rules")]),
        (["Other", "None", "", None, 3, ["MIT"]], []),
    ],
)  # fmt: skip
def test_each_licence_that_a_build_declares_is_told_once(registry: FakeRegistry, licenses: Any, expected: Any) -> None:
    serve(registry, *(build(f"{at}.conda", each) for at, each in enumerate(licenses)))

    assert said(ask(THING, door(registry)).evidence) == expected


def test_only_an_archive_that_can_be_read_is_downloaded(registry: FakeRegistry) -> None:
    address = "//host.invalid/thing"
    serve(
        registry,
        build("a.conda", sha256="AA", size=1, download_url=address),
        build("b.tar.bz2", sha256="BB", size=9, download_url=address),
        build("c.tar.bz2", sha256="CC", size=8, download_url=address),
        build("d.tar.bz2", sha256=None, size=1, download_url=address),
    )

    download = ask(THING, door(registry)).download

    assert download is not None
    assert (download.url, download.name) == (f"https:{address}", "thing-1.2-c.tar.bz2")
    assert download.digests == {"sha256": "cc"}


@pytest.mark.parametrize("address", [None, "file:///etc/passwd", "thing.tar.bz2"])
def test_an_archive_without_an_address_on_the_web_is_not_downloaded(registry: FakeRegistry, address: Any) -> None:
    serve(registry, build("b.tar.bz2", sha256="BB", download_url=address))

    assert ask(THING, door(registry)).download is None


def test_a_version_without_builds_is_not_known(registry: FakeRegistry) -> None:
    serve(registry)

    with pytest.raises(NotFoundError):
        ask(THING, door(registry))


@pytest.mark.parametrize(
    "document",
    [
        {},
        [],
        {"distributions": 3},
        {"distributions": ["x"]},
        {"distributions": [build("a.conda", version="1.3")]},
        {"distributions": [build("a.conda"), build("b.conda", version=None)]},
    ],
)
def test_an_answer_of_another_shape_or_version_is_a_failure(registry: FakeRegistry, document: Any) -> None:
    registry.json(PATH, document)

    with pytest.raises(ReadError):
        ask(THING, door(registry))


def test_a_build_whose_fields_are_of_other_types_says_nothing(registry: FakeRegistry) -> None:
    serve(registry, build("a.conda") | {"attrs": "MIT", "basename": 3, "size": "x"})

    assert ask(THING, door(registry)).evidence == ()
