"""Python indexes: JSON documents, metadata beside wheels, several indexes."""

import hashlib
from typing import Any

import pytest

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.http.spi import NotFoundError, UnexpectedError, UnreachableError
from rail.registries.pypi import ask
from tests.fakes.registry import FakeRegistry, Reply
from tests.unit.registries.documents import SIMPLE, door, said, serve_wheel

THING = Purl("pkg:pypi/thing@1.0")
METADATA = "Metadata-Version: 2.4\nName: thing\nVersion: 1.0\n"


def info(**fields: Any) -> dict[str, Any]:
    return {"info": {"name": "thing", "version": "1.0", **fields}, "urls": []}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"license_expression": "MIT", "license": None}, [("expression", "MIT")]),
        ({"license": "Apache 2.0"}, [("name", "Apache 2.0")]),
        ({"license": "UNKNOWN"}, []),
        (
            {"license": "MIT", "classifiers": ["Topic :: Text", "License :: OSI Approved :: MIT License", 3]},
            [("expression", "MIT"), ("classifier", "License :: OSI Approved :: MIT License")],
        ),
        ({"license": 3, "classifiers": "License :: x"}, []),
    ],
)
def test_the_document_of_the_version_is_read(registry: FakeRegistry, fields: dict[str, Any], expected: Any) -> None:
    registry.json("/pypi/pypi/thing/1.0/json", info(**fields))

    assert said(ask(THING, door(registry)).evidence) == expected


def beside(registry: FakeRegistry, metadata: str, digest: str | None = None) -> None:
    wanted = digest or hashlib.sha256(metadata.encode()).hexdigest()
    serve_wheel(registry, "thing", "1.0", b"", **{"core-metadata": {"sha256": wanted}})
    registry.serve("/pypi/files/thing-1.0-py3-none-any.whl.metadata", Reply(metadata.encode(), media_type="text/plain"))


def test_the_metadata_beside_a_wheel_is_read_where_there_is_no_document(registry: FakeRegistry) -> None:
    beside(
        registry, METADATA + "License-Expression: Hippocratic-2.1\nClassifier: License :: Other/Proprietary License\n"
    )

    assert said(ask(THING, door(registry)).evidence) == [
        ("expression", "Hippocratic-2.1"),
        ("classifier", "License :: Other/Proprietary License"),
    ]


def test_metadata_that_is_not_what_was_announced_is_refused(registry: FakeRegistry) -> None:
    beside(registry, METADATA + "License: MIT\n", digest="0" * 64)

    with pytest.raises(UnreachableError, match="announced"):
        ask(THING, door(registry))


def test_a_text_that_a_blank_line_cuts_in_two_is_read_to_its_end(registry: FakeRegistry) -> None:
    beside(registry, METADATA + "License: Do as you like\n\nbut never use it to harm anybody.\n")

    assert "harm" in next(iter(ask(THING, door(registry)).texts.values()))


def test_a_document_about_another_version_is_not_taken(registry: FakeRegistry) -> None:
    registry.json("/pypi/pypi/thing/json", {"info": {"version": "2.0", "license": "MIT"}})
    serve_wheel(registry, "thing", "1.0", b"content")

    fact = ask(THING, door(registry))

    assert fact.evidence == ()
    assert "no metadata" in fact.lacking
    assert fact.download is not None


def test_the_document_of_the_project_serves_where_it_speaks_of_this_version(registry: FakeRegistry) -> None:
    registry.json("/pypi/pypi/thing/json", info(license="MIT"))
    serve_wheel(registry, "thing", "1.0", b"content")

    assert said(ask(THING, door(registry)).evidence) == [("expression", "MIT")]


def test_versions_are_compared_as_versions(registry: FakeRegistry) -> None:
    registry.json("/pypi/pypi/thing/1/json", info(license="MIT"))

    assert said(ask(Purl("pkg:pypi/thing@1"), door(registry)).evidence) == [("expression", "MIT")]


def test_a_further_index_is_asked_for_what_the_first_does_not_know(registry: FakeRegistry) -> None:
    registry.json("/more/pypi/thing/1.0/json", info(license="JSON"))

    assert said(ask(THING, door(registry, {"pypi:extra": "/more/simple"})).evidence) == [("expression", "JSON")]


def test_a_version_that_no_index_has_is_not_found(registry: FakeRegistry) -> None:
    serve_wheel(registry, "thing", "2.0", b"")

    with pytest.raises(NotFoundError):
        ask(THING, door(registry))


def page(registry: FakeRegistry, *links: str, head: str = "", status: int = 200) -> None:
    body = f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(links)}</body></html>".encode()
    registry.serve("/pypi/simple/thing/", Reply(body, status, media_type="text/html; charset=utf-8"))


