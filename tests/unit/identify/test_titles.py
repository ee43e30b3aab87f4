"""Titles that call a free licence by its name and take something out of it."""

import pytest

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.identify.reading import read_text

CHANGED = [
    "Kumquat License: MIT + Ethics",
    "MIT License (ethical edition)",
    "Non-Military License",
    "MIT License - No Spying",
    "The MIT License Without Weapons",
    "Apache License 2.0 with a responsible use addendum",
]
UNCHANGED = [
    "The MIT License (MIT)",
    "Kumquat, a viewer for surveillance cameras",
    "Ethical Hacking Handbook, MIT License",
    "License of the Military Museum of Ruritania",
    "MIT License, no nuclear warranty",
]


@pytest.mark.parametrize("title", CHANGED)
@pytest.mark.parametrize("form", ["{title}\n", "{title}\n\n{mit}", "# {title}\n\n{mit}", "{mit}\n{title}\n"])
def test_a_licence_that_is_called_by_what_it_leaves_out_is_not_free(
    mit: str, catalogue: Catalogue, title: str, form: str
) -> None:
    assert read_text(form.format(title=title, mit=mit), catalogue).restricted is not Restricted.NO


@pytest.mark.parametrize("title", UNCHANGED)
def test_a_title_that_leaves_nothing_out_changes_nothing(mit: str, catalogue: Catalogue, title: str) -> None:
    assert read_text(f"{title}\n\n{mit}", catalogue).restricted is Restricted.NO
