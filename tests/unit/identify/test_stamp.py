"""Readings that were kept are stale once the index or the reading code is another."""

import os
from pathlib import Path

import pytest

from rail.identify import stamp as module
from rail.identify.stamp import index_file, stamp


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "licenses" / "fingerprints").mkdir(parents=True)
    (tmp_path / "licenses" / "fingerprints" / "index.bin").write_bytes(b"one")
    code = tmp_path / "identify" / "clauses"
    code.mkdir(parents=True)
    (code / "reading.py").write_text("")
    (code.parent / "stamp.py").write_text("")
    monkeypatch.setattr(module, "data_folder", lambda: tmp_path)
    monkeypatch.setattr(module, "is_checkout", lambda: True)
    monkeypatch.setattr(module, "__file__", str(code.parent / "stamp.py"))
    return tmp_path


def test_the_stamp_stays_while_nothing_changes() -> None:
    assert stamp() == stamp()
    assert index_file().is_file()


def test_another_index_is_another_stamp(checkout: Path) -> None:
    before = stamp()
    (checkout / "licenses" / "fingerprints" / "index.bin").write_bytes(b"three")
    assert stamp() != before


def test_changed_code_is_another_stamp_in_a_checkout_only(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stamp()
    os.utime(checkout / "identify" / "clauses" / "reading.py", (4_000_000_000, 4_000_000_000))
    assert stamp() != before
    monkeypatch.setattr(module, "is_checkout", lambda: False)
    installed = stamp()
    os.utime(checkout / "identify" / "stamp.py", (4_100_000_000, 4_100_000_000))
    assert stamp() == installed


def test_a_missing_index_has_a_stamp_too(checkout: Path) -> None:
    (checkout / "licenses" / "fingerprints" / "index.bin").unlink()
    assert stamp() == "none"
