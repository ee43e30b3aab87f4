import pytest

from rail.catalogue.load import load
from rail.domain.evidence import Recognised
from rail.errors import ReadError
from rail.identify.locate import Located, locate
from tests.unit.identify.lint_cases import reading_of

TEXT = """Orchard terms

You may use the Model freely.

You agree not to use the Model:

(a) to build or guide weapons,
    of any kind;

(b) to predict whether a person will commit a crime.

There is no warranty.
"""


def at(line: int) -> Located:
    return locate(TEXT, line, reading_of(TEXT), load())


def test_a_clause_comes_with_its_use_its_lead_in_and_the_words_that_named_it() -> None:
    found = at(7)
    assert {each.use for each in found.clauses} == {"military.weapons"}
    assert found.lead_in is not None
    assert found.lead_in.number == 5
    assert any("weapons" in words for words in found.matched)
    assert [line.number for line in found.context] == [5, 6, 7, 8, 9]


def test_a_line_in_the_middle_of_a_clause_leads_to_its_beginning() -> None:
    assert at(8).line == 7
    assert at(8).clauses == at(7).clauses


@pytest.mark.parametrize("line", [1, 3, 4, 12])
def test_a_line_that_restricts_nothing_has_no_clause_and_no_lead_in(line: int) -> None:
    found = at(line)
    assert (found.line, found.clauses, found.lead_in, found.matched) == (line, (), None, ())


@pytest.mark.parametrize("line", [0, -1, 13])
def test_a_line_that_is_not_there_is_an_error(line: int) -> None:
    with pytest.raises(ReadError, match="12"):
        at(line)


def test_the_known_licence_around_the_line_is_named() -> None:
    reading = reading_of(TEXT)
    known = Recognised(id="MIT", coverage=1.0, similarity=1.0, lines=(3, 9))
    marked = type(reading)(restricted=reading.restricted, licenses=(known,), restrictions=reading.restrictions)
    assert locate(TEXT, 7, marked, load()).licenses == (known,)
    assert locate(TEXT, 12, marked, load()).licenses == ()
