import sys

import pytest

from rail.errors import ReadError
from rail.generate import sandbox
from rail.generate.sandbox import render

KNOWN = {"name": "Kestrel", "year": 2026, "rows": {"Law": [["a", "x"], ["b", "y"]]}, "words": ["a", "b"]}


def shown(source: str) -> str:
    return render(source, "own.md.j2", KNOWN, lambda value: value)


def fault(source: str) -> ReadError:
    with pytest.raises(ReadError) as raised:
        shown(source)
    assert raised.value.place == "own.md.j2"
    return raised.value


def test_what_licences_need_is_there():
    text = shown(
        "{% for domain, row in rows.items() %}\n{{ loop.index }}. {{ domain | upper }}\n"
        "{% for letter, words in row %}({{ letter }}) {{ words }}\n{% endfor %}{% endfor %}"
        "{% if year %}{{ year }}{% endif %}, {{ words | join('; ') }}, {{ nothing | default('none') }}"
    )

    assert text == "1. LAW\n(a) x\n(b) y\n2026, a; b, none"


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("a\n\n{{ nope }}", 3, "'nope' is undefined"),
        ("a\n{% if %}", 2, "not a template"),
        ("a\n{{ name", 2, "not a template"),
        ("\n{{ name.__class__ }}", 2, "unsafe"),
        ("\n{{ name.format(1) }}", 2, "unsafe"),
        ("\n{{ name.ljust(9) }}", 2, "unsafe"),
        ("\n{{ range(9) }}", 2, "'range' is undefined"),
        ("\n{{ name | center(99) }}", 2, "No filter named 'center'"),
        ("\n{{ name | random }}", 2, "No filter named 'random'"),
        ("\n{% include '/etc/passwd' %}", 2, "`include`"),
        ("\n{% import 'x' as x %}", 2, "`import`"),
        ("\n{% extends 'x' %}", 2, "`extends`"),
        ("\n{% macro x() %}{% endmacro %}", 2, "`macro`"),
        ("\n{% set x %}a{% endset %}", 2, "`set … endset`"),
        ("\n{% for x in words recursive %}{{ loop(words) }}{% endfor %}", 2, "`recursive`"),
        ("\n{{ name * 9 }}", 2, "`*`"),
        ("\n{{ name ~ name }}", 2, "`~`"),
        ("\n{{ 9 ** 9 }}", 2, "`**`"),
        ("\n{{ '%0999d' % 1 }}", 2, "`%`"),
        ("\n{{ 1 / 0 }}", 2, "division"),
        ("\n{{ words }}", 2, "list where words are expected"),
        ("\n{{ name.lower }}", 2, "where words are expected"),
        ("\n{{ none }}", 2, "NoneType where words are expected"),
        ("{{ " + "(" * 5000, None, ""),
        ("{{ " + "[" * 2000 + "]" * 2000 + " }}", None, ""),
    ],
)
def test_what_has_no_place_in_a_licence_is_an_error_with_its_line(source, line, says):
    raised = fault(source)

    assert says in raised.problem
    assert line is None or raised.line == line


def test_an_unknown_variable_is_answered_with_those_there_are():
    assert fault("{{ nope }}").hint == "there are: name, rows, words, year"


def test_loops_within_loops_come_to_an_end():
    assert "steps" in fault("{% for a in words %}" * 19 + "{% endfor %}" * 19).problem
    assert sys.gettrace() is None or sys.gettrace().__module__ != sandbox.__name__


def test_joined_words_do_not_grow_without_bound():
    assert "join makes more than" in fault("{% set s = words | join %}" + "{% set s = [s, s, s] | join %}" * 20).problem


def test_a_long_text_ends(monkeypatch):
    monkeypatch.setattr(sandbox, "MAX_OUTPUT", 1000)

    assert "writes more than 1,000" in fault("{% for a in words %}" + "x" * 600 + "{% endfor %}").problem


def test_a_large_template_is_refused():
    assert "larger than" in fault("x" * 300_000).problem
