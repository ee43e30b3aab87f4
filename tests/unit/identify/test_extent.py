"""A text of any size costs bounded time; what is not read makes it unknown."""

import time

import pytest

from rail.catalogue.load import load
from rail.domain.evidence import Restricted
from rail.identify.clauses import extent, read_clauses
from rail.identify.document import read_document
from rail.identify.reading import read_text


@pytest.fixture
def short_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MOST_READ", 200)


@pytest.mark.usefixtures("short_reach")
@pytest.mark.parametrize("filler", ["The kite is red and flies well.\n", "The kite is red and flies well. "])
def test_what_lies_beyond_reach_is_told_and_leaves_the_text_unknown(filler: str) -> None:
    text = "MIT License\n" + filler * 20 + "\nYou may not use it for surveillance."
    reading = read_text(text, load())
    assert reading.restricted is Restricted.UNKNOWN
    assert not reading.restrictions
    assert any(problem.endswith(extent.UNREAD) for problem in reading.problems)


@pytest.mark.usefixtures("short_reach")
def test_what_lies_within_reach_counts() -> None:
    text = "You may not use it for surveillance.\n" + "The kite is red and flies well.\n" * 20
    reading = read_text(text, load())
    assert reading.restricted is Restricted.YES
    assert [clause.line for clause in reading.restrictions] == [1]


def test_a_text_within_reach_is_read_whole() -> None:
    document = read_document("The kite is red.\nYou may not use it for surveillance.")
    assert extent.within_reach(document) == (document, None)
    assert not read_clauses(document).suspicion


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "You may not use it for military surveillance of a person who will commit crime; ",
        "(a) to harm, or\n1. for war\ni. military use\n",
        '<p><a href="x">military</a><b>',
        "[[(**_`<a ",
        "use:\n",
        "不得用于军事目的。",
        "may not use ",
        "Permission is hereby granted, free of charge, to any person obtaining a copy of this software, to deal in it ",
    ],
)
def test_time_per_byte_is_flat_from_10_kb_to_10_mb(piece: str) -> None:
    rates = []
    for size, times in ((10_000, 20), (10_000_000, 1)):
        text = piece * (size // len(piece))
        read_text(text[:10_000], load())
        start = time.process_time()
        for _ in range(times):
            read_text(text, load())
        rates.append((time.process_time() - start) / (len(text) * times))
    assert rates[1] < 5 * rates[0]
