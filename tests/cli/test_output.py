import os
import stat
from pathlib import Path

import pytest

from rail.cli import output
from rail.cli.output import targets, write_files
from rail.errors import RailError, UsageError


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def files(format_, *outputs):
    found = targets(format_, outputs)
    return found.stdout, [(kind, path.name) for kind, path in found.files]


@pytest.mark.parametrize(
    ("format_", "outputs", "expected"),
    [
        (None, [], ("text", [])),
        ("json", [], ("json", [])),
        ("json", ["out"], (None, [("json", "out")])),
        (None, ["out.json"], ("text", [("json", "out.json")])),
        (None, ["json=a", "text=b"], ("text", [("json", "a"), ("text", "b")])),
        ("json", ["text=b.json"], ("json", [("text", "b.json")])),
        (None, ["a=b.json"], ("text", [("json", "a=b.json")])),
    ],
)
def test_formats_and_files_say_where_the_report_goes(format_, outputs, expected):
    assert files(format_, *outputs) == expected


@pytest.mark.parametrize(
    ("format_", "outputs", "problem"),
    [
        ("yaml", [], "unknown format: yaml"),
        (None, ["report"], "no format for report"),
        (None, ["json="], "cannot write the report: is a folder"),
        (None, ["json=missing/out"], "cannot write the report: no such folder"),
        (None, ["json=."], "cannot write the report: is a folder"),
        (None, ["json=a", "text=./a"], "two reports for one file"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_scanned(format_, outputs, problem):
    with pytest.raises(UsageError) as fault:
        targets(format_, outputs)

    assert fault.value.problem == problem


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_refused():
    Path("locked").mkdir(mode=0o500)

    with pytest.raises(UsageError, match="no permission"):
        targets("json", ["locked/out"])


def test_a_file_is_written_with_the_usual_mode(tmp_path):
    mask = os.umask(0o027)
    try:
        write_files([(tmp_path / "new", b"content")])
    finally:
        os.umask(mask)

    assert (tmp_path / "new").read_bytes() == b"content"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_a_file_that_is_there_keeps_its_mode_and_a_link_its_target(tmp_path):
    real = tmp_path / "real"
    real.write_text("old")
    real.chmod(0o600)
    (tmp_path / "link").symlink_to(real)

    ((_, path),) = targets("json", [str(tmp_path / "link")]).files
    write_files([(path, b"new")])

    assert (tmp_path / "link").is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def fail_at(number, monkeypatch):
    """Let the disk be full at the n-th file."""
    real = os.fsync
    count = 0

    def fsync(handle):
        nonlocal count
        count += 1
        if count == number:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(output.os, "fsync", fsync)


def test_a_full_disk_leaves_every_file_as_it_was_and_nothing_behind(tmp_path, monkeypatch):
    (tmp_path / "a").write_text("old")
    fail_at(2, monkeypatch)

    with pytest.raises(RailError) as fault:
        write_files([(tmp_path / "a", b"new"), (tmp_path / "b", b"new")])

    assert fault.value.problem == "cannot write the report: No space left on device"
    assert fault.value.place == str(tmp_path / "b")
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {"a": "old"}


def test_an_interrupt_while_writing_leaves_nothing_behind(tmp_path, monkeypatch):
    def fsync(_handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(output.os, "fsync", fsync)

    with pytest.raises(KeyboardInterrupt):
        write_files([(tmp_path / "a", b"new")])

    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_to_and_not_replaced():
    write_files([(Path("/dev/null"), b"content")])

    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
