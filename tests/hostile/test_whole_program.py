"""Broken input of every kind through the whole program: a problem and its reason, never a traceback or a lost report"""

import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

GOOD = (
    '{"name":"good","version":"1.0.0","lockfileVersion":3,'
    '"packages":{"":{},"node_modules/left-pad":{"version":"1.3.0","license":"MIT"}}}'
)
BIG = 100 * 1024 * 1024


def rail(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ, PYTHONPATH=str(ROOT), RAIL_CACHE_DIR=str(folder.parent / "cache"))
    return subprocess.run(
        [sys.executable, "-m", "rail", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        errors="surrogateescape",
        check=False,
        timeout=120,
    )


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"[")
        file.truncate(BIG)


def write(name: str, content: bytes | str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def make_large(name: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        large(folder / name)
        return folder / name

    return make


def unreadable(folder: Path) -> Path:
    path = folder / "uv.lock"
    path.symlink_to(folder / "nowhere" / "uv.lock")
    return path


BOMB = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nlicense: *c\n"
BROKEN = {
    "a truncated package-lock": write(
        "sub/package-lock.json", '{"lockfileVersion": 3, "packages": {"node_modules/a": {"ver'
    ),
    "a package-lock that is a list": write("sub/package-lock.json", "[1, 2]"),
    "a package-lock nested too deeply": write("sub/package-lock.json", '{"packages":' + "[" * 100_000),
    "a truncated uv.lock": write("sub/uv.lock", 'version = 1\n[[package]]\nname = "a'),
    "a uv.lock of wrong types": write("sub/uv.lock", "version = 1\npackage = 7\n"),
    "a pylock in a wrong encoding": write("sub/pylock.toml", b'lock-version = "1.0"\n\xff\xfe\xfa = 3\n'),
    "a pyproject that is no TOML": write("sub/pyproject.toml", "[project\nname = 1"),
    "a package.json that is no object": write("sub/package.json", '"just a string"'),
    "a model card with a YAML bomb": write("sub/README.md", f"---\n{BOMB}---\n# Card\n"),
    "a model card with broken YAML": write("sub/README.md", "---\nlicense: [mit\nbase_model: {\n---\n"),
    "a licence file of bytes": write("sub/LICENSE", b"\x7fELF\x00\x00\x01" * 500),
    "a lock of 100 MB": make_large("pylock.toml"),
    "a licence of 100 MB": make_large("LICENSE.txt"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_a_problem_and_the_rest_is_reported(tmp_path, case):
    project = tmp_path / "project"
    (project / "good").mkdir(parents=True)
    (project / "good" / "package-lock.json").write_text(GOOD)
    broken = BROKEN[case](project)

    run = rail(project, "scan", "--format", "json")

    assert "Traceback" not in run.stderr
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    told = [each for each in report["problems"] if each["location"]["path"] == broken.relative_to(project).as_posix()]
    assert told, report["problems"]
    assert all(each["message"] for each in told)
    assert "pkg:npm/left-pad@1.3.0" in {each["purl"] for each in report["components"]}


@pytest.mark.parametrize("case", ["a truncated uv.lock", "a licence file of bytes"])
def test_strict_calls_a_scan_with_problems_incomplete(tmp_path, case):
    project = tmp_path / "project"
    (project / "good").mkdir(parents=True)
    (project / "good" / "package-lock.json").write_text(GOOD)
    BROKEN[case](project)

    assert rail(project, "scan", "--strict").returncode == 4


def test_a_link_that_leads_nowhere_out_of_the_tree_or_in_a_circle_is_survived(tmp_path):
    project = tmp_path / "project"
    (project / "a").mkdir(parents=True)
    (project / "package-lock.json").write_text(GOOD)
    (project / "a" / "again").symlink_to(project)
    (project / "a" / "self").symlink_to(project / "a" / "self")
    (project / "LICENSE").symlink_to("/etc/hostname")
    unreadable(project)

    run = rail(project, "scan", "--format", "json")

    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    assert "hostname" not in run.stdout
    assert [each["purl"] for each in report["components"] if "left-pad" in each["purl"]] == ["pkg:npm/left-pad@1.3.0"]


def test_names_with_control_characters_stay_inert(tmp_path):
    project = tmp_path / "project"
    project.mkdir()
    name = "evil\x1b[31m\u202egnp"
    lock = json.loads(GOOD)
    lock["packages"][f"node_modules/{name}"] = {"version": "1.0.0", "license": "\x1b]0;owned\x07"}
    (project / "package-lock.json").write_text(json.dumps(lock))

    for form in ("text", "json"):
        run = rail(project, "scan", "-v", "--format", form)
        assert run.returncode == 0, run.stderr
        assert "\x1b" not in run.stdout
        assert "\x07" not in run.stdout
        assert "\u202e" not in run.stdout or form == "json"


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "bomb-1.0.dist-info/METADATA", b"Metadata-Version: 2.1\nName: bomb\nVersion: 1.0\nLicense: MIT\n"
        )
        archive.writestr("bomb-1.0.dist-info/LICENSE", b"0" * (300 * 1024 * 1024))


def tar_bomb(path: Path) -> None:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        entry = tarfile.TarInfo("bomb-1.0/LICENSE")
        entry.size = 300 * 1024 * 1024
        archive.addfile(entry, io.BytesIO(b"0" * entry.size))
    path.write_bytes(gzip.compress(content.getvalue(), 1))


def climbing_tar(path: Path) -> None:
    with tarfile.open(path, "w:gz") as archive:
        for name in ("../../outside/LICENSE", "/etc/LICENSE"):
            entry = tarfile.TarInfo(name)
            entry.size = 3
            archive.addfile(entry, io.BytesIO(b"MIT"))


ARCHIVES = {
    "bomb-1.0-py3-none-any.whl": zip_bomb,
    "bomb-1.0.tar.gz": tar_bomb,
    "climbs-1.0.tgz": climbing_tar,
    "cut-1.0.tar.gz": lambda path: path.write_bytes(gzip.compress(os.urandom(4096))[:-100]),
    "cut-1.0.zip": lambda path: path.write_bytes(b"PK\x03\x04 and no more"),
    "empty-1.0.whl": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_hostile_archive_is_a_problem_and_never_clean(tmp_path, name):
    ARCHIVES[name](tmp_path / name)

    run = rail(tmp_path, "scan", name, "--format", "json")

    assert "Traceback" not in run.stderr
    assert run.returncode in (0, 2, 3), run.stderr
    if run.returncode:
        assert "error:" in run.stderr
    else:
        report = json.loads(run.stdout)
        assert report["problems"], "a hostile archive must leave a problem"
        assert all(each["restricted"] != "no" for each in report["resolutions"])


def test_a_full_disk_leaves_no_half_report(tmp_path):
    (tmp_path / "package-lock.json").write_text(GOOD)
    before = tmp_path / "report.json"
    before.write_text("the report of yesterday")

    run = rail(tmp_path, "scan", "--format", "json", "--output", "/dev/full/report.json")

    assert run.returncode == 2
    assert before.read_text() == "the report of yesterday"
