"""Archives: what is in them, and which are refused."""

import io
import random
import stat
import tarfile
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rail.domain.component import Home
from rail.errors import ReadError
from rail.sources import bounds, tarred
from rail.sources.open import open_input

MEMBERS = {"acme-1.0/PKG-INFO": b"Name: acme\n", "acme-1.0/docs/LICENSE": b"ours\n", "acme-1.0/acme/a.py": b"x"}


def write_zip(path, members, compression=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(path, "w", compression) as bundle:
        for name, data in members.items():
            bundle.writestr(name, data)
    return path


def write_tar(path, members, mode="w:gz", **fields):
    with tarfile.open(path, mode) as bundle:
        for name, data in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            for field, value in fields.items():
                setattr(entry, field, value)
            bundle.addfile(entry, io.BytesIO(data))
    return path


def opened(path):
    return open_input(path.name, cwd=path.parent)


def contents(path):
    return {str(file.path): file.read() for file in opened(path).files()}


def problems(path):
    tree = opened(path)
    list(tree.files())
    return [(problem.location.path, problem.message) for problem in tree.problems()]


@pytest.mark.parametrize(
    ("suffix", "mode"),
    [(".tar.gz", "w:gz"), (".tgz", "w:gz"), (".tar.bz2", "w:bz2"), (".tar.xz", "w:xz"), (".tar", "w")],
)
def test_the_folder_that_a_source_distribution_was_packed_in_is_dropped(tmp_path, suffix, mode):
    path = write_tar(tmp_path / f"acme-1.0{suffix}", MEMBERS, mode)
    assert contents(path) == {"PKG-INFO": b"Name: acme\n", "docs/LICENSE": b"ours\n", "acme/a.py": b"x"}
    assert not opened(path).first_party
    assert opened(path).root_name == "acme-1.0"


def test_so_is_the_folder_of_an_npm_package_but_no_other(tmp_path):
    npm = write_tar(tmp_path / "left-pad-1.0.0.tgz", {"package/package.json": b"{}"})
    assert contents(npm) == {"package.json": b"{}"}
    other = write_tar(tmp_path / "backup.tgz", {"src/a": b"", "src/b": b""})
    assert sorted(contents(other)) == ["src/a", "src/b"]


def test_a_wheel_belongs_to_the_distribution_that_its_name_tells(tmp_path):
    path = write_zip(
        tmp_path / "Acme_Tool-1.0+cu1-1-py3-none-any.whl", {"acme/a.py": b"", "x.dist-info/METADATA": b"Name: x"}
    )
    assert list(opened(path).homes()) == [Home(path="", component="pkg:pypi/acme-tool@1.0%2Bcu1")]
    assert sorted(contents(path)) == ["acme/a.py", "x.dist-info/METADATA"]
    assert not opened(path).first_party


def test_a_packed_project_is_first_party(tmp_path):
    path = write_zip(tmp_path / "project-main.zip", {"project-main/a.py": b"", "project-main/pyproject.toml": b""})
    assert sorted(contents(path)) == ["a.py", "pyproject.toml"]
    assert opened(path).first_party


def test_neighbours_are_found_in_the_archive(tmp_path):
    path = write_tar(tmp_path / "acme-1.0.tar.gz", MEMBERS)
    files = {str(file.path): file for file in opened(path).files()}
    assert str(files["acme/a.py"].beside("../docs/LICENSE").path) == "docs/LICENSE"
    assert files["acme/a.py"].beside("../../etc/passwd") is None
    assert files["PKG-INFO"].names_beside() == ("PKG-INFO", "acme/a.py", "docs/LICENSE")
    assert files["docs/LICENSE"].names_beside() == ("LICENSE",)


@pytest.mark.parametrize("name", ["../up", "a/../../up", "/etc/passwd", "C:/windows", "..\\up", "a/\0b"])
@pytest.mark.parametrize("write", [write_zip, write_tar])
def test_names_that_lead_out_are_left_out_with_a_problem(tmp_path, name, write):
    path = write(tmp_path / ("a.zip" if write is write_zip else "a.tgz"), {name: b"x", "good": b"y"})
    found = contents(path)
    assert found.pop("good") == b"y"
    if "\0" in name:  # both formats end the name there
        assert set(found) == {"a"} or not found
    else:
        assert not found
        assert problems(path) == [(name.lstrip("/"), "name leads out of the archive")]


def test_links_and_devices_hold_no_content(tmp_path):
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
        path = write_tar(tmp_path / "a.tgz", {"LICENSE": b""}, type=kind, linkname="/etc/passwd")
        assert contents(path) == {}
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as bundle:
        entry = zipfile.ZipInfo("LICENSE")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        bundle.writestr(entry, "/etc/passwd")
    assert contents(tmp_path / "a.zip") == {}


def test_a_zip_bomb_is_refused(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"LICENSE": b"\0" * (bounds.FREE + 1)})
    assert contents(path) == {}
    ((place, message),) = problems(path)
    assert place == "a.zip"
    assert "taken for a bomb" in message


def test_a_zip_that_lies_about_sizes_yields_no_more_than_it_says(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"LICENSE": b"a" * 100_000})
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    path.write_bytes(data)
    (file,) = opened(path).files()
    with pytest.raises(ReadError, match="cannot be unpacked"):
        file.read()


