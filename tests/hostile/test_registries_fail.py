"""The network dies, the disk is full, the cache is damaged or shared: the report is right, or says what is missing."""

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.fakes.registry import FakeRegistry, Reply, running_registry
from tests.unit.registries.documents import manifest, tarball

resource = pytest.importorskip("resource", reason="limits are set the POSIX way")

pytestmark = pytest.mark.slow

RULES = "You may use this freely, except that you must not use it for mass surveillance or for military purposes.\n"
COUNT = 24
TEN = 10


@pytest.fixture
def registry() -> Iterator[FakeRegistry]:
    with running_registry() as running:
        for at in range(COUNT):
            content = tarball({"package.json": json.dumps(manifest(f"p{at}", "1.0.0")), "LICENSE": f"p{at}\n\n{RULES}"})
            dist = {"tarball": f"{running.base}/p{at}.tgz", "shasum": hashlib.sha1(content).hexdigest()}
            running.json(f"/p{at}/1.0.0", manifest(f"p{at}", "1.0.0", license="MIT") | {"dist": dist})
            running.serve(f"/p{at}.tgz", Reply(content))
        yield running


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with a lock of many packages, of whose licences it says nothing."""
    folder = tmp_path / "project"
    folder.mkdir()
    entries = {f"node_modules/p{at}": {"version": "1.0.0"} for at in range(COUNT)}
    lock = {"name": "mine", "lockfileVersion": 3, "packages": {"": {"name": "mine", "license": "MIT"}, **entries}}
    (folder / "package-lock.json").write_text(json.dumps(lock))
    return folder


class Program:
    """Runs `rail scan` on the project as a user whose registry is the fake one."""

    def __init__(self, project: Path, registry: FakeRegistry) -> None:
        self.project = project
        self.cache = project.parent / "cache"
        home = project.parent / "home"
        home.mkdir()
        (home / ".npmrc").write_text(f"registry={registry.base}/\n")
        kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower() and "npm" not in name}
        self._environment = {
            **kept,
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "RAIL_CACHE_DIR": str(self.cache),
            "TMPDIR": str(project.parent),
        }

    def begin(self, *options: str, limit: int | None = None) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "rail", "scan", "--format", "json", "--quiet", *options],
            cwd=self.project,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=None if limit is None else lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),  # noqa: PLW1509 -- a system call, nothing else
        )

    def scan(self, *options: str, limit: int | None = None, code: int = 0) -> Any:
        """Return the report; the exit code must be `code`, and no traceback reach the user."""
        running = self.begin(*options, limit=limit)
        out, err = running.communicate(timeout=120)
        assert "Traceback" not in err
        assert running.returncode == code, err
        return json.loads(out) if out else None


@pytest.fixture
def rail(project: Path, registry: FakeRegistry) -> Program:
    return Program(project, registry)


def answers(report: Any) -> dict[str, str]:
    """Return what the report says of each package."""
    told = {each["component"]: each["restricted"] for each in report["resolutions"]}
    return {name: answer for name, answer in told.items() if name.startswith("pkg:npm/")}


def said(report: Any) -> set[str]:
    """Return the packages of whose licence there is evidence."""
    return {each["component"] for each in report["evidence"] if each["component"].startswith("pkg:npm/")}


def test_a_registry_that_dies_in_the_middle_leaves_the_rest_unknown_and_says_so(
    rail: Program, registry: FakeRegistry
) -> None:
    registry.dies_after = 15

    report = rail.scan("--online", "--strict", code=4)

    found = answers(report)
    known = {name for name, answer in found.items() if answer == "no"}
    assert known == said(report)
    assert 0 < len(known) <= registry.dies_after
    assert {found[name] for name in found.keys() - known} == {"unknown"}
    assert report["problems"]
    again = answers(rail.scan("--online", "--offline"))
    assert again == found, "what was learnt before the end is kept, and no more"


def test_a_registry_that_dies_between_metadata_and_archives_clears_nothing(
    rail: Program, registry: FakeRegistry
) -> None:
    registry.dies_after = COUNT + 8

    report = rail.scan("--deep")

    read = {each["statement"].partition("@")[0] for each in report["evidence"] if each["form"] == "text"}
    unread = {each["location"]["path"].partition("@")[0] for each in report["problems"]}
    every = {name.partition("@")[0] for name in answers(report)}
    assert len(every) == COUNT
    assert read | unread == every, "each archive is read, or listed as unread"
    assert read
    assert unread
    texts = {name for name, answer in answers(report).items() if answer == "yes"}
    assert {name.partition("@")[0] for name in texts} == read
    assert [name.name for name in rail.project.parent.glob("rail-*")] == []


@pytest.mark.parametrize("limit", [0, 1, 8_192, 20_000])
def test_a_full_disk_costs_the_cache_and_nothing_else(rail: Program, limit: int) -> None:
    full = rail.scan("--online", limit=limit)

    assert set(answers(full).values()) == {"no"}
    assert full == rail.scan("--online")
    assert full == rail.scan("--online", "--offline")


def test_an_archive_for_which_there_is_no_room_is_a_problem(rail: Program) -> None:
    report = rail.scan("--deep", limit=64)

    assert len(report["problems"]) == COUNT
    assert all("could not be written" in each["message"] for each in report["problems"])


def test_a_report_for_which_there_is_no_room_leaves_the_old_one(rail: Program) -> None:
    old = rail.project.parent / "report.json"
    old.write_text("the report of yesterday")

    rail.scan("--online", "--output", str(old), limit=1000, code=2)

    assert old.read_text() == "the report of yesterday"
    assert {each.name for each in old.parent.iterdir()} <= {"report.json", "project", "home", "cache"}


def garbage(path: Path) -> None:
    path.write_bytes(b"\xaa" * 5000)


def truncated(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def foreign(path: Path) -> None:
    path.unlink()
    link = sqlite3.connect(path)
    link.execute("CREATE TABLE facts (something TEXT)")
    link.commit()
    link.close()


def scrambled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(100, len(content), 97):
        content[at] ^= 0xFF
    path.write_bytes(bytes(content))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def looped(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def unreadable(path: Path) -> None:
    path.chmod(0)


@pytest.mark.parametrize("damage", [garbage, truncated, emptied, foreign, scrambled, folder, looped, unreadable])
def test_a_damaged_cache_costs_time_and_never_an_answer(rail: Program, damage: Callable[[Path], None]) -> None:
    fresh = rail.scan("--deep")
    assert set(answers(fresh).values()) == {"yes"}
    kept = [each for each in rail.cache.rglob("*") if each.is_file()]
    assert kept
    for each in kept:
        damage(each)

    assert rail.scan("--deep") == fresh


def test_ten_scans_at_once_on_one_cache_say_the_same(rail: Program) -> None:
    running = [rail.begin("--deep") for _ in range(TEN)]
    ended = [each.communicate(timeout=120) for each in running]

    assert [each.returncode for each in running] == [0] * TEN
    assert {err for _, err in ended} == {""}
    assert len({out for out, _ in ended}) == 1
    report = json.loads(ended[0][0])
    assert (set(answers(report).values()), report["problems"]) == ({"yes"}, [])
    assert rail.scan("--deep") == report


def test_a_scan_that_is_killed_harms_no_later_one(rail: Program, registry: FakeRegistry) -> None:
    registry.serve("/p20/1.0.0", Reply(hang=True))
    running = rail.begin("--deep")
    deadline = time.monotonic() + 60
    while not registry.times("/p20/1.0.0") and time.monotonic() < deadline:
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=60)
    registry.json("/p20/1.0.0", manifest("p20", "1.0.0", license="MIT"))

    report = rail.scan("--deep")

    found = answers(report)
    assert found.pop("pkg:npm/p20@1.0.0") == "no"
    assert set(found.values()) == {"yes"}
