import pytest

from rail.generate.answers import Artifact, Custom
from rail.generate.clauselist import preset_names
from rail.generate.remarks import remarks


@pytest.fixture
def codes(make, clauses, catalogue):
    return lambda **given: [each.code for each in remarks(make(**given), clauses, catalogue)]


@pytest.mark.parametrize("preset", preset_names())
def test_the_presets_bring_no_error_and_no_warning_of_their_text(codes, preset):
    assert [each for each in codes(presets=(preset,)) if each not in {"W-BASE", "I-NOT-OSS"}] == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"clauses": ("malware",)}, "W-BASE"),
        ({"variant": "rail"}, "W-INTERNAL"),
        ({"artifacts": (Artifact.DATA,)}, "W-PERSONAL-DATA"),
        ({"artifacts": (Artifact.SOURCE_CODE,)}, "W-CODE"),
        ({"names": ("surveillance",), "research_exemption": False}, "W-RESEARCH"),
        ({"custom": (Custom(id="own", text="to harm anyone", use="harm"),)}, "W-VAGUE"),
        ({"custom": (Custom(id="own", text="to feed a dinosaur", use="minors"),)}, "W-CUSTOM"),
    ],
)
def test_a_maintainer_is_warned(codes, given, code):
    assert code in codes(**given)
    assert code not in codes(personal_data="no")


def test_a_clause_of_ones_own_that_is_understood_brings_no_warning(codes):
    assert "W-CUSTOM" not in codes(custom=(Custom(id="own", text="to locate whales for whaling", use="environment"),))
