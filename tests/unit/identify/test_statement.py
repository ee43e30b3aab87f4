"""What declared statements mean: names with links, and classifiers that say nothing of a licence."""

import pytest

from rail.catalogue.index import Index
from rail.catalogue.load import load
from rail.domain.component import Location
from rail.domain.evidence import Evidence, Form, Match, Role
from rail.domain.record import Purl
from rail.identify.statement import read


def _read(statement: str, form: Form = Form.NAME) -> Match:
    evidence = Evidence(
        component=Purl("pkg:pypi/kestrel"),
        form=form,
        role=Role.DECLARED,
        statement=statement,
        source="a test",
        location=Location(path="METADATA"),
    )
    return read(evidence, load(), Index(load()))


@pytest.mark.parametrize(
    "statement",
    [
        "Apache License 2.0: https://www.apache.org/licenses/LICENSE-2.0",
        "Apache-2.0 (http://www.apache.org/licenses/LICENSE-2.0.txt)",
        "Apache-2.0 <https://opensource.org/licenses/Apache-2.0>",
        "Apache-2.0 - https://opensource.org/licenses/Apache-2.0",
    ],
)
def test_a_name_with_a_link_to_the_same_licence_is_that_licence(statement: str) -> None:
    assert _read(statement).expression == "Apache-2.0"


def test_a_link_to_another_licence_binds_too() -> None:
    found = _read("MIT (https://opensource.org/licenses/Apache-2.0)").expression
    assert found is not None
    assert set(found.split(" AND ")) == {"MIT", "Apache-2.0"}


def test_a_link_that_nobody_knows_is_not_cleared_by_the_name_before_it() -> None:
    assert _read("MIT (https://example.org/terms-of-the-weights)").expression is None


def test_a_classifier_of_how_it_is_passed_on_names_no_licence() -> None:
    assert _read("License :: Freely Distributable", Form.CLASSIFIER).method == "empty"


def test_what_exported_models_say_of_the_agpl_is_understood() -> None:
    assert _read("AGPL-3.0 License (https://ultralytics.com/license)").expression == "AGPL-3.0-only"


def test_a_sentence_that_offers_a_choice_is_one() -> None:
    said = "This work is dual-licensed under the MIT License and the Hippocratic License 3.0."
    expression = _read(said, Form.NOTICE).expression

    assert expression is not None
    assert " OR " in expression
