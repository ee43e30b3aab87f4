"""npm: the manifest of the exact version."""

from typing import Any

import pytest

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.http.spi import NotFoundError
from rail.registries.npm import ask
from tests.fakes.registry import FakeRegistry, Reply
from tests.unit.registries.documents import door, manifest, said

LEAFLET = Purl("pkg:npm/react-leaflet@4.2.1")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"license": "Hippocratic-2.1"}, [("expression", "Hippocratic-2.1")]),
        ({"license": "(MIT OR Apache-2.0)"}, [("expression", "(MIT OR Apache-2.0)")]),
        ({"license": {"type": "MIT", "url": "http://x.invalid"}}, [("expression", "MIT")]),
        ({"licenses": [{"type": "MIT"}, {"type": "JSON"}]}, [("expression", "MIT"), ("expression", "JSON")]),
        ({"license": "UNLICENSED"}, [("name", "UNLICENSED")]),
        ({"license": "Good, not Evil"}, [("name", "Good, not Evil")]),
        ({"license": "https://x.invalid/terms"}, [("url", "https://x.invalid/terms")]),
        ({"license": 7}, []),
        ({"license": [None, {}, {"type": 3}]}, []),
        ({}, []),
    ],
)
def test_every_shape_of_the_licence_field_is_read(
    registry: FakeRegistry, fields: dict[str, Any], expected: Any
) -> None:
    registry.json("/npm/react-leaflet/4.2.1", manifest("react-leaflet", "4.2.1", **fields))

    assert said(ask(LEAFLET, door(registry)).evidence) == expected


def test_a_whole_text_in_the_field_is_handed_over_to_be_read(registry: FakeRegistry) -> None:
    text = "You may use this.\nBut not to harm anybody."
    registry.json("/npm/react-leaflet/4.2.1", manifest("react-leaflet", "4.2.1", license=text))

    fact = ask(LEAFLET, door(registry))

    assert [each.form.value for each in fact.evidence] == ["text"]
    assert fact.texts == {fact.evidence[0].statement: text}


def test_an_answer_about_another_version_is_refused(registry: FakeRegistry) -> None:
    registry.json("/npm/react-leaflet/4.2.1", manifest("react-leaflet", "2.8.0", license="MIT"))

    with pytest.raises(ReadError, match="not what a registry"):
        ask(LEAFLET, door(registry))


def test_a_version_that_is_not_there_is_not_guessed(registry: FakeRegistry) -> None:
    with pytest.raises(NotFoundError):
        ask(LEAFLET, door(registry))


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'"MIT"', b"null", b"\xff\xfe", b"[" * 100_000, b""])
def test_an_answer_of_another_kind_is_a_failure(registry: FakeRegistry, body: bytes) -> None:
    registry.serve("/npm/react-leaflet/4.2.1", Reply(body))

    with pytest.raises(ReadError):
        ask(LEAFLET, door(registry))


def test_a_scope_is_asked_for_where_its_registry_is_with_its_token(registry: FakeRegistry) -> None:
    registry.json("/team/@team%2Ftool/1.0.0", manifest("@team/tool", "1.0.0", license="MIT"))
    private = door(registry, {"npm:@team": "/team"}, tokens={f"{registry.base}/team/": "Bearer hush"})

    fact = ask(Purl("pkg:npm/%40team/tool@1.0.0"), private)

    assert said(fact.evidence) == [("expression", "MIT")]
    assert [each.headers.get("authorization") for each in registry.asked] == ["Bearer hush"]


PACKUMENT = {
    "name": "react-leaflet",
    "versions": {
        "2.8.0": manifest("react-leaflet", "2.8.0", license="MIT"),
        "4.2.1": manifest("react-leaflet", "4.2.1", license="Hippocratic-2.1"),
    },
}


@pytest.mark.parametrize(
    "refusal", [Reply(b"{}", 404), Reply(b"", 405), Reply(b"<html>sign in</html>"), Reply(b'{"versions": {}}')]
)
def test_a_registry_without_manifests_of_versions_is_asked_for_the_whole_package(
    registry: FakeRegistry, refusal: Reply
) -> None:
    registry.serve("/npm/react-leaflet/4.2.1", refusal)
    registry.json("/npm/react-leaflet", PACKUMENT)

    assert said(ask(LEAFLET, door(registry)).evidence) == [("expression", "Hippocratic-2.1")]


def test_a_version_that_the_whole_package_lacks_stays_unknown(registry: FakeRegistry) -> None:
    registry.json("/npm/react-leaflet", PACKUMENT)

    with pytest.raises(NotFoundError, match="this version"):
        ask(Purl("pkg:npm/react-leaflet@3.0.0"), door(registry))


def test_a_whole_package_that_calls_a_version_by_another_number_is_refused(registry: FakeRegistry) -> None:
    registry.json("/npm/react-leaflet", {"versions": {"4.2.1": manifest("react-leaflet", "2.8.0", license="MIT")}})

    with pytest.raises(ReadError, match="not what a registry"):
        ask(LEAFLET, door(registry))


@pytest.mark.parametrize("status", [401, 500])
def test_a_registry_that_denies_or_fails_is_not_asked_again_for_more(registry: FakeRegistry, status: int) -> None:
    registry.serve("/npm/react-leaflet/4.2.1", Reply(b"", status))
    registry.json("/npm/react-leaflet", PACKUMENT)

    with pytest.raises(ReadError):
        ask(LEAFLET, door(registry))
    assert registry.times("/npm/react-leaflet") == 0


def test_the_archive_comes_with_its_strongest_digest(registry: FakeRegistry) -> None:
    dist = {"tarball": "https://x.invalid/-/a-1.tgz?t=1", "integrity": "sha512-AAEC junk sha256-%%", "shasum": "ff"}
    registry.json("/npm/react-leaflet/4.2.1", manifest("react-leaflet", "4.2.1") | {"dist": dist})

    download = ask(LEAFLET, door(registry)).download

    assert download is not None
    assert (download.name, download.digests["sha512"], "sha1" in download.digests) == ("a-1.tgz", "000102", False)
