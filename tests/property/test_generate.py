"""Whatever is chosen: the text is whole, and rail reads back from it exactly what was asked for."""

import itertools
import re
from pathlib import PurePosixPath

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rail.catalogue.load import load
from rail.domain.finding import Level
from rail.errors import ReadError
from rail.generate.answers import Answers, Artifact, Custom, checked
from rail.generate.bundle import Bundle, bundle
from rail.generate.clauselist import load_clauses, preset_names
from rail.generate.formats import format_names
from rail.generate.selection import expand
from rail.generate.variants import variant_names
from rail.identify.linting import Subject, lint
from rail.identify.reading import read_text
from tests.barred import missed_and_added

CATALOGUE = load()
CLAUSES = load_clauses()
COMBINATIONS = [each for size in range(1, 5) for each in itertools.combinations(Artifact, size)]
EVERYTHING = list(itertools.product(variant_names(), COMBINATIONS, preset_names()))
WORDINGS = [
    name
    for clause in CLAUSES.clauses().values()
    for name in (clause.id, *(f"{clause.id}:{each.mode}" for each in clause.wordings))
]
OF_WORDS = tuple(each for each in format_names() if each != "pdf")
FIELD = "non-behavioural"


def made(**given) -> Bundle:
    known = {"work": "Kestrel", "licensor": "Example Lab", "kit": False}
    return bundle(checked(Answers(**{**known, **given})), CLAUSES, CATALOGUE)


def asked_for(made: Bundle) -> set[tuple[str, str]]:
    return {(bars.use, bars.mode) for item in made.made.items for bars in item.clause.restricts}


def assert_reads_back(made: Bundle, text: str) -> None:
    reading = read_text(text, CATALOGUE)
    read = {(each.use, each.mode) for each in reading.restrictions}
    wanted = asked_for(made)
    missed, added = missed_and_added(read, wanted)
    assert missed == set()
    assert {each for each in added if not each[0].startswith(FIELD)} == set()
    assert reading.licenses == ()
    assert reading.problems == ()


def assert_whole(made: Bundle, artifacts: tuple[Artifact, ...]) -> None:
    text = made.text
    assert "{{" not in text
    assert "None" not in text
    assert made.made.name.rpartition("-")[2] == "".join(each.letter for each in artifacts)
    sections = re.findall(r"^(\d+)\. [A-Z]", text, re.MULTILINE)
    assert sections == [str(number) for number in range(1, len(sections) + 1)]
    assert set(re.findall(r"Section (\d+)", " ".join(text.split()))) <= set(sections)
    codes = re.findall(r"\[([A-Z]{2}-\d\d)\]$", text, re.MULTILINE)
    assert codes == [item.clause.code for item in made.made.items]
    assert len(set(codes)) == len(codes)
    for word, artifact in (
        ("Data:", Artifact.DATA),
        ("Model:", Artifact.MODEL),
        ("Source Code:", Artifact.SOURCE_CODE),
    ):
        assert (f"- {word}" in text) is (artifact in artifacts)
    assert ("Trained Model" in text) is (Artifact.DATA in artifacts)


@pytest.mark.parametrize("variant", variant_names())
def test_every_combination_of_artefacts_and_presets_renders_whole(variant):
    for artifacts, preset in itertools.product(COMBINATIONS, preset_names()):
        chosen = expand([], [preset], CLAUSES, base=None)
        assert_whole(made(variant=variant, artifacts=artifacts, clauses=chosen), artifacts)


def round_trip(variant, artifacts, preset, bound) -> None:
    licence = made(
        variant=variant,
        artifacts=artifacts,
        clauses=expand([], [preset], CLAUSES, base=None),
        formats=("text", "markdown"),
        outputs_bound=bound,
        trained_models_bound=bound,
        personal_data="no",
    )
    name = licence.made.file
    for path in (name, f"{name}.md"):
        assert_reads_back(licence, licence.files[path].decode())
    subject = Subject(PurePosixPath(name), licence.text, read_text(licence.text, CATALOGUE), CATALOGUE)
    assert [each for each in lint(subject) if each.level is not Level.NOTE] == []


@pytest.mark.parametrize(("variant", "artifacts", "preset"), EVERYTHING[::13])
def test_presets_are_read_back_and_pass_the_checks(variant, artifacts, preset):
    round_trip(variant, artifacts, preset, bound=True)


@pytest.mark.slow
@pytest.mark.parametrize("bound", [True, False])
def test_every_preset_is_read_back_in_every_variant_for_every_artefact(bound):
    for variant, artifacts, preset in EVERYTHING:
        round_trip(variant, artifacts, preset, bound=bound)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    variant=st.sampled_from(variant_names()),
    artifacts=st.sampled_from(COMBINATIONS),
    chosen=st.lists(st.sampled_from(WORDINGS), min_size=1, max_size=25, unique_by=lambda name: name.partition(":")[0]),
    carve=st.booleans(),
    exemption=st.booleans(),
    bound=st.booleans(),
    law=st.sampled_from(["", "Ireland", "the State of California"]),
)
def test_any_selection_is_whole_and_read_back(*, variant, artifacts, chosen, carve, exemption, bound, law):
    known = CLAUSES.clauses()
    names = [name.partition(":")[0] for name in chosen]
    licence = made(
        variant=variant,
        artifacts=artifacts,
        clauses=tuple(chosen),
        carve_outs={name: known[name].carve_outs for name in names if known[name].carve_outs} if carve else {},
        research_exemption=exemption,
        outputs_bound=bound,
        trained_models_bound=bound,
        law=law,
        venue=law,
        contact="law@example.org",
        url="https://example.org/kestrel",
        year=2026,
    )

    assert_whole(licence, artifacts)
    assert_reads_back(licence, licence.text)


@settings(max_examples=50, deadline=None)
@given(words=st.text(max_size=60), other=st.text(max_size=60))
def test_no_name_breaks_a_format_or_leaves_a_variable(words, other):
    try:
        licence = made(
            work=words, licensor=other, artifacts=(Artifact.MODEL,), clauses=("law",), formats=OF_WORDS, kit=True
        )
    except ReadError:
        return
    for content in licence.files.values():
        assert content.decode("utf-8")
    assert msgspec.json.decode(licence.files["rail-policy.json"])["licensor"] == other


def test_thirty_clauses_of_a_domain_are_lettered_past_z_and_read_back():
    texts = [
        (text, bars.use, mode or bars.mode)
        for clause in CLAUSES.clauses().values()
        for text, mode in [(clause.text, ""), *((each.text, each.mode) for each in clause.wordings)]
        for bars in clause.restricts[:1]
        if len(clause.restricts) == 1 and not bars.use.startswith(FIELD)
    ]
    own = tuple(
        Custom(id=f"OWN-{at}", text=text, use=use, mode=mode) for at, (text, use, mode) in enumerate(texts[:30])
    )
    licence = made(artifacts=(Artifact.MODEL,), clauses=(), custom=own)

    labels = re.findall(r"^  \(([a-z]+)\) ", licence.text.partition("ATTACHMENT A")[2], re.MULTILINE)
    assert labels[24:] == ["y", "z", "aa", "ab", "ac", "ad"]
    assert_reads_back(licence, licence.text)
    subject = Subject(PurePosixPath("LICENSE"), licence.text, read_text(licence.text, CATALOGUE), CATALOGUE)
    assert {each.code for each in lint(subject)} <= {"I-NOT-OSS", "W-RESEARCH"}
