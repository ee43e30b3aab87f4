import re

import pytest

from rail.generate.clauselist import load_clauses, load_preset, preset_names
from rail.generate.selection import expand, find
from rail.identify.clauses import read_clauses
from rail.identify.document import read_document
from tests.barred import missed_and_added

GAPS = {
    "surveillance",
    "law-enforcement.crime-prediction",
    "biometrics",
    "biometrics.emotion-recognition",
    "essential-services.insurance.pricing",
    "essential-services.insurance.claims",
    "minors",
    "manipulation.elections",
    "critical-infrastructure",
    "profiling.social-scoring",
    "environment",
    "non-behavioural.model-training",
    "privacy.data-extraction",
    "cybersecurity.safeguard-circumvention",
}
LEAD = "You agree not to use the Artifact, a Derivative or an Output, in any of the following ways:"
CLAUSES = load_clauses()
WORDINGS = [
    pytest.param(group.heading, text, frozenset((each.use, mode or each.mode) for each in clause.restricts), id=name)
    for group in CLAUSES.groups
    for clause in group.clauses
    for name, text, mode in [
        (clause.id, clause.text, ""),
        *((f"{clause.id}:{each.mode}", each.text, each.mode) for each in clause.wordings),
    ]
]


def test_every_official_restriction_has_an_equivalent():
    mapped = {each for clause in CLAUSES.clauses().values() for each in clause.official}

    assert mapped == {f"R{number}" for number in range(1, 26)}


def test_the_mandatory_official_restrictions_are_the_base():
    base = {each for name in CLAUSES.base() for each in CLAUSES.clauses()[name].official}

    assert base == {f"R{number}" for number in range(1, 11)}


def test_the_gaps_of_the_official_list_are_closed():
    barred = {each.use for clause in CLAUSES.clauses().values() for each in clause.restricts}

    assert barred >= GAPS


def test_ids_and_codes_are_unique_and_of_one_form():
    listed = [clause for group in CLAUSES.groups for clause in group.clauses]

    assert len({clause.id for clause in listed}) == len({clause.code for clause in listed}) == len(listed)
    assert all(re.fullmatch(r"[A-Z]{2}-\d\d", clause.code) for clause in listed)


def test_every_use_mode_and_carve_out_is_known(catalogue):
    for clause in CLAUSES.clauses().values():
        assert {each.use for each in clause.restricts} <= catalogue.uses.keys(), clause.id
        assert {each.mode for each in (*clause.restricts, *clause.wordings)} <= catalogue.modes.keys(), clause.id
        assert set(clause.carve_outs) <= CLAUSES.carve_outs.keys(), clause.id


@pytest.mark.parametrize(("heading", "text", "bars"), WORDINGS)
def test_each_wording_is_read_back_as_what_it_bars(heading, text, bars):
    document = f"# Attachment A: Use restrictions\n\n{LEAD}\n\n## {heading}\n\n(a) {text}. [ZZ-01]\n"

    read = read_clauses(read_document(document)).restrictions

    assert missed_and_added(((each.use, each.mode) for each in read), bars) == (set(), set())


@pytest.mark.parametrize("name", preset_names())
def test_each_preset_names_clauses_that_exist(name):
    preset = load_preset(name)

    assert all(find(each, CLAUSES) for each in preset.clauses)
    assert expand([], [name], CLAUSES, base=None)


def test_the_presets_are_those_that_are_promised():
    assert set(preset_names()) == {
        "rail-2019",
        "bigscience",
        "bigcode",
        "official-minimum",
        "surveillance-and-crime",
        "medical",
        "data",
    }
