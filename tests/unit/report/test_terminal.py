import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rail.report.terminal import Color, clip, columns, pad, paint, visible


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\x1b[2Jb", "a\\x1b[2Jb"),
        ("a\x9bb", "a\\x9bb"),
        ("one\ntwo\r\tthree", "one\\ntwo\\r\\tthree"),
        ("admin\u202etxt.exe", "admin\\u202etxt.exe"),
        ("\u2066hidden\u2069", "\\u2066hidden\\u2069"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("bytes\udcff", "bytes\\udcff"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("line\u2028end", "line\\u2028end"),
    ],
)
def test_a_character_that_would_steer_the_terminal_is_written_out(hostile, shown):
    assert visible(hostile) == shown


@pytest.mark.parametrize("text", ["plain", "naïve café", "使用限制", "«\u00a0clause\u00a0»", "e\u0301"])
def test_words_of_any_language_stay_as_they_are(text):
    assert visible(text) == text.replace("\u00a0", " ")


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_nothing_but_printable_characters_is_left(text):
    assert visible(text).isprintable()


@pytest.mark.slow
def test_no_character_of_all_is_shown_that_is_no_letter_mark_number_sign_or_space():
    for code in range(sys.maxunicode + 1):
        for each in visible(chr(code)):
            assert unicodedata.category(each)[0] in "LMNPS" or each == " "


def test_a_wide_character_takes_two_columns_and_a_combining_one_none():
    assert columns("ab") == 2
    assert columns("限制") == 4
    assert columns("e\u0301") == 1


def test_a_long_text_is_cut_to_the_columns_with_an_ellipsis():
    assert clip("abcdef", 6) == "abcdef"
    assert clip("abcdefg", 6) == "abcde…"
    assert clip("限制限制", 6) == "限制…"
    assert columns(clip("限制限制", 6)) <= 6


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_a_cut_text_never_takes_more_than_its_columns(text, width):
    assert columns(clip(visible(text), width)) <= width


def test_padding_counts_columns_and_not_characters():
    assert pad("限", 4) == "限  "
    assert pad("toolong", 3) == "toolong"


def test_colour_is_added_only_when_it_is_on():
    assert paint("x", Color.RED, Color.BOLD, on=True) == "\x1b[31;1mx\x1b[0m"
    assert paint("x", Color.RED, on=False) == "x"
    assert paint("", Color.RED, on=True) == ""
