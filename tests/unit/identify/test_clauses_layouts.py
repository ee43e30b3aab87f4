"""Restrictions in policies written at home: titles, second lists, items that go on, words that lead nowhere."""

import pytest

from rail.identify.clauses import ClauseReading, read_clauses
from rail.identify.document import read_document


def read(text: str) -> ClauseReading:
    return read_clauses(read_document(text))


def uses(text: str) -> set[str]:
    return {clause.use for clause in read(text).restrictions}


def test_a_title_at_the_start_of_an_item_does_not_end_what_forbids_it() -> None:
    text = (
        "We do not allow the following uses of the models.\n\n"
        "**Arms.** Building or selling weapons.\n\n"
        "**Computers.** Ransomware and break-ins into computers.\n\n"
        "**Watching.** Tracking people without a warrant. Filming people covertly.\n"
    )
    assert uses(text) >= {"military.weapons", "cybersecurity.malware", "surveillance.tracking", "surveillance"}


def test_a_sentence_that_says_what_the_one_before_includes_goes_on_with_it() -> None:
    text = "You may not use the model against people. This includes, for example, harassment and mass surveillance."
    assert uses(text) >= {"harassment", "surveillance.mass"}


def test_a_sentence_of_its_own_is_not_forbidden_by_the_one_before() -> None:
    text = "The model must not be used for spam. It was trained on military history. Surveillance is a theme of it."
    assert uses(text) == {"disinformation.spam"}


def test_a_lead_that_names_no_use_forbids_the_list_below_it_whatever_it_ends_with() -> None:
    text = "4.1. The holder may not use it in any of the ways below.\n  1) supporting military action;\n  2) spying;\n"
    assert uses(text) >= {"military", "surveillance.espionage"}


def test_a_second_list_has_a_lead_of_its_own() -> None:
    text = (
        "3. You may:\n\n- sell it\n- change the weapons of the game\n\n"
        "You also agree not to use the program:\n\n- to harass people\n"
    )
    assert uses(text) == {"harassment"}


def test_a_heading_needs_no_blank_line_below_it() -> None:
    text = (
        "# Policy\n\n## Allowed Use\n- research in military history\n\n## Restricted Use\n- harassment of people\n\n"
        "## Data Handling\n- store weapons data apart\n"
    )
    assert uses(text) == {"harassment"}


def test_a_short_word_of_prohibition_above_a_list_is_no_heading() -> None:
    assert uses("The tool is for everybody.\n\nNever\n- spy on people with it\n- build weapons with it\n") >= {
        "surveillance",
        "military.weapons",
    }


def test_a_numbered_list_inside_a_numbered_title_is_forbidden_by_the_title() -> None:
    text = "1. Strictly prohibited\n   1. Mass surveillance.\n   2. Spam.\n\n2. Duties\n   1. Log weapons research.\n"
    assert uses(text) == {"surveillance.mass", "disinformation.spam"}


def test_an_inner_item_about_export_silences_only_itself() -> None:
    text = "You will not use it (a) to export it to embargoed countries; (b) to track people; (c) to build weapons."
    assert uses(text) == {"surveillance.tracking", "military.weapons"}


def test_any_purpose_after_a_prohibition_is_forbidden() -> None:
    text = (
        "The company prohibits the use of its models for any purpose against the law, such as (a) illegal surveillance."
    )
    assert "surveillance" in uses(text)


def test_what_a_thing_is_not_made_for_does_not_hide_what_it_shall_not_be_used_for() -> None:
    assert "military.weapons" in uses("It is not designed for arms, and you shall not use it in weapons.")
    assert not uses("It is not designed for use in weapons or nuclear plants.")


