from collections import Counter

import pytest

from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue, load
from rail.identify.linting.spi import load as load_checks
from tests.unit.identify.lint_cases import Case, cases, remarks


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> Index:
    return Index(catalogue)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.id)
def test_a_check_speaks_where_it_should_and_nowhere_else(case: Case, catalogue: Catalogue, index: Index) -> None:
    told = remarks(case, catalogue, index)
    lines = [each.line for each in told if each.code == case.code]
    assert (lines[:1] == [case.line] and bool(lines)) if case.positive else not lines, told


def test_every_check_has_cases_of_both_kinds() -> None:
    kinds = Counter((case.code, case.positive) for case in cases())
    missing = [each.code for each in load_checks() if not (kinds[each.code, True] and kinds[each.code, False])]
    assert missing == []


def test_a_complete_text_and_a_permissive_one_give_nothing_at_all(catalogue: Catalogue, index: Index) -> None:
    clean = [case for case in cases() if case.code == "W-LAW" and case.file.name in {"complete.txt", "permissive.txt"}]
    assert len(clean) == 2
    assert [remarks(case, catalogue, index) for case in clean] == [(), ()]
