"""From the readings of one component to its resolution: texts outweigh tags, the stricter answer holds.

- The user's override decides alone.
- A licence that is only named (tag, classifier, name, link) is `by-reference`: its words are not in hand.
- A text whose licences the declared expression already names adds nothing; any other text binds as well.
- What could not be read keeps the answer at `unknown`; words that only point elsewhere ("see LICENSE") are not heard.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import RANK, named_restricts, strictest
from rail.domain.component import Component, Location
from rail.domain.evidence import BoundUse, Clause, Match, Resolution, Restricted, Role, Status, TextReading
from rail.domain.known import Confidence
from rail.domain.profile import LicenseProfile
from rail.domain.record import SpdxExpression
from rail.expression.evaluate import branches, fold
from rail.expression.parse import conjoin, symbols
from rail.resolve.agreement import agreement
from rail.resolve.asides import heard
from rail.resolve.families import is_spelled_out

_EXACT = 0.97
# Compiled when first used: a lockfile has no texts.
_NOTICE = r"(?i)(?:notices?|copyright|credits)(?:[.\-_]|$)"
_NO_LICENCE = (
    r"(?i)(?:authors|contributors|credits|thanks|maintainers|acknowledge?ments?|change(?:s|log)|history|news)"
    r"(?:[.\-_]|$)"
)


class _Said(NamedTuple):
    """The part of the evidence that decides, after texts have outweighed hearsay."""

    declared: tuple[Match, ...]
    texts: tuple[Match, ...]
    unread: tuple[Match, ...]


def resolve(
    component: Component, matches: Sequence[Match], catalogue: Catalogue, *, strict: bool = False
) -> Resolution:
    """Return what all the evidence on one component comes to."""
    concluded = [match for match in matches if match.evidence.role is Role.CONCLUDED]
    said = _weigh(heard(concluded or matches, catalogue), catalogue)
    if not said.declared and not said.texts and not said.unread:
        return Resolution(
            component=component.purl,
            status=Status.MISSING,
            restricted=Restricted.UNKNOWN,
            complete=False,
            reason="no licence was found",
        )
    added = [match for match in said.texts if not _covered(match, said.declared, catalogue)]
    answer, relied_on = _answer(said, added, catalogue, strict=strict)
    stated = [m.expression for m in (*said.declared, *added) if m.expression]
    expression = conjoin(stated) if stated else None
    unread = tuple(dict.fromkeys(_words(match) for match in said.unread))
    return Resolution(
        component=component.purl,
        status=agreement(said.declared, said.texts, catalogue),
        restricted=answer,
        expression=expression,
        licenses=_license_ids(expression, catalogue),
        restrictions=tuple(dict.fromkeys(_restrictions(said, added, catalogue))),
        relied_on=relied_on,
        complete=answer is not Restricted.UNKNOWN
        and not any(_unread_part(match) or _policy_elsewhere(match) for match in said.texts),
        unread=unread,
        reason=_reason(said, catalogue, strict=strict) if answer is Restricted.UNKNOWN else None,
    )


def _weigh(matches: Iterable[Match], catalogue: Catalogue) -> _Said:
    """Sort the readings: common knowledge and the name of a family yield to a text in hand, empty words to anything."""
    texts = [m for m in matches if m.reading is not None and not _says_nothing(m)]
    spoken = [m for m in matches if m.reading is None]
    if texts or any(m.expression and m.method != "catalogue" for m in spoken):
        spoken = [m for m in spoken if m.confidence != Confidence.COMMON_KNOWLEDGE.value]
    declared = [m for m in spoken if m.expression is not None and not is_spelled_out(m, texts, catalogue)]
    unread = [m for m in spoken if m.expression is None]
    if declared or texts:
        unread = [m for m in unread if m.method != "empty"]
    if texts:
        unread = [m for m in unread if not any(_names(m, text) for text in texts)]
    return _Said(tuple(declared), tuple(texts), tuple(unread))


def _names(match: Match, text: Match) -> bool:
    """Tell whether a statement is only what a document calls a licence whose text it holds in the same place."""
    place = match.evidence.location
    if place is None or not place.pointer:
        return False
    field = f"{place.path}#{place.pointer}"
    return text.evidence.statement == field or text.evidence.statement.startswith(f"{field}/")


def _says_nothing(match: Match) -> bool:
    """Tell whether a file lays down nothing: a NOTICE of names, a list of authors or changes."""
    reading = match.reading
    if reading is None or reading.expression or reading.restrictions or reading.policies or reading.problems:
        return False
    name = match.evidence.statement.rpartition("/")[2]
    return re.match(_NO_LICENCE, name) is not None or (reading.silent and re.match(_NOTICE, name) is not None)


def _covered(text: Match, declared: Sequence[Match], catalogue: Catalogue) -> bool:
    """Tell whether a declared choice (OR) already names everything that the text holds, so that it adds nothing.

    A text that bars more than its licences do (a clause slipped into MIT) always adds.
    """
    reading = text.reading
    if reading is None or reading.expression is None or reading.restricted is Restricted.UNKNOWN:
        return False
    choices = [match.expression for match in declared if match.expression and " OR " in match.expression]
    named = {_plain(symbol) for expression in choices for symbol in symbols(expression)}
    held = symbols(reading.expression)
    bars = any(named_restricts(symbol, catalogue) is not Restricted.NO for symbol in held)
    return {_plain(symbol) for symbol in held} <= named and (bars or reading.restricted is Restricted.NO)


def _plain(symbol: str) -> str:
    """Return a licence id without what a text of it does not tell: later versions, and who has named it so.

    The modules that a name of the Hippocratic licence lists are in its text.
    """
    bare = re.sub(r"^licenseref-(?:scancode-|rail-)?|(?:-only|-or-later|\+)$", "", symbol.lower())
    return re.sub(r"^(?:hippocratic-3\.0|hl3)(?:-[a-z]+)*$", "hippocratic-3.0", bare)


def _unread_part(match: Match) -> bool:
    return match.reading is not None and match.reading.restricted is Restricted.UNKNOWN


def _policy_elsewhere(match: Match) -> bool:
    """Tell whether a text binds a policy by link and no catalogued licence accounts for it."""
    return match.reading is not None and bool(match.reading.policies) and not _explained(match.reading)


def _answer(
    said: _Said, added: Sequence[Match], catalogue: Catalogue, *, strict: bool
) -> tuple[Restricted, str | None]:
    """Return the strictest answer of all that binds, and the free branch of an OR that was relied on."""
    answers: list[Restricted] = [Restricted.UNKNOWN for _ in said.unread]
    relied_on: str | None = None
    for match in said.declared:
        if match.expression is None:
            continue
        answer = fold(match.expression, lambda symbol: named_restricts(symbol, catalogue), _strictest, _freest)
        if answer is Restricted.NO and " OR " in match.expression:
            relied_on = _free_branch(match.expression, catalogue)
        doubtful = match.depends or (strict and match.confidence == Confidence.COMMON_KNOWLEDGE.value)
        if answer is Restricted.NO and doubtful:
            answer = Restricted.UNKNOWN
        answers.append(answer)
    answers += [match.reading.restricted for match in added if match.reading is not None]
    covered = [match for match in said.texts if match not in added]
    if not answers:
        answers += [match.reading.restricted for match in covered if match.reading is not None]
    worst = strictest(*answers)
    in_hand = any(m.reading is not None and m.reading.restricted is Restricted.YES for m in said.texts)
    if worst is Restricted.BY_REFERENCE and in_hand:
        worst = Restricted.YES
    return worst, relied_on if worst is Restricted.NO else None


def _strictest(answers: Iterable[Restricted]) -> Restricted:
    return strictest(*answers)


def _freest(answers: Iterable[Restricted]) -> Restricted:
    return min(answers, key=RANK.__getitem__)


def _free_branch(expression: SpdxExpression, catalogue: Catalogue) -> str | None:
    for branch in branches(expression):
        if all(named_restricts(symbol, catalogue) is Restricted.NO for symbol in symbols(branch)):
            return branch
    return None


def _license_ids(expression: SpdxExpression | None, catalogue: Catalogue) -> tuple[str, ...]:
    if expression is None:
        return ()
    found = ((symbol, catalogue.by_symbol(symbol)) for symbol in symbols(expression))
    return tuple(dict.fromkeys(known.id if known else symbol for symbol, known in found))


def _restrictions(said: _Said, added: Sequence[Match], catalogue: Catalogue) -> Iterable[BoundUse]:
    """Yield each profile's restrictions, with their words where the text is in hand, then what no profile explains."""
    told: set[str] = set()
    for match in (*said.texts, *said.declared):
        for symbol in symbols(match.expression) if match.expression else ():
            known = catalogue.by_symbol(symbol)
            if isinstance(known, LicenseProfile) and known.id not in told:
                told.add(known.id)
                yield from _from_profile(known, match)
    heard: set[tuple[Clause, ...]] = set()
    for match in added:
        reading = match.reading
        if reading is not None and not _explained(reading) and reading.restrictions not in heard:
            heard.add(reading.restrictions)  # a copy of a text, such as one in LICENSES/, says nothing new
            yield from _from_text(match)


