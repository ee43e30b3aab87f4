"""What conda's documents share: match specifications, package URLs, and pip's packages among conda's.

https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html
"""

import re
from typing import NamedTuple

from rail.domain.record import Purl
from rail.extractors.lockgraph import LockGraph
from rail.purl import purl

_SPEC = re.compile(
    r"\s*(?:[\w./:-]+::)?(?P<name>[A-Za-z0-9_][\w.-]*)(?:\[(?P<fields>[^\]]*)\])?\s*(?P<rest>.*)\Z", re.ASCII
)
_EXACT = re.compile(
    r"(?:==\s*|=?\s*(?=[^=\s]+=[^=\s]+\Z)|\s+(?=[^=\s<>!~*|,]+\s+\S+\Z))(?P<version>[\w.!+]+)(?:[=\s]\s*[\w.*]+)?\Z",
    re.ASCII,
)
_FIELD = re.compile(r"version\s*=\s*['\"]?==?([\w.!+]+)['\"]?")
VIRTUAL = re.compile(r"__\w+\Z")
"""Names of what the system itself provides: `__glibc`, `__cuda`."""


class Spec(NamedTuple):
    """What a specification asks for; `version` only when exactly one will do."""

    name: str
    version: str | None


def read_spec(text: str) -> Spec | None:
    """Return what a match specification asks for; `None` when it is none."""
    found = _SPEC.match(text.partition("#")[0].strip()[:1_000])
    if found is None:
        return None
    rest = found["rest"].strip()
    exact = _EXACT.match(rest) or _FIELD.search(found["fields"] or "")
    version = exact[1] if exact else None
    return Spec(found["name"].lower(), version if version and not version.endswith("*") else None)


def conda_purl(name: str, version: str | None) -> Purl:
    """Return the package URL of a conda package; builds and platforms of one version share their licence."""
    return purl("conda", name.lower(), version)


def adopt(graph: LockGraph) -> None:
    """Let the project ask for what no package asks for."""
    for key in graph.unwanted():
        graph.ask("", key)
