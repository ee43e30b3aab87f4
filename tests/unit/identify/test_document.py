# ruff: noqa: RUF001 -- look-alike characters are the matter here
"""Every container gives the same clean lines, each with its line in the original."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rail.identify.document import Document, Line, Link, read_document

WORDS = "You must not fly the kite near the tower"


def said(document: Document) -> list[tuple[int, str]]:
    return [(line.number, line.text) for line in document.lines if line.text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"\n{WORDS}\n", id="plain"),
        pytest.param(f"\n  \t{WORDS.replace(' ', '  ')}  \n", id="runs of blanks"),
        pytest.param(f"/*\n * {WORDS}\n */", id="block comment"),
        pytest.param(f"#\n# {WORDS}\n#", id="hash comment"),
        pytest.param(f"//\n// {WORDS}", id="slashes"),
        pytest.param(f";;\n;; {WORDS}", id="lisp"),
        pytest.param(f"REM\nREM {WORDS}", id="batch"),
        pytest.param(f"dnl\ndnl {WORDS}", id="m4"),
        pytest.param(f"%\n%% {WORDS}", id="tex"),
        pytest.param(f"--\n-- {WORDS}", id="sql"),
        pytest.param(f"<!--\n{WORDS}\n-->", id="comment of a page"),
        pytest.param(f'"\n" {WORDS}', id="vim"),
        pytest.param(f"\n## {WORDS}", id="heading"),
        pytest.param(f"\n== {WORDS}", id="asciidoc heading"),
        pytest.param(f"\n> > {WORDS}", id="quote"),
        pytest.param("\nYou **must** _not_ fly the `kite` near ***the*** tower", id="emphasis"),
        pytest.param("\r\nYou must not fly the kite near the tower\r\n", id="carriage returns"),
        pytest.param("<html>\n<p>You must <b>not</b> fly the kite near&nbsp;the tower</p></html>", id="html"),
        pytest.param("{\\rtf1{\\fonttbl Arial;}\n\\b You must\\b0  not fly the kite near the tower\\par}", id="rtf"),
        pytest.param("\n\ufeffYou must\u00a0not f\u00adly the kite near t\u200bhe tower", id="invisible"),
        pytest.param("\nYou must not ﬂy the kite near the tower", id="ligature"),
        pytest.param("\nＹｏｕ ｍｕｓｔ not fly the kite near the tower", id="full width"),
        pytest.param("\nYou must not fly the kite near the tow-\ner", id="parted word"),
        pytest.param("\nYou must [not fly](https://example.com/fly) the kite near the tower", id="markdown link"),
        pytest.param("\nYou must https://example.com/fly[not fly] the kite near the tower", id="asciidoc link"),
        pytest.param("\nYou must `not fly <https://example.com/fly>`_ the kite near the tower", id="rest link"),
    ],
)
def test_containers_leave_the_words_and_the_line(text: str) -> None:
    assert said(read_document(text)) == [(2, WORDS)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("the kiteâ€™s â€œtailâ€\x9d", 'the kite\'s "tail"'),
        ("the kite’s “tail”", 'the kite\'s "tail"'),
        ("the kite\x92s \x93tail\x94", 'the kite\'s "tail"'),
        ("the kite&rsquo;s &quot;tail&#34;", 'the kite\'s "tail"'),
    ],
)
def test_quotes_come_out_plain(wrong: str, right: str) -> None:
    assert read_document(wrong).lines == (Line(1, right),)


@pytest.mark.parametrize("label", ["(a)", "1.", "1.2", "a)", "•", "-", "*", "(iv)", "§ 3"])
def test_list_labels_stay(label: str) -> None:
    text = f"{label} to fly\n{label} to swim"
    assert [line.text for line in read_document(text).lines] == [f"{label} to fly", f"{label} to swim"]


def test_stars_within_a_block_comment_stay_bullets() -> None:
    assert said(read_document("/*\n * Never:\n *\n * * fly\n */")) == [(2, "Never:"), (4, "* fly")]


def test_placeholders_are_no_tags() -> None:
    assert said(read_document("<p>Copyright <year> <owner></p>")) == [(1, "Copyright <year> <owner>")]


def test_html_list_items_get_bullets_and_keep_their_line() -> None:
    document = read_document("<ul>\n<li>fly\n<li>swim</ul><script>\nvar x\n</script>\n<p>end")
    assert said(document) == [(2, "• fly"), (3, "• swim"), (6, "end")]


def test_link_targets_are_kept_apart() -> None:
    document = read_document('<a href="https://e.example/aup">the\npolicy</a>')
    assert document.links == (Link(1, "policy", "https://e.example/aup"),)
    assert read_document("see [the policy](https://e.example/aup)").links == (
        Link(1, "the policy", "https://e.example/aup"),
    )


def test_page_furniture_is_blank_and_a_word_parted_by_it_is_joined() -> None:
    text = "Do not dis-\n\nPage 3 of 9\n\n\fExample terms\n\ntribute it.\n\fExample terms\nEnd."
    assert said(read_document(text)) == [(1, "Do not distribute"), (7, "it."), (9, "End.")]


def test_a_page_break_inside_a_sentence_leaves_no_blank_line() -> None:
    text = "whoever takes the boat out signs the\n\nPage 1 of 2\n\fThe Club\n\nbook at the stage."
    lines = read_document(f"{text}\n\nPage 2 of 2\n\fThe Club\n\nNew").lines
    assert [line.text for line in lines][:3] == ["whoever takes the boat out signs the", "book at the stage.", ""]
    assert [line.number for line in lines][:2] == [1, 6]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("under the AGPL-\nLicence of today", "under the AGPL-Licence"),
        ("any High-\nRisk use", "any High-Risk"),
        ('goes "as-\nis" and', 'goes "asis"'),
        ("as follows -\nFirst of all", "as follows -"),
        ("on these terms-\n1. Sign the book", "on these terms-"),
    ],
)
def test_a_compound_parted_at_a_line_end_is_one_word_again(text: str, first: str) -> None:
    assert read_document(text).lines[0].text == first


def test_a_year_on_a_line_of_its_own_is_no_page_number() -> None:
    text = "Released on July 23,\n2024\n\n3\n\fMore"
    assert [line.text for line in read_document(text).lines if line.text] == ["Released on July 23,", "2024", "More"]


def test_a_compound_keeps_its_hyphen() -> None:
    assert said(read_document("for non-\ncommercial use")) == [(1, "for non-commercial"), (2, "use")]


@given(st.text(max_size=300) | st.text(alphabet="<>/ap!-[]()`*_#&;\\{}'\n\f \"", max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_string_is_read_and_no_line_number_is_made_up(text: str) -> None:
    document = read_document(text)
    numbers = [line.number for line in document.lines]
    breaks = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert numbers == sorted(numbers)
    assert all(1 <= number <= breaks for number in numbers)
    assert not any("\n" in line.text for line in document.lines)


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a ",
        "<p>",
        "<!--",
        "<script",
        "<a href='",
        "[",
        "[](",
        "`a<",
        "*a",
        "&#",
        "-\n",
        "\f\n",
        "\\'41",
        "a-\n\n",
    ],
)
def test_time_per_character_stays_flat(unit: str) -> None:
    def taken(size: int) -> float:
        text = "<p>" + unit * (size // len(unit))
        times = []
        for _ in range(3):
            start = time.process_time()
            read_document(text)
            times.append(time.process_time() - start)
        return min(times)

    assert taken(80_000) < 16 * taken(10_000) + 0.05
