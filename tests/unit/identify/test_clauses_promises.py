"""What authors promise of themselves, disclaim, or ask for, and what they ask of those who use the thing."""

import pytest

from rail.identify.clauses import read_clauses
from rail.identify.document import read_document

HARMLESS = {
    "what an app does not collect": (
        "# Information We Do NOT Collect\n\nWe do NOT collect or store:\n\n- Personal identifying information\n"
        "- Your location\n\nThe app does not knowingly collect information from children under 13.\n"
    ),
    "no advice, below a list": (
        "Users must not:\n\n- sell copies of the table.\n\n7. No advice\n\nThe Table is not medical advice.\n"
    ),
    "a restriction of the licence": "If you share the model, you must not remove the commercial restriction in it.\n",
    "a clause on reducing harm": "Do not sell the weights; research and harm-reduction use are welcome.\n",
    "a vulnerability": "Do not exploit the vulnerability beyond what proves that it exists.\n",
}
RESTRICTING = {
    "voices": (
        "You agree to only use voices whose speakers grant the permission to have their voice cloned.\n",
        "disinformation.impersonation.voice-cloning",
    ),
    "listeners": (
        "You agree to inform the listeners that the samples are synthesized by the model.\n",
        "disinformation.undisclosed-generation",
    ),
    "subjects": (
        "I will not attempt to establish the identity of the subjects.\n",
        "profiling.identity-inference",
    ),
    "systems": (
        "Only use this tool on systems that you own or have explicit permission to test.\n",
        "cybersecurity.attack",
    ),
    "driving": ("The software is strictly prohibited for use in driving decisions.\n", "critical-infrastructure"),
    "code": (
        "export const TERMS = 'You may not use the tool for military targeting, or for unlawful export activity.';\n",
        "military",
    ),
    "what is not allowed": ("We do not allow:\n\n- military use.\n", "military"),
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_bars_no_conduct(text: str) -> None:
    assert not [each for each in read_clauses(read_document(text)).restrictions if "non-behav" not in each.use]


@pytest.mark.parametrize(("text", "use"), RESTRICTING.values(), ids=RESTRICTING.keys())
def test_what_is_asked_of_users(text: str, use: str) -> None:
    assert [each for each in read_clauses(read_document(text)).restrictions if each.use.startswith(use)]
