"""What both bills of materials say of a component: whether its expression is one, and its restrictions in words."""

import hashlib
import re
from collections.abc import Iterator

import msgspec

from rail.domain.evidence import NOT_THE_TEXT, BoundUse, Resolution, Restricted
from rail.domain.report import Report

_EXPRESSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+:() -]*|\([A-Za-z0-9.+:() -]+")
PURL = re.compile(r"pkg:[^\s/]+/\S+")
"""What may stand where a package URL is asked for."""
_LICENSE_REF = re.compile(r"LicenseRef-[A-Za-z0-9.-]+")
_LONGEST = 2_000
_UNLISTED = "LicenseRef-rail-"


def expression(resolution: Resolution | None) -> str | None:
    """Return the licence expression, or `None` where there is none or a saved report holds something else.

    Terms that no licence of it explains, and doubt whether there are more, are part of it under a name of their own:
    who reads the document must not take `MIT` for all that binds.
    """
    found = resolution.expression if resolution else None
    if not resolution or not found or len(found) > _LONGEST or not _EXPRESSION.fullmatch(found):
        return None
    more = _unlisted(resolution)
    if more is None:
        return found
    return f"({found}) AND {more}" if " OR " in found else f"{found} AND {more}"


def _unlisted(resolution: Resolution) -> str | None:
    """Return the name for what binds or may bind beside the licences of the expression; `None` when nothing does."""
    own = sorted({restriction(each) for each in resolution.restrictions if each.license is None and not each.from_})
    if own and not _is_named(resolution):
        return f"{_UNLISTED}terms-{hashlib.sha256(chr(10).join(own).encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    doubtful = resolution.restricted is Restricted.UNKNOWN and not resolution.inherits
    return f"{_UNLISTED}not-known" if doubtful else None


def _is_named(resolution: Resolution) -> bool:
    """Tell whether a licence on no list of SPDX, known under a name of its own, stands in the expression."""
    said = resolution.expression or ""
    return bool(license_refs(said)) and any(each not in said for each in resolution.licenses)


def license_refs(expression_: str) -> list[str]:
    """Return the licences of an expression that are not on the list of SPDX."""
    return list(dict.fromkeys(_LICENSE_REF.findall(expression_)))


def standing_in(resolution: Resolution) -> str:
    """Return what stands in for the text of a licence: the restrictions that are known of it."""
    own = dict.fromkeys(restriction(bound) for bound in resolution.restrictions if not bound.from_)
    return "\n".join((NOT_THE_TEXT, *(f"Restricts: {each}" for each in own)))


def texts_standing_in(report: Report) -> dict[str, str]:
    """Return for each licence that is on no list of SPDX what stands in for its text: the restrictions known of it."""
    known: dict[str, dict[str, None]] = {}
    for each in report.resolutions:
        refs = license_refs(expression(each) or "")
        own = [restriction(bound) for bound in each.restrictions if not bound.from_]
        for ref in refs:
            known.setdefault(ref, {}).update(dict.fromkeys(own if len(refs) == 1 else ()))
    return {ref: "\n".join((NOT_THE_TEXT, *(f"Restricts: {each}" for each in known[ref]))) for ref in sorted(known)}


def restriction(bound: BoundUse) -> str:
    """Return one restriction in a line: use, mode, where it stands and from whom it came down."""
    where = ", ".join(each for each in (bound.section, bound.license) if each)
    origin = f" inherited from {bound.from_}" if bound.from_ else ""
    return f"{bound.use} [{bound.mode}]{f' ({where})' if where else ''}{origin}"


def facts(resolution: Resolution) -> Iterator[tuple[str, str]]:
    """Yield what is known of a licence beyond its name, as pairs of key and words."""
    yield "restricted", resolution.restricted.value
    yield "status", resolution.status.value
    for license_ in resolution.licenses:
        yield "licence", license_
    for each in dict.fromkeys(restriction(bound) for bound in resolution.restrictions):
        yield "restriction", each
    if resolution.relied_on:
        yield "relied-on", resolution.relied_on
    if not resolution.complete:
        yield "complete", "false"
    if resolution.reason:
        yield "reason", resolution.reason


def digest(report: Report) -> str:
    """Return a hash of the whole report, from which a document gets an identity without a clock."""
    return hashlib.sha256(msgspec.json.encode(report)).hexdigest()
