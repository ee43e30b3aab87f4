"""Words beside a free licence by which a model or its data are under another one: "the weights have their own license".

The free licence is then that of the code. What the other one says stands elsewhere, or nowhere.
"""

import re
from collections.abc import Iterator

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import named_restricts
from rail.domain.evidence import Restricted
from rail.domain.record import SpdxExpression
from rail.expression.parse import symbols
from rail.identify.clauses.passages import read_passages
from rail.identify.clauses.result import QUOTED, Suspicion
from rail.identify.clauses.sentences import split_sentences
from rail.identify.document import Document
from rail.identify.naming import is_mention, names_of

UNCOVERED = "says of a model or of data that they are under other terms"


def uncovered_parts(document: Document, catalogue: Catalogue) -> tuple[Suspicion, ...]:
    """Return the first sentence that puts a model or data under terms that are not known to be free."""
    text = "\n".join([line.text for line in document.lines])
    lower = text.lower()
    if not any(map(lower.__contains__, _PARTS)) or not _MODEL.search(lower):
        return ()
    return next(((each,) for each in _found(document, catalogue)), ())


def _found(document: Document, catalogue: Catalogue) -> Iterator[Suspicion]:
    met = 0
    for passage in read_passages(document.lines):
        for sentence in split_sentences(passage.text):
            said = sentence.text
            if not (_MODEL.search(said) and _TERMS.search(said)) or is_mention(said):
                continue
            met += 1
            names = names_of(said, catalogue) if met <= _MOST else []
            if _NOT_FOR.search(said) or not (_are_free(names, catalogue) or (not names and _SAME.search(said))):
                yield Suspicion(passage.line_at(sentence.offset), said[:QUOTED], UNCOVERED)


def _are_free(names: list[SpdxExpression], catalogue: Catalogue) -> bool:
    return bool(names) and all(
        named_restricts(symbol, catalogue) is Restricted.NO for name in names for symbol in symbols(name)
    )


_MOST = 200
"""Sentences of this kind whose names are looked up; no honest text has so many."""
_PARTS = ("weight", "checkpoint", "model", "dataset", "data set", "voices", "outputs", "generated")
_MODEL = re.compile(
    r"\b(?:weights|checkpoints?|data ?sets?|voices|outputs|generated (?:audio|images?|media|speech|videos?)"
    r"|models? (?:weights|files?|parameters|checkpoints?|licen[sc]e)"
    r"|(?:the|this|our|its|pre-?trained|trained|fine-?tuned|ai|ml|language|diffusion) (?:[\w-]{1,20} )?models?)\b",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"licen[sc]|\bterms\b|_terms\b|\bEULAs?\b|\b(?:access|data|model|transfer|usage|user|use) agreements?\b"
    r"|\b(?<!no )(?<!not )(?<!without )(?:restricted by|restrictions (?:of|from|by|in|on|set|imposed))\b"
    r"|\b(?:under|to|by) (?:(?:the|its|their|these) )?(?:conditions|rules|restrictions) (?:of|set|in|by|from)\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\bsame (?:terms|licen[sc]e)s?\b(?! (?:as|of)\b)", re.IGNORECASE)
_NOT_FOR = re.compile(
    r"\bnot (?:\w{1,12} ){0,4}(?:weights|models?|checkpoints?|data ?sets?)\b"
    r"|\b(?:weights|models?|checkpoints?|data ?sets?) (?:is|are) not (?:covered|included|licen[sc]ed|under)\b",
    re.IGNORECASE,
)
