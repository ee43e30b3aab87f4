"""The pages that are made from the code: the same at every run, and harmless whatever a docstring holds."""

import pytest

from tests.reference import pages
from tests.reference._markdown import prose, sentence, table


def test_pages_are_the_same_at_every_run_and_say_that_they_are_made(tmp_path):
    first = pages(tmp_path)

    assert first == pages(tmp_path)
    assert [path.name for path, data in first.items() if b"Made by `make generated`" not in data] == []


def test_bars_and_line_breaks_stay_within_their_cell():
    assert table(["a"], [["b | c\nd"]]) == "\n| a |\n| --- |\n| b \\| c d |\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("see https://example.org/a_b.html.", "see <https://example.org/a_b.html>.\n"),
        ("(https://example.org/)", "(<https://example.org/>)\n"),
        ("<https://example.org/>", "<https://example.org/>\n"),
        ("no address", "no address\n"),
    ],
)
def test_an_address_in_a_docstring_is_a_link(text, said):
    assert prose(text) == said


def test_words_become_a_sentence():
    assert sentence("who asks?") == "Who asks?"
    assert sentence("a title") == "A title."
