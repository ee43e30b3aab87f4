"""The cache may be lost, broken, full, read-only or shared: that costs time, never an answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rail.http.cache import FactCache

TEN = 10


def path_of(folder: Path) -> Path:
    return folder / "facts-1.sqlite"


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    with FactCache(tmp_path, "1") as cache:
        cache.put("pkg:pypi/a@1", b"fact")

    with FactCache(tmp_path, "1") as cache:
        assert cache.get("pkg:pypi/a@1") == b"fact"
        assert cache.get("pkg:pypi/b@1") is None


def test_a_fact_ages(tmp_path: Path) -> None:
    now = [1000.0]
    with FactCache(tmp_path, "1", clock=lambda: now[0]) as cache:
        cache.put("a", b"fact")
        now[0] += 50
        assert cache.get("a", no_older_than=50) == b"fact"
        assert cache.get("a", no_older_than=49) is None
        assert cache.get("a") == b"fact"
        now[0] = 10
        assert cache.get("a", no_older_than=50) is None, "a fact from the future is none"


def test_without_a_folder_nothing_is_kept() -> None:
    with FactCache(None, "1") as cache:
        cache.put("a", b"fact")
        assert cache.get("a") is None


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_broken_file_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    path_of(tmp_path).write_bytes(content)

    with FactCache(tmp_path, "1") as cache:
        assert cache.get("a") is None
        cache.put("a", b"fact")
    with FactCache(tmp_path, "1") as cache:
        assert cache.get("a") == b"fact"


def test_damage_in_the_middle_is_no_fact(tmp_path: Path) -> None:
    with FactCache(tmp_path, "1") as cache:
        for at in range(200):
            cache.put(f"key {at}", b"fact %d " % at * 50)
    data = bytearray(path_of(tmp_path).read_bytes())
    data[5000:9000] = b"\xaa" * 4000
    path_of(tmp_path).write_bytes(data)

    with FactCache(tmp_path, "1") as cache:
        for at in range(200):
            assert cache.get(f"key {at}") in (None, b"fact %d " % at * 50)


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    with FactCache(tmp_path, "1") as cache:
        cache.put("a", b"license: Hippocratic")
    data = path_of(tmp_path).read_bytes()
    path_of(tmp_path).write_bytes(data.replace(b"license: Hippocratic", b"license: Free-for-me"))

    with FactCache(tmp_path, "1") as cache:
        assert cache.get("a") is None


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_read(tmp_path: Path) -> None:
    with FactCache(tmp_path, "1") as cache:
        cache.put("a", b"fact")
    path_of(tmp_path).chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with FactCache(tmp_path, "1") as cache:
            cache.put("b", b"new")
            assert (cache.get("a"), cache.get("b")) == (b"fact", None)
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_is_a_file_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with FactCache(tmp_path / "file", "1") as cache:
        cache.put("a", b"fact")
        assert cache.get("a") is None


def test_ten_processes_share_one_cache(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from rail.http.cache import FactCache\n"
        "with FactCache(pathlib.Path(sys.argv[1]), '1') as cache:\n"
        "    for at in range(20):\n"
        "        cache.put(f'{sys.argv[2]} {at}', b'fact')\n"
        "        assert cache.get('0 0') in (None, b'fact')\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), str(at)]) for at in range(TEN)]

    assert [each.wait(60) for each in running] == [0] * TEN
    with FactCache(tmp_path, "1") as cache:
        kept = sum(cache.get(f"{who} {at}") == b"fact" for who in range(TEN) for at in range(20))
    assert kept >= TEN * 20 // 2, "a busy moment may cost some facts, not most"
