import pytest

from rail.catalogue.load import Catalogue, load
from rail.generate.answers import Answers, Artifact, checked
from rail.generate.bundle import Bundle, bundle
from rail.generate.clauselist import ClauseList, load_clauses
from rail.generate.selection import expand


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="session")
def clauses() -> ClauseList:
    return load_clauses()


@pytest.fixture
def make(catalogue, clauses):
    """Returns a function from answers (with defaults) to all that they make."""

    def made(*, presets=("official-minimum",), names=(), **given) -> Bundle:
        chosen = given.pop("clauses", None) or expand(names, presets, clauses, base=None)
        known = {"work": "Kestrel", "licensor": "Example Lab", "artifacts": (Artifact.MODEL,), "clauses": chosen}
        return bundle(checked(Answers(**{**known, **given})), clauses, catalogue)

    return made
