"""Golden licences: each folder of `tests/cases/templates/` is a test, nothing else to write.

`answers.toml` is what is asked for, `LICENSE` the text. `RAIL_UPDATE=1` rewrites `LICENSE`; review the diff.
"""

import os
from pathlib import Path

import pytest

from rail.generate.answers import parse_answers
from rail.generate.bundle import bundle
from rail.generate.variants import variant_names

CASES = Path(__file__).parents[2] / "cases" / "templates"


@pytest.mark.parametrize("case", sorted(each for each in CASES.iterdir() if each.is_dir()), ids=lambda case: case.name)
def test_the_answers_give_the_text(case, clauses, catalogue):
    made = bundle(parse_answers((case / "answers.toml").read_bytes(), "answers.toml"), clauses, catalogue)
    if os.environ.get("RAIL_UPDATE") == "1":
        (case / "LICENSE").write_text(made.text, "utf-8")

    assert made.text == (case / "LICENSE").read_text("utf-8")


def test_every_variant_has_a_case():
    assert {each.name for each in CASES.iterdir()} >= set(variant_names())
