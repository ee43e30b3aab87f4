"""Judging as a whole: order, fingerprints, and what makes a build fail."""

import msgspec
import pytest

from rail.config.schema import Config, FailOn, Ignore, Loaded
from rail.domain.component import Component, Engagement, Kind, Location
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.finding import Finding, Level, Suppression
from rail.domain.report import CatalogueStamp, Report, Summary, Tool
from rail.domain.use import UseCase
from rail.domain.verdict import Determination, Verdict
from rail.policy.fail_on import exit_status, worst
from rail.policy.judge import fingerprint, judge

A, C, U, P = Verdict
PURL = "pkg:huggingface/acme/m@1"


def scanned(count=3, expression="LicenseRef-barring", **more):
    more.setdefault("status", Status.RESOLVED)
    more.setdefault("restricted", Restricted.YES)
    purls = [f"pkg:pypi/p{n}@1" for n in range(count)]
    components = [
        Component(purl=p, kind=Kind.PACKAGE, name=p, locations=(Location(path="uv.lock", line=1),)) for p in purls
    ]
    return components, [Resolution(component=p, expression=expression, **more) for p in purls]


def judged(catalogue, components, resolutions, *ignores, uses=("watching", "music")):
    cases = (UseCase(id="b", uses=uses), UseCase(id="a", uses=("music",))) if uses else ()
    loaded = Loaded(config=Config(use_case=cases, ignore=ignores))
    return judge(components=components, resolutions=resolutions, catalogue=catalogue, loaded=loaded, today="2026-11-22")


def report(determinations=(), findings=(), resolutions=()):
    summary = Summary(components=0, files=0, restricted={}, verdicts={}, findings={}, ignored=0, unread=0, use_cases=1)
    return Report(
        tool=Tool(name="rail", version="0"),
        catalogue=CatalogueStamp(version="0", digest="0"),
        inputs=(),
        components=(),
        edges=(),
        evidence=(),
        resolutions=tuple(resolutions),
        determinations=tuple(determinations),
        findings=tuple(findings),
        problems=(),
        summary=summary,
    )


def found(verdict, *, component=PURL, use_case=None, suppressed=False):
    reason = Suppression(reason="x") if suppressed else None
    return Finding(
        rule="RAIL1",
        level=Level.ERROR,
        message="m",
        component=component,
        use_case=use_case,
        verdict=verdict,
        suppressed=reason,
    )


def ruled(verdict, component=PURL):
    return Determination(component=component, use_case="a", use="x", verdict=verdict)


def test_the_order_of_the_input_does_not_matter(catalogue):
    components, resolutions = scanned()
    forth = judged(catalogue, components, resolutions)
    assert forth == judged(catalogue, components[::-1], resolutions[::-1])
    assert [(d.component, d.use_case, d.use) for d in forth.determinations][:3] == [
        ("pkg:pypi/p0@1", "a", "music"),
        ("pkg:pypi/p0@1", "b", "music"),
        ("pkg:pypi/p0@1", "b", "watching"),
    ]


def test_a_component_without_resolution_is_missing_a_license(catalogue):
    components, _ = scanned(2)
    judgement = judged(catalogue, components, [])
    assert {d.verdict for d in judgement.determinations} == {U}
    assert [f.rule for f in judgement.findings] == ["RAIL302"]


def test_many_packages_without_a_license_give_one_finding(catalogue):
    judgement = judged(catalogue, *scanned(300, None, status=Status.MISSING, restricted=Restricted.UNKNOWN))
    assert len(judgement.determinations) == 900
    (finding,) = judgement.findings
    assert finding.message == "300 packages in uv.lock carry no licence information here"
    assert exit_status(report(judgement.determinations, judgement.findings), FailOn.UNKNOWN) == 1


def test_what_restricts_nothing_is_silent(catalogue):
    assert judged(catalogue, *scanned(50, "MIT", restricted=Restricted.NO)).findings == ()


