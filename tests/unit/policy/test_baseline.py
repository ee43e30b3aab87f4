"""A baseline accepts what was there, and nothing that is worse."""

from msgspec.structs import replace

from rail.config.schema import Config, Loaded
from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.finding import Finding, Level
from rail.domain.use import UseCase
from rail.domain.verdict import Determination, Verdict
from rail.policy.baseline import Acceptance, Acceptor, accepting
from rail.policy.judge import judge

A, C, U, P = Verdict
PURL = "pkg:huggingface/acme/m@1"
FINDING = Finding(
    rule="RAIL101",
    level=Level.ERROR,
    message="m",
    component=PURL,
    use_case="patrol",
    verdict=P,
    location=Location(path="a.py", line=3),
)


def ruled(verdict=P, use="law-enforcement", component=PURL, case="patrol"):
    return Determination(component=component, use_case=case, use=use, verdict=verdict)


def accepted(finding, determinations, *, places=(), then=FINDING, before=None):
    baseline = accepting([then], before if before is not None else [ruled()])
    locations = tuple(Location(path=path) for path in places)
    component = Component(purl=PURL, kind=Kind.MODEL, name="m", locations=locations)
    return Acceptor(Acceptance(baseline, "known"), [component], determinations).covers(finding)


def test_what_was_there_is_accepted_whatever_its_version_line_or_wording():
    moved = replace(
        FINDING,
        component="pkg:huggingface/acme/m@2",
        location=Location(path="a.py", line=90),
        message="other words",
    )

    assert accepted(moved, [ruled(component="pkg:huggingface/acme/m@2")])


def test_another_rule_place_case_or_component_is_new():
    for change in (
        {"rule": "RAIL102"},
        {"location": Location(path="b.py")},
        {"use_case": "other"},
        {"component": "pkg:huggingface/acme/n@1"},
    ):
        assert not accepted(replace(FINDING, **change), [ruled()]), change


def test_a_second_place_is_no_news_while_the_first_is_still_there():
    elsewhere = replace(FINDING, location=Location(path="A.py"))

    assert accepted(elsewhere, [ruled()], places=["A.py", "a.py"])
    assert not accepted(elsewhere, [ruled()], places=["A.py", "b.py"])


def test_a_worse_verdict_or_one_more_use_is_new():
    mild = replace(FINDING, verdict=C)

    assert not accepted(FINDING, [ruled(P)], then=mild, before=[ruled(C)])
    assert not accepted(FINDING, [ruled(), ruled(use="military")])
    assert not accepted(FINDING, [ruled(), ruled(P, "military")], before=[ruled(), ruled(U, "military")])
    assert accepted(FINDING, [ruled()], before=[ruled(), ruled(use="military")])
    assert accepted(mild, [ruled(C)])


def test_what_is_ignored_already_is_not_written():
    from rail.domain.finding import Suppression

    ignored = replace(FINDING, suppressed=Suppression(reason="x"))

    assert accepting([ignored], [ruled()]).findings == ()


def test_entries_that_meet_nothing_are_counted():
    other = replace(FINDING, component="pkg:huggingface/acme/gone")
    acceptor = Acceptor(Acceptance(accepting([FINDING, other], [ruled()]), "known"), [], [ruled()])

    assert acceptor.covers(FINDING)
    assert acceptor.unmet() == 1


def locked(names):
    components = [
        Component(purl=f"pkg:pypi/{n}@1", kind=Kind.PACKAGE, name=n, locations=(Location(path="uv.lock", line=1),))
        for n in names
    ]
    resolutions = [
        Resolution(component=each.purl, status=Status.MISSING, restricted=Restricted.UNKNOWN) for each in components
    ]
    return components, resolutions


def judged(catalogue, names, acceptance=None):
    components, resolutions = locked(names)
    loaded = Loaded(config=Config(use_case=(UseCase(id="a", uses=("music",)),)))
    return judge(
        components=components,
        resolutions=resolutions,
        catalogue=catalogue,
        loaded=loaded,
        today="2026-11-22",
        acceptance=acceptance,
    )


def test_a_package_that_joins_a_lockfile_is_reported_apart_from_those_accepted(catalogue):
    before = judged(catalogue, "abc")
    baseline = accepting(before.findings, before.determinations)

    after = judged(catalogue, "abcd", Acceptance(baseline, "known"))

    said = {finding.suppressed is None: finding for finding in after.findings}
    assert len(baseline.findings) == 3
    assert len(after.findings) == 2
    assert said[False].components == ("pkg:pypi/a@1", "pkg:pypi/b@1", "pkg:pypi/c@1")
    assert said[True].component == "pkg:pypi/d@1"


def test_a_baseline_of_a_whole_judgement_accepts_it_again(catalogue):
    before = judged(catalogue, "abcdef")
    acceptance = Acceptance(accepting(before.findings, before.determinations), "known", "baseline.json")

    after = judged(catalogue, "abcdef", acceptance)

    assert [finding.suppressed.reason for finding in after.findings] == ["known"]
