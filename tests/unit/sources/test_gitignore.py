"""The rules of .gitignore, held against git itself."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rail.sources.directory import Directory
from rail.sources.gitignore import Rules

GIT = shutil.which("git")
FILES = [
    "a",
    "b.txt",
    "A",
    "foo/a",
    "foo/b.txt",
    "foo/bar/a",
    "foo/bar/b.py",
    "foo/bar/.x",
    "foo.d/a",
    "bar/foo/a",
    "bar/foo/b.txt",
    "bar/a b",
    "#x/a",
    "!x",
    "deep/er/and/er/a.log",
    "deep/er/foo/a.log",
    "x[1]/a",
    "tail ",
]
ATOMS = st.sampled_from(
    [
        "a",
        "b",
        "foo",
        "bar",
        "er",
        "d",
        "x",
        "1",
        "-",
        ".",
        ".x",
        ".txt",
        "/",
        "*",
        "**",
        "?",
        "*.log",
        "[ab]",
        "[!a]",
        "[a-f]oo",
        "[[:alpha:]]",
        "[]a]",
        "[1]",
        "[",
        "]",
        "\\",
        "\\*",
        "\\ ",
        " ",
        "#",
        "!",
    ]
)
# git reads `a**` as `a*`, but after the plain beginning of an anchored pattern as `**`: none relies on that.
LINES = (
    st.lists(ATOMS, min_size=1, max_size=6).map("".join).filter(lambda line: not re.search(r"[^/]\*\*|\*\*[^/]", line))
)
IGNORE_FILES = st.dictionaries(
    st.sampled_from([".gitignore", "foo/.gitignore", "bar/foo/.gitignore", "deep/.gitignore", ".git/info/exclude"]),
    st.lists(
        st.tuples(st.sampled_from(["", "", "", "!", "/", "!/"]), LINES, st.sampled_from(["", "", "/"])).map("".join),
        max_size=5,
    ),
    min_size=1,
    max_size=3,
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    root = tmp_path_factory.mktemp("repository")
    subprocess.run([GIT, "init", "-q", str(root)], check=True, env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"})
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("")
    return root


def untracked(root: Path) -> set[str]:
    """Return what git would add: it walks as we do, so folders once ignored stay closed."""
    command = [GIT, "-c", "core.excludesFile=/dev/null", "ls-files", "-z", "--others", "--exclude-standard"]
    output = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout
    return {name for name in output.decode().split("\0") if name}


@pytest.mark.skipif(GIT is None, reason="git is not installed")
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=IGNORE_FILES)
def test_a_folder_yields_what_git_would_add(repository, files):
    for name in (".gitignore", "foo/.gitignore", "bar/foo/.gitignore", "deep/.gitignore", ".git/info/exclude"):
        (repository / name).unlink(missing_ok=True)
    for name, lines in files.items():
        (repository / name).write_text("\n".join(lines) + "\n")
    ours = {str(file.path) for file in Directory(str(repository), label=".").files()}
    assert ours == untracked(repository)


@pytest.mark.parametrize(
    ("pattern", "path", "folder", "expected"),
    [
        pytest.param("*.log", "a/b.log", False, True, id="a name matches at any level"),
        pytest.param("/b.log", "a/b.log", False, None, id="a leading slash anchors"),
        pytest.param("a/b", "x/a/b", False, None, id="a slash in the middle anchors"),
        pytest.param("**/b", "x/a/b", False, True, id="two stars in front match at any level"),
        pytest.param("a/**/b", "a/b", False, True, id="two stars between match no folder as well"),
        pytest.param("a/**", "a", True, None, id="two stars behind match what is inside, not the folder"),
        pytest.param("build/", "build", False, None, id="a trailing slash asks for a folder"),
        pytest.param("build/", "build", True, True, id="a trailing slash matches a folder"),
        pytest.param("\\#x", "#x", False, True, id="a backslash takes the meaning from a hash"),
        pytest.param("# x", "# x", False, None, id="a hash starts a comment"),
        pytest.param("x\\ ", "x ", False, True, id="an escaped trailing space counts"),
        pytest.param("x  ", "x", False, True, id="trailing spaces do not count"),
    ],
)
def test_patterns_mean_what_the_manual_says(pattern, path, folder, expected):
    assert Rules([pattern]).decide(path, path.rpartition("/")[2], folder=folder) is expected


def test_the_last_rule_that_matches_decides():
    rules = Rules(["*.txt", "!keep.txt", "keep.txt", "!keep.txt"])
    assert rules.decide("keep.txt", "keep.txt", folder=False) is False
    assert rules.decide("other.txt", "other.txt", folder=False) is True


@pytest.mark.parametrize(
    "pattern", ["*a" * 60 + "b", "a/" + "**/a/" * 60 + "b", "[" * 400, "[[:alpha:]" * 40, "\\" * 99]
)
def test_a_hostile_pattern_is_matched_in_no_time(pattern):
    path = "a/" * 300 + "a" * 200
    for candidate in (path, "a" * 250):
        Rules([pattern]).decide(candidate, candidate.rpartition("/")[2], folder=False)
