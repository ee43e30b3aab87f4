"""Whole texts: what stands in a known licence is explained, and words added to it are not passed over."""

import pytest

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.identify.document import read_document
from rail.identify.fragments import free_reading
from rail.identify.reading import read_text
from rail.identify.recognise import Region, recognise

FLAGGED = {Restricted.YES, Restricted.BY_REFERENCE}


BARRING = [
    "Neither the code nor any model trained with it shall end up in weapon guidance systems.",
    "Users pledge never to deploy this program for tracking people without their knowledge.",
    "This license is void for any organization involved in the production of arms.",
    "Anyone but the military may use this software.",
    "Rights are withheld from anyone who operates a facility for factory farming.",
    "Gambling and betting operators are not licensed to use this software.",
    "Any use for political manipulation or election interference is strictly off limits.",
    "Permission is denied for any use that promotes hatred or violence.",
    "Model outputs must not be passed off as human-written.",
    "One may not apply this work to profiling or social credit systems.",
    "The licensee undertakes to keep the software away from weapons research.",
    "This license expires immediately if you use the software to persecute minorities.",
    "Use of this software for warfare is a breach of this licence.",
    "The Software may only be used in ways that respect the dignity and rights of all people.",
    "The above permission does not apply to governments that imprison journalists.",
    "If you work for an arms manufacturer, you may not use this software.",
    "This software is free for all except soldiers and spies.",
    "Nobody in the police may run it.",
    "Het is verboden deze software voor oorlog te gebruiken.",
    "Programvaren kan ikke brukes til krig.",
]

DOUBTFUL = [
    "Use of the kite model is subject to the use-based restrictions in Attachment A.",
    "You agree to the restrictions on use listed in RULES.md.",
    "See the last page for usage restrictions.",
    "Out-of-scope: weapons.",
    "These uses are out of scope: military surveillance, the tracking of minorities.",
    "Commercial airlines may use it, but bombers and drones carrying weapons may not.",
    "The authors forbid its use in executions or in interrogation.",
    "Everyone is welcome to use this; intelligence agencies are not.",
    "Bankers and arms dealers need not apply.",
    "Law enforcement use: contact us first, as it is outside this licence.",
    "This permission excludes cryptocurrency mining that damages the environment.",
    "The right to use it is withheld from anyone who breeds turnips.",
    "Permission holds for peaceful people.",
    "ICE, CBP and their contractors are hereby denied all rights.",
    "Any system that decides who gets a loan must not contain this code.",
    "Only non-governmental entities may run this program.",
    "Copying by any department of defence is an infringement.",
    "If your business relies on surveillance, please choose another library.",
    "The licence does not cover uses in border control.",
    "Dieses Programm ist nicht für Soldaten bestimmt.",
    "Landlords: hands off.",
    "No fascists.",
    "Free for everyone but advertisers.",
    "Do not point this at people.",
    "Any person employed by a bank must ask first.",
]

BARE = [
    "Military purposes",
    "(b) for predicting who will commit a crime;",
    "To generate hate speech (including - but not limited to - slurs) about passengers",
    "Weapons and mass surveillance are no part of this.",
    "- facial recognition in railway stations",
]

CREDITS = [
    "Joan Lynch and Hugh Gamble, Porto",
    "Copyright (c) 2014 Naval Surveillance Laboratory of the Fleet",
    "The Harbour Hospital for Infectious Diseases, Clinical Trials Unit",
    "See https://example.org/military/weapons for the build notes.",
    "Thanks to torture@example.org",
    "Files: src/spy/* tests/profiling/flights.py",
]

HARMLESS = [
    "You may not use the name of the author to endorse products made with this software.",
    "You must not remove this notice from any copy.",
    "The software is not for resale.",
    "Altered versions must be plainly marked and must not be presented as the original.",
    "This software is not a substitute for professional advice and comes with no warranty of fitness for medical use.",
    "The software was developed at a naval laboratory, which retains no rights.",
    "You may use this software for any purpose, including weapons research and surveillance.",
    "The authors are not responsible for illegal use of the program.",
    "This software is not designed for use in life support or nuclear facilities.",
    "You may not use this library to build a competing hosted service.",
    "The fonts may be embedded in documents but may not be sold by themselves.",
    "The data may not be used to train other machine learning models.",
    "Permission is granted for non-commercial use only.",
    "The decoder does not use the patented method.",
]

