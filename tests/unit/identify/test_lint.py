import re
import time
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rail.catalogue.index import Index
from rail.catalogue.load import load
from rail.domain.evidence import Clause, Recognised, Restricted, TextReading
from rail.domain.finding import Level
from rail.domain.lint import Remark
from rail.identify.linting import Subject, lint
from rail.identify.linting.reference import as_markdown
from rail.identify.linting.spi import load as load_checks
from rail.sources.decode import decode
from rail.sources.memory import MemoryFile
from rail.sources.singlefile import SingleFile
from tests.conftest import ROOT
from tests.unit.identify.lint_cases import reading_of

CATALOGUE = load()
INDEX = Index(CATALOGUE)


def remarks(text: str, reading: TextReading | None = None, name: str = "LICENSE") -> tuple[Remark, ...]:
    subject = Subject(PurePosixPath(name), text, reading or reading_of(text), CATALOGUE, index=INDEX)
    return lint(subject)


def test_codes_say_their_level() -> None:
    levels = {"E": Level.ERROR, "W": Level.WARNING, "I": Level.NOTE}
    assert all(each.level is levels[each.code[0]] for each in load_checks())
    assert all(re.fullmatch(r"[EWI](-[A-Z]+)+", each.code) for each in load_checks())


def test_every_check_explains_itself_without_ending_in_a_full_stop() -> None:
    for each in load_checks():
        assert each.doc.startswith(f"{each.code}: "), each.code
        assert not each.why.endswith("."), each.code
        assert not each.remedy.endswith("."), each.code


def test_the_reference_page_has_every_code() -> None:
    page = as_markdown()
    assert all(f"## {each.code}: " in page for each in load_checks())


def test_remarks_come_in_the_order_of_lines_and_what_has_no_line_comes_last() -> None:
    text = "Orchard RAIL-M\n\nThe Licensor hereby grants you a licence.\n\nYou may not use it in war [insert uses].\n"
    lines = [each.line for each in remarks(text)]
    assert None in lines
    assert lines == sorted(lines, key=lambda line: (line is None, line or 0))


def test_a_known_licence_that_passes_restrictions_on_needs_no_words_for_it() -> None:
    text = "Orchard RAIL-M\n\nThe Licensor hereby grants you a licence.\n\nYou may not use the Model for warfare.\n"
    known = Recognised(id="creativeml-openrail-m", coverage=0.95, similarity=0.9, lines=(1, 5))
    reading = reading_of(text)
    recognised = TextReading(restricted=Restricted.YES, licenses=(known,), restrictions=reading.restrictions)
    assert "W-FLOWDOWN" in {each.code for each in remarks(text)}
    assert "W-FLOWDOWN" not in {each.code for each in remarks(text, recognised)}


@pytest.mark.parametrize("word", ["guardrail", "railway", "OpenRailAssociation", "trail", "monorail"])
def test_words_that_hold_rail_are_no_rail(word: str) -> None:
    text = f"Copyright 2026 {word} Ltd\n\nPermission is granted to use the {word} for any purpose.\n"
    assert remarks(text, TextReading(restricted=Restricted.NO)) == ()


@given(st.text(max_size=400))
@settings(max_examples=80, deadline=None)
def test_any_text_is_checked_without_a_failure(text: str) -> None:
    file = MemoryFile("README.md", text.encode("utf-8", "surrogatepass"))
    clean = file.text()
    lint(Subject(PurePosixPath("README.md"), clean, reading_of(clean), CATALOGUE, file=file, index=INDEX))


