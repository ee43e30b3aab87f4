"""What a metadata field of a registry is as evidence: an expression, a name, an address, or a whole text."""

import re

from rail.domain.evidence import Evidence, Form, Role
from rail.domain.record import Purl
from rail.purl import split

_ID = r"[A-Za-z0-9][A-Za-z0-9.+:-]*"
_EXPRESSION = re.compile(rf"\(*{_ID}\)*(?: (?:AND|OR|WITH) \(*{_ID}\)*)*\Z")
_NOT_IDS = {"UNLICENSED", "NONE", "NOASSERTION", "UNKNOWN", "PROPRIETARY", "CUSTOM"}
_NAME_LENGTH = 200
_MAX_TEXT = 256 * 1024


def declared(component: Purl, form: Form, statement: str, source: str) -> Evidence:
    """Return what the author said in a field of the metadata."""
    return Evidence(component=component, form=form, role=Role.DECLARED, statement=statement, source=source)


def free_words(component: Purl, said: str, source: str) -> tuple[Evidence, dict[str, str]]:
    """Return a free-text licence field as evidence; one that holds a whole text, with that text."""
    if "\n" in said or len(said) > _NAME_LENGTH:
        kind, name, version = split(component)
        statement = "/".join(part for part in (kind, *name.split("/"), version or "", "license.txt") if part)
        return declared(component, Form.TEXT, statement, source), {statement: said[:_MAX_TEXT]}
    if re.fullmatch(r"https?://\S+", said):
        return declared(component, Form.URL, said, source), {}
    looks_like_ids = said.upper() not in _NOT_IDS and _EXPRESSION.match(said)
    return declared(component, Form.EXPRESSION if looks_like_ids else Form.NAME, said, source), {}
