"""The HTML report in a real browser: Debian's Chromium, driven by Playwright."""

import shutil

import pytest

from tests.unit.report.hostile import hostile
from tests.unit.report.reports import report
from tests.unit.report.test_graph import large
from tests.unit.report.test_writers import written

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def show(browser, tmp_path):
    """Return a function that opens a report; whatever the page complains of or asks for fails the test."""
    complaints, pages = [], []

    def opened(value, verb="check", **settings):
        path = tmp_path / f"report-{len(pages)}.html"
        path.write_bytes(written("html", value, verb))
        page = browser.new_page(**settings)
        pages.append(page)
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog {dialog.message}"))
        page.on("request", lambda asked: asked.url.startswith("file:") or complaints.append(asked.url))
        page.goto(path.as_uri())
        return page

    yield opened
    for page in pages:
        page.close()
    assert complaints == []


def shown(page):
    return page.locator("#rows tr:visible").count()


def test_search_and_filters_narrow_the_table_and_say_how_far(show):
    page = show(report())
    assert shown(page) == 5

    page.fill("#words", "BLOOM-risk")
    assert shown(page) == 1
    assert page.inner_text("#count") == "1 of 5 components shown"

    page.fill("#words", "")
    page.select_option("#kind", "package")
    assert shown(page) == 2
    page.select_option("#answer", "unknown")
    assert shown(page) == 1
    assert "visionkit" in page.inner_text("#rows tr:visible")


def test_the_page_is_used_by_keyboard_alone(show):
    page = show(report())

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    assert not page.locator("details.entry").first.evaluate("each => each.open")

    page.keyboard.press("/")
    page.keyboard.type("requests")
    assert shown(page) == 1
    page.keyboard.press("Escape")
    assert shown(page) == 5


def test_a_verdict_unfolds_into_its_proof(show):
    page = show(report())
    proof = page.locator("td ol.proof").first
    assert not proof.is_visible()

    page.locator("td summary", has_text="prohibited").click()

    assert "Attachment A (m) bars law-enforcement" in proof.inner_text()


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_the_page_never_scrolls_sideways(show, width):
    page = show(report(), viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("attack", ["bidi", "graph", "html", "long", "template"])
def test_hostile_strings_do_nothing_in_a_browser(show, attack):
    page = show(hostile(attack), viewport={"width": 360, "height": 900})
    page.locator("summary").first.click()
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_everything_is_there_and_the_controls_are_not(browser, tmp_path):
    path = tmp_path / "report.html"
    path.write_bytes(written("html", report()))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert shown(page) == 5
    assert not page.locator("#words").is_visible()
    context.close()


def test_two_thousand_components_are_searched_at_once(show):
    page = show(large(2_000), "scan")
    page.fill("#words", "p01999")
    assert shown(page) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_audit_of_accessibility_finds_nothing_serious(show, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = show(report(), color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    found = axe.Axe().run(page).response["violations"]
    assert [(each["id"], each["impact"]) for each in found if each["impact"] in {"serious", "critical"}] == []