HOSTILE = [
    "[insert ",
    "<insert ",
    "{{ ",
    "section 1 of ",
    "Attachment A ",
    "require users ",
    "copyright (c) ",
    "enforceable distribute under ",
    "may provide ",
    "use policy ",
    "(a) ",
    "\n(a)",
    "\nAttachment A\n",
    "\nUse Restrictions\n",
    '"',
    "governed ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_the_work_grows_no_faster_than_the_text(unit: str) -> None:
    reading = TextReading(restricted=Restricted.YES)

    def work(size: int) -> float:
        text = "Orchard RAIL-M. The Licensor hereby grants you a licence. " + unit * (size // len(unit))
        begin = time.process_time()
        remarks(text, reading)
        return time.process_time() - begin

    work(2_000)
    small, large = work(8_000), work(64_000)
    assert large < 8 * 3 * max(small, 0.004)


def tag_remarks(tag: str, reading: TextReading, folder: Path) -> list[str]:
    (folder / "README.md").write_text(f"---\nlicense: {tag}\n---\n# Orchard\n", encoding="utf-8")
    (folder / "LICENSE").write_text("words", encoding="utf-8")
    file = next(SingleFile(str(folder / "README.md"), label="README.md", cwd=folder).files())
    none = TextReading(restricted=Restricted.UNKNOWN)
    subject = Subject(file.path, file.text(), none, CATALOGUE, file=file, read=lambda _: reading, index=INDEX)
    return [each.message for each in lint(subject) if each.code == "E-TAG-TEXT"]


def known(restricted: Restricted, *ids: str, coverage: float = 0.99, clause: bool = False) -> TextReading:
    found = tuple(Recognised(id=each, coverage=coverage, similarity=0.9, lines=(1, 9)) for each in ids)
    clauses = (Clause(use="military", mode="prohibited", text="no war", line=7),) if clause else ()
    return TextReading(restricted=restricted, licenses=found, restrictions=clauses)


@pytest.mark.parametrize(
    ("tag", "reading"),
    [
        ("mit", known(Restricted.NO, "MIT")),
        ("gpl-3.0", known(Restricted.NO, "GPL-3.0-or-later")),
        ("openrail", known(Restricted.YES, "creativeml-openrail-m")),
        ("creativeml-openrail-m", known(Restricted.YES, "MIT", "creativeml-openrail-m")),
        ("mit", known(Restricted.UNKNOWN, "Apache-2.0", coverage=0.2)),
        ("creativeml-openrail-m", known(Restricted.YES, clause=True)),
        ("never-heard-of", known(Restricted.NO, "MIT")),
    ],
)
def test_a_tag_that_the_text_bears_out_or_may_bear_out_is_no_error(
    tag: str, reading: TextReading, tmp_path: Path
) -> None:
    assert tag_remarks(tag, reading, tmp_path) == []


@pytest.mark.parametrize(
    ("tag", "reading", "told"),
    [
        ("mit", known(Restricted.NO, "Apache-2.0"), "Apache-2.0"),
        ("mit", known(Restricted.YES, "MIT", clause=True), "MIT and restricts use (line 7)"),
        ("apache-2.0", known(Restricted.BY_REFERENCE, "llama3.1"), "llama3.1"),
        ("creativeml-openrail-m", known(Restricted.NO, "MIT"), "MIT"),
        ("openrail", known(Restricted.NO, "MIT"), "MIT"),
        ("llama2", known(Restricted.BY_REFERENCE, "llama3.1"), "llama3.1"),
    ],
)
def test_a_tag_that_the_text_belies_is_an_error(tag: str, reading: TextReading, told: str, tmp_path: Path) -> None:
    assert tag_remarks(tag, reading, tmp_path) == [f"the card says {tag!r}, LICENSE is {told}"]


def corpus_remarks(corpus: Path, number: str) -> set[str]:
    text = decode((corpus / "texts" / f"{number}.txt").read_bytes())
    return {each.code for each in remarks(text)}


def test_the_template_of_a_real_licence_that_nobody_filled_in_is_found(corpus: Path) -> None:
    assert corpus_remarks(corpus, "031") >= {"E-PLACEHOLDER", "E-ATTACHMENT-EMPTY"}


@pytest.mark.parametrize("number", ["001", "004", "007", "010", "013", "034"])
def test_known_licences_as_they_are_published_give_no_error(corpus: Path, number: str) -> None:
    codes = corpus_remarks(corpus, number)
    assert "W-REMOTE" in codes
    assert not {code for code in codes if code.startswith("E-")}


@pytest.mark.parametrize(
    ("number", "duty"), [("001", True), ("004", True), ("007", False), ("010", False), ("013", False)]
)
def test_only_the_first_stable_diffusion_licence_has_the_duty_to_update(corpus: Path, number: str, duty: bool) -> None:
    assert ("W-UPDATE" in corpus_remarks(corpus, number)) is duty


@pytest.mark.parametrize("number", ["154", "157", "160", "163", "166", "178"])
def test_permissive_licences_give_nothing(corpus: Path, number: str) -> None:
    text = decode((corpus / "texts" / f"{number}.txt").read_bytes())
    assert remarks(text, TextReading(restricted=Restricted.NO)) == ()


def test_the_licence_of_this_project_gives_nothing() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert remarks(text, TextReading(restricted=Restricted.NO)) == ()
