"""The built site: its links lead somewhere, and a browser that reads it asks no other host for anything."""

import importlib.util
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.docs.site import faults

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_SHOWN = ("index.html", "tutorial.html", "reference/licences.html", "how-to/github.html", "explanation/verdicts.html")


def _page(folder, html):
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(f"<html><body>{html}</body></html>", encoding="utf-8")
    return list(faults(folder))


def test_a_page_without_fault_is_passed(tmp_path):
    assert _page(tmp_path, '<h2 id="a">A</h2><a href="#a">a</a><a href="https://example.org">b</a>') == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<script src="https://example.org/a.js"></script>', "index.html loads https://example.org/a.js"),
        ('<link rel="stylesheet" href="//example.org/a.css">', "index.html loads //example.org/a.css"),
        ('<a href="gone.html">a</a>', "index.html links to nothing: gone.html"),
        ('<a href="#gone">a</a>', "index.html links to no heading: #gone"),
    ],
)
def test_a_fault_of_a_page_is_told(tmp_path, html, said):
    assert _page(tmp_path, html) == [said]


def test_a_sheet_that_loads_a_font_from_elsewhere_is_told(tmp_path):
    (tmp_path / "a.css").write_text("@font-face {src: url('https://example.org/a.woff')}", encoding="utf-8")

    assert _page(tmp_path, "") == ["a.css loads https://example.org/a.woff"]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a freshly built site; it needs the group `docs`, which `make docs` installs."""
    if importlib.util.find_spec("zensical") is None:
        pytest.skip("Zensical is not installed: make docs")
    work = tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT / "docs", work / "docs")
    shutil.copy(ROOT / "zensical.toml", work)
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    built = subprocess.run(command, cwd=work, capture_output=True, text=True, encoding="utf-8", check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return work / "build" / "site"


@pytest.mark.slow
def test_the_site_can_be_built_and_its_links_lead_somewhere(site):
    assert list(faults(site)) == []


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
def test_a_browser_asks_no_other_host_and_finds_nothing_wider_than_a_phone(site):
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    asked, wide = [], []
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for width in (1400, 420):
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.on("request", lambda each: asked.append(each.url))
            for name in _SHOWN:
                page.goto((site / name).as_uri())
                page.wait_for_load_state("networkidle")
                if page.evaluate("document.documentElement.scrollWidth") > width:
                    wide.append(f"{name} at {width}")
            page.close()
        browser.close()

    assert [each for each in asked if not each.startswith(("file:", "data:", "blob:"))] == []
    assert wide == []
