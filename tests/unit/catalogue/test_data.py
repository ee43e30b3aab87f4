"""The data themselves: every file, and the facts that the tool stands on."""

import pytest

from rail.catalogue.compile import compile_all
from rail.catalogue.folder import Sources
from rail.catalogue.lint import lint
from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import named_restricts
from rail.domain.evidence import Restricted
from rail.domain.profile import Conduct, Level
from rail.domain.verdict import Verdict
from tests.unit.catalogue.conftest import LICENSES


def test_the_lint_has_nothing_to_say():
    assert lint(LICENSES) == []


def test_all_of_the_licences_uses_and_modes_are_there(catalogue: Catalogue):
    assert len(catalogue.profiles) >= 119
    assert len(catalogue.uses) >= 158
    assert len(catalogue.modes) == 15


def test_all_of_the_known_models_are_there(sources: Sources):
    rows = [(file.registry, row) for file in sources.models.values() for row in file.models]

    assert sum(registry == "huggingface" for registry, _ in rows) >= 3398
    assert sum(registry == "ollama" for registry, _ in rows) >= 153
    assert sum(registry == "docker" for registry, _ in rows) >= 27


def test_compiling_twice_gives_the_same_bytes(small):
    assert compile_all(small) == compile_all(small)


def test_silence_never_allows_and_only_plain_conditions_are_conditional(catalogue: Catalogue):
    silent = {mode.id: mode.when.silent for mode in catalogue.modes.values()}

    assert Verdict.ALLOWED not in silent.values()
    assert silent["prohibited"] is Verdict.PROHIBITED
    assert {mode for mode, verdict in silent.items() if verdict is Verdict.UNKNOWN} == {
        "by-reference",
        "scope-limited",
        "actor-based",
    }


def test_no_fact_clears_a_policy_that_is_not_held(catalogue: Catalogue):
    mode = catalogue.modes["by-reference"]

    assert mode.asks is None
    assert mode.when.yes is mode.when.no is None


def test_only_a_profile_whose_text_and_policy_were_read_is_complete(catalogue: Catalogue):
    for profile in catalogue.profiles.values():
        if profile.complete:
            assert profile.verification.level is Level.FULL_TEXT, profile.id
            assert profile.verification.policy is None, profile.id


@pytest.mark.parametrize("tag", ["openrail-family-tag", "facefusion-openrail-as", "sil-rail-m", "intel-h-research"])
def test_a_name_without_a_text_is_neither_complete_nor_free(catalogue: Catalogue, tag: str):
    profile = catalogue.profiles[tag]

    assert profile.conduct is not Conduct.NO
    assert named_restricts(profile.expression, catalogue) is not Restricted.NO
    assert not profile.complete


@pytest.mark.parametrize(
    ("license_id", "use", "mode"),
    [
        ("creativeml-openrail-m", "law-enforcement.crime-prediction.individual", "prohibited"),
        ("bigscience-openrail-m", "law-enforcement", "prohibited"),
        ("bigscience-openrail-m", "health.medical-advice", "prohibited"),
        ("bigcode-openrail-m", "law-enforcement", "fully-automated"),
        ("deepseek-1.0", "military", "prohibited"),
        ("llama3.1", "military", "prohibited"),
        ("flux-dev-nc-2.0", "surveillance", "prohibited"),
        ("rail-generator-openrail", "military.weapons", "prohibited"),
        ("rail-source-1.0", "surveillance", "scope-limited"),
        ("seer", "biometrics.identification", "prohibited"),
    ],
)
def test_the_clauses_that_people_ask_about_most(catalogue: Catalogue, license_id: str, use: str, mode: str):
    bars = {(bar.use, bar.mode) for bar in catalogue.profiles[license_id].restrictions}

    assert (use, mode) in bars


def test_the_uses_that_ai_pubs_does_not_mention_are_not_barred_by_it(catalogue: Catalogue):
    roots = {bar.use.partition(".")[0] for bar in catalogue.profiles["aipubs-openrail-m-0.1"].restrictions}

    assert not roots & {"law-enforcement", "military", "surveillance"}


def test_every_expression_is_one_symbol_that_finds_its_profile(catalogue: Catalogue):
    for profile in catalogue.profiles.values():
        assert catalogue.by_symbol(profile.expression) is profile
        assert catalogue.by_symbol(profile.expression.upper()) is profile