@pytest.mark.parametrize(("suffix", "mode"), [(".tgz", "w:gz"), (".tar.bz2", "w:bz2"), (".tar.xz", "w:xz")])
def test_a_tar_bomb_is_refused(tmp_path, suffix, mode):
    path = write_tar(tmp_path / f"a{suffix}", {"big": b"\0" * (bounds.FREE + 1)}, mode)
    ((place, message),) = problems(path)
    assert place == f"a{suffix}"
    assert "taken for a bomb" in message


def test_a_tar_whose_header_asks_for_gigabytes_is_refused(tmp_path):
    header = tarfile.TarInfo("././@LongLink")
    header.type = tarfile.GNUTYPE_LONGNAME
    header.size = 7 * 1024**3
    (tmp_path / "a.tar").write_bytes(header.tobuf(tarfile.GNU_FORMAT) + b"\0" * 10_240)
    assert problems(tmp_path / "a.tar") == [
        ("a.tar", "not a readable tar: a header or member asks for more than the archive may hold")
    ]


def test_a_tar_of_a_thousand_chained_headers_is_refused(tmp_path):
    header = tarfile.TarInfo("././@LongLink")
    header.type = tarfile.GNUTYPE_LONGNAME
    header.size = 1
    block = header.tobuf(tarfile.GNU_FORMAT) + b"x" + b"\0" * 511
    (tmp_path / "a.tar").write_bytes(block * 5_000)
    ((place, message),) = problems(tmp_path / "a.tar")
    assert place == "a.tar"
    assert message.startswith("not a readable tar")


def test_too_many_members_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(bounds, "MAX_MEMBERS", 10)
    members = {f"f{number}": b"" for number in range(11)}
    for path in (write_zip(tmp_path / "a.zip", members), write_tar(tmp_path / "a.tgz", members)):
        assert problems(path) == [(path.name, "archive holds more than 10 files")]


def test_encrypted_members_are_problems(tmp_path):
    path = write_zip(tmp_path / "a.zip", {"LICENSE": b"x", "open": b"y"})
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert contents(path) == {"open": b"y"}
    assert problems(path) == [("LICENSE", "encrypted")]


@pytest.mark.parametrize("name", ["a.zip", "a.whl", "a.tgz", "a.tar.xz", "a.tar"])
@pytest.mark.parametrize("data", [b"", b"not an archive", b"PK\x05\x06", b"\x1f\x8b\x08", b"\xfd7zXZ\0", b"BZh9"])
def test_what_is_no_archive_is_one_problem(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    assert contents(tmp_path / name) == {}
    ((place, message),) = problems(tmp_path / name) or [(name, "not a readable tar")]
    assert place == name
    assert message.startswith(("not a readable", "archive is broken"))


def test_what_stands_before_the_break_is_read(tmp_path):
    noise = random.Random(1).randbytes(200_000)
    path = write_tar(tmp_path / "a.tgz", {"first": b"ok", "second": noise, "third": b"lost"})
    path.write_bytes(path.read_bytes()[:100_000])
    assert contents(path) == {"first": b"ok"}
    ((place, message),) = problems(path)
    assert place == "a.tgz"
    assert message.startswith("archive is broken after first")


def test_large_members_are_unpacked_when_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(tarred, "KEPT_MEMBER", 10)
    path = write_tar(tmp_path / "a.tgz", {"small": b"s", "model.gguf": b"GGUF" + b"x" * 9_000, "z": b"last"})
    files = {str(file.path): file for file in opened(path).files()}
    assert files["model.gguf"].head(4) == b"GGUF"
    assert len(files["model.gguf"].head(5_000)) == 5_000
    assert len(files["model.gguf"].read()) == 9_004
    assert files["z"].read() == b"last"
    with pytest.raises(ReadError, match="larger than"):
        files["model.gguf"].read(9_003)


def test_a_member_without_a_name_is_a_problem(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xame", "content")
        archive.writestr("LICENSE", "words")
    path.write_bytes(path.read_bytes().replace(b"xame", b"\0ame"))

    tree = open_input(str(path), exclude=(), cwd=tmp_path)

    assert [file.where for file in tree.files()] == ["LICENSE"]
    assert ["no name" in each.message for each in tree.problems()] == [True]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["a.zip", "a.tgz", "a.tar", "a.tar.xz", "a.tar.bz2", "a-1-py3-none-any.whl"]),
    edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8),
    cut=st.one_of(st.none(), st.floats(0, 1)),
)
def test_any_damage_gives_members_and_problems_and_nothing_else(tmp_path, kind, edits, cut):
    path = tmp_path / kind
    if kind.endswith((".zip", ".whl")):
        write_zip(path, MEMBERS)
    else:
        write_tar(path, MEMBERS, {"a.tgz": "w:gz", "a.tar": "w", "a.tar.xz": "w:xz", "a.tar.bz2": "w:bz2"}[kind])
    data = bytearray(path.read_bytes())
    for where, value in edits:
        data[min(len(data) - 1, int(where * len(data)))] = value
    path.write_bytes(data[: int(cut * len(data))] if cut is not None else data)
    tree = opened(path)
    for file in tree.files():
        try:
            file.text()
            file.head(10)
        except ReadError:
            pass
        str(file.path).encode()
    tree.problems()
    list(tree.homes())
