"""A scan that asks registries and reads archives: metadata says MIT, the file beside it may say more."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted
from rail.domain.record import Purl
from rail.http.spi import Offline
from rail.pipeline.online import Online, open_door
from rail.registries.spi import Door
from tests.fakes.registry import FakeRegistry, Reply, running_registry
from tests.unit.registries.documents import door, manifest, serve_wheel, tarball, wheel

THING = "pkg:pypi/thing@1.0"
RULES = (
    "Permission is granted to use this software for any purpose, except that you must not use it for mass "
    "surveillance, for military purposes or to discriminate against people.\n"
)


@pytest.fixture
def registry() -> Iterator[FakeRegistry]:
    with running_registry() as running:
        yield running


def scan(online: Online | None, *inputs: str, cwd: Path) -> pipeline.Scan:
    return pipeline.scan(inputs, loaded=Loaded(config=Config()), catalogue=load(), cwd=cwd, online=online)


def restricted(found: pipeline.Scan, identity: str) -> Restricted:
    return found.resolutions[Purl(identity)].restricted


def serve_thing(registry: FakeRegistry, content: bytes) -> None:
    serve_wheel(registry, "thing", "1.0", content)
    registry.json("/pypi/pypi/thing/json", {"info": {"name": "thing", "version": "1.0", "license": "MIT"}})
    registry.serve("/pypi/files/thing-1.0-py3-none-any.whl", Reply(content, media_type="application/zip"))


def test_nobody_is_asked_unless_the_user_asks(registry: FakeRegistry, tmp_path: Path) -> None:
    assert restricted(scan(None, THING, cwd=tmp_path), THING) is Restricted.UNKNOWN
    assert registry.asked == []


def test_the_registry_speaks_where_files_are_silent(registry: FakeRegistry, tmp_path: Path) -> None:
    registry.json("/npm/leaf/4.2.1", manifest("leaf", "4.2.1", license="Hippocratic-2.1"))
    registry.json("/npm/leaf/2.8.0", manifest("leaf", "2.8.0", license="MIT"))

    found = scan(Online(door(registry), tmp_path), "pkg:npm/leaf@4.2.1", "pkg:npm/leaf@2.8.0", cwd=tmp_path)

    assert restricted(found, "pkg:npm/leaf@2.8.0") is Restricted.NO
    assert restricted(found, "pkg:npm/leaf@4.2.1") is not Restricted.NO


def test_a_registry_that_fails_leaves_a_problem_and_an_unknown(registry: FakeRegistry, tmp_path: Path) -> None:
    registry.serve("/npm/leaf/1.0.0", Reply(b"", 500))

    found = scan(Online(door(registry), tmp_path), "pkg:npm/leaf@1.0.0", cwd=tmp_path)

    assert restricted(found, "pkg:npm/leaf@1.0.0") is Restricted.UNKNOWN
    assert len(found.problems) == 1


def test_a_whole_text_in_the_metadata_is_read(registry: FakeRegistry, tmp_path: Path) -> None:
    registry.json("/npm/leaf/1.0.0", manifest("leaf", "1.0.0", license=f"Terms of leaf\n\n{RULES}"))

    found = scan(Online(door(registry), tmp_path), "pkg:npm/leaf@1.0.0", cwd=tmp_path)

    assert restricted(found, "pkg:npm/leaf@1.0.0") is Restricted.YES


def test_the_file_in_the_archive_is_read_whatever_the_metadata_says(registry: FakeRegistry, tmp_path: Path) -> None:
    serve_thing(registry, wheel("thing", "1.0", "License: MIT", {"LICENSE": RULES}))

    shallow = scan(Online(door(registry), tmp_path), THING, cwd=tmp_path)
    deep = scan(Online(door(registry), tmp_path, deep=True), THING, cwd=tmp_path)

    assert restricted(shallow, THING) is Restricted.NO
    assert restricted(deep, THING) is Restricted.YES
    assert "pkg:pypi/thing@1.0/thing-1.0.dist-info/LICENSE" in {each.statement for each in deep.evidence}


def test_an_npm_archive_is_read_under_the_name_it_was_asked_for(registry: FakeRegistry, tmp_path: Path) -> None:
    content = tarball({"package.json": '{"name": "leaf", "version": "1.0.0", "license": "MIT"}', "LICENSE": RULES})
    dist = {"tarball": f"{registry.base}/leaf.tgz", "shasum": hashlib.sha1(content).hexdigest()}
    registry.json("/npm/leaf/1.0.0", manifest("leaf", "1.0.0", license="MIT") | {"dist": dist})
    registry.serve("/leaf.tgz", Reply(content))

    found = scan(Online(door(registry), tmp_path, deep=True), "pkg:npm/leaf@1.0.0", cwd=tmp_path)

    assert list(found.components) == ["pkg:npm/leaf@1.0.0"]
    assert restricted(found, "pkg:npm/leaf@1.0.0") is Restricted.YES


def test_an_archive_is_downloaded_once(registry: FakeRegistry, tmp_path: Path) -> None:
    serve_thing(registry, wheel("thing", "1.0", "License: MIT", {"LICENSE": RULES}))
    way = door(registry)

    first = scan(Online(way, tmp_path, deep=True), THING, cwd=tmp_path)
    again = scan(Online(way, tmp_path, deep=True), THING, cwd=tmp_path)
    offline = scan(Online(Door(Offline(), way.settings), tmp_path, deep=True), THING, cwd=tmp_path)

    assert first == again == offline
    assert registry.times("/pypi/files/thing-1.0-py3-none-any.whl") == 1


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply(b"something else"), "not what the index announced"),
        (Reply(b"", 404), "does not know it"),
        (Reply(b"PK", announced=900), "broke off"),
        (Reply(b"", announced=999_999_999_999), "larger than"),
    ],
)
def test_an_archive_that_cannot_be_trusted_is_a_problem(
    registry: FakeRegistry, tmp_path: Path, reply: Reply, words: str
) -> None:
    serve_thing(registry, wheel("thing", "1.0", "License: MIT", {"LICENSE": RULES}))
    registry.serve("/pypi/files/thing-1.0-py3-none-any.whl", reply)

    found = scan(Online(door(registry), tmp_path, deep=True), THING, cwd=tmp_path)

    assert [words in each.message for each in found.problems] == [True]


def test_an_archive_without_a_digest_is_not_read(registry: FakeRegistry, tmp_path: Path) -> None:
    content = wheel("thing", "1.0", "License: MIT", {"LICENSE": RULES})
    serve_thing(registry, content)
    serve_wheel(registry, "thing", "1.0", content, hashes={})

    found = scan(Online(door(registry), tmp_path, deep=True), THING, cwd=tmp_path)

    assert ["no digest" in each.message for each in found.problems] == [True]
    assert registry.times("/pypi/files/thing-1.0-py3-none-any.whl") == 0


def test_a_package_on_record_is_not_cleared_by_its_metadata(registry: FakeRegistry, tmp_path: Path) -> None:
    registry.json("/pypi/pypi/qary/0.7.27/json", {"info": {"version": "0.7.27", "license": "MIT"}})

    found = scan(Online(door(registry), tmp_path), "pkg:pypi/qary@0.7.27", cwd=tmp_path)

    assert restricted(found, "pkg:pypi/qary@0.7.27") is not Restricted.NO


def test_offline_wins_and_opens_no_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("a socket was opened"))

    online = open_door({}, tmp_path, tmp_path, offline=True, deep=True)
    found = scan(online, THING, cwd=tmp_path)

    assert isinstance(online.door.client, Offline)
    assert restricted(found, THING) is Restricted.UNKNOWN
    assert ["must not be used" in each.message for each in found.problems] == [True]


def test_a_full_disk_is_a_problem(registry: FakeRegistry, tmp_path: Path) -> None:
    serve_thing(registry, wheel("thing", "1.0", "License: MIT", {"LICENSE": RULES}))
    real = door(registry)

    class Full:
        get = staticmethod(real.client.get)

        def download(self, *_: object, **__: object) -> int:
            raise OSError(28, "No space left on device")

    found = scan(Online(Door(Full(), real.settings), tmp_path, deep=True), THING, cwd=tmp_path)

    assert ["No space left" in each.message for each in found.problems] == [True]
