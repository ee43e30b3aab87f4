"""What a licence text says: which licences are in it, which uses it bars, and whether anything is left unexplained.

Every word is either explained by a known licence or is residue, and residue is read for restrictions. The answer is
`no` only when every licence in the text restricts nothing and the residue says nothing restrictive; a text in which no
licence is known is at best unknown.
"""

import re
from collections.abc import Iterator, Sequence

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import named_restricts, profile_restricts, strictest
from rail.domain.evidence import Clause, Recognised, Restricted, TextReading
from rail.domain.profile import GeneralLicense, LicenseProfile
from rail.domain.record import SpdxExpression
from rail.expression.parse import ExpressionError, conjoin, parse, symbols
from rail.identify.clauses import ClauseReading, Suspicion, read_clauses
from rail.identify.clauses.mention import mentions_use
from rail.identify.clauses.strangeness import strange_words
from rail.identify.clauses.titles import changed_titles
from rail.identify.document import Document, read_document
from rail.identify.foreign import foreign_words
from rail.identify.fragments import free_reading
from rail.identify.naming import is_short, names_in, unclear_names
from rail.identify.recognise import Recognition, Region, recognise
from rail.identify.residue import Residue, read_added, residue_of
from rail.identify.retelling import retell
from rail.identify.uncovered import uncovered_parts

_WHOLE = 0.6
"""The share of a restricting licence's words from which on a text counts as that licence; below, only clauses speak."""

_NORM = re.compile(
    r"\b(?:shall|must|may|can(?:not)?|agree|permi\w+|prohibit\w*|forbid\w*|grant\w*|restrict\w*|condition\w*|allow\w*|"
    r"requir\w+|licen[sc]\w+|terms|subject to|comply|except|only|not)\b|[^\x00-\u024f]{4}",
    re.IGNORECASE,
)

_ATTRIBUTION = re.compile(
    r"copyright|\u00a9|\(c\)|\bdeveloped (?:by|at)\b|\bincludes? \w+|\bthanks\b|\bcontribut|\bauthors?\b|\bportions\b",
    re.IGNORECASE,
)

_DATED = re.compile(r"(?:copyright\s{1,3}(?:\(c\)|\u00a9)?|\u00a9)\s{0,3}(?:19|20)\d\d\b", re.IGNORECASE)


def read_text(text: str, catalogue: Catalogue) -> TextReading:
    """Return the reading of one text; takes time linear in its size."""
    document = read_document(text)
    recognition = recognise(document)
    known = list(_known(document, recognition, catalogue))
    free = known and all(_free(licence) for _, licence in known)
    residue = residue_of(document, recognition) if known else Residue(document, document)
    if free:
        clauses = read_added(residue)
    else:
        clauses = _told(document, recognition, known, residue) or read_clauses(document, binding=_binds(known))
    bars = tuple(each for each in clauses.restrictions if not each.use.startswith("non-behavioural"))
    answers = [_answer(region, licence, bars) for region, licence in known]
    named = names_in(residue.every, catalogue, beside=bool(free))
    if free or (named and not known):
        clauses = clauses._replace(suspicion=_doubts(clauses, residue.every, catalogue, named=bool(named)))
    told = [named_restricts(symbol, catalogue) for each in named for symbol in symbols(each)]
    if not known and not (told and is_short(document)):
        told.append(Restricted.UNKNOWN)
    return TextReading(
        restricted=strictest(*answers, *told, _said(bars, clauses)),
        expression=_expression([_symbol(region, licence) for region, licence in known] + list(named)),
        licenses=tuple(
            Recognised(
                id=licence.id if licence else region.id,
                scancode=region.keys,
                coverage=round(region.coverage, 3),
                similarity=round(region.similarity, 3),
                lines=(region.first_line, region.last_line),
            )
            for region, licence in known
        ),
        restrictions=clauses.restrictions,
        policies=tuple(dict.fromkeys(each.url or each.text for each in clauses.policies)),
        problems=tuple(f"line {each.line}: {each.why}" for each in clauses.suspicion),
        silent=not known and not named and not clauses.suspicion and not clauses.restrictions and _silent(document),
    )


def _doubts(clauses: ClauseReading, document: Document, catalogue: Catalogue, *, named: bool) -> tuple[Suspicion, ...]:
    """Return why words beside a free licence, or that name one, may take something from it: the first kind of doubt."""
    return (
        clauses.suspicion
        or clauses.doubts
        or strange_words(document)
        or changed_titles(document)
        or foreign_words(document)
        or (() if named else unclear_names(document, catalogue))
        or uncovered_parts(document, catalogue)
    )


