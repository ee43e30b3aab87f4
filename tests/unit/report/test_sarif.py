import gzip
import json

import pytest
from msgspec.structs import replace

from rail.domain.component import Location
from rail.domain.finding import Finding, Level
from rail.domain.report import Problem
from rail.report.spi import Style
from tests.unit.report.hostile import ATTACKS, hostile
from tests.unit.report.reports import MODEL, report
from tests.unit.report.test_writers import written


def run(value):
    return json.loads(written("sarif", value))["runs"][0]


@pytest.mark.parametrize("attack", ["none", *ATTACKS])
def test_a_log_is_valid_by_the_types_of_the_standard(attack):
    sarif = pytest.importorskip("pydantic_sarif.model", reason="pydantic-sarif is not installed")
    value = report() if attack == "none" else hostile(attack)
    sarif.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(written("sarif", value))


def test_every_result_points_to_its_rule_and_every_rule_has_help():
    log = run(report())
    rules = log["tool"]["driver"]["rules"]

    assert [each["id"] for each in rules] == ["RAIL101", "RAIL301", "RAIL305"]
    assert all(each["help"]["text"] and each["help"]["markdown"] for each in rules)
    for each in log["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
        assert each["partialFingerprints"]["railFinding/v1"]
        assert each["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1


def test_no_licence_is_scored_as_a_vulnerability():
    assert b"security-severity" not in written("sarif", report())


def test_the_lineage_is_a_related_location():
    prohibited = next(each for each in run(report())["results"] if each["ruleId"] == "RAIL101")

    (related,) = prohibited["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "README.md"
    assert related["physicalLocation"]["region"]["startLine"] == 7
    assert "finetuned-from bigscience/bloom" in related["message"]["text"]


def test_an_ignored_finding_is_there_and_suppressed_with_its_reason():
    ignored = next(each for each in run(report())["results"] if each["ruleId"] == "RAIL305")
    assert ignored["suppressions"][0]["justification"] == "pinned by digest"


def test_a_finding_without_a_file_is_shown_at_a_file_of_the_project():
    finding = Finding(rule="RAIL303", level=Level.NOTE, message="no use case is declared")
    (result,) = run(report(findings=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "services/score/model.py"


def test_a_path_never_leads_out_of_the_project():
    finding = Finding(rule="RAIL301", level=Level.NOTE, message="x", location=Location(path="/../../etc/pass wd"))
    (result,) = run(report(findings=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "etc/pass%20wd"


def test_an_input_that_was_not_read_is_a_notification():
    (note,) = run(report())["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "could not be read: not TOML (lock the project anew)"
    assert note["locations"][0]["physicalLocation"]["region"]["startLine"] == 3


def test_words_that_look_like_links_and_placeholders_are_only_words():
    finding = Finding(rule="RAIL301", level=Level.NOTE, message="[x](y) {0}")
    (result,) = run(report(findings=(finding,)))["results"]
    assert result["message"]["text"] == r"\[x\](y) {{0}}"


def many(count, message="m"):
    loud = Finding(rule="RAIL101", level=Level.ERROR, message="loud", fingerprint="loud", component=MODEL)
    quiet = Finding(rule="RAIL305", level=Level.NOTE, message=message)
    return (*(replace(quiet, fingerprint=str(at)) for at in range(count)), loud)


def test_more_results_than_a_consumer_takes_are_left_out_lowest_level_first_and_counted():
    log = run(report(findings=many(25_010), problems=()))

    assert len(log["results"]) == 25_000
    assert log["results"][-1]["message"]["text"].startswith("acme/bloom-risk@9f2c1ab: loud")
    (note,) = log["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "11 findings left out: a SARIF file holds 25,000 results and 10 MB"


def test_a_log_never_grows_beyond_ten_megabytes():
    out = written("sarif", report(findings=many(5_000, "x" * 3_900)))
    log = json.loads(out)["runs"][0]

    assert len(out) <= 10_000_000
    assert 2_000 < len(log["results"]) < 5_001
    assert log["results"][-1]["level"] == "error"
    assert len(log["invocations"][0]["toolExecutionNotifications"]) == 2
    assert len(gzip.compress(out)) < len(out)


def test_a_rule_of_another_version_is_named_by_what_it_says():
    from rail.report.spi import find

    out = b"".join(find("sarif").write(report(), Style()))
    rules = json.loads(out)["runs"][0]["tool"]["driver"]["rules"]
    assert rules[0]["shortDescription"]["text"] == "prohibited use: law-enforcement.crime-prediction"


def test_a_thousand_unread_inputs_are_listed_and_the_rest_counted():
    problems = tuple(Problem(location=Location(path=f"{at}.lock"), message="not TOML") for at in range(1_200))
    notes = run(report(problems=problems))["invocations"][0]["toolExecutionNotifications"]
    assert len(notes) == 1_001
    assert notes[-1]["message"]["text"] == "200 more inputs could not be read"
