"""The reader for the part of YAML that lockfiles are written in."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rail.extractors.yamlblocks import flow, read_blocks

KEY = st.text("ab@/1-._", min_size=1, max_size=8).filter(lambda key: key[0] not in "@-" and key[-1] != "-")
TREE = st.recursive(
    st.text("abc 123.^~>=", max_size=12),
    lambda inner: st.dictionaries(KEY, inner, min_size=1, max_size=4),
    max_leaves=12,
).filter(lambda tree: isinstance(tree, dict))


def test_scalars_lists_comments_and_documents():
    text = (
        "# head\nv: '9.0'\nplain: a#b # note\nquoted: \"say \\\"x\\\"\" # note\nlist:\n  - a\n  - 'b'\nflat:\n- c\n"
        "text: |-\n  not: a key\nempty:\nurl: https://x/y:z\n---\nsecond: 1\n"
    )

    documents, fault = read_blocks(text, "x")

    assert fault is None
    assert documents[0] == {
        "v": "9.0", "plain": "a#b", "quoted": 'say "x"', "list": ["a", "b"], "flat": ["c"], "text": "|-",
        "empty": "", "url": "https://x/y:z",
    }  # fmt: skip
    assert documents[1] == {"second": "1"}


def test_a_mapping_knows_the_line_of_its_key():
    documents, _ = read_blocks("a:\n  b:\n\n    c: 1\n  'd': {x: 1}\n", "x")

    assert documents[0].mapping("a").line == 1
    assert documents[0].mapping("a").mapping("b").line == 2
    assert documents[0].mapping("nothing") == {}


@given(TREE)
def test_what_a_yaml_library_writes_is_read_as_it_was(tree):
    documents, fault = read_blocks(yaml.safe_dump(tree, width=10_000, sort_keys=False), "x")

    assert fault is None
    assert documents == [tree]


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a:\n  b: &x 1\n", 2, "anchors"),
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a:\n    b: 1\n  c: 2\n", 3, "indentation"),
        ("a: 1\n<<<<<<< HEAD\n", 2, "not a line"),
        ("- a\n", 1, "list"),
        ("a: {b: 1\n", 1, "without its end"),
        ("a:\n  ? b\n", 2, "without its value"),
    ],
)
def test_what_is_outside_stops_the_reading_with_its_line(text, line, problem):
    _, fault = read_blocks(text, "x")

    assert fault is not None
    assert problem in fault.problem
    assert fault.line == line


def test_an_inline_mapping_is_told_apart():
    assert flow("{integrity: sha512-a==, tarball: https://x/y.tgz, 'type': git}") == {
        "integrity": "sha512-a==", "tarball": "https://x/y.tgz", "type": "git",
    }  # fmt: skip
