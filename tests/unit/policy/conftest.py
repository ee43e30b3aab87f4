"""A catalogue small enough to see through: it lies beside the rule cases."""

from pathlib import Path

import msgspec
import pytest

from rail.catalogue.load import Catalogue, CatalogueData

CATALOGUE = Path(__file__).parents[2] / "cases" / "rules" / "catalogue.json"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue(msgspec.json.decode(CATALOGUE.read_bytes(), type=CatalogueData))
