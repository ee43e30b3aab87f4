import pytest

from rail.catalogue.covers import Bearing, relation, resolve_use
from rail.catalogue.load import Catalogue
from rail.errors import UsageError


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("law-enforcement.crime-prediction", "law-enforcement.crime-prediction"),
        ("crime-prediction", "law-enforcement.crime-prediction"),
        ("Crime-Prediction", "law-enforcement.crime-prediction"),
        ("crime-prediction.facial", "law-enforcement.crime-prediction.facial"),
        ("surveillance", "surveillance"),
        ("military", "military"),
        ("Mass surveillance", "surveillance.mass"),
        ("dragnet", "surveillance.mass"),
    ],
)
def test_a_word_for_a_use_means_it(catalogue: Catalogue, text: str, use: str):
    assert resolve_use(catalogue, text) == use


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("polygraph", ["law-enforcement.polygraph", "migration.polygraph"]),
        ("spying", ["surveillance", "surveillance.espionage"]),
    ],
)
def test_an_ambiguous_word_lists_what_it_may_mean(catalogue: Catalogue, text: str, candidates: list[str]):
    with pytest.raises(UsageError, match="ambiguous use") as caught:
        resolve_use(catalogue, text)

    assert all(each in caught.value.hint for each in candidates)


@pytest.mark.parametrize(
    ("text", "near"),
    [("crime-predicton", "law-enforcement.crime-prediction"), ("survailance", "surveillance")],
)
def test_an_unknown_word_lists_the_nearest_uses(catalogue: Catalogue, text: str, near: str):
    with pytest.raises(UsageError, match="unknown use") as caught:
        resolve_use(catalogue, text)

    assert near in caught.value.hint


@pytest.mark.parametrize("text", ["", " ", ".", "enforcement", "qqqqqqqq", "x" * 5000])
def test_nonsense_is_a_usage_error(catalogue: Catalogue, text: str):
    with pytest.raises(UsageError):
        resolve_use(catalogue, text)


def test_every_full_id_label_and_unique_synonym_resolves(catalogue: Catalogue):
    for use in catalogue.uses.values():
        assert resolve_use(catalogue, use.id) == use.id
        assert resolve_use(catalogue, use.label) == use.id


@pytest.mark.parametrize(
    ("restricted", "declared", "bearing"),
    [
        ("military", "military", Bearing.EXACT),
        ("military", "military.weapons", Bearing.COVERS),
        ("military.weapons", "military", Bearing.PART),
        ("military.weapons", "military.warfare", Bearing.NONE),
        ("law", "law-enforcement", Bearing.NONE),
        ("law-enforcement", "law", Bearing.NONE),
    ],
)
def test_how_a_restricted_use_bears_on_a_declared_one(restricted: str, declared: str, bearing: Bearing):
    assert relation(restricted, declared) is bearing
