"""Mix lockfiles: `mix.lock` (Elixir), read and never run.

Reads every locked package from Hex or Git and the edges between those from Hex. What the project asks for is written in
`mix.exs`, a program; so the packages that no other asks for are taken to be wanted by it. The format holds no licences.

https://hexdocs.pm/mix/Mix.Tasks.Deps.html
"""

import re
from collections.abc import Iterator

from rail.errors import ReadError
from rail.extractors.lockgraph import LockGraph
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_ENTRY = re.compile(r'\s*(?:"([\w.-]{1,200})"|([\w.-]{1,200})):\s*\{:(hex|git|path),\s*(.*)')
_HEX = re.compile(r':"?([\w.-]{1,200})"?,\s*"([\w.+-]{1,100})"')
_GIT = re.compile(r'"([^"\s]{1,1000})"(?:,\s*"([0-9a-f]{7,64})")?')
_WISH = re.compile(r'\{:"?([\w.-]{1,200})"?,\s*"[^"]{0,200}",\s*\[([^\]]{0,300})\]')
_MAX_LINE = 100_000


@extractor("mix.lock")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked package, and the edges."""
    path = file.path.as_posix()
    graph = LockGraph(path)
    fault = None
    for number, line in enumerate(file.text().split("\n"), 1):
        body = line.strip()
        if body in ("", "%{", "}") or body.startswith("#"):
            continue
        entry = _ENTRY.match(line) if len(line) <= _MAX_LINE else None
        key = (entry[1] or entry[2]) if entry else ""
        found = (_HEX if entry[3] == "hex" else _GIT).match(entry[4]) if entry else None
        if entry is None or found is None:
            fault = fault or ReadError("not an entry of a mix.lock", place=path, line=number, hint="the rest was read")
            continue
        if entry[3] == "hex":
            graph.add(key, purl("hex", found[1].lower(), found[2]), found[1], found[2], line=number)
            for wish in _WISH.finditer(entry[4]):
                graph.ask(key, wish[1], "optional" if "optional: true" in wish[2] else None)
        else:
            place = found[1].rpartition("@")[2] if "://" not in found[1] else _without_user(found[1])
            revision = f"@{found[2]}" if found[2] else ""
            graph.add(key, purl("hex", key.lower(), None, vcs_url=f"git+{place}{revision}"), key, None, line=number)
    for key in graph.unwanted():
        graph.ask("", key)
    yield from graph.found()
    if fault is not None:
        raise fault


def _without_user(url: str) -> str:
    scheme, _, rest = url.partition("://")
    host, slash, place = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{place}"
