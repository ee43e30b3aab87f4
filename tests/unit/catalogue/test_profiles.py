"""Profiles that are decoded when asked for are those of the whole catalogue."""

import msgspec
import pytest

from rail.catalogue.load import Catalogue, CatalogueData, load
from rail.catalogue.profiles import Profiles
from rail.catalogue.store import CATALOGUE, read


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return Catalogue(msgspec.json.decode(read(CATALOGUE), type=CatalogueData))


def test_they_are_the_same_in_the_same_order(whole: Catalogue) -> None:
    lazy = load()

    assert isinstance(lazy.profiles, Profiles)
    assert list(lazy.profiles.items()) == list(whole.profiles.items())
    assert len(lazy.profiles) == len(whole.profiles)


def test_a_symbol_stands_for_the_same_licence(whole: Catalogue) -> None:
    lazy = load()
    symbols = [each.expression for each in whole.profiles.values()]
    symbols += [symbol for each in whole.profiles.values() for symbol in each.identifiers.spdx]
    symbols += [*whole.general, "GPL-2.0", "GPL-2.0+", "mit", "LicenseRef-nobody-knows"]

    assert [lazy.by_symbol(each) for each in symbols] == [whole.by_symbol(each) for each in symbols]


def test_one_that_nobody_asked_for_is_not_decoded() -> None:
    lazy = load()

    assert "creativeml-openrail-m" in lazy.profiles
    assert "nothing" not in lazy.profiles
    assert lazy.profiles.get("nothing") is None
    assert lazy.by_symbol("MIT") is not None
    assert isinstance(lazy.profiles, Profiles)
    assert not lazy.profiles._known
    assert lazy.profiles["creativeml-openrail-m"] is lazy.profiles["creativeml-openrail-m"]