@pytest.mark.parametrize(
    "text",
    [
        "You may not ship files with a virus check that fails or a time bomb in them.",
        "You may not use the crests, badges and military insignia of the ministry.",
        "You may not circumvent a technological protection measure or a license key.",
        "You may not upload records under the Health Insurance Portability Act.",
        "You are not on a list of Specially Designated Terrorists and Narcotics Traffickers.",
        "Use by the government is not unrestricted: see 48 CFR 227.7202 for the Department of Defense.",
    ],
)
def test_words_that_only_sound_like_a_use_name_none(text: str) -> None:
    named = {use for use in uses(text) if not use.startswith(("non-behavioural", "cybersecurity.malware"))}
    assert not named


def test_the_orientation_of_people_is_no_sexual_content() -> None:
    found = uses("You may not use it to discriminate on grounds of sexual orientation.")
    assert "discrimination.protected-characteristics" in found
    assert not found & {"content.sexual", "profiling.protected-class"}


@pytest.mark.parametrize(
    "text",
    [
        "The licence ends for every body which deports refugees.",
        "All permissions apply, unless you are a police department.",
        "The grant of copyright licence doesn't apply where the work is used by the police.",
        "The grant above does not apply if the work serves deportation or the police.",
    ],
)
def test_people_whom_the_licence_leaves_out_are_barred(text: str) -> None:
    assert {use.partition(".")[0] for use in uses(text)} & {"migration", "law-enforcement"}


def test_a_section_that_does_not_limit_or_prohibit_bars_nothing() -> None:
    assert not uses("The sentence above does not limit or prohibit tools against fraud and phishing.")


def test_the_rules_of_a_service_are_not_those_of_its_library() -> None:
    text = (
        "This page covers the website and the hosted service. Customers may not upload malware, harass users or send "
        "spam through their account on the platform. The library itself is under the MIT License."
    )
    assert not uses(text)


def test_marks_in_front_of_items_forbid_and_allow_where_the_text_is_about_use() -> None:
    text = (
        "# Rules of use\n✔ War games\n✘ Military use\n🚫 Harassment\n\n- ✅ history of surveillance\n- ❌ deepfakes\n"
    )
    assert {use.partition(".")[0] for use in uses(text)} == {"military", "harassment", "disinformation"}


def test_marks_in_a_list_of_features_forbid_nothing() -> None:
    assert not uses("# Features\n✅ Fast\n❌ Surveillance\n")


@pytest.mark.parametrize(
    "text",
    [
        "This statement is non-binding. You must not use the code for surveillance.",
        "What follows is guidance, not a licence term. Do not use the model in weapons.",
        "These are not licence restrictions. We ask you not to use it for surveillance.",
    ],
)
def test_guidance_that_binds_nobody_is_suspicious_and_bars_nothing(text: str) -> None:
    reading = read(text)
    assert not reading.restrictions
    assert "bind" in reading.suspicion[0].why


def test_arbitration_that_does_not_bind_leaves_the_terms_binding() -> None:
    assert "surveillance" in uses("You must not use it for surveillance. Disputes go to non-binding mediation.")


def test_a_bullet_that_is_a_title_governs_the_bullets_below_it() -> None:
    text = (
        "- **Acceptable use**\n  - studies of military history\n\n- **Prohibited use**\n  - Surveillance of people.\n"
        "  - spam\n\n- **Enforcement**\n  - reports of harassment are read\n"
    )
    assert uses(text) == {"surveillance", "disinformation.spam"}


def test_a_reason_after_a_colon_is_not_forbidden() -> None:
    assert not uses("The scores must not be trusted blindly: they are noisy for violence and hate speech.")
    assert "violence.extremism" in uses("The model must not be used for any of these: terrorism, spam.")


def test_what_may_not_be_done_with_trademarks_is_no_conduct() -> None:
    assert not uses("The logo is a trademark. You may not use it for services that are obscene or unlawful.")


def test_a_grant_to_whoever_is_not_of_some_kind_bars_that_kind() -> None:
    text = "Anyone may use it, as long as they are not (a) a military body or (b) a police force."
    assert {"military", "law-enforcement"} <= uses(text)