@pytest.mark.parametrize("attribute", ["data-core-metadata", "data-dist-info-metadata"])
def test_an_index_in_html_alone_is_read(registry: FakeRegistry, attribute: str) -> None:
    text = METADATA + "License-Expression: Hippocratic-2.1\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    name = "thing-1.0-py3-none-any.whl"
    page(
        registry,
        '<a href="../../files/thing-0.9.tar.gz#sha256=00">thing-0.9.tar.gz</a>',
        f'<a href="../../files/{name}#sha256=AB" {attribute}="sha256={digest}">{name}</a>',
    )
    registry.serve(f"/pypi/files/{name}.metadata", Reply(text.encode(), media_type="text/plain"))

    fact = ask(THING, door(registry))

    assert said(fact.evidence) == [("expression", "Hippocratic-2.1")]
    assert fact.download is not None
    assert (fact.download.url, fact.download.digests) == (f"{registry.base}/pypi/files/{name}", {"sha256": "ab"})


def test_links_of_a_page_are_relative_to_its_base(registry: FakeRegistry) -> None:
    page(registry, '<a href="thing-1.0.tar.gz?x=1#sha256=ab">x</a>', head='<base href="/pypi/far/">')

    download = ask(THING, door(registry)).download

    assert download is not None
    assert (download.url, download.name) == (f"{registry.base}/pypi/far/thing-1.0.tar.gz?x=1", "thing-1.0.tar.gz")


def test_metadata_that_is_announced_and_not_there_leaves_the_archive(registry: FakeRegistry) -> None:
    page(registry, '<a href="thing-1.0-py3-none-any.whl#sha256=ab" data-core-metadata="true">x</a>')

    fact = ask(THING, door(registry))

    assert (fact.evidence, "no metadata" in fact.lacking, fact.download is not None) == ((), True, True)


@pytest.mark.parametrize("links", [['<a href="thing-2.0.tar.gz">x</a>'], ['<a href="http://[::1/thing-1.0.zip">x</a>']])
def test_a_page_without_this_version_does_not_know_it(registry: FakeRegistry, links: list[str]) -> None:
    page(registry, *links)

    with pytest.raises(NotFoundError):
        ask(THING, door(registry))


@pytest.mark.parametrize("links", [[], ['<a href="/login">Log in</a>']])
def test_a_page_of_something_else_is_no_index(registry: FakeRegistry, links: list[str]) -> None:
    page(registry, *links)

    with pytest.raises(UnexpectedError):
        ask(THING, door(registry))


@pytest.mark.parametrize("media_type", ["text/plain", "application/xml", ""])
def test_an_index_in_another_language_is_told(registry: FakeRegistry, media_type: str) -> None:
    registry.serve("/pypi/simple/thing/", Reply(b"<html>", media_type=media_type))

    with pytest.raises(UnexpectedError):
        ask(THING, door(registry))


@pytest.mark.parametrize(
    "reply", [Reply(b"", 403), Reply(b"", 405), Reply(b"<html>hello", media_type="text/html"), Reply(b"", 400)]
)
def test_an_index_without_json_documents_is_asked_for_its_files(registry: FakeRegistry, reply: Reply) -> None:
    registry.serve("/pypi/pypi/thing/1.0/json", reply)
    beside(registry, METADATA + "License-Expression: MIT\n")

    assert said(ask(THING, door(registry)).evidence) == [("expression", "MIT")]


@pytest.mark.parametrize(
    "document",
    [{}, {"files": 3}, {"files": [3]}, {"files": [{"filename": 3, "url": None}]}, {"files": [{"filename": "x.whl"}]}],
)
def test_files_of_another_shape_are_a_failure(registry: FakeRegistry, document: Any) -> None:
    registry.json("/pypi/simple/thing/", document, media_type=SIMPLE)

    with pytest.raises(ReadError):
        ask(THING, door(registry))


def test_the_smallest_wheel_is_the_one_to_download(registry: FakeRegistry) -> None:
    urls = [
        {"filename": "thing-1.0.tar.gz", "url": "https://x.invalid/s", "size": 1, "digests": {"sha256": "AA"}},
        {"filename": "thing-1.0-cp311-cp311-linux.whl", "url": "https://x.invalid/l", "size": 99},
        {
            "filename": "thing-1.0-py3-none-any.whl",
            "url": "https://x.invalid/w",
            "size": 5,
            "digests": {"sha256": "BB"},
        },
        {"filename": "thing-1.0.whl", "url": "file:///etc/passwd", "size": 0},
    ]
    registry.json("/pypi/pypi/thing/1.0/json", info() | {"urls": urls})

    download = ask(THING, door(registry)).download

    assert download is not None
    assert (download.url, download.digests) == ("https://x.invalid/w", {"sha256": "bb"})
