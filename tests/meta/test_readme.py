"""The README names what there is. Its screens, links and settings are held by tests/docs, as those of every page."""

import re

from rail.cli.main import VERBS
from tests.conftest import ROOT


def test_the_table_of_the_readme_has_every_verb_and_no_other():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert set(re.findall(r"^\| `rail (\w+)", readme, re.MULTILINE)) == set(VERBS)
