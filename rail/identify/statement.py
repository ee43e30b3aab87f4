"""What a declared statement means: a tag, a classifier, a name, a URL or an expression, cheapest reading first.

Whole-string aliases come before the expression grammar, since "MIT or later" parses and means nothing.
"""

import re

from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue
from rail.domain.evidence import Evidence, Form, Match
from rail.domain.record import SpdxExpression
from rail.expression.parse import ExpressionError, conjoin, parse, symbols

EMPTY = frozenset(
    {
        "",
        "unknown",
        "none",
        "noassertion",
        "n/a",
        "na",
        "other",
        "license",
        "licence",
        "see license",
        "undefined",
        "null",
        "-",
        "tbd",
        "dual license",
        "dual licence",
        "dual licensed",
        "multiple",
        "various",
    }
)
"""Statements that say nothing: neither a licence nor the absence of one."""

_SAYS_NOTHING = re.compile(
    r"(see|refer to|custom\b.*\bsee|dual licen[sc]ed?,? see)\b.*(licen[sc]e|copying|notice|readme|file|text)|"
    r"license :: osi approved|license :: freely distributable|license :: other/proprietary license|"
    r"other/proprietary license|osi approved|"
    r"file:? ?licen[sc]e.*",
    re.IGNORECASE,
)
_LINKED = re.compile(r"(\S[^<>()\[\]]*?)[\s:,;(<\[-]+(https?://[^\s<>()\[\]]+)[)>\]]?\s*", re.IGNORECASE)
_CHOICE = re.compile(r"\bdual(?:ly)?[- ]licen[sc]ed\b|\bat your (?:option|choice)\b", re.IGNORECASE)
_SYMBOL = re.compile(r"[^\s()]+")


def read(evidence: Evidence, catalogue: Catalogue, index: Index) -> Match:
    """Return the reading of one declared statement; its expression is `None` when nothing could be made of it."""
    statement = evidence.statement.strip()
    if says_nothing(statement):
        return Match(evidence=evidence, expression=None, method="empty", note="the statement names no licence")
    if evidence.form is Form.NOTICE:
        return _read_notice(evidence, index)
    named = index.find(statement, evidence.form)
    if named is not None:
        return Match(evidence=evidence, expression=named.expression, method="alias", note=named.note or None)
    linked = _read_linked(statement, evidence.form, index)
    if linked is not None:
        return Match(evidence=evidence, expression=linked, method="alias")
    if evidence.form in (Form.EXPRESSION, Form.NAME, Form.TAG):
        return _read_expression(evidence, statement, catalogue, index)
    return Match(evidence=evidence, expression=None, method="alias", note="no licence is known by this name")


def says_nothing(statement: str) -> bool:
    """Tell whether a statement only points elsewhere or says "other": it neither clears nor restricts."""
    text = statement.strip().strip("\"'").lower()
    return text in EMPTY or _SAYS_NOTHING.fullmatch(text) is not None


def _read_linked(statement: str, form: Form, index: Index) -> SpdxExpression | None:
    """Return what a name with a link behind it means (`Apache 2.0: https://…`); both must be known, and both count."""
    found = _LINKED.fullmatch(statement)
    if found is None:
        return None
    named, link = index.find(found[1], form), index.find(found[2], Form.URL)
    return conjoin(dict.fromkeys([named.expression, link.expression])) if named and link else None


def _read_expression(evidence: Evidence, statement: str, catalogue: Catalogue, index: Index) -> Match:
    """Parse the statement; in a free-text field every symbol must be known, or the words are not an expression."""
    try:
        expression = parse(statement)
    except ExpressionError as fault:
        return Match(evidence=evidence, expression=None, method="expression", note=fault.problem)
    known: dict[str, str] = {}
    for symbol in symbols(expression):
        found = catalogue.by_symbol(symbol)
        named = None if found is not None else index.find(symbol, Form.TAG)
        if found is None and named is None and evidence.form is not Form.EXPRESSION:
            return Match(
                evidence=evidence, expression=None, method="expression", note=f"{symbol} is not a known licence"
            )
        if named is not None:
            known[symbol] = named.expression
    return Match(evidence=evidence, expression=_rename(expression, known), method="expression")


def _rename(expression: SpdxExpression, known: dict[str, str]) -> SpdxExpression:
    """Spell each symbol the way the catalogue does; an alias of several licences becomes all of them."""
    if not known:
        return expression
    spelled = _SYMBOL.sub(lambda found: f"({known[found[0]]})" if found[0] in known else found[0], expression)
    return parse(spelled)


def _read_notice(evidence: Evidence, index: Index) -> Match:
    """Find the licences that a sentence names."""
    from rail.identify.naming import named_in  # noqa: PLC0415 -- notices are rare

    found = named_in(evidence.statement, index)
    if not found:
        return Match(evidence=evidence, expression=None, method="notice", note="the sentence names no known licence")
    named = list(dict.fromkeys(found))
    choice = len(named) > 1 and _CHOICE.search(evidence.statement) is not None
    expression = parse(" OR ".join(f"({each})" for each in named)) if choice else conjoin(named)
    return Match(evidence=evidence, expression=expression, method="notice")
