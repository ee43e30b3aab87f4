"""How a restriction binds: intent, effect, consent, a human, a permit or a law it depends on.

Rows are tried from the top; the first mode whose phrase stands in the clause, and which fits the use, is taken.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from rail.identify.clauses.tables import rows

PROHIBITED = "prohibited"

MODES = """
fully-automated:
    fully automat* | solely automat* | without human intervention | fully autonom* | solely on automated
    without .. human .. involve* | purely automat* | entirely automat*
without-human-oversight:
    without .. human .. oversight/validation/review/supervision/check* | human oversight | without .. oversight
    not a substitute | without .. validation | human .. validat* | professional oversight | substitute for
    without .. qualified | without .. supervision | human in the loop | without .. human
    without .. professional
without-accreditation:
    unauthorized or unlicensed | unlicensed | unauthorised or unlicensed | without .. accredit*
    without .. licens* | without .. certif* | without .. qualification* | unless .. licens*/certif*/accredit*
    necessary accreditation | without .. regulatory | unqualified | without .. authori* from
    without .. approval
without-consent:
    without ... consent | unless ... consent | non consensual | nonconsensual | without .. permission
    without .. authorization | without .. authorisation | absent .. consent | consent .. obtained
    without .. right to
without-disclosure:
    without .. disclos* | without ... disclaim* | unless .. disclos* | fail* to .. disclose | without .. label*
    without .. notif* | without .. inform* | unless .. label* | unless ... watermark* | without .. caption*
    without .. indicat* | not .. disclos* | without .. attribution | unless ... caption*
    without ... machine generated | undisclosed
intended-or-effect:
    intended to or | purpose or effect | has the effect | have the effect | intent or effect | effect of
    intended to .. or .. effect | result* or intended
intent-to-deceive:
    purpose/purposes/intent/intention/intended .. decei*/decep*/mislead* | intentional* .. decei*/mislead*
    with intent .. decei*/mislead* | to deceive | for deception | decepti* purposes
    order to .. deceive/mislead | deceptively | falsely
intent-to-harm:
    purpose/purposes/intent/intention/aim/goal .. harm*/exploit*/abus*
    intended to .. harm*/exploit*/discriminating/discriminate | with the purpose of | intent to
    intent/order/intending to harm | knowingly | malicious* | deliberately | intentionally
if-unlawful:
    unlawful* | illegal* | violat* .. law/laws/regulation* | violation of .. law/laws/regulation*
    without .. legal basis | contrary to .. law* | without .. rights | prohibited by .. law*
    not permitted by law
for-profit:
    for profit | economic gain | financial gain | monetary gain | for gain
compliance-conditional:
    unless ... compl* | provided ... compl* | without ... complying | except .. compliance
    unless .. permitted by
"""

FITTING = """
fully-automated:
    automated-decision | justice | law-enforcement | migration | essential-services | health | discrimination
    high-risk-ai | profiling
without-human-oversight:
    health | professional-practice | automated-decision | essential-services | critical-infrastructure | military
    justice | law-enforcement
without-accreditation:
    health | professional-practice | military
without-consent:
    privacy | disinformation | surveillance | biometrics | profiling | content | minors | human-rights
without-disclosure:
    disinformation | automated-decision | academic-dishonesty | content
intent-to-deceive:
    disinformation | academic-dishonesty | manipulation | content
intent-to-harm:
    disinformation | privacy | profiling | discrimination | harassment | violence | harm | health | manipulation
    surveillance
if-unlawful:
    privacy | surveillance | biometrics | profiling | harassment | essential-services | environment | human-rights
for-profit:
    disinformation | surveillance | human-rights | privacy
"""
"""The uses (by the top of the tree) that a mode can speak of; a mode that is not listed fits any."""


def mode_rows() -> list[tuple[str, int]]:
    """Return the phrases of all modes, each with the rank of its mode, as rows for a lexicon."""
    rank = {mode: at for at, mode in enumerate(_ranked())}
    return [(phrase, rank[mode]) for mode, phrase in rows(MODES)]


def pick_mode(ranks: list[int], use: str) -> str:
    """Return the first mode of `ranks` that fits `use`, or `prohibited`."""
    top = use.partition(".")[0]
    for rank in sorted(ranks):
        mode = _ranked()[rank]
        if top in _fitting().get(mode, (top,)):
            return mode
    return PROHIBITED


def is_instance(words: Sequence[str]) -> bool:
    """Tell whether words between a use and a mode hold "including doing": how that is done says nothing of the use."""
    return any(word in _SUCH and after.endswith("ing") for word, after in pairwise(words))


@cache
def _ranked() -> tuple[str, ...]:
    return tuple(dict.fromkeys(mode for mode, _ in rows(MODES)))


@cache
def _fitting() -> dict[str, list[str]]:
    fitting: dict[str, list[str]] = {}
    for mode, top in rows(FITTING):
        fitting.setdefault(mode, []).append(top)
    return fitting


_SUCH = frozenset({"including", "include", "includes"})
