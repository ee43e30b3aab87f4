"""What ODRL 2.2 says of the terms that offers use, written down from its model and vocabulary.

https://www.w3.org/TR/odrl-model/ https://www.w3.org/TR/odrl-vocab/
"""

from typing import Any

ADDRESS = "http://www.w3.org/ns/odrl.jsonld"
SPACE = "http://www.w3.org/ns/odrl/2/"

_PROPERTIES = ("permission", "prohibition", "duty", "constraint", "target", "assigner", "rightOperand")
_TERMS = ("action", "leftOperand", "operator")
_CLASSES = ("Offer", "Party", "Permission", "Prohibition", "Duty", "Constraint")
_ACTIONS = ("use", "distribute", "derive", "nextPolicy", "inform", "attribute")
_OPERANDS = ("purpose", "eq", "isA")

CONTEXT: dict[str, Any] = {
    "@context": {
        "uid": "@id",
        **{each: {"@id": SPACE + each} for each in _PROPERTIES},
        "target": {"@id": SPACE + "target", "@type": "@id"},
        **{each: {"@id": SPACE + each, "@type": "@vocab"} for each in _TERMS},
        **{each: SPACE + each for each in (*_CLASSES, *_ACTIONS, *_OPERANDS)},
    }
}

_IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:\S+$"}
_CONSTRAINTS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["leftOperand", "operator", "rightOperand"],
        "properties": {
            "leftOperand": {"anyOf": [{"const": "purpose"}, {"type": "string", "pattern": "^rail:fact:[a-z-]+$"}]},
            "operator": {"enum": ["eq", "isA"]},
            "rightOperand": {"anyOf": [{"type": "boolean"}, {"type": "object", "required": ["@id"]}]},
        },
        "additionalProperties": False,
    },
}


def _rule(extra: dict[str, Any], actions: list[str]) -> dict[str, Any]:
    return {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["target", "action"],
            "properties": {"target": _IRI, "action": {"enum": actions}, "constraint": _CONSTRAINTS, **extra},
            "patternProperties": {"^rail:": {}},
            "additionalProperties": False,
        },
    }


OFFER = {
    "type": "object",
    "required": ["@context", "@type", "uid", "assigner"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": ADDRESS}]},
        "@type": {"const": "Offer"},
        "uid": _IRI,
        "assigner": {"type": "object", "required": ["@type"], "properties": {"@type": {"const": "Party"}}},
        "permission": _rule(
            {
                "duty": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["action"],
                        "properties": {"action": {"enum": list(_ACTIONS[3:])}},
                        "additionalProperties": False,
                    },
                }
            },
            list(_ACTIONS[:3]),
        ),
        "prohibition": _rule({"uid": _IRI}, ["use"]),
    },
    "additionalProperties": False,
}
"""A JSON Schema of an offer, as far as the information model can be said in one."""