INSERTED = [
    ("to any person", "to any non-military person"),
    ("to any person", "to any person who is not a soldier"),
    ("to any person", "to any peaceful person"),
    ("without restriction", "without restriction except military use"),
    ("free of charge", "free of charge, for civilian use only"),
    ("following conditions", "following conditions and to the ban on weapons"),
]


@pytest.mark.parametrize("sentence", BARRING)
def test_a_clause_slipped_into_a_free_licence_is_flagged(mit: str, catalogue: Catalogue, sentence: str) -> None:
    assert read_text(f"{mit}\n\n{sentence}\n", catalogue).restricted in FLAGGED


@pytest.mark.parametrize("sentence", BARRING + DOUBTFUL)
def test_a_clause_in_the_middle_of_a_free_licence_never_passes(mit: str, catalogue: Catalogue, sentence: str) -> None:
    parts = mit.split("\n\n")
    text = "\n\n".join([*parts[:-1], sentence, parts[-1]])
    assert read_text(text, catalogue).restricted is not Restricted.NO


@pytest.mark.parametrize("sentence", DOUBTFUL)
def test_words_that_may_restrict_keep_a_free_licence_unknown(mit: str, catalogue: Catalogue, sentence: str) -> None:
    reading = read_text(f"{mit}\n\n{sentence}\n", catalogue)
    assert reading.restricted is Restricted.UNKNOWN
    assert reading.problems


@pytest.mark.parametrize("sentence", BARRING)
@pytest.mark.parametrize("part", range(3, 17, 3))
def test_a_line_put_between_others_is_read_by_itself(mit: str, catalogue: Catalogue, sentence: str, part: int) -> None:
    lines = mit.replace("THE SOFTWARE OR THE USE", "THE SOFTWARE, ITS SHADOW OR THE USE").split("\n")
    text = "\n".join([*lines[:part], sentence, *lines[part:]])
    assert read_text(text, catalogue).restricted is not Restricted.NO


@pytest.mark.parametrize("item", BARE)
@pytest.mark.parametrize("place", [4, 11, 99])
def test_a_use_named_on_a_line_of_its_own_is_not_passed_over(
    mit: str, catalogue: Catalogue, item: str, place: int
) -> None:
    lines = mit.split("\n")
    reading = read_text("\n".join([*lines[:place], "", item, "", *lines[place:]]), catalogue)
    assert reading.restricted is Restricted.UNKNOWN
    assert any("names a use" in problem for problem in reading.problems)


@pytest.mark.parametrize("credit", CREDITS)
def test_a_use_in_a_name_or_an_address_is_none(mit: str, catalogue: Catalogue, credit: str) -> None:
    assert read_text(f"{credit}\n\n{mit}\n\n{credit}\n", catalogue).restricted is Restricted.NO


@pytest.mark.parametrize("sentence", HARMLESS)
def test_harmless_additions_leave_a_licence_free(mit: str, catalogue: Catalogue, sentence: str) -> None:
    assert read_text(f"{mit}\n\n{sentence}\n", catalogue).restricted is Restricted.NO


@pytest.mark.parametrize(("before", "after"), INSERTED)
def test_a_word_put_into_the_grant_is_seen(mit: str, catalogue: Catalogue, before: str, after: str) -> None:
    assert before in mit
    assert read_text(mit.replace(before, after, 1), catalogue).restricted is not Restricted.NO


def test_a_short_statement_with_a_doubtful_rider_is_not_free(catalogue: Catalogue) -> None:
    assert read_text("Licensed under the MIT License.\n", catalogue).restricted is Restricted.NO
    rider = "Licensed under the MIT License. Intelligence agencies had better look elsewhere.\n"
    assert read_text(rider, catalogue).restricted is Restricted.UNKNOWN


def test_a_fragment_of_free_words_is_read_as_the_free_licence(mit: str) -> None:
    document = read_document(f"{mit}\n\nAny army is unwelcome here, says the owner.\n")
    recognition = recognise(document)
    lines = len(document.lines)
    found = free_reading(document, recognition, _region(1, lines))
    assert [each.id for each in found] == ["MIT"]
    assert lines - 2 in recognition.residue(), "what the free licence does not hold stays unexplained"


def test_a_fragment_of_other_words_is_not_free(mit: str) -> None:
    document = read_document(mit + "\n" + "Turnips grow slowly where no dove has sung at dawn.\n" * 20)
    assert not free_reading(document, recognise(document), _region(1, len(document.lines)))


def _region(first: int, last: int) -> Region:
    return Region("x", True, (), 0.4, 0.4, first, last, 10)
