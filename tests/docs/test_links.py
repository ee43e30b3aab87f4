"""Every link leads somewhere: between pages, to headings, and to files of the repository."""

import re

import pytest

from tests.conftest import ROOT
from tests.docs.pages import DOCS, REPOSITORY, anchors, links, name, pages

_PAGES = [*pages(), ROOT / "CONTRIBUTING.md", ROOT / "licenses" / "README.md"]


@pytest.mark.parametrize("page", _PAGES, ids=name)
def test_every_link_of_a_page_leads_somewhere(page):
    broken = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        repository = REPOSITORY.match(link)
        if repository:
            target = ROOT / repository[1]
        elif "://" in link or link.startswith("mailto:"):
            continue
        else:
            target = page.parent / path if path else page
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)

    assert broken == []


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=name)
def test_a_page_of_the_site_links_to_the_rest_of_the_repository_by_address(page):
    local = [link for link in links(page) if "://" not in link and not link.startswith("#")]

    assert [link for link in local if not (page.parent / link).resolve().is_relative_to(DOCS)] == []


def test_every_page_stands_in_the_navigation_once():
    navigation = re.findall(r'= "([\w/-]+\.md)"', (ROOT / "zensical.toml").read_text(encoding="utf-8"))

    assert sorted(navigation) == sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))
