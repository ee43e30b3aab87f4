"""The built site: `python -m tests.docs.site build/site` tells what is broken, or asked of another host."""

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ASSETS = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data"}
_NOT_LOADED = {"canonical", "next", "prev", "alternate"}
_IMPORTED = re.compile(r"""(?:url\(|@import\s)\s*["']?((?:https?:)?//[^"')\s]+)""")


class _Page(HTMLParser):
    """What a page loads, where it links to, and its anchors."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.anchors.add(given.get("id", ""))
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif tag in _ASSETS and given.get("rel") not in _NOT_LOADED:
            self.loads.append(given.get(_ASSETS[tag], ""))


def faults(site: Path) -> Iterator[str]:
    """Yield what is wrong: links and anchors that lead nowhere, and whatever a page would load from another host."""
    pages = {path.resolve(): _Page(path) for path in sorted(site.rglob("*.html"))}
    if not pages:
        yield f"{site}: no pages"
    for path, page in pages.items():
        name = path.relative_to(site.resolve()).as_posix()
        yield from (f"{name} loads {each}" for each in page.loads if _elsewhere(each))
        if name == "404.html":  # its links are those of a server's root
            continue
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            if not target.exists():
                yield f"{name} links to nothing: {link}"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                yield f"{name} links to no heading: {link}"
    for sheet in sorted(site.rglob("*.css")):
        yield from (f"{sheet.name} loads {each}" for each in _IMPORTED.findall(sheet.read_text(encoding="utf-8")))


def _elsewhere(address: str) -> bool:
    return urlsplit(address).netloc != ""


if __name__ == "__main__":
    wrong = list(faults(Path(sys.argv[1])))
    print("\n".join(wrong) or "every link leads somewhere, and nothing is loaded from elsewhere")
    sys.exit(1 if wrong else 0)
