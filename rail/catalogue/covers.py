"""How a restricted and a declared use relate in the dotted taxonomy, and which use a word means."""

import enum

from rail.catalogue.load import Catalogue
from rail.catalogue.normalise import normal_name
from rail.domain.record import UseId
from rail.errors import UsageError

_SUGGESTIONS = 4


class Bearing(enum.Enum):
    """How a restricted use bears on a declared one."""

    EXACT = "exact"
    COVERS = "covers"
    PART = "part"
    NONE = "none"


def covers(restricted: str, declared: str) -> bool:
    """Tell whether a restriction on `restricted` reaches `declared`: the same use or one of its kinds."""
    return declared == restricted or declared.startswith(restricted + ".")


def relation(restricted: str, declared: str) -> Bearing:
    """Return how they relate; `PART` when only a part of the declared use is restricted."""
    if restricted == declared:
        return Bearing.EXACT
    if declared.startswith(restricted + "."):
        return Bearing.COVERS
    return Bearing.PART if restricted.startswith(declared + ".") else Bearing.NONE


def resolve_use(catalogue: Catalogue, text: str) -> UseId:
    """Return the use that `text` names: a full id, a unique run of last segments, a label or a synonym.

    Raises:
        UsageError: it names no use, or several; the hint lists the nearest ids.
    """
    wanted = text.strip().lower()
    if wanted in catalogue.uses:
        return wanted
    candidates = [each for each in catalogue.uses if each.endswith("." + wanted)] if wanted else []
    candidates = candidates or _worded(catalogue, normal_name(text))
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        raise UsageError(f"ambiguous use: {text}", hint="say which: " + ", ".join(sorted(candidates)))
    nearest = ", ".join(_nearest(catalogue, wanted))
    raise UsageError(
        f"unknown use: {text}", hint=f"the nearest are {nearest}" if nearest else "see `rail catalogue list uses`"
    )


def _worded(catalogue: Catalogue, words: str) -> list[UseId]:
    """Return the uses whose label is `words`; failing that, those with such a synonym."""
    if not words:
        return []
    labelled = [use.id for use in catalogue.uses.values() if normal_name(use.label) == words]
    return labelled or [use.id for use in catalogue.uses.values() if words in map(normal_name, use.synonyms)]


def _nearest(catalogue: Catalogue, wanted: str) -> list[UseId]:
    """Return the ids that look most like `wanted`, by id, last segment, label or synonym."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only for the message of an error

    spelled: dict[str, UseId] = {}
    for use in catalogue.uses.values():
        words = (each.lower() for each in (use.label, *use.synonyms))
        for spelling in (use.id, use.id.rpartition(".")[2], *words):
            spelled.setdefault(spelling, use.id)
    close = get_close_matches(wanted, spelled, n=2 * _SUGGESTIONS, cutoff=0.5)
    return list(dict.fromkeys(spelled[each] for each in close))[:_SUGGESTIONS]
