"""The code quality report has the fields that GitLab documents, which publishes no schema for it.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json

import jsonschema
import pytest

from tests.unit.report.hostile import ATTACKS, hostile
from tests.unit.report.reports import report
from tests.unit.report.test_writers import written

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1, "pattern": r"^[^\n\r]*$"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/).+"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("attack", ["none", *ATTACKS])
def test_every_entry_has_the_documented_fields_and_a_fingerprint_of_its_own(attack):
    entries = json.loads(written("gitlab", report() if attack == "none" else hostile(attack)))

    jsonschema.Draft202012Validator(SCHEMA).validate(entries)
    assert entries
    assert len({each["fingerprint"] for each in entries}) == len(entries)


def test_an_entry_without_a_place_is_not_let_through():
    entries = json.loads(written("gitlab", report()))
    del entries[0]["location"]["lines"]

    with pytest.raises(jsonschema.ValidationError, match="'lines' is a required property"):
        jsonschema.Draft202012Validator(SCHEMA).validate(entries)
