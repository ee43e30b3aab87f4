import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from rail.errors import ReadError
from rail.generate.answers import Answers, Artifact, Custom, Inherited, Lock, checked, parse_answers
from rail.generate.toml import as_toml

WORDS = st.text(st.characters(min_codepoint=0x20, exclude_characters="\x7f", exclude_categories=["Cs"]), max_size=30)


def answers(**given) -> Answers:
    return Answers(**{"work": "W", "licensor": "L", "artifacts": (Artifact.MODEL,), "clauses": ("law",), **given})


@given(work=WORDS, licensor=WORDS, text=WORDS, year=st.none() | st.integers(1, 9999), bound=st.booleans())
def test_what_is_written_is_read_again(work, licensor, text, year, bound):
    written = answers(
        work=work,
        licensor=licensor,
        year=year,
        outputs_bound=bound,
        carve_outs={"malware": ("security-testing",)},
        custom=(Custom(id="own", text=text, use="minors"),),
        inherited=(Inherited(source="hf:a/b", license="x", clauses=("law",)),),
        lock=Lock(clause_list="1.0", files={"LICENSE": "00", "a b/ü.txt": "11"}),
    )

    again = tomli.loads(as_toml(written).decode())

    assert again["work"] == work
    assert again["custom"][0]["text"] == text
    try:
        assert parse_answers(as_toml(written), "x") == checked(written)
    except ReadError:
        with pytest.raises(ReadError):
            checked(written)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"work": ""}, "work is empty"),
        ({"licensor": "  "}, "licensor is empty"),
        ({"work": "a\nb"}, "line break"),
        ({"work": "a\x1b[31m"}, "control characters"),
        ({"law": "\u202eabc"}, "control characters"),
        ({"work": "x" * 201}, "longer than 200"),
        ({"artifacts": ()}, "no artifact"),
        ({"file": "../LICENSE"}, "not a file name"),
        ({"file": ".hidden"}, "not a file name"),
        ({"cure_days": -1}, "cure-days"),
        ({"url": "javascript:alert(1)"}, "not a URL"),
        ({"inherited": (Inherited(source="a\nb", license="x"),)}, "inherited or combined source"),
        ({"custom": (Custom(id="a b", text="x", use="minors"),)}, "not an id"),
        ({"custom": (Custom(id="a", text="", use="minors"),)}, "is empty"),
        ({"clauses": ("law",) * 401}, "more than 400"),
    ],
)
def test_what_cannot_stand_in_a_licence_is_refused(given, says):
    with pytest.raises(ReadError, match=says):
        checked(answers(**given))


@pytest.mark.parametrize(
    "content",
    [
        b"\xff",
        b"work = ",
        b"[" * 100_000,
        b"x" * 500_001,
        b"work = 1",
        b'unknown = "x"',
        b"",
        b'schema = "rail.license/2"',
    ],
)
def test_a_broken_answers_file_is_named_and_never_a_crash(content):
    with pytest.raises(ReadError) as fault:
        parse_answers(content, "rail-license.toml")

    assert fault.value.place == "rail-license.toml"
