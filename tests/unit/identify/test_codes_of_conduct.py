import pytest

from rail.identify.clauses import read_clauses
from rail.identify.document import read_document


@pytest.mark.parametrize(
    "text",
    [
        "You must use this library in compliance with our Code of Conduct (https://example.org/conduct).",
        "Use of the Model is subject to the Code of Ethics at https://example.org/ethics.",
        "Permission to run this software lasts as long as you comply with the project's Code of Conduct.",
        "Users must follow our AI ethics guidelines (https://example.org/ai).",
    ],
)
def test_a_code_of_conduct_that_use_hangs_on_is_a_policy(text):
    assert read_clauses(read_document(text)).policies


@pytest.mark.parametrize(
    "text",
    [
        "All participants are expected to follow the Code of Conduct.",
        "This project has adopted a Code of Conduct; by taking part you agree to abide by it.",
        "Contributions must comply with the Code of Conduct and the style guide.",
    ],
)
def test_a_code_of_conduct_for_people_is_not(text):
    assert not read_clauses(read_document(text)).policies
