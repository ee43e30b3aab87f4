"""Licence texts and cards of the project that were never finished are findings of a check."""

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded

TEXT = """\
DEMO OPENRAIL-M LICENSE

Copyright (c) 2026 [insert name of the licensor]

1. Subject to this licence the licensor hereby grants you the right to use, change and share the Model.
2. You may not use the Model for any of the uses restricted in Attachment A. You shall include the restrictions of
Attachment A as an enforceable provision in any agreement under which you pass the Model on.

Attachment A

Use Restrictions

{restrictions}
"""


@pytest.fixture(scope="module")
def catalogue():
    return load()


def findings(folder, catalogue) -> list[tuple[str, str, int | None]]:
    loaded = Loaded(config=Config())
    scan = pipeline.scan(["."], loaded=loaded, catalogue=catalogue, cwd=folder)
    report = pipeline.check(scan, loaded=loaded, catalogue=catalogue, today="2026-11-22")
    return [
        (each.rule, each.location.path, each.location.line)
        for each in report.findings
        if each.rule in {"RAIL401", "RAIL402"} and each.location
    ]


def test_a_blank_and_an_empty_attachment_are_told_with_their_lines(tmp_path, catalogue):
    (tmp_path / "LICENSE-MODEL").write_text(TEXT.format(restrictions=""))

    assert findings(tmp_path, catalogue) == [("RAIL401", "LICENSE-MODEL", 3), ("RAIL402", "LICENSE-MODEL", 9)]


def test_a_finished_text_gives_nothing(tmp_path, catalogue):
    text = TEXT.format(restrictions="You may not use the Model for surveillance of people, nor for military purposes.")
    (tmp_path / "LICENSE-MODEL").write_text(text.replace("[insert name of the licensor]", "Ada"))

    assert findings(tmp_path, catalogue) == []


def test_a_text_in_a_copy_of_somebody_elses_package_is_not_the_projects_to_finish(tmp_path, catalogue):
    folder = tmp_path / "vendor" / "thing"
    folder.mkdir(parents=True)
    (folder / "LICENSE").write_text(TEXT.format(restrictions=""))

    assert findings(tmp_path, catalogue) == []


def test_a_licence_that_restricts_nothing_may_keep_its_blanks(tmp_path, catalogue):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "demo"\nlicense = "MIT"\n')
    (tmp_path / "LICENSE").write_text("SPDX-License-Identifier: MIT\n\nCopyright (c) [year] [fullname]\n")

    assert findings(tmp_path, catalogue) == []


def test_a_card_that_leaves_its_licence_open_is_told(tmp_path, catalogue):
    (tmp_path / "README.md").write_text(
        "---\nlicense: other\nbase_model: acme/base\n---\n\n- **License:** [More Information Needed]\n"
    )

    assert findings(tmp_path, catalogue) == [("RAIL401", "README.md", 6)]


def test_a_readme_that_is_no_card_is_not_read_as_one(tmp_path, catalogue):
    (tmp_path / "README.md").write_text("# Demo\n\nLicense: replace [insert name] and {{ project }} in the template.\n")

    assert findings(tmp_path, catalogue) == []
