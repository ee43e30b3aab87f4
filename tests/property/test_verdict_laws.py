"""The verdict algebra is a lattice, and folding an expression keeps its laws."""

from hypothesis import given
from hypothesis import strategies as st

from rail.domain.verdict import Verdict
from rail.expression.evaluate import branches, choose, evaluate
from rail.expression.parse import ExpressionError, conjoin, parse, symbols

verdicts = st.sampled_from(Verdict)
names = st.sampled_from(["MIT", "Apache-2.0", "GPL-2.0+", "LicenseRef-a", "GPL-2.0 WITH Classpath-exception-2.0"])
texts = st.recursive(
    names,
    lambda inner: st.builds(
        lambda operator, parts: "(" + f" {operator} ".join(parts) + ")",
        st.sampled_from(["AND", "OR", "and", "Or"]),
        st.lists(inner, min_size=2, max_size=3),
    ),
    max_leaves=8,
)
expressions = texts.map(parse)
judges = st.fixed_dictionaries(dict.fromkeys(("MIT", "Apache-2.0", "GPL-2.0+", "GPL-2.0", "LicenseRef-a"), verdicts))


@given(verdicts, verdicts, verdicts)
def test_and_and_or_form_a_distributive_lattice(a, b, c):
    assert a & b is b & a
    assert a | b is b | a
    assert a & (b & c) is (a & b) & c
    assert a | (b | c) is (a | b) | c
    assert a & a is a | a is a
    assert a & (a | b) is a is a | (a & b)
    assert a & (b | c) is (a & b) | (a & c)


@given(verdicts)
def test_allowed_and_prohibited_are_the_ends(a):
    assert a & Verdict.ALLOWED is a is a | Verdict.PROHIBITED
    assert a & Verdict.PROHIBITED is Verdict.PROHIBITED
    assert a | Verdict.ALLOWED is Verdict.ALLOWED


@given(verdicts, verdicts)
def test_unknown_joined_with_anything_is_never_allowed(a, b):
    assert (a & Verdict.UNKNOWN) >= Verdict.UNKNOWN
    assert (a <= b) is (a & b is b)


@given(texts)
def test_printing_and_parsing_again_changes_nothing(text):
    expression = parse(text)
    assert parse(expression) == expression
    assert conjoin([expression]) == expression


@given(expressions, judges, judges)
def test_a_stricter_judge_never_gives_a_freer_verdict(expression, one, other):
    stricter = {name: one[name] & other[name] for name in one}
    assert evaluate(expression, stricter.__getitem__) >= evaluate(expression, one.__getitem__)


@given(expressions, judges)
def test_the_chosen_branch_has_the_verdict_and_is_a_branch(expression, judge):
    choice = choose(expression, judge.__getitem__)
    assert choice.verdict is evaluate(expression, judge.__getitem__)
    assert evaluate(parse(" AND ".join(choice.symbols)), judge.__getitem__) is choice.verdict


@given(expressions, judges)
def test_the_best_branch_is_the_verdict(expression, judge):
    assert min(evaluate(each, judge.__getitem__) for each in branches(expression)) is evaluate(
        expression, judge.__getitem__
    )


@given(st.lists(expressions, min_size=1, max_size=4), judges)
def test_joined_expressions_are_as_strict_as_the_strictest(parts, judge):
    joined = conjoin(parts)
    assert evaluate(joined, judge.__getitem__) is max(evaluate(each, judge.__getitem__) for each in parts)
    assert set(symbols(joined)) == {symbol for each in parts for symbol in symbols(each)}


@given(st.text(max_size=200) | st.text(alphabet="()AB+-. \tandorwithANDORWITH", max_size=120))
def test_any_text_is_an_expression_or_refused_with_a_reason(text):
    try:
        expression = parse(text)
    except ExpressionError as fault:
        refused = fault
    else:
        refused = None
        assert parse(expression) == expression
        assert symbols(expression)
    assert refused is None or refused.problem
