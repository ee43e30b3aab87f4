"""Restrictions put as a demand: "for peaceful purposes only", "for Good, not Evil", "must respect human rights".

They count where nothing forbids them: also inside a permission. `DUTIES` are those that many ordinary licences have, to
obey the law above all; they are restrictions only beside others (see `reading.py`).
"""

from typing import NamedTuple

from rail.identify.clauses.tables import rows

DEMANDS = """
military:
    non military purpose*/use*/application*/only | nonmilitary | peaceful purpose*/use*/application*/means/only
    solely .. peaceful | only .. peaceful | civilian purpose*/use* only | exclusively .. civil*
    only .. civilian | only/solely/exclusively .. non military | solely .. civilian
military.weapons:
    non weapon*
violence:
    non violent purpose*/use* | nonviolent purpose*
harm:
    good not evil | do/does no evil | don t be evil | be good and not evil | for good .. evil
    shall/must/will/should do no harm | do no harm to | not do evil | not be evil
    any good/ethical/benevolent/humane purpose*/use*
    for the benefit of .. humanity/humankind/mankind | for good and not
law-violation:
    only .. lawful purpose* | long as .. is/s/remains legal/lawful | lawful purposes only | solely .. lawful
    only .. legal purpose*
    legal purposes only | only .. lawful use*
human-rights:
    comply .. human rights | consistent with .. human rights | respect* .. human rights
    compliance .. human rights | comply ... universal declaration | accordance .. human rights
    respect* .. dignity | uphold* .. human rights | adher* .. human rights | conform* .. human rights
human-rights.labour-rights:
    comply ... labor/labour | comply ... employment | strictly comply .. labor | compliance ... labor/labour
    adher* ... labor/labour | overtime/overwork .. pay/paid/forced | allow .. unionize | equal pay
environment:
    comply .. environmental
disinformation.impersonation.voice-cloning:
    only use/clone .. voice/voices .. permission/consent* | voices whose .. permission/consent*
    permission/consent to have .. voice/voices cloned
disinformation.undisclosed-generation:
    inform/tell/notify .. listener*/audience*/viewer*/reader* ... synthes*/generated/artificial*
    publicly announce ... synthes*/generated/artificial*
cybersecurity.attack:
    only use/run/scan/test/probe .. systems/networks/targets/devices/websites/accounts .. own/permission/authori*/owner
    only .. against .. systems/networks/targets/devices/infrastructure .. own/permission/authori*/owner
non-behavioural.non-research:
    research purposes only | only .. research purpose* | solely .. research | academic .. only
    only .. academic | research .. only
non-behavioural.commercial:
    non commercial .. only | only/solely/exclusively/strictly .. non commercial/noncommercial
    non commercial research/academic | noncommercial .. only
"""

DUTIES = """
law-violation:
    comply with .. law/laws/regulation*/legal | obey .. law/laws | compliance with .. law/laws/regulation*
    comply with ... applicable law/laws/legal | abide by .. law/laws | accordance with .. law/laws/regulation*
    in line with .. law/laws | observe .. law/laws | adhere to .. law/laws
privacy:
    respect* .. privacy | protect* .. privacy of
disinformation.undisclosed-generation:
    must/shall disclose/label/mark/indicate/state/declare ... ai/machine/artificial/synthetic/automated
    must/shall clearly/prominently disclose/label/mark/indicate/state ... ai/machine/artificial/synthetic
    must/shall inform/tell/notify ... ai/machine/artificial/synthetic/automated
"""


class Demand(NamedTuple):
    """A use that is barred by what the text demands; a mere `duty` restricts only beside other clauses."""

    use: str
    duty: bool = False


def demand_rows() -> list[tuple[str, Demand]]:
    """Return the demands as rows for a lexicon."""
    return [(phrase, Demand(use)) for use, phrase in rows(DEMANDS)] + [
        (phrase, Demand(use, duty=True)) for use, phrase in rows(DUTIES)
    ]
