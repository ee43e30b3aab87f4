"""The licence elements of an SPDX 3 graph: listed and custom ones, expressions, and sets of them.

https://spdx.github.io/spdx-spec/v3.0.1/model/ExpandedLicensing/
"""

import re
from typing import Any

from rail.domain.evidence import Form, Role
from rail.extractors.sbom._spdxlicense import Listed, of_listed, statements
from rail.extractors.sbom._thing import Statement, string, strings

Element = dict[str, Any]
_MAX_DEPTH = 20
_MAX_STEPS = 500
_LISTED = re.compile(r"https?://spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.html|\.json)?/?\Z", re.ASCII)


class Licenses:
    """What the licence elements of a graph say; a `licenseText` of theirs is the statement that points at the words."""

    def __init__(self, elements: dict[str, Element]) -> None:
        self._elements = elements
        self._steps = 0
        self._listed = {
            key.rpartition("/")[2].rpartition("#")[2]: _listed(each)
            for key, each in elements.items()
            if each["type"] in ("CustomLicense", "SimpleLicensingText")
        }

    def of(self, key: str, role: Role, depth: int = 0) -> list[Statement]:
        """Return the statements that a licence element stands for; nothing for "no assertion"."""
        self._steps = self._steps + 1 if depth else 0
        if self._steps > _MAX_STEPS:
            return [Statement(Form.NAME, role, key)]  # sets of sets without end: what was not read stays unknown
        listed = _LISTED.match(key)
        element = self._elements.get(key)
        if listed:
            return [Statement(Form.EXPRESSION, role, listed[1])]
        if element is None:
            silent = key.endswith(("NoAssertion", "NoAssertionLicense", "None", "NoneLicense"))
            return [] if silent else [Statement(Form.URL if "://" in key else Form.NAME, role, key)]
        match element["type"]:
            case "LicenseExpression":
                return list(statements(string(element.get("licenseExpression")), self._listed, role))
            case "NoAssertionLicense" | "NoneLicense":
                return []
            case "ConjunctiveLicenseSet" | "DisjunctiveLicenseSet" if depth < _MAX_DEPTH:
                return self._set(element, role, depth)
            case "OrLaterOperator" if depth < _MAX_DEPTH:
                return [said for each in ids(element.get("subjectLicense")) for said in self.of(each, role, depth + 1)]
            case "WithAdditionOperator" if depth < _MAX_DEPTH:
                parts = [*ids(element.get("subjectExtendableLicense")), *ids(element.get("subjectAddition"))]
                return _joined([self.of(each, role, depth + 1) for each in parts], role, " WITH ")
        return list(of_listed(_listed(element), role)) or [Statement(Form.NAME, role, key)]

    def _set(self, element: Element, role: Role, depth: int) -> list[Statement]:
        members = [self.of(each, role, depth + 1) for each in ids(element.get("member"))]
        return _joined(members, role, " AND " if element["type"] == "ConjunctiveLicenseSet" else " OR ")


def id_of(element: Element) -> str | None:
    """Return the id of an element."""
    return string(element.get("spdxId")) or string(element.get("@id"))


def ids(value: object) -> list[str]:
    """Return the elements that a property points at, by their ids."""
    values = value if isinstance(value, list) else [value]
    found = [id_of(each) if isinstance(each, dict) else string(each) for each in values]
    return [each for each in found if each]


def _listed(element: Element) -> Listed:
    text = string(element.get("licenseText"))
    link = next(iter(strings(element.get("seeAlso"))), None)
    return Listed(string(element.get("name")), link, text, text.partition("#")[2] if text else None)


def _joined(members: list[list[Statement]], role: Role, word: str) -> list[Statement]:
    """Join plain expressions; where one of them is something else, all bind one by one."""
    if not members or any(len(each) != 1 or each[0].form is not Form.EXPRESSION for each in members):
        return list(dict.fromkeys(said for each in members for said in each))
    texts = [each[0].said for each in members]
    return [Statement(Form.EXPRESSION, role, word.join(f"({text})" if " " in text else text for text in texts))]
