"""The licence as an ODRL offer in JSON-LD.

https://www.w3.org/TR/odrl-model/

Each barred use is a prohibition with the purpose as its constraint; a mode that hangs on a fact (consent, disclosure
…) adds the answer for which the use is barred. Purposes are the use ids of rail, with matching terms of DPV and VAIR.
"""

from typing import Any

import msgspec

from rail.catalogue.load import Catalogue
from rail.domain.use import Mode
from rail.domain.verdict import Verdict
from rail.generate.clauselist import Bars
from rail.generate.compose import Composition, Item

FILE = "rail-policy.odrl.jsonld"
_CONTEXT = ["http://www.w3.org/ns/odrl.jsonld", {"rail": "urn:rail:", "skos": "http://www.w3.org/2004/02/skos/core#"}]
_DUTIES = ("nextPolicy", "inform", "attribute")
"""Actions of the ODRL vocabulary: pass the policy on, tell the recipient, keep the notices."""


def as_odrl(made: Composition, catalogue: Catalogue) -> bytes:
    """Return the document."""
    target = made.answers.url or f"urn:rail:work:{made.reference.removeprefix('LicenseRef-')}"
    actions = ["use", *(["distribute", "derive"] if made.variant.distributes else [])]
    document = {
        "@context": _CONTEXT,
        "@type": "Offer",
        "uid": f"urn:rail:license:{made.reference}:{made.answers.version}",
        "assigner": {"@type": "Party", "rail:name": made.answers.licensor},
        "permission": [_permission(action, target, research=made.variant.research_only) for action in actions],
        "prohibition": [
            _prohibition(item, bars, target, catalogue) for item in made.items for bars in item.clause.restricts
        ],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _permission(action: str, target: str, *, research: bool) -> dict[str, Any]:
    permission: dict[str, Any] = {"target": target, "action": action}
    if research:
        permission["constraint"] = [_is("purpose", "isA", {"@id": "rail:purpose:research"})]
    if action != "use":
        permission["duty"] = [{"action": duty} for duty in _DUTIES]
    return permission


def _prohibition(item: Item, bars: Bars, target: str, catalogue: Catalogue) -> dict[str, Any]:
    purpose: dict[str, Any] = {"@id": f"rail:use:{bars.use}"}
    use = catalogue.uses.get(bars.use)
    if use is not None and use.vocabularies:
        purpose["skos:relatedMatch"] = [{"@id": each} for each in use.vocabularies]
    constraints = [_is("purpose", "isA", purpose)]
    mode = catalogue.modes[bars.mode]
    if mode.asks is not None:
        constraints.append(_is(f"rail:fact:{mode.asks.fact}", "eq", _barring(mode)))
    return {
        "uid": f"urn:rail:clause:{item.clause.code}:{bars.use}",
        "target": target,
        "action": "use",
        "constraint": constraints,
        "rail:mode": bars.mode,
        "rail:clause": item.clause.code,
        **({"rail:exception": list(item.clause.carve_outs)} if item.clause.carve_outs else {}),
    }


def _barring(mode: Mode) -> bool:
    """Return the answer to the mode's question for which the use is barred."""
    return mode.when.yes is Verdict.PROHIBITED


def _is(left: str, operator: str, right: Any) -> dict[str, Any]:
    return {"leftOperand": left, "operator": operator, "rightOperand": right}
