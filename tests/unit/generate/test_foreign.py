"""Templates that are not rail's: what docs/generate.md promises to those who write them."""

import re

import pytest

from rail.generate.answers import Answers, Artifact, checked
from rail.generate.bundle import bundle
from rail.generate.foreign import Foreign, variables
from rail.generate.sandbox import _environment
from rail.generate.selection import expand
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "generate.md").read_text("utf-8")
EXAMPLE = re.search(r"```jinja\n(.*?)```", GUIDE, re.DOTALL)[1]


@pytest.fixture
def answers(clauses):
    return checked(
        Answers(
            work="Kestrel *7B*",
            licensor="Example Lab",
            artifacts=(Artifact.MODEL, Artifact.SOURCE_CODE),
            clauses=expand(("malware",), ("bigscience",), clauses, base=None),
            carve_outs={"malware": ("security-testing",)},
            year=2026,
            template="own.md.j2",
        )
    )


def test_the_example_of_the_guide_renders_with_every_clause_and_exception(answers, clauses, catalogue):
    made = bundle(answers, clauses, catalogue, Foreign("own.md.j2", EXAMPLE))

    assert "Kestrel *7B* OpenRAIL-MS License" in " ".join(made.text.split())
    for item in made.made.items:
        assert f"[{item.clause.code}]" in made.text
    assert "[SE-01] has an exception: tests that the owner" in made.text


def test_the_guide_names_the_variables_that_there_are(answers, clauses, catalogue):
    made = bundle(answers, clauses, catalogue, Foreign("own.md.j2", EXAMPLE)).made
    table = GUIDE.partition("| variables | hold |")[2].partition("\n\n")[0]
    named = {
        name for row in table.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1] if "|" in row else "")
    }

    assert named <= variables(made, Foreign("own.md.j2", EXAMPLE)).keys()
    assert len(named) > 25


def test_the_guide_names_the_filters_that_there_are():
    named = re.search(r"the filters `([a-z ]+)`", " ".join(GUIDE.split()))[1].split()

    assert sorted(named) == sorted(_environment().filters)


def test_a_head_before_the_title_is_no_title(answers, clauses, catalogue):
    from msgspec.structs import replace

    head = "~~~\nOf: {{ LICENSE_TIMESTAMP }}\nBy: rail\n~~~\n### **{{ LICENSE_NAME }}**\n"
    text = f"{head}\n**Part**\n\n1. One\n2. Two\n   - x\n"
    made = bundle(replace(answers, formats=("text", "html")), clauses, catalogue, Foreign("own.md.j2", text))

    assert "<title>Kestrel *7B*</title>" in made.files["LICENSE.html"].decode()
    assert (
        "<p>Of: 2026</p>\n<p>By: rail</p>\n<h1>Kestrel *7B*</h1>\n<h2>Part</h2>" in made.files["LICENSE.html"].decode()
    )
    assert made.text.endswith("\nPart\n----\n\n1. One\n\n2. Two\n\n    - x\n")


def test_an_answer_that_was_not_given_is_no_variable(answers, clauses, catalogue):
    from msgspec.structs import replace

    made = bundle(replace(answers, year=None), clauses, catalogue).made

    assert "year" not in variables(made, Foreign("x", ""))
    assert variables(made, Foreign("x", ""))["LICENSE_TIMESTAMP"] == "undated"


def test_what_the_initiatives_templates_ask_for_is_given(answers, clauses, catalogue):
    made = bundle(answers, clauses, catalogue).made

    given = variables(made, Foreign("x", "", "abc"))

    assert given["ARTIFACTS"] == ["Model", "Source Code"]
    assert given["SHORT_ARTIFACT_NAME"] == "MS"
    assert given["LICENSE_TEMPLATE_VERSION"] == "abc"
    assert list(given["RESTRICTIONS"]) == [
        group.domain for group in clauses.groups if group.domain in given["RESTRICTIONS"]
    ]
    (malware,) = given["RESTRICTIONS"]["Malware"]
    assert malware[0] == "a"
    assert malware[1].startswith("To make or spread malware, except: tests that")
    assert malware[1].endswith(". [SE-01]")