def _explained(reading: TextReading) -> bool:
    """Tell whether catalogued licences account for the text, so that its profile says all that it bars."""
    return bool(reading.licenses) and all(min(each.coverage, each.similarity) >= _EXACT for each in reading.licenses)


def _from_profile(profile: LicenseProfile, match: Match) -> Iterable[BoundUse]:
    clauses = match.reading.restrictions if match.reading else ()
    for bar in profile.restrictions:
        words = next((c for c in clauses if c.use == bar.use), None)
        words = words or next((c for c in clauses if bar.use.startswith(c.use + ".")), None)
        yield BoundUse(
            use=bar.use,
            mode=bar.mode,
            section=bar.section,
            license=profile.id,
            note=bar.note,
            text=words.text if words else None,
            location=_at(match, words) if words else None,
        )


def _from_text(match: Match) -> Iterable[BoundUse]:
    for clause in match.reading.restrictions if match.reading else ():
        yield BoundUse(
            use=clause.use,
            mode=clause.mode,
            section=clause.section,
            text=clause.text,
            location=_at(match, clause),
        )


def _at(match: Match, clause: Clause) -> Location | None:
    """Return where a clause stands in the file that the evidence lies in; a text inside a document has no own lines."""
    place = match.evidence.location
    if place and "#/" in match.evidence.statement:
        return place
    return Location(path=place.path, line=clause.line) if place else None


def _words(match: Match) -> str:
    return match.evidence.statement if match.reading is None else f"{match.evidence.statement} (text)"


def _reason(said: _Said, catalogue: Catalogue, *, strict: bool) -> str:
    """Say in one sentence why the answer is unknown."""
    for match in said.texts:
        if _unread_part(match):
            why = next(iter(match.reading.problems), None) if match.reading else None
            place = match.evidence.statement
            return f"{place}, {why}" if why else f"the text {place} is not recognised in full"
    for match in said.declared:
        if match.depends:
            return "the licence varies by file, version, size or date"
        if strict and match.confidence == Confidence.COMMON_KNOWLEDGE.value:
            return "only common knowledge speaks for this licence"
        for symbol in symbols(match.expression) if match.expression else ():
            if named_restricts(symbol, catalogue) is Restricted.UNKNOWN:
                return f"what {symbol} restricts is not known"
    if said.unread:
        first = said.unread[0]
        if first.depends:
            return first.evidence.statement
        return f"“{first.evidence.statement[:80]}” names no known licence"
    return "nothing in the evidence settles it"
