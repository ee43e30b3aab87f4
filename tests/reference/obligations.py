"""The closed vocabulary of duties and of what sets them off, from the catalogue."""

from collections import Counter

from rail.catalogue.load import load
from tests.reference._markdown import code, head, table

PAGE = "obligations.md"


def markdown() -> str:
    """Return the page."""
    catalogue = load()
    owed = Counter(kind for each in catalogue.profiles.values() for kind in {duty.kind for duty in each.obligations})
    words = catalogue.obligations
    page = head(
        "Obligations",
        "`licenses/obligations.yaml`",
        "What a licence asks beside its restrictions on use. [`rail obligations`](../obligations.md) lists those "
        "that bind your project; the `terms` of a [`[[policy]]`](configuration.md#policy) name them.",
    )
    rows = [(code(kind), says, str(owed[kind])) for kind, says in words.kinds.items()]
    page += "\n## Duties\n" + table(["duty", "asks", "licences"], rows)
    return (
        page
        + "\n## Triggers\n"
        + table(["trigger", "sets the duty off when"], [(code(name), says) for name, says in words.triggers.items()])
    )
