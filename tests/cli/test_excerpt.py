import os

import pytest

from rail.cli.excerpt import Excerpts


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "a" / "src").mkdir(parents=True)
    (tmp_path / "b" / "src").mkdir(parents=True)
    (tmp_path / "a" / "src" / "m.py").write_bytes(b"\xef\xbb\xbfone\r\ntwo\n")
    (tmp_path / "b" / "src" / "m.py").write_text("uno\ndue\n")
    (tmp_path / "secret").write_text("password\n")
    return tmp_path


def test_a_line_is_found_below_the_folder_that_was_scanned(tree):
    excerpts = Excerpts(["a"], ["a"], tree)

    assert excerpts.line("src/m.py", 1) == "one"
    assert excerpts.line("src/m.py", 2) == "two"


@pytest.mark.parametrize(("path", "line"), [("src/m.py", 0), ("src/m.py", 99), ("src/none.py", 1), ("src", 1), ("", 1)])
def test_a_line_that_is_not_there_gives_nothing(tree, path, line):
    assert Excerpts(["a"], ["a"], tree).line(path, line) is None


def test_several_inputs_are_told_apart_by_their_labels(tree):
    excerpts = Excerpts(["a", "b"], ["a", "other"], tree)

    assert excerpts.line("a/src/m.py", 1) == "one"
    assert excerpts.line("other/src/m.py", 1) == "uno"
    assert excerpts.line("src/m.py", 1) is None


def test_a_file_as_input_is_found_by_its_name(tree):
    assert Excerpts(["a/src/m.py"], ["m.py"], tree).line("m.py", 2) == "two"


@pytest.mark.parametrize("path", ["../secret", "link", "/etc/hostname", "src/../../secret"])
def test_nothing_outside_the_folder_is_ever_shown(tree, path):
    (tree / "a" / "link").symlink_to(tree / "secret")

    assert Excerpts(["a"], ["a"], tree).line(path, 1) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_a_pipe_is_not_waited_for(tree):
    os.mkfifo(tree / "a" / "pipe")

    assert Excerpts(["a"], ["a"], tree).line("pipe", 1) is None


def test_inputs_that_are_no_files_are_passed_over(tree):
    assert Excerpts(["-", "pkg:pypi/x", "env"], ["-", "pkg:pypi/x", "env"], tree).line("x", 1) is None