def test_a_fingerprint_holds_on_to_rule_component_use_case_and_path():
    one = Finding(
        rule="R", level=Level.NOTE, message="m", component="pkg:pypi/a@1", location=Location(path="x", line=1)
    )
    same = Finding(
        rule="R", level=Level.NOTE, message="n", component="pkg:pypi/a@2", location=Location(path="x", line=9)
    )
    other = Finding(rule="R", level=Level.NOTE, message="m", component="pkg:pypi/b@1", location=Location(path="x"))
    assert fingerprint(one) == fingerprint(same) != fingerprint(other)
    assert len(fingerprint(found(A))) == 64


@pytest.mark.parametrize(
    ("verdict", "fail_on", "status"),
    [
        (P, FailOn.PROHIBITED, 1),
        (U, FailOn.PROHIBITED, 0),
        (U, FailOn.UNKNOWN, 1),
        (C, FailOn.UNKNOWN, 0),
        (C, FailOn.CONDITIONAL, 1),
        (A, FailOn.CONDITIONAL, 0),
        (P, FailOn.NEVER, 0),
        (None, FailOn.PROHIBITED, 1),
        (None, FailOn.NEVER, 0),
    ],
)
def test_a_build_fails_at_the_level_asked_for(verdict, fail_on, status):
    assert exit_status(report(findings=[found(verdict)]), fail_on) == status


@pytest.mark.parametrize("fail_on", FailOn)
def test_a_note_never_fails_and_a_warning_only_by_its_verdict(fail_on):
    note = msgspec.structs.replace(found(P), level=Level.NOTE)
    warning = msgspec.structs.replace(found(None), level=Level.WARNING)

    assert exit_status(report(findings=[note, warning]), fail_on) == 0
    assert exit_status(report([ruled(P)], [note]), fail_on) == 0


@pytest.mark.parametrize(("strict", "level"), [(False, Level.NOTE), (True, Level.ERROR)])
def test_what_is_only_named_in_tests_or_documentation_is_told_as_a_note(catalogue, strict, level):
    components, resolutions = scanned(1)
    named = [msgspec.structs.replace(each, engagement=Engagement.REFERENCES) for each in components]
    loaded = Loaded(config=Config(use_case=(UseCase(id="a", uses=("watching",)),), strict=strict))

    judgement = judge(components=named, resolutions=resolutions, catalogue=catalogue, loaded=loaded, today="2026-11-22")

    assert [each.level for each in judgement.findings] == [level]
    assert [each.verdict for each in judgement.determinations] == [P]


def test_a_verdict_that_no_finding_reports_still_fails():
    assert exit_status(report([ruled(P)]), FailOn.PROHIBITED) == 1
    assert exit_status(report([ruled(P)], [found(U)]), FailOn.PROHIBITED) == 1


def test_what_is_ignored_does_not_fail():
    ignored = found(P, use_case="a", suppressed=True)
    assert exit_status(report([ruled(P)], [ignored]), FailOn.PROHIBITED) == 0
    assert exit_status(report([ruled(P)], [found(U, suppressed=True)]), FailOn.PROHIBITED) == 1
    other = found(P, use_case="b", suppressed=True)
    assert exit_status(report([ruled(P)], [other]), FailOn.PROHIBITED) == 1


def test_ignoring_the_missing_licenses_of_a_lockfile_covers_all_of_them(catalogue):
    components, resolutions = scanned(3, None, status=Status.MISSING, restricted=Restricted.UNKNOWN)
    ignore = Ignore(reason="scanned elsewhere", rule="RAIL302")
    judgement = judged(catalogue, components, resolutions, ignore)
    assert [f.suppressed.reason for f in judgement.findings] == ["scanned elsewhere"]
    assert exit_status(report(judgement.determinations, judgement.findings, resolutions), FailOn.UNKNOWN) == 0
    unnamed = [msgspec.structs.replace(each, components=()) for each in judgement.findings]
    assert exit_status(report(judgement.determinations, unnamed), FailOn.UNKNOWN) == 1


def test_the_worst_of_nothing_is_allowed():
    assert worst([]) is A
    assert worst([msgspec.structs.replace(found(None), level=Level.WARNING)], [ruled(C)]) is C
