"""Restrictions are found whatever the list, section or line breaks around them."""

import pytest

from rail.identify.clauses import ClauseReading, read_clauses, read_residue
from rail.identify.document import read_document

LEAD = "You agree not to use the Model or works made from it:"
ITEMS = ("to watch the public by mass surveillance", "to bully or harass people", "in building weapons")
WANTED = {"surveillance.mass", "harassment", "military.weapons"}


def read(text: str) -> ClauseReading:
    return read_clauses(read_document(text))


def uses(text: str) -> set[str]:
    return {clause.use for clause in read(text).restrictions}


def listed(*labels: str, joint: str = "\n") -> str:
    return LEAD + joint + joint.join(f"{label} {item};" for label, item in zip(labels, ITEMS, strict=True))


CONTAINERS = {
    "bullets": listed("-", "-", "-"),
    "round bullets with blank lines": listed("•", "•", "•", joint="\n\n"),
    "letters": listed("(a)", "(b)", "(c)"),
    "roman": listed("i.", "ii.", "iii."),
    "numbers": listed("1)", "2)", "3)"),
    "paths": listed("A.1", "A.2", "A.3"),
    "deep paths": listed("3.1.1.", "3.1.2.", "3.1.3."),
    "running text": LEAD + " " + "; ".join(f"({label}) {item}" for label, item in zip("abc", ITEMS, strict=True)) + ".",
    "unlabelled lines": LEAD + "\n\n" + "\n\n".join(item.capitalize() + ";" for item in ITEMS),
    "wrapped": listed("(a)", "(b)", "(c)").replace(" ", "\n   ", 4).replace("to use", "to\nuse"),
    "heading only": "PROHIBITED USES\n\n" + "\n".join(f"- {item}" for item in ITEMS),
    "attachment": "Attachment A\n\nUse Restrictions\n\n" + listed("-", "-", "-"),
    "markdown": "## Use Restrictions\n\n" + "\n".join(f"* **{item}**" for item in ITEMS),
    "html": f"<p>{LEAD}</p><ul>" + "".join(f"<li>{item}</li>" for item in ITEMS) + "</ul>",
    "comments": "\n".join(f"# {line}" for line in listed("-", "-", "-").splitlines()),
    "groups": (
        LEAD
        + "\n\n1. Privacy\n\n    (a) "
        + ITEMS[0]
        + ";\n    (b) "
        + ITEMS[1]
        + ".\n\n2. Military\n\n    (a) "
        + ITEMS[2]
        + "."
    ),
    "group headings": LEAD + "\n\n### Privacy\n\n- " + ITEMS[0] + "\n- " + ITEMS[1] + "\n\n### Arms\n\n- " + ITEMS[2],
    "table": "| Not allowed |\n| --- |\n" + "\n".join(f"| No use {item} |" for item in ITEMS),
    "label of the list is a question": "What you may not do\n\n" + "\n".join(f"- {item}" for item in ITEMS),
}


@pytest.mark.parametrize("text", CONTAINERS.values(), ids=CONTAINERS)
def test_every_item_is_read(text: str) -> None:
    assert uses(text) >= WANTED


def test_a_clause_knows_its_line_section_and_words() -> None:
    text = "Preface\n\nAttachment A\n\n" + listed("(a)", "(b)", "(c)")
    (clause,) = (c for c in read(text).restrictions if c.use == "harassment")
    assert clause.line == 7
    assert clause.section == "Attachment A (b)"
    assert clause.text == "to bully or harass people"


def test_a_list_ends_where_a_new_section_begins() -> None:
    text = listed("-", "-", "-") + "\n\n3. Disclaimer\n\nThe Model handles medical devices and elections."
    assert uses(text) == uses(listed("-", "-", "-"))


def test_a_list_of_duties_after_a_list_of_prohibitions_forbids_nothing() -> None:
    text = "3.1 You shall not:\n3.1.1 build weapons;\n3.2 You shall:\n3.2.1 publish clinical results."
    assert uses(text) == {"military.weapons"}


def test_an_item_with_a_permission_of_its_own_is_allowed() -> None:
    text = "You may not use the model:\n- to build weapons;\n- You may use it for medical devices."
    assert uses(text) == {"military.weapons"}


def test_permitted_uses_are_not_forbidden() -> None:
    assert uses("Permitted uses\n\n- military training\n- medical advice") == set()


def test_a_group_heading_that_its_items_do_not_speak_of_limits_the_scope() -> None:
    reading = read(
        LEAD + "\n\n### Surveillance\n\n- to infer the religion of a person\n\n### Arms\n\n- to build weapons"
    )
    assert ("surveillance", "scope-limited") in {(c.use, c.mode) for c in reading.restrictions}


def test_an_item_that_no_licence_explains_is_forbidden_by_the_known_words_above_it() -> None:
    document = read_document("You must not:\n(a) remove this notice;\n(b) use the code for weapons.")
    assert {c.use for c in read_residue(document, [True, True, False]).restrictions} == {"military.weapons"}


def test_explained_lines_are_not_reported() -> None:
    document = read_document("You may not use this for weapons.\n\nYou may not use this for surveillance.")
    assert {c.use for c in read_residue(document, [True, True, False]).restrictions} == {"surveillance"}


def test_a_text_that_is_explained_says_nothing() -> None:
    document = read_document("You may not use this for weapons.")
    assert read_residue(document, [True]) == ClauseReading()


def test_questions_about_a_licence_are_hearsay() -> None:
    text = "\n\n".join(
        f"## {q}?\n\nYou cannot use the model for weapons."
        for q in ("What is it", "Why so", "Can I sell", "Who decides")
    )
    reading = read(text)
    assert not reading.restricts
    assert reading.suspicion[0].why == "answers questions about a licence"


def test_rules_of_a_hosted_service_are_hearsay() -> None:
    text = (
        "Our services and website:\n\n"
        + "You may not use our services or your account to send spam to customers of this site.\n\n" * 5
    )
    reading = read(text)
    assert not reading.restricts
    assert reading.suspicion[0].why.startswith("rules the use of a service")
