"""What a project folder shows, and what it keeps to itself."""

import os
import sys

import pytest

from rail.errors import ReadError
from rail.sources import directory
from rail.sources.directory import Directory


def make(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return root


def paths(root, **options):
    return [str(file.path) for file in Directory(str(root), label=".", **options).files()]


def test_files_come_in_the_same_order_each_time_and_each_folder_before_those_in_it(tmp_path):
    make(tmp_path, "b/z", "b/a/x", "a/y", "z", "a.txt")
    assert paths(tmp_path) == ["a.txt", "z", "a/y", "b/z", "b/a/x"]


def test_version_control_and_caches_are_no_part_of_the_input(tmp_path):
    make(tmp_path, ".git/config", ".hg/x", ".svn/x", "pkg/__pycache__/a.pyc", "kept")
    assert paths(tmp_path) == ["kept"]


def test_ignored_node_modules_still_show_manifests_licences_and_models(tmp_path):
    make(
        tmp_path,
        "app.js",
        "node_modules/a/package.json",
        "node_modules/a/index.js",
        "node_modules/a/LICENSE.md",
        "node_modules/a/lib/license.js",
        "node_modules/@s/b/node_modules/c/package.json",
        "node_modules/a/model.onnx",
        "node_modules/a/.gitignore",
        "node_modules/a/USE_POLICY.md",
    )
    (tmp_path / ".gitignore").write_text("node_modules/\n")
    (tmp_path / "node_modules/a/.gitignore").write_text("*\n")
    assert paths(tmp_path) == [
        ".gitignore",
        "app.js",
        "node_modules/@s/b/node_modules/c/package.json",
        "node_modules/a/LICENSE.md",
        "node_modules/a/USE_POLICY.md",
        "node_modules/a/model.onnx",
        "node_modules/a/package.json",
    ]


def test_an_excluded_node_modules_is_left_out_all_the_same(tmp_path):
    make(tmp_path, "node_modules/a/package.json", "a.js")
    assert paths(tmp_path, exclude=("node_modules",)) == ["a.js"]


@pytest.mark.parametrize("marker", ["pyvenv.cfg", "conda-meta/history"])
def test_an_environment_inside_the_project_is_left_to_env(tmp_path, marker):
    make(tmp_path, f"envs/mine/{marker}", "envs/mine/lib/python3.11/site-packages/a-1.dist-info/METADATA", "kept")
    assert paths(tmp_path) == ["kept"]


def test_exclude_globs_are_relative_to_the_root(tmp_path):
    make(tmp_path, "vendor/a", "vendor/b/c", "src/vendor/d", "src/x.ipynb", "y.ipynb")
    assert paths(tmp_path, exclude=("/vendor/**", "**/x.ipynb")) == ["y.ipynb", "src/vendor/d"]


def test_links_inside_are_files_links_to_folders_are_not_followed_and_links_out_are_problems(tmp_path):
    outside = make(tmp_path / "outside", "secret")
    root = make(tmp_path / "root", "real/LICENSE")
    (root / "COPYING").symlink_to("real/LICENSE")
    (root / "loop").symlink_to(".")
    (root / "self").symlink_to("self")
    (root / "real/up").symlink_to("..")
    (root / "gone").symlink_to("nowhere")
    (root / "stolen").symlink_to(outside / "secret")
    (root / "whole").symlink_to(outside)
    tree = Directory(str(root), label=".")
    assert [str(file.path) for file in tree.files()] == ["COPYING", "real/LICENSE"]
    assert [(problem.location.path, problem.message) for problem in tree.problems()] == [
        ("stolen", "link leads out of the scanned folder"),
        ("whole", "link leads out of the scanned folder"),
    ]


def test_pipes_sockets_and_devices_are_passed_by(tmp_path):
    os.mkfifo(tmp_path / "LICENSE")
    make(tmp_path, "kept")
    assert paths(tmp_path) == ["kept"]


def test_a_file_that_turned_into_a_pipe_is_an_error_and_no_wait(tmp_path):
    make(tmp_path, "LICENSE")
    (file,) = Directory(str(tmp_path), label=".").files()
    (tmp_path / "LICENSE").unlink()
    os.mkfifo(tmp_path / "LICENSE")
    with pytest.raises(ReadError, match="not a regular file"):
        file.read()


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system refuses such names")
def test_any_name_that_a_file_system_allows_is_shown_as_text(tmp_path):
    names = [b"LICENSE\x1b[31m", b"\xff\xfe", b"new\nline", "Lizenz-für-alle".encode(), b"back\\slash"]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_bytes(name)
    found = {str(file.path): file.read() for file in Directory(str(tmp_path), label=".").files()}
    assert sorted(found) == ["LICENSE\x1b[31m", "Lizenz-für-alle", "\\xff\\xfe", "back\\slash", "new\nline"]
    assert sorted(found.values()) == sorted(names)
    "".join(found).encode()


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path, monkeypatch):
    make(tmp_path, "open/a", "shut/b")
    scandir = os.scandir

    def guarded(path):
        if str(path).rstrip("/").endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(directory.os, "scandir", guarded)
    tree = Directory(str(tmp_path), label=".")
    assert [str(file.path) for file in tree.files()] == ["open/a"]
    assert [(problem.location.path, problem.message) for problem in tree.problems()] == [
        ("shut", "folder cannot be listed: Permission denied")
    ]


