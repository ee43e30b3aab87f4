import pytest

from rail.generate.answers import Artifact, Combined, Custom
from rail.generate.clauselist import preset_names
from rail.generate.remarks import remarks


@pytest.fixture
def codes(make, clauses, catalogue):
    return lambda **given: [each.code for each in remarks(make(**given), clauses, catalogue)]


@pytest.mark.parametrize("preset", preset_names())
def test_the_presets_bring_no_error_and_no_warning_of_their_text(codes, preset):
    assert [each for each in codes(presets=(preset,)) if each not in {"W-BASE", "I-NOT-OSS", "I-ENFORCE"}] == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"clauses": ("malware",)}, "W-BASE"),
        ({"variant": "rail"}, "W-INTERNAL"),
        ({"artifacts": (Artifact.DATA,)}, "W-PERSONAL-DATA"),
        ({"artifacts": (Artifact.SOURCE_CODE,)}, "W-CODE"),
        ({"names": ("surveillance",), "research_exemption": False}, "W-RESEARCH"),
        ({"combined": (Combined(source="pkg:pypi/x", license="MIT AND GPL-2.0-or-later"),)}, "W-COMPAT"),
        ({"combined": (Combined(source="hf:a/b", license="x", restrictions=("minors=prohibited",)),)}, "W-COMPAT"),
        ({"combined": (Combined(source="hf:a/b", license="unknown", complete=False),)}, "W-COMPAT"),
        ({"custom": (Custom(id="own", text="to [insert what is barred]", use="minors"),)}, "E-PLACEHOLDER"),
        (
            {
                "custom": (
                    Custom(id="own", text="to breach the use policy at https://example.org/use-policy", use="minors"),
                )
            },
            "W-BY-REFERENCE",
        ),
        ({}, "I-NOT-OSS"),
        ({"variant": "research"}, "I-NOT-OSS"),
        ({}, "I-ENFORCE"),
        ({"custom": (Custom(id="own", text="to harm anyone", use="harm"),)}, "W-VAGUE"),
        ({"custom": (Custom(id="own", text="to feed a dinosaur", use="minors"),)}, "W-CUSTOM"),
    ],
)
def test_a_maintainer_is_warned(codes, given, code):
    assert code in codes(**given)
    assert code not in codes(personal_data="no") or code.startswith("I-")


@pytest.mark.parametrize(
    "license_", ["MIT", "LGPL-3.0-only", "MIT OR GPL-3.0-only", "Apache-2.0 AND BSD-3-Clause", "no expression"]
)
def test_what_goes_together_brings_no_warning(codes, license_):
    assert "W-COMPAT" not in codes(combined=(Combined(source="pkg:pypi/x", license=license_),))


def test_what_this_licence_bars_as_well_brings_no_warning(codes):
    beside = Combined(
        source="hf:a/b",
        license="x",
        restrictions=("cybersecurity.malware=prohibited", "non-behavioural.commercial=prohibited"),
    )

    assert "W-COMPAT" not in codes(names=("malware",), combined=(beside,))


def test_an_update_duty_or_a_remote_switch_in_words_of_ones_own_is_told(codes):
    own = Custom(
        id="own", text="without undertaking reasonable efforts to use the latest version of the Model", use="minors"
    )

    assert "W-UPDATE" in codes(custom=(own,))


def test_a_clause_of_ones_own_that_is_understood_brings_no_warning(codes):
    assert "W-CUSTOM" not in codes(custom=(Custom(id="own", text="to locate whales for whaling", use="environment"),))
