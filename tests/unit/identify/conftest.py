from importlib.metadata import files
from pathlib import Path

import pytest

from rail.catalogue.load import Catalogue, load


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="module")
def mit() -> str:
    """The MIT text, as a package of the test environment ships it."""
    place = next((each for each in files("pytest") or () if each.name == "LICENSE"), None)
    if place is None:
        pytest.skip("pytest ships no licence text here")
    return Path(place.locate()).read_text(encoding="utf-8")
