"""What GitHub, GitLab, test reporters, comments and spreadsheets are told."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
from msgspec.structs import replace

from rail.domain.component import Location
from rail.domain.evidence import Evidence, Form, Restricted, Role
from rail.domain.finding import Finding, Level
from rail.domain.verdict import Verdict
from rail.report.markdown import MARKER, code, prose
from tests.unit.report.reports import FREE, PACKAGE, PARENT, ROOT, report
from tests.unit.report.test_writers import written


def text(name, value=None, verb="check"):
    return written(name, value or report(), verb).decode()


def test_github_is_told_the_loudest_first_and_nothing_of_what_is_ignored():
    lines = text("github").splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::warning", "rail:"]
    assert lines[0].startswith("::error file=services/score/model.py,line=18,title=RAIL101 prohibited use::")
    assert "RAIL305" not in "".join(lines)
    assert lines[-1] == "rail: 1 error, 1 warning, 0 note (1 ignored, 1 unread)"


def test_a_name_cannot_end_the_properties_of_a_workflow_command():
    finding = Finding(rule="RAIL301", level=Level.NOTE, message="50% %0A", location=Location(path="a,line=9::b"))
    line = text("github", report(findings=(finding,), problems=())).splitlines()[0]
    assert line.startswith("::notice file=a%2Cline=9%3A%3Ab,title=")
    assert line.endswith("::50%25 %250A")


def test_gitlab_gets_every_entry_under_a_fingerprint_of_its_own():
    finding = Finding(rule="RAIL301", level=Level.NOTE, message="m", fingerprint="same")
    twice = (finding, replace(finding, location=Location(path="other")), finding)
    entries = json.loads(text("gitlab", report(findings=twice, problems=())))
    assert [each["location"]["path"] for each in entries] == ["services/score/model.py", "other"]
    assert len({each["fingerprint"] for each in entries}) == 2


def test_gitlab_is_told_of_what_could_not_be_read():
    assert any(each["check_name"] == "rail-unread" for each in json.loads(text("gitlab")))


def outcomes(value=None):
    answers = {}
    for case in ET.fromstring(text("junit", value)).iter("testcase"):
        answers[case.get("name")] = next((each.tag for each in case if each.tag != "system-out"), "passed")
    return answers


def test_a_test_fails_for_an_error_and_is_skipped_for_what_is_open_or_ignored():
    assert outcomes() == {
        "acme/bloom-risk@9f2c1ab: RAIL101": "failure",
        "visionkit@2.1.0: RAIL301": "skipped",
        "bigscience/bloom: RAIL305": "skipped",
        "precinct": "passed",
        "requests@2.31.0": "passed",
        "uv.lock": "error",
    }


def test_the_counts_of_the_suite_are_those_of_its_cases():
    suite = ET.fromstring(text("junit")).find("testsuite")
    assert {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "6",
        "failures": "1",
        "errors": "1",
        "skipped": "2",
    }


@pytest.mark.parametrize("answer", [Restricted.UNKNOWN, Restricted.YES, Restricted.BY_REFERENCE])
def test_a_component_whose_licence_is_not_free_never_passes_without_a_judgement(answer):
    resolutions = tuple(
        replace(each, restricted=answer) if each.component == FREE else each for each in report().resolutions
    )
    assert outcomes(report(findings=(), resolutions=resolutions))["requests@2.31.0"] == "skipped"


@pytest.mark.parametrize("verdict", [Verdict.UNKNOWN, Verdict.CONDITIONAL, Verdict.PROHIBITED])
def test_a_component_that_is_not_allowed_never_passes_without_a_finding(verdict):
    judged = (replace(report().determinations[0], component=FREE, verdict=verdict),)
    assert outcomes(report(findings=(), determinations=judged))["requests@2.31.0"] == "skipped"


def test_a_comment_starts_with_the_marker_by_which_it_is_found_again():
    assert text("markdown").startswith(f"{MARKER}\n### rail: 2 findings (1 error, 1 warning, 0 note)\n")


def test_a_comment_without_findings_is_no_good_news_while_something_is_open():
    free = tuple(each for each in report().resolutions if each.component in {FREE, ROOT})
    assert "### rail: no finding, with open questions\n" in text("markdown", report(findings=()))
    assert "### rail: no finding\n" in text("markdown", report(findings=(), problems=(), resolutions=free))


def test_a_comment_never_grows_beyond_what_fits_and_says_what_is_left_out():
    many = tuple(
        Finding(rule="RAIL301", level=Level.WARNING, message=f"{at} {'x' * 280}", fingerprint=str(at))
        for at in range(500)
    )
    out = text("markdown", report(findings=many))
    assert len(out) < 62_000
    assert "more entries, which have no room here" in out
    assert out.count("<details>") == out.count("</details>")


def test_a_code_span_holds_any_number_of_backticks():
    assert code("a`b``c") == "``` a`b``c ```"
    assert code("`") == "`` ` ``"
    assert code("") == ""


def test_words_from_outside_mention_nobody_and_link_nowhere():
    assert prose("@all #1 https://x.test www.x") == (r"@<!-- -->all \#<!-- -->1 https:/<!-- -->/x.test www<!-- -->.x")


def rows(value=None):
    return list(csv.DictReader(io.StringIO(text("csv", value), newline="")))


def test_a_row_that_was_not_judged_has_no_verdict():
    by_purl = {each["purl"]: each for each in rows()}
    assert by_purl[PARENT]["verdict"] == ""
    assert by_purl[PARENT]["restricted uses"] == "law-enforcement minors"
    assert by_purl[PACKAGE]["restricted"] == "unknown"


def test_a_component_that_is_not_resolved_is_unknown_in_the_table():
    assert {each["restricted"] for each in rows(report(resolutions=()))} == {"unknown"}


@pytest.mark.parametrize("formula", ["=1", "+1", "-1", "@SUM", " =1", "a;=1", "\uff1d1", "a; @x"])
def test_a_cell_is_never_a_formula(formula):
    said = tuple(replace(each, reason=formula) for each in report().resolutions)
    for each in rows(report(resolutions=said)):
        assert "'" in each["reason"]


def test_words_that_the_catalogue_does_not_know_are_shown_as_they_were_said():
    said = Evidence(component=FREE, form=Form.NAME, role=Role.DECLARED, statement="a\nb", source="x")
    assert "a b" in text("html", report(evidence=(said,)))