def test_a_file_that_cannot_be_opened_says_so_when_read(tmp_path):
    make(tmp_path, "LICENSE")
    (file,) = Directory(str(tmp_path), label=".").files()
    (tmp_path / "LICENSE").unlink()
    for ask in (file.read, file.text, lambda: file.head(3), lambda: file.size):
        with pytest.raises(ReadError) as caught:
            ask()
        assert (caught.value.place, caught.value.problem) == ("LICENSE", "cannot be read: No such file or directory")


def test_a_tree_deeper_than_any_project_ends_in_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr(directory, "MAX_DEPTH", 5)
    make(tmp_path, "1/2/3/4/5/6/7/file", "1/2/shallow")
    tree = Directory(str(tmp_path), label=".")
    assert [str(file.path) for file in tree.files()] == ["1/2/shallow"]
    assert [problem.message for problem in tree.problems()] == ["deeper than 5 folders"]


def test_reading_is_bounded(tmp_path):
    (tmp_path / "big").write_bytes(b"x" * 1000)
    (file,) = Directory(str(tmp_path), label=".").files()
    assert file.size == 1000
    assert file.head(10) == b"x" * 10
    assert file.read(1000) == b"x" * 1000
    with pytest.raises(ReadError, match="larger than 999 bytes"):
        file.read(999)


def test_a_document_of_a_hundred_megabytes_is_refused_unread(tmp_path):
    with (tmp_path / "uv.lock").open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    (file,) = Directory(str(tmp_path), label=".").files()
    with pytest.raises(ReadError, match="larger than"):
        file.text()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"\xef\xbb\xbfa\r\nb\rc\n", "a\nb\nc\n", id="byte order mark and three kinds of newline"),
        pytest.param("é€".encode("utf-16"), "é€", id="UTF-16"),
        pytest.param(b"\xfe\xff\x00", "\ufffd", id="half of a UTF-16 letter"),
        pytest.param(b"caf\xe9 \x80", "café €", id="Windows"),
        pytest.param(b"\x81\xff", "\x81ÿ", id="no known encoding"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_text_is_decoded_whatever_it_is(tmp_path, data, text):
    (tmp_path / "f").write_bytes(data)
    (file,) = Directory(str(tmp_path), label=".").files()
    assert file.text() == text


def test_neighbours_are_found_within_the_tree_only(tmp_path):
    make(tmp_path, "outside.txt", "root/a/here.txt", "root/a/sub/below.txt", "root/up.txt")
    (tmp_path / "root/a/link.txt").symlink_to("../../outside.txt")
    files = {str(file.path): file for file in Directory(str(tmp_path / "root"), label=".").files()}
    here = files["a/here.txt"]
    assert [str(found.path) for name in ("sub/below.txt", "../up.txt") if (found := here.beside(name))] == [
        "a/sub/below.txt",
        "up.txt",
    ]
    for name in (
        "../../outside.txt",
        str(tmp_path / "outside.txt"),
        "link.txt",
        "sub",
        "nothing",
        "a\0b",
        "",
        "x" * 999,
    ):
        assert here.beside(name) is None
    assert here.names_beside() == ("here.txt", "link.txt", "sub/below.txt")
