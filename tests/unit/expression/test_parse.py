"""What is an expression, how it is spelled, and why the rest is refused."""

import subprocess
import sys

import pytest

from rail.domain.record import SpdxExpression
from rail.expression.parse import MAX_DEPTH, MAX_LENGTH, ExpressionError, conjoin, parse, symbols


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("MIT", "MIT"),
        ("  mit ", "mit"),
        ("GPL-2.0+", "GPL-2.0+"),
        ("0BSD", "0BSD"),
        ("mit and apache-2.0", "mit AND apache-2.0"),
        ("MIT Or Apache-2.0", "MIT OR Apache-2.0"),
        ("MIT\nAND\tBSD-3-Clause", "MIT AND BSD-3-Clause"),
        ("A OR B AND C", "A OR (B AND C)"),
        ("(A or B) and C", "(A OR B) AND C"),
        ("((A)) AND (B AND (C AND A))", "A AND B AND C"),
        ("MIT OR MIT", "MIT"),
        ("GPL-2.0-only with Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("DocumentRef-x:LicenseRef-y", "DocumentRef-x:LicenseRef-y"),
        ("LicenseRef-CreativeML-OpenRAIL-M OR MIT", "LicenseRef-CreativeML-OpenRAIL-M OR MIT"),
    ],
)
def test_an_expression_is_spelled_canonically(text, spelled):
    assert parse(text) == spelled
    assert parse(spelled) == spelled


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("MIT or later", "later is not a licence"),
        ("SEE LICENSE IN LICENSE.txt", "no operator between 'SEE' and 'LICENSE'"),
        ("MIT License", "no operator between 'MIT' and 'License'"),
        ("MIT, BSD", "not a licence id: 'MIT,'"),
        ("MIT/Apache-2.0", "not a licence id"),
        ("UNLICENSED", "npm's word"),
        ("NOASSERTION", "nothing said"),
        ("none", "no licence found"),
        ("MIT AND NONE", "no licence found"),
        ("MIT OR", "not a licence expression"),
        ("OR", "not a licence id"),
        ("AND AND", "not a licence expression"),
        ("MIT AND OR", "not a licence expression"),
        ("(MIT OR WITH)", "not a licence expression"),
        ("(MIT", "not a licence expression"),
        ("MIT)", "not a licence expression"),
        ("()", "not a licence expression"),
        ("(MIT)(BSD)", "not a licence expression"),
        ("MIT XOR BSD", "no operator between"),
        ("MIT AND NOT GPL", "no operator between"),
        ("MIT & BSD", "no operator between|not a licence id"),
        ("MIT | BSD", "no operator between|not a licence id"),
        ("(A OR B) WITH C", "not a licence expression"),
        ("A WITH B WITH C", "not a licence expression"),
        ("LicenseRef-openrail++", "not a licence id"),
        ("LicenseRef-openrail+", "takes no plus sign"),
        ("+", "not a licence id"),
        ("-x", "not a licence id"),
        ("Apache_2", "not a licence id"),
        ("caf\u00e9", "not a licence id"),
        ("a\x00b", "not a licence id"),
    ],
)
def test_what_is_no_expression_is_refused_with_a_reason(text, reason):
    with pytest.raises(ExpressionError, match=reason):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "A" * (MAX_LENGTH + 1),
        "(" * 100_000,
        "(" * 70 + "A" + ")" * 70,
        "".join(f"(A{i} {'OR' if i % 2 else 'AND'} " for i in range(MAX_DEPTH + 5)) + "X" + ")" * (MAX_DEPTH + 5),
        "A OR " * 3000 + "A",
    ],
    ids=["long", "only brackets", "idle brackets", "deep", "many"],
)
def test_what_no_honest_author_writes_is_refused(text):
    with pytest.raises(ExpressionError):
        parse(text)


def test_as_many_brackets_as_are_followed_can_be_read():
    assert parse("(" * 2 * MAX_DEPTH + "A" + ")" * 2 * MAX_DEPTH) == "A"


def test_symbols_are_the_licences_to_judge_each_once():
    assert symbols(parse("B AND (A OR B) AND GPL-2.0 WITH Classpath-exception-2.0")) == ("B", "A", "GPL-2.0")


@pytest.mark.parametrize(
    "exception", ["Classpath-exception-2.0", "LLVM-exception", "Linux-syscall-note", "LicenseRef-scancode-x-exception"]
)
def test_an_exception_leaves_its_licence_to_be_judged(exception):
    assert symbols(parse(f"MIT WITH {exception}")) == ("MIT",)


@pytest.mark.parametrize("addition", ["LicenseRef-No-Military-exception", "AdditionRef-x", "Commons-Clause"])
def test_an_addition_that_may_restrict_is_not_taken_for_an_exception(addition):
    assert symbols(parse(f"MIT WITH {addition}")) == (f"MIT WITH {addition}",)


def test_expressions_are_joined_with_and_each_once_and_with_brackets():
    joined = conjoin([parse("MIT OR A"), parse("B AND C"), parse("C"), parse("MIT OR A")])
    assert joined == "(MIT OR A) AND B AND C"
    assert conjoin([SpdxExpression("MIT")]) == "MIT"


def test_an_exception_survives_joining():
    assert conjoin([parse("A WITH LLVM-exception"), parse("B")]) == "A WITH LLVM-exception AND B"


def test_joining_nothing_is_refused():
    with pytest.raises(ExpressionError, match="no expression"):
        conjoin([])


def test_what_needs_no_grammar_does_not_load_the_parser():
    code = (
        "import sys; from rail.expression.parse import parse, symbols; from rail.expression.evaluate import branches;"
        "branches(parse('Apache-2.0')); symbols(parse('GPL-2.0+')); symbols(parse('( MIT or CC0-1.0)'));"
        "sys.exit('license_expression' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
