"""Evading sanctions and export controls among other barred conducts, and the export notes of ordinary licences."""

import pytest

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.identify.clauses import read_clauses
from rail.identify.document import read_document
from rail.identify.reading import read_text

LISTED = {
    "You may not use the viewer for covert surveillance, sanctions evasion or unlawful export.": {"surveillance"},
    "Do not use this viewer for military purposes or in violation of export control laws.": {"military"},
    "You must not use the model for weapons development or to evade export controls.": {"military.weapons"},
}
NOTES = [
    "You may not export the viewer to embargoed countries, nor for nuclear or missile uses.",
    "The viewer is subject to export controls; shipping it to a military end user may be prohibited.",
]
UNSURE = [
    "It is explicitly not intended for military targeting, covert surveillance or sanctions evasion.",
    "No consent makes these acceptable: targeted harassment; terrorism; evading sanctions.",
]


@pytest.mark.parametrize(("sentence", "uses"), LISTED.items())
def test_sanctions_among_barred_conducts_take_no_force_from_the_others(sentence: str, uses: set[str]) -> None:
    assert uses <= {each.use for each in read_clauses(read_document(sentence)).restrictions}


@pytest.mark.parametrize("sentence", NOTES)
def test_a_note_on_export_bars_no_conduct(sentence: str) -> None:
    assert not read_clauses(read_document(sentence)).restricts


@pytest.mark.parametrize("sentence", [*LISTED, *UNSURE])
def test_beside_a_free_licence_such_words_are_not_passed_over(mit: str, catalogue: Catalogue, sentence: str) -> None:
    assert read_text(f"{mit}\n{sentence}\n", catalogue).restricted is not Restricted.NO
