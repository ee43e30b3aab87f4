"""The to-do list: what the licences that were found ask of this project, held against what it does with each thing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rail.catalogue.load import Catalogue
from rail.domain.duty import Bearer, Duty, Owing, Standing, Words
from rail.domain.profile import LicenseProfile, Obligation
from rail.domain.report import Report
from rail.policy.obligations.advice import advise
from rail.policy.obligations.bearers import bearers as find_bearers
from rail.policy.obligations.standing import prefix_is_met, stands
from rail.policy.obligations.terms import duties
from rail.policy.obligations.wording import LicenseText, find_clause, find_sentence, phrase_of

_ORDER = {each: at for at, each in enumerate(Standing)}
_FORCE = (Standing.NOW, Standing.DONE, Standing.IF, Standing.NOT_NOW)
_OPEN = frozenset({Standing.NOW, Standing.IF})
_FIXED = frozenset({"notice-file", "attribution", "fixed-statement"})


class _Key(NamedTuple):
    license: str
    duty: Obligation
    standing: Standing
    why: str


def owing(report: Report, catalogue: Catalogue, texts: Mapping[str, Sequence[LicenseText]]) -> Owing:
    """Return what the licences in a report ask of the project; `texts` are the scanned texts by licence id."""
    found = find_bearers(report.components, report.edges, report.evidence, report.resolutions, catalogue)
    borne: list[tuple[_Key, Bearer]] = []
    for license_, bearer in found.licenses:
        held = texts.get(license_.id, ())
        for duty in duties(license_):
            standing = _met(duty, bearer, stands(duty, license_, bearer))
            if standing[0] in _OPEN and _is_lacking(duty, held):
                standing = (
                    Standing.IF,
                    "the text says so: it differs from the licence, and this clause was not found in it",
                )
            borne.append((_Key(license_.id, duty, *standing), bearer))
    bearers = _once(borne)
    return Owing(
        duties=tuple(
            _duty(key, catalogue, texts.get(key.license, ()), bearers[key]) for key in sorted(bearers, key=_place)
        ),
        unknown=found.unknown,
        general=found.general,
    )


def _once(borne: Sequence[tuple[_Key, Bearer]]) -> dict[_Key, list[Bearer]]:
    """Group by key; a duty that reaches one component by its own licence and down a lineage is said once.

    It stands as it binds most; of two ways alike the one down the lineage tells more.
    """
    best: dict[tuple[str, Obligation, str], tuple[_Key, Bearer]] = {}
    for key, bearer in borne:
        one = (key.license, key.duty, bearer.component)
        if one not in best or _force(key, bearer) < _force(*best[one]):
            best[one] = key, bearer
    found: dict[_Key, list[Bearer]] = defaultdict(list)
    for key, bearer in borne:
        if best[key.license, key.duty, bearer.component][0] == key:
            found[key].append(bearer)
    return found


def _force(key: _Key, bearer: Bearer) -> tuple[int, bool]:
    return _FORCE.index(key.standing), not bearer.chain


def _met(duty: Obligation, bearer: Bearer, standing: tuple[Standing, str]) -> tuple[Standing, str]:
    phrase = phrase_of(duty)
    if duty.kind == "name-prefix" and standing[0] is Standing.NOW and phrase and prefix_is_met(bearer, phrase):
        return Standing.DONE, "its name begins with it"
    return standing


def _is_lacking(duty: Obligation, held: Sequence[LicenseText]) -> bool:
    """Tell whether the only texts in hand are others than the licence on record and do not show the duty."""
    if not held or any(each.exact for each in held):
        return False
    return find_clause(duty, phrase_of(duty), held) is None


def _place(key: _Key) -> tuple[str, int, str, str, str, str]:
    duty = key.duty
    return key.license, _ORDER[key.standing], duty.kind, duty.trigger, duty.note or "", key.why


def _duty(key: _Key, catalogue: Catalogue, texts: Sequence[LicenseText], bearers: list[Bearer]) -> Duty:
    license_: LicenseProfile = catalogue.profiles[key.license]
    duty = key.duty
    phrase = phrase_of(duty)
    meaning = catalogue.obligations.kinds.get(duty.kind, "")
    return Duty(
        license=license_.id,
        license_name=license_.name,
        kind=duty.kind,
        trigger=duty.trigger,
        standing=key.standing,
        why=key.why,
        todo=advise(duty, phrase, meaning),
        phrase=phrase,
        sentence=find_sentence(texts) if duty.kind in _FIXED else None,
        section=duty.section,
        clause=find_clause(duty, phrase, texts) or Words(text=_paraphrase(duty, meaning)),
        bearers=tuple(dict.fromkeys(bearers)),
    )


def _paraphrase(duty: Obligation, meaning: str) -> str:
    return f"{meaning.rstrip('.')}: {duty.note}" if duty.note else meaning
