"""What Composer's documents share: names, the licence list, and which requirements are no packages."""

import re
from typing import Any

from rail.domain.evidence import Form
from rail.domain.record import Purl
from rail.purl import purl

_NAME = re.compile(r"[a-z0-9][\w.-]*/[a-z0-9][\w.-]*\Z", re.IGNORECASE)
_ID = re.compile(r"[A-Za-z0-9.+-]+\Z")
_MAX_NAME = 250
_NOT_IDS = {"proprietary", "unknown", "none", "custom"}


def is_name(value: object) -> bool:
    """Is it the name of a package (`vendor/name`), rather than `php`, `ext-…` or nonsense?"""
    return isinstance(value, str) and len(value) <= _MAX_NAME and bool(_NAME.match(value))


def package_purl(name: str, version: str | None) -> Purl:
    """Return the purl of a package; the registry knows names in lower case."""
    return purl("composer", name.lower(), version)


def license_statement(value: object) -> tuple[Form, str] | None:
    """Return what a `license` field says: a text, or a list of which any one may be chosen."""
    listed = [each.strip() for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
    listed = [each for each in listed if each]
    if not listed:
        return None
    if len(listed) == 1:
        plain = _ID.match(listed[0]) and listed[0].lower() not in _NOT_IDS
        return Form.EXPRESSION if plain or " or " in listed[0].lower() else Form.NAME, listed[0]
    return Form.EXPRESSION, " OR ".join(f"({each})" if " " in each else each for each in listed)


def table(value: object) -> dict[str, Any]:
    """Return an object; an empty one in the place of anything else (PHP writes an empty table as `[]`)."""
    return value if isinstance(value, dict) else {}


def string(value: object) -> str | None:
    """Return a text that says something; `None` in the place of anything else."""
    return value.strip() or None if isinstance(value, str) else None
