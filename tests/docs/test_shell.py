"""What holds the pages to account can itself fail: it sees lines that are not printed, and commands that end badly."""

import pytest

from tests.docs.pages import anchors, blocks
from tests.docs.shell import Printed, Project, commands, missing


@pytest.mark.parametrize(
    ("shown", "left"),
    [
        (["one", "two"], []),
        (["one", "…", "three"], []),
        (["t…o"], []),
        (["four"], ["four"]),
        (["two", "one"], ["one"]),
        (["tw"], ["tw"]),
        (["one", "told"], []),
        (["told", "one"], []),
    ],
)
def test_lines_must_be_printed_whole_and_in_their_order(shown, left):
    assert missing(shown, Printed("one\ntwo\nthree\n", "told\n", 0)) == left


def test_a_screen_is_commands_with_what_is_shown_under_them():
    assert commands("$ a \\\n  --b\nshown\n$ c\n") == [("a    --b", ["shown"]), ("c", [])]


def test_a_block_has_its_title_and_the_notes_before_it(tmp_path):
    page = tmp_path / "page.md"
    page.write_text('<!-- in: a -->\n<!-- before: b c -->\n```toml title="d.toml"\nx = 1\n```\n', encoding="utf-8")

    assert list(blocks(page)) == [("toml", "d.toml", "x = 1\n", 4, {"in": "a", "before": "b c"})]


def test_an_anchor_is_that_of_github_and_of_the_site(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# A `rail` page: one\n\n## \\[\\[use-case\\]\\]\n\n```text\n# none\n```\n", encoding="utf-8")

    assert anchors(page) == {"a-rail-page-one", "use-case"}


def test_a_command_ends_with_its_status_and_knows_the_files_of_the_page(tmp_path, capsys, monkeypatch):
    project = Project(tmp_path, capsys, monkeypatch)
    project.write("requirements.txt", "requests==2.32.0\n")

    assert project.run("rail check --fail-on unknown --use surveillance").status == 1
    assert project.run("echo $?").out == "1"
    assert "pypi/requests@2.32.0" in project.run("rail scan | cat").out
    assert project.run("rail no-such-verb").status == 2
