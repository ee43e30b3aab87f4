import hashlib
import json
import re
import sys
from html.parser import HTMLParser

import pytest

from rail.errors import UsageError
from rail.generate.answers import Custom
from rail.generate.document import blocks
from rail.generate.formats import find_format, format_names
from rail.identify.reading import read_text
from tests.barred import missed_and_added

OF_WORDS = tuple(each for each in format_names() if each != "pdf")
"""The formats whose files are text, in any alphabet."""
HOSTILE = 'A & B *x* _y_ <script>alert(1)</script> [z](http://e) \\input{/etc/passwd} $m$ #h %c {b} ~ ^ é 隼 🦅 "q"'


@pytest.fixture
def written(make):
    made = make(
        work=HOSTILE,
        formats=OF_WORDS,
        custom=(Custom(id="own", text=f"to do {HOSTILE}", use="minors"),),
    )
    return {path: content.decode() for path, content in made.files.items() if path.startswith("LICENSE-MODEL")}


def test_there_are_six_formats():
    assert format_names() == ("html", "latex", "markdown", "pdf", "rtf", "text")


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UsageError) as fault:
        find_format("docx")
    assert "latex" in fault.value.hint


def test_plain_text_keeps_the_words_and_is_at_most_eighty_columns_wide(make, written):
    assert HOSTILE in " ".join(written["LICENSE-MODEL"].split())
    assert max(len(line) for line in make().text.splitlines()) <= 80


def test_markdown_escapes_what_would_be_markup_and_nothing_is_lost(written):
    source = written["LICENSE-MODEL.md"]

    assert "<script>" not in source
    assert "\\<script\\>" in source
    assert any(HOSTILE in block.text for block in blocks(source))


def test_html_has_no_element_that_the_words_brought(written):
    class Elements(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open, self.seen, self.text = [], set(), ""

        def handle_starttag(self, tag, _attrs):
            self.seen.add(tag)
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

        def handle_data(self, data):
            self.text += data

    parser = Elements()
    parser.feed(written["LICENSE-MODEL.html"])

    assert not parser.open
    assert parser.seen <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "b", "ul", "li"}
    assert HOSTILE in parser.text


def test_latex_runs_no_command_that_the_words_brought(written):
    body = written["LICENSE-MODEL.tex"].partition("\\begin{document}")[2]

    assert "\\input" not in body
    assert "\\textbackslash{}input\\{" in body
    commands = set(re.findall(r"\\([A-Za-z]+)", body))
    assert commands <= {
        "begin", "end", "Large", "textbf", "section", "subsection", "hspace", "hangindent", "hangafter",
        "textbackslash", "textless", "textgreater", "textasciitilde", "textasciicircum", "textquotedbl",
    }  # fmt: skip
    assert body.count("{") == body.count("}")


def test_rtf_is_ascii_and_its_groups_are_closed(written):
    text = written["LICENSE-MODEL.rtf"]

    assert text.isascii()
    plain = re.sub(r"\\[\\{}]", "", text)
    assert plain.count("{") == plain.count("}")
    assert "\\u-10178?" in text  # the first half of the eagle
    assert "\\u233?" in text


def test_all_formats_say_the_same_words(make):
    made = make(formats=OF_WORDS)
    heading = "9. Names and trademarks"

    assert all(heading in content.decode() for path, content in made.files.items() if path.startswith("LICENSE-MODEL"))


def test_every_format_is_read_back_alike(make, catalogue):
    made = make(presets=("surveillance-and-crime", "bigscience"), formats=OF_WORDS)
    wanted = {(bars.use, bars.mode) for item in made.made.items for bars in item.clause.restricts}

    for path in (each for each in made.files if each.startswith("LICENSE-MODEL")):
        read = read_text(made.files[path].decode(), catalogue).restrictions
        assert missed_and_added(((each.use, each.mode) for each in read), wanted) == (set(), set()), path


@pytest.mark.parametrize(
    ("formats", "main"),
    [(("html", "text"), "LICENSE-MODEL"), (("html", "rtf"), "LICENSE-MODEL.html"), ((), "LICENSE-MODEL")],
)
def test_what_goes_along_names_the_file_that_is_there(make, formats, main):
    made = make(formats=formats)

    policy = json.loads(made.files["rail-policy.json"])
    assert policy["license"]["file"] == main
    assert policy["license"]["sha256"] == hashlib.sha256(made.files[main]).hexdigest()
    assert f"in the file {main}." in made.files["NOTICE"].decode()


def shown(content: bytes) -> str:
    """Return the lines that an uncompressed PDF draws, in their order."""
    drawn = re.findall(rb"\((.*?)(?<!\\)\) Tj", content)
    return "\n".join(re.sub(rb"\\(.)", rb"\1", each).decode("windows-1252") for each in drawn)


def test_a_pdf_draws_the_words_of_the_licence_and_is_read_back(make, catalogue):
    made = make(presets=("surveillance-and-crime", "bigscience"), work="Kestrel (é)", formats=("text", "pdf"))
    drawn = shown(made.files["LICENSE-MODEL.pdf"])
    words = " ".join(drawn.split())

    assert "9. Names and trademarks" in words
    assert '"Licensor" means Example Lab.' in words
    for item in made.made.items:
        assert f"[{item.clause.code}]" in words
    parted = re.sub(
        r"\n(\([a-z]{1,2}\))\n", r"\n\n\1 ", re.sub(r"\n((?:A\.\d+|Attachment) .*)\n", r"\n\n\1\n\n", drawn)
    )
    read = read_text(parted, catalogue).restrictions
    wanted = {(bars.use, bars.mode) for item in made.made.items for bars in item.clause.restricts}
    assert missed_and_added(((each.use, each.mode) for each in read), wanted) == (set(), set())


def test_a_pdf_knows_neither_clock_nor_run(make):
    content = make(formats=("pdf",)).files["LICENSE-MODEL.pdf"]

    assert content == make(formats=("pdf",)).files["LICENSE-MODEL.pdf"]
    assert content.startswith(b"%PDF-")
    assert b"D:20000101000000Z" in content
    assert b"/ID" not in content


def test_a_pdf_refuses_letters_that_its_fonts_lack(make):
    with pytest.raises(UsageError) as fault:
        make(work="隼", formats=("pdf",))

    assert "'隼'" in fault.value.problem
    assert "--format html" in fault.value.hint


def test_without_the_library_the_command_that_installs_it_is_named(make, monkeypatch):
    monkeypatch.setitem(sys.modules, "fpdf", None)

    with pytest.raises(UsageError) as fault:
        make(formats=("text", "pdf"))

    assert fault.value.hint == "pip install 'rail-compliance[pdf]'"
