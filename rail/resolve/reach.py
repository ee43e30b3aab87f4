"""Does what an ancestor's licence bars come down along a relation? The ancestor's own licence decides."""

from rail.catalogue.load import Catalogue
from rail.domain.component import Kind, Relation
from rail.domain.evidence import Reach

COPIES = frozenset(
    {
        Relation.FINETUNED_FROM,
        Relation.ADAPTER_OF,
        Relation.QUANTIZED_FROM,
        Relation.MERGED_FROM,
        Relation.DERIVED_FROM,
    }
)
"""Relations by which a thing holds the ancestor itself, changed, converted or joined: a derivative by every text."""


def reach(license_: str | None, relation: Relation, catalogue: Catalogue) -> Reach:
    """Return whether the licence (a catalogue id; `None` for words that none explains) reaches such a descendant.

    A model distilled from another, or trained on data or output, is a derivative only by the definition of some
    licences; of the others nobody knows.
    """
    if relation in COPIES:
        return Reach.COVERED
    profile = catalogue.profiles.get(license_ or "")
    named = profile is not None and profile.derivatives is not None and relation in profile.derivatives.reaches
    return Reach.COVERED if named else Reach.DISPUTED


def doubt_travels(relation: Relation, kind: Kind | None) -> bool:
    """Tell whether an ancestor of unknown terms leaves the descendant's own unknown.

    Not what was learnt from a dataset: hardly any licence of data reaches what is trained on it, and a dataset whose
    licence is unknown is reported as that itself.
    """
    return not (relation is Relation.TRAINED_ON and kind is Kind.DATASET)


def section(license_: str | None, relation: Relation, catalogue: Catalogue) -> str | None:
    """Return where a licence says that it reaches such a descendant: its definition, or the duty to pass it on."""
    profile = catalogue.profiles.get(license_ or "")
    if profile is None:
        return None
    if relation not in COPIES and profile.derivatives is not None:
        return profile.derivatives.section
    return profile.flow_down.section
