"""What conda's documents share: match specifications and package URLs.

https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html
"""

import re
from typing import NamedTuple

from rail.domain.record import Purl
from rail.purl import purl

_SPEC = re.compile(
    r"\s*(?:[\w./:-]+::)?(?P<name>[A-Za-z0-9_][\w.-]*)(?:\[(?P<fields>[^\]]*)\])?\s*(?P<rest>.*)\Z", re.ASCII
)
_EXACT = re.compile(r"(?:==\s*([\w.!+]+)(?:[=\s]\s*\S+)?|=?\s*([\w.!+]+)=[^=\s]+|([\w.!+]+)\s+[^\s<>=|,]+)\Z", re.ASCII)
_FIELD = re.compile(r"version\s*=\s*['\"]?==?([\w.!+]+)['\"]?")
NAME = re.compile(r"[A-Za-z0-9_][\w.-]{0,200}\Z", re.ASCII)
"""Names of packages; some of conda's begin with an underscore."""
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
    return Spec(found["name"].lower(), exact[exact.lastindex or 0] if exact else None)


def conda_purl(name: str, version: str | None) -> Purl:
    """Return the package URL of a conda package; builds and platforms of one version share their licence."""
    return purl("conda", name.lower(), version)
