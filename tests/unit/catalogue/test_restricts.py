import pytest

from rail.catalogue.load import load
from rail.catalogue.restricts import named_restricts, profile_restricts, strictest
from rail.domain.evidence import Restricted


@pytest.mark.parametrize(
    ("license_id", "in_hand"),
    [
        ("creativeml-openrail-m", Restricted.YES),
        ("hippocratic-2.1", Restricted.YES),
        ("json", Restricted.YES),  # vague, but a restriction
        ("openatom-model-1.0", Restricted.YES),  # bars unlawful use and nothing else
        ("openrail-family-tag", Restricted.BY_REFERENCE),  # a name without a text
        ("openmdw-1.0", Restricted.NO),
    ],
)
def test_a_catalogued_text_answers(license_id, in_hand):
    assert profile_restricts(load().profiles[license_id]) is in_hand


def test_a_licence_that_is_only_named_is_at_most_by_reference():
    catalogue = load()

    answers = {named_restricts(profile.expression, catalogue) for profile in catalogue.profiles.values()}

    assert Restricted.YES not in answers
    assert named_restricts("Hippocratic-2.1", catalogue) is Restricted.BY_REFERENCE
    assert named_restricts("MIT", catalogue) is Restricted.NO
    assert named_restricts("LicenseRef-nobody-knows", catalogue) is Restricted.UNKNOWN


def test_a_profile_that_was_not_read_in_full_is_never_free():
    for profile in load().profiles.values():
        if not profile.complete:
            assert profile_restricts(profile) is not Restricted.NO, profile.id


def test_of_several_answers_the_strictest_holds():
    assert strictest(Restricted.NO, Restricted.UNKNOWN) is Restricted.UNKNOWN
    assert strictest(Restricted.YES, Restricted.UNKNOWN) is Restricted.YES
    assert strictest() is Restricted.NO