def _told(
    document: Document,
    recognition: Recognition,
    known: Sequence[tuple[Region, LicenseProfile | GeneralLicense | None]],
    residue: Residue,
) -> ClauseReading | None:
    """Return the clauses of a text of which all is known that may restrict; `None` when it has to be read.

    So has every text to which words were added that restrict, or that would if they went on with what stands above.
    """
    if [region for region, _ in known] != list(recognition.regions):
        return None
    passed_over = {number for number, (_, licence) in enumerate(known) if _free(licence)}
    told = retell(document, recognition, passed_over)
    if told is None:
        return None
    clauses, goes_on = told
    if not any(line.text for line in residue.every.lines):
        return clauses
    if read_added(residue) != ClauseReading():
        return None
    return None if goes_on and mentions_use(_without_dates(residue.every)) else clauses


def _without_dates(residue: Document) -> Document:
    """Return words added to a text without the lines that state a copyright and its year: they go on with no list."""
    return residue._replace(lines=tuple(line for line in residue.lines if not _DATED.match(line.text)))


def _silent(document: Document) -> bool:
    """Tell whether a text gives credit in words that are understood, and grants, forbids and requires nothing."""
    credits_someone = any(_ATTRIBUTION.search(line.text) for line in document.lines)
    return credits_someone and not any(_NORM.search(line.text) for line in document.lines)


def _known(
    document: Document, recognition: Recognition, catalogue: Catalogue
) -> Iterator[tuple[Region, LicenseProfile | GeneralLicense | None]]:
    """Yield each region with its licence; a fragment of a restricting one that is all free words as what it is then.

    A fragment beside a whole licence of the same family and steward is that one with other clauses chosen.
    """
    licences = [_licence(region, catalogue) for region in recognition.regions]
    whole = {
        (licence.family, licence.steward)
        for region, licence in zip(recognition.regions, licences, strict=True)
        if isinstance(licence, LicenseProfile) and region.coverage >= _WHOLE
    }
    for region, licence in zip(recognition.regions, licences, strict=True):
        if not isinstance(licence, LicenseProfile) or min(region.coverage, region.similarity) >= _WHOLE:
            yield region, licence
        elif region.coverage >= _WHOLE or (licence.family, licence.steward) not in whole:
            parts = () if _free(licence) else free_reading(document, recognition, region)
            yield from ((each, _licence(each, catalogue)) for each in parts or [region])


def _licence(region: Region, catalogue: Catalogue) -> LicenseProfile | GeneralLicense | None:
    return catalogue.profiles.get(region.id) or catalogue.by_symbol(region.id)


def _free(licence: LicenseProfile | GeneralLicense | None) -> bool:
    if licence is None:
        return False
    return isinstance(licence, GeneralLicense) or profile_restricts(licence) is Restricted.NO


def _binds(known: Sequence[tuple[Region, LicenseProfile | GeneralLicense | None]]) -> bool:
    """Tell whether a licence that restricts stands in a text: what is said there then is no mere talk."""
    return any(
        isinstance(licence, LicenseProfile)
        and region.coverage >= _WHOLE
        and profile_restricts(licence) is not Restricted.NO
        for region, licence in known
    )


def _answer(region: Region, licence: LicenseProfile | GeneralLicense | None, bars: tuple[Clause, ...]) -> Restricted:
    """Return what one recognised licence contributes; a mere fragment of a restricting one is left to the clauses."""
    if licence is None:
        return Restricted.UNKNOWN
    if isinstance(licence, GeneralLicense):
        return Restricted.NO
    answer = profile_restricts(licence)
    if answer is Restricted.NO:
        return answer
    if region.coverage < _WHOLE:
        return Restricted.UNKNOWN
    inside = any(region.first_line <= each.line <= region.last_line and each.use != "law-violation" for each in bars)
    if answer is Restricted.YES and licence.policy_by_reference is not None and not inside:
        return Restricted.BY_REFERENCE
    return answer


def _said(bars: tuple[Clause, ...], clauses: ClauseReading) -> Restricted:
    """Return what the words themselves contribute, whoever wrote them."""
    if any(each.mode != "by-reference" for each in bars):
        return Restricted.YES
    if bars or clauses.policies:
        return Restricted.BY_REFERENCE
    return Restricted.UNKNOWN if clauses.suspicion else Restricted.NO


def _symbol(region: Region, licence: LicenseProfile | GeneralLicense | None) -> SpdxExpression | None:
    if isinstance(licence, LicenseProfile):
        return SpdxExpression(licence.expression)
    try:
        return parse(licence.id if licence else region.id)
    except ExpressionError:
        return None


def _expression(symbols: list[SpdxExpression | None]) -> SpdxExpression | None:
    known = [each for each in symbols if each is not None]
    return conjoin(known) if known else None
