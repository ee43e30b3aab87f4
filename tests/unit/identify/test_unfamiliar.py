"""Clauses slipped into a free licence in words of no kind that was foreseen."""

import pytest

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.identify.reading import read_text
from rail.identify.vocabulary import compile_vocabulary, vocabulary

ODD = [
    "Beekeepers must buy a ticket first.",
    "If you sell carpets, go and find another tool.",
    "Only left-handed painters may compile this.",
    "This present is meant for gardeners.",
    "Whoever melts snowmen forfeits what was given above.",
    "Organisations that own submarines need our written blessing.",
    "Employees of lottery vendors lose every right given herein.",
    "Our generosity ends where your advertising begins.",
    "THE PROGRAM NEVER SLEEPS IN A BARRACK.",
]
DESCRIBING = [
    "Some of the tables were derived from measurements by J. Doe.",
    "The bundled parser is maintained by the Foo team.",
    "If you have questions, ask the authors.",
    "You may do whatever you like with the whimsical examples.",
    "See https://foo.example/carpets if you sell carpets.",
    "The examples in docs/carpets.md are for those who sell carpets.",
    "The git branches hold the codebase.",
    "All rights reserved.",
    "In the spirit of harmony and of not being an obstacle to anyone, that text has been removed.",
]


FREE = [
    "There are no use restrictions.",
    "No restrictions on use, private or otherwise.",
    "It comes without any usage restrictions.",
    "We place no restrictions on how you use the software.",
    "No restrictions apply.",
    "Please use it responsibly.",
]
ALL_BUT_FREE = [
    "There are no use restrictions except those in Attachment A.",
    "There are no restrictions on use for peaceful people.",
    "There are no restrictions on use, but soldiers are not welcome.",
    "No restrictions on use by beekeepers.",
    "There are no use restrictions for individuals; lotteries shall not use it.",
]


@pytest.mark.parametrize("sentence", FREE)
def test_a_licence_that_says_that_it_is_free_is_free(mit: str, catalogue: Catalogue, sentence: str) -> None:
    reading = read_text(f"{mit}\n\n{sentence}\n", catalogue)

    assert reading.restricted is Restricted.NO
    assert not reading.restrictions


@pytest.mark.parametrize("sentence", ALL_BUT_FREE)
def test_a_licence_that_is_free_for_some_is_not(mit: str, catalogue: Catalogue, sentence: str) -> None:
    assert read_text(f"{mit}\n\n{sentence}\n", catalogue).restricted is not Restricted.NO


@pytest.mark.parametrize("sentence", ODD)
def test_an_odd_condition_never_passes(mit: str, catalogue: Catalogue, sentence: str) -> None:
    for text in (
        f"{mit}\n\n{sentence}\n",
        f"{mit.rstrip()} {sentence}\n",
        mit.replace("\n\n", f"\n\n{sentence}\n\n", 2),
    ):
        reading = read_text(text, catalogue)
        assert reading.restricted is not Restricted.NO
        assert reading.problems or reading.restrictions


@pytest.mark.parametrize("sentence", DESCRIBING)
def test_what_is_said_about_the_thing_leaves_a_licence_free(mit: str, catalogue: Catalogue, sentence: str) -> None:
    assert read_text(f"{mit}\n\n{sentence}\n", catalogue).restricted is Restricted.NO


def test_the_name_of_a_holder_in_a_disclaimer_is_no_condition(mit: str, catalogue: Catalogue) -> None:
    named = mit.replace("IN NO EVENT SHALL THE\nAUTHORS", "IN NO EVENT SHALL KUMQUAT\nOR AUTHORS")
    assert named != mit

    assert read_text(named, catalogue).restricted is Restricted.NO


def test_the_vocabulary_holds_the_words_of_many_licences() -> None:
    texts = ["Copy the software freely"] * 8 + ["Copy the zebra"] * 7
    assert compile_vocabulary(texts).split() == ["copy", "freely", "software", "the"]


def test_the_vocabulary_that_rail_carries_knows_the_trade_and_nothing_else() -> None:
    words = vocabulary()
    assert {"software", "license", "warranty", "hereby"} <= words
    assert not {"beekeepers", "snowmen", "carpets"} & words
