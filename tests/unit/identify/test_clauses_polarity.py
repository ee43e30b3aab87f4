"""What forbids, what allows, and what only looks like it."""

import pytest

from rail.identify.clauses import ClauseReading, read_clauses
from rail.identify.document import read_document


def read(text: str) -> ClauseReading:
    return read_clauses(read_document(text))


def uses(text: str) -> set[str]:
    return {clause.use for clause in read(text).restrictions}


FORBIDDING = [
    "You promise never to hand the model to the military.",
    "Anyone may use this. The military may not.",
    "Military bodies have no rights under this licence.",
    "The rights do not apply to military bodies.",
    "It is not okay to use this for military drones.",
    "Any use for military purposes voids this licence.",
    "Granted to everyone who is not a member of the military.",
    "You shall not use the weights for military purposes.",
    "The model may not be used for any military purpose.",
    "Licensees must not employ this tool in military projects.",
    "Users should not deploy the network for military ends.",
    "You agree not to use the software for military tasks.",
    "You agree that you will never run this code for a military client.",
    "This data cannot be used by the military.",
    "Military use is strictly prohibited.",
    "Military and police applications are not permitted under this licence.",
    "Use of the model for military targeting is forbidden.",
    "It is prohibited to use the model for military gain.",
    "Prohibited uses include military planning.",
    "No military use.",
    "No permission is given to use the code for military aims.",
    "No licence is granted for military use.",
    "Not for military use.",
    "Do not use this model for military work.",
    "Don't use this for military stuff.",
    "Please refrain from military use of the model.",
    "You may use the model for any purpose except military use.",
    "The software may be used freely, but not for military projects.",
    "Permission is granted for all uses other than military ones.",
    "This licence is void if the program is used for military ends.",
    "Your rights terminate when you use the model for military operations.",
    "This software is licensed for non-military purposes only.",
    "The work is to be used solely for peaceful purposes.",
    "You are not allowed to use it in military systems.",
    "Military organisations are not permitted to use this.",
    "The user must ensure that the model is not used by armed forces or any military contractor.",
    "You will not, and will not allow any third party to, use the model for military purposes.",
    "Except as required by law, you may not use the model for military purposes.",
    "Nobody may copy this, nor may it be used for military purposes.",
    "I do not want this code to help anyone; in particular it may not be used for military drones.",
]

HARMLESS = [
    "This agreement does not impose any limits on military use.",
    "The warranty does not apply to military use.",
    "A modified copy can be kept as long as the legal notices stay.",
    "You may use the software for any purpose, including military purposes.",
    "Military use of this software is permitted.",
    "The code can be used by the military and by schools.",
    "Nothing in this licence prohibits military use.",
    "This licence does not restrict military use.",
    "The software is not designed or intended for use in military or nuclear facilities.",
    "You may not export this software to any embargoed country or for military end uses.",
    "THE SOFTWARE IS NOT FAULT TOLERANT AND NOT INTENDED FOR USE IN WEAPONS SYSTEMS.",
    "Neither the name of the Army Research Lab nor the names of its contributors may be used to endorse products.",
    "The author served in the military.",
    "A railway company wrote this guardrail library.",
    "In no event shall the authors be liable for personal injury or violence to persons.",
    "You shall not be construed as a partner of the armed forces.",
    "You may not remove this notice.",
    "You must not impose further terms on recipients.",
    "We will not share your personal information with the military.",
    "Patent licences are discriminatory if they do not cover all users.",
    "The name of the author may not be used in advertising.",
]


@pytest.mark.parametrize("sentence", FORBIDDING)
def test_a_prohibition_is_read_however_it_is_put(sentence: str) -> None:
    assert any(use.startswith("military") for use in uses(sentence))


@pytest.mark.parametrize("sentence", HARMLESS)
def test_a_permission_a_disclaimer_or_a_mention_is_no_restriction(sentence: str) -> None:
    assert not read(sentence).restricts


def test_what_is_excepted_from_a_prohibition_is_not_forbidden() -> None:
    found = uses("You may not use the model for surveillance, except for medical advice by physicians.")
    assert "surveillance" in found
    assert not any(use.startswith("health") for use in found)


def test_an_exception_ends_with_its_clause() -> None:
    found = uses("You may not use the model (a) for surveillance, except by courts; or (b) for building weapons.")
    assert {"surveillance", "military.weapons"} <= found


def test_a_permission_after_a_prohibition_frees_what_follows() -> None:
    found = uses("You may not use the model for surveillance. You may use it for military training.")
    assert found == {"surveillance"}


def test_good_not_evil_is_read_as_harm() -> None:
    assert uses("This program has to be used for Good, not Evil.") == {"harm"}


def test_the_duty_to_obey_the_law_alone_restricts_nothing() -> None:
    assert not read("You must comply with all applicable laws and regulations.").restricts


def test_the_duty_to_obey_the_law_counts_beside_a_restriction() -> None:
    found = read("You may not use the model for surveillance. You must comply with all applicable laws.")
    assert ("law-violation", "compliance-conditional") in {(c.use, c.mode) for c in found.restrictions}


def test_breaking_the_law_by_using_the_model_is_a_restriction() -> None:
    assert "law-violation" in uses("You may not use the model in a way that violates any law.")


def test_commercial_terms_are_reported_and_restrict_no_conduct() -> None:
    reading = read("You may not use the model for commercial purposes or to build a competing product.")
    assert {clause.use for clause in reading.restrictions} >= {
        "non-behavioural.commercial",
        "non-behavioural.competing",
    }
    assert not reading.restricts


def test_a_forbidden_use_that_no_row_names_is_suspicious_and_not_passed_over() -> None:
    reading = read("You may not use this program in order to juggle turnips.")
    assert not reading.restricts
    assert [doubt.line for doubt in reading.suspicion] == [1]


def test_a_restriction_that_hides_in_a_disclaimer_is_suspicious_and_not_passed_over() -> None:
    reading = read("The author is not liable for damages and you may not use the software for weapons.")
    assert reading.restricts or reading.suspicion


def test_an_ordinary_prohibition_is_not_suspicious() -> None:
    assert read("You may not use the trademarks of the authors to promote your product.") == ClauseReading()
