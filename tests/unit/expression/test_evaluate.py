"""AND takes the stricter, OR the freer, and the chosen branch can be named."""

import pytest

from rail.domain.verdict import Verdict
from rail.expression.evaluate import MAX_BRANCHES, branches, choose, evaluate, fold
from rail.expression.parse import parse

A, C, U, P = Verdict
JUDGE = {"Free": A, "Asks": C, "Dark": U, "Bars": P}.__getitem__


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Free", A),
        ("Free AND Bars", P),
        ("Free OR Bars", A),
        ("Bars OR Dark", U),
        ("(Free OR Bars) AND Asks", C),
        ("Free OR Bars AND Dark", A),
        ("Bars WITH LLVM-exception", P),
    ],
)
def test_the_verdict_follows_the_operators(text, verdict):
    assert evaluate(parse(text), JUDGE) is verdict


def test_the_chosen_branch_is_named_with_its_exception():
    choice = choose(parse("(Bars OR Free WITH LLVM-exception) AND Asks"), JUDGE)
    assert choice == (C, ("Free WITH LLVM-exception", "Asks"))


def test_of_equally_free_branches_the_first_is_chosen():
    assert choose(parse("Asks OR Free OR MIT"), lambda s: A if s in {"Free", "MIT"} else C).symbols == ("Free",)


def test_any_value_can_be_folded():
    assert fold(parse("A OR B AND C"), len, sum, max) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A", ("A",)),
        ("A AND B", ("A AND B",)),
        ("A OR B AND C", ("A", "B AND C")),
        ("(A OR B) AND (A OR C)", ("A", "A AND C", "B AND A", "B AND C")),
    ],
)
def test_branches_are_the_alternatives(text, expected):
    assert branches(parse(text)) == expected


def test_branches_are_bounded():
    many = parse(" AND ".join(f"(A{i} OR B{i})" for i in range(50)))
    assert len(branches(many)) == MAX_BRANCHES
