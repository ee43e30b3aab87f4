import re

from msgspec.structs import replace

from rail.domain.evidence import BoundUse, Restricted
from rail.domain.verdict import Determination, Verdict
from tests.unit.report.reports import FREE, MODEL, ROOT, report
from tests.unit.report.test_writers import written


def page(value=None, verb="check"):
    return written("html", value or report(), verb).decode()


def headline(value, verb="check"):
    return re.search(r"<h1>(.*?)</h1>", page(value, verb))[1]


def only(purl, **changes):
    """The report reduced to one component that is allowed, with nothing found."""
    base = report()
    values = {
        "components": tuple(each for each in base.components if each.purl in {purl, ROOT}),
        "resolutions": tuple(each for each in base.resolutions if each.component in {purl, ROOT}),
        "determinations": (
            Determination(component=purl, use_case="u", use="law-enforcement", verdict=Verdict.ALLOWED),
        ),
        "findings": (),
        "problems": (),
        "edges": (),
    }
    return report(**{**values, **changes})


def test_the_page_asks_the_network_for_nothing():
    text = page()
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|srcset|action)=|<link|@import|url\(|https?://", text)
    assert set(re.findall(r'href="([^"]*)"', text)) == {"#components"}


def test_the_headline_counts_the_findings():
    assert headline(report()) == "2 findings, 1 of them an error"


def test_the_headline_is_good_news_only_when_everything_is_allowed_and_known():
    assert headline(only(FREE)) == "Nothing bars the declared uses"


def test_the_headline_is_no_good_news_while_anything_is_open():
    open_ = "No finding, but open questions"
    unknown = tuple(
        replace(each, restricted=Restricted.UNKNOWN) if each.component == FREE else each
        for each in report().resolutions
    )
    conditional = (replace(only(FREE).determinations[0], verdict=Verdict.CONDITIONAL),)

    assert headline(only(FREE, problems=report().problems)) == open_
    assert headline(only(FREE, resolutions=unknown)) == open_
    assert headline(only(FREE, determinations=())) == open_
    assert headline(only(FREE, determinations=conditional)) == open_


def test_a_scan_says_how_many_restrict_and_has_no_verdict():
    text = page(report(determinations=(), findings=()), "scan")
    assert "<h1>2 of 5 components restrict what they may be used for</h1>" in text
    assert "allowed" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)


def test_what_was_not_judged_is_never_shown_as_allowed():
    row = re.search(r"<tr data-kind=\"package\"[^>]*>(?:(?!</tr>).)*requests.*?</tr>", page(), re.DOTALL)[0]
    assert "not judged" in row
    assert "allowed" not in row


def test_a_prohibition_quotes_only_the_clauses_that_bar_the_use():
    clauses = (
        BoundUse(use="law-enforcement", mode="prohibited", text="No policing with it."),
        BoundUse(use="minors", mode="prohibited", text="No harm to minors."),
    )
    resolutions = tuple(
        replace(each, restrictions=clauses) if each.component == MODEL else each for each in report().resolutions
    )
    finding = re.search(r'<details class="entry" open>.*?</details>', page(report(resolutions=resolutions)), re.DOTALL)[
        0
    ]
    assert "<blockquote>No policing with it.</blockquote>" in finding
    assert "minors" not in finding


def test_a_use_is_told_in_plain_words():
    assert "predicting crime<br>" in page()
