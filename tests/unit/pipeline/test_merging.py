from msgspec.structs import replace

from rail.domain.component import Engagement
from rail.domain.evidence import Restricted, Status
from rail.domain.finding import Suppression
from rail.domain.verdict import Verdict
from rail.pipeline import merge
from tests.unit.report.reports import FREE, MODEL, report

ONE = report()


def with_resolution(purl, **changes):
    return report(
        resolutions=tuple(replace(each, **changes) if each.component == purl else each for each in ONE.resolutions)
    )


def resolution(merged, purl):
    return next(each for each in merged.resolutions if each.component == purl)


def test_a_single_report_comes_back_as_it_is():
    assert merge([ONE]) is ONE


def test_merging_a_report_with_itself_adds_nothing():
    merged = merge([ONE, ONE])

    assert set(merged.components) == set(ONE.components)
    assert set(merged.findings) == set(ONE.findings)
    assert set(merged.resolutions) == set(ONE.resolutions)
    assert merged.determinations == ONE.determinations


def test_the_order_of_the_reports_changes_no_answer():
    other = with_resolution(FREE, restricted=Restricted.UNKNOWN, expression=None, complete=False)

    assert merge([ONE, other]).resolutions == merge([other, ONE]).resolutions


def test_the_stricter_answer_on_a_licence_holds_and_the_difference_is_told():
    other = with_resolution(FREE, restricted=Restricted.YES, expression="LicenseRef-x", licenses=("x",), complete=False)

    found = resolution(merge([ONE, other]), FREE)

    assert found.restricted is Restricted.YES
    assert found.status is Status.CONFLICT
    assert not found.complete
    assert set(found.licenses) == {"Apache-2.0", "x"}
    assert found.reason == "the reports differ: LicenseRef-x and Apache-2.0"


def test_a_free_branch_that_only_one_report_relies_on_is_not_relied_on():
    other = with_resolution(FREE, relied_on="MIT")
    assert resolution(merge([ONE, other]), FREE).relied_on is None


def test_the_stricter_verdict_holds():
    freer = tuple(replace(each, verdict=Verdict.ALLOWED) for each in ONE.determinations)

    for pair in ([ONE, report(determinations=freer)], [report(determinations=freer), ONE]):
        merged = merge(pair)
        assert [each.verdict for each in merged.determinations] == [Verdict.PROHIBITED]
        assert merged.summary.verdicts["prohibited"] == 1


def test_a_finding_that_counts_in_one_report_counts():
    ignored = tuple(replace(each, suppressed=Suppression(reason="no")) for each in ONE.findings)

    for pair in ([ONE, report(findings=ignored)], [report(findings=ignored), ONE]):
        merged = merge(pair)
        assert merged.summary.ignored == 1
        assert merged.summary.findings == {"error": 1, "warning": 1, "note": 0}


def test_the_closer_engagement_holds():
    passed_on = tuple(
        replace(each, engagement=Engagement.REDISTRIBUTES) if each.purl == MODEL else each for each in ONE.components
    )
    (found,) = (each for each in merge([ONE, report(components=passed_on)]).components if each.purl == MODEL)
    assert found.engagement is Engagement.REDISTRIBUTES


def test_what_one_report_needs_on_one_platform_and_another_everywhere_is_needed_everywhere():
    def on(*platforms):
        return report(
            components=tuple(
                replace(each, platforms=platforms) if each.purl == FREE else each for each in ONE.components
            )
        )

    def merged(*reports):
        return next(each.platforms for each in merge(list(reports)).components if each.purl == FREE)

    assert merged(on("win32"), on("darwin")) == ("darwin", "win32")
    assert merged(on("win32"), ONE) == ()
    assert merged(on("win32"), on("!win32")) == ()
