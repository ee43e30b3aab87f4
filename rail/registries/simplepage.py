"""A page of the Simple API in HTML: the files of a project, with their digests and whether metadata lies beside them.

The same keys as in the API's JSON. Many indexes of organisations have nothing else.

Specification: https://packaging.python.org/en/latest/specifications/simple-repository-api/#base-html-api and PEP 658
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from rail.http.spi import Document
from rail.registries.spi import unexpected

_MAX_FILES = 50_000


def files_in(document: Document) -> Iterator[dict[str, Any]]:
    """Yield `filename`, `url`, `hashes` and `core-metadata` of each link.

    Raises:
        UnexpectedError: it is no text.
    """
    try:
        page = document.body.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise unexpected(document.url) from fault
    reader = _Links()
    reader.feed(page)
    for link in reader.links[:_MAX_FILES]:
        address, _, fragment = link["href"].partition("#")
        path = address.partition("?")[0]
        yield {
            "filename": unquote(path.rpartition("/")[2]),
            "url": joined(reader.base, address) if reader.base else address,
            "hashes": _digests(fragment),
            "core-metadata": _metadata(link),
        }


def joined(base: str, address: str) -> str:
    """Return an address relative to another as a whole one, "" for one that is none."""
    try:
        found = urljoin(base, address)
        urlsplit(found)
    except ValueError:
        return ""
    return found


def _digests(fragment: str) -> dict[str, str]:
    kind, equals, digest = fragment.partition("&")[0].partition("=")
    return {kind.lower(): digest.lower()} if equals else {}


def _metadata(link: dict[str, str]) -> dict[str, str] | bool:
    """Return the digests of the metadata, or whether there is any."""
    said = link.get("data-core-metadata", link.get("data-dist-info-metadata"))
    if said is None or said == "false":
        return False
    return _digests(said) or True


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[dict[str, str]] = []
        self.base = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of links, and of the address that they are relative to."""
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in said:
            self.links.append(said)
        elif tag == "base" and not self.base:
            self.base = said.get("href", "")
