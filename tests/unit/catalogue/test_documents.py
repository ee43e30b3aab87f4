import pytest

from rail.catalogue.documents import MAX_BYTES, parse_document, read_document
from rail.errors import RailError


def parse(text: str | bytes, shape: type = dict) -> object:
    return parse_document(text.encode() if isinstance(text, str) else text, shape, "x.yaml")


def test_words_that_other_readers_guess_at_stay_words():
    found = parse("a: no\nb: 2019\nc: 2022-08-18\nd: 1e3\ne: on\n")

    assert found == {"a": "no", "b": "2019", "c": "2022-08-18", "d": "1e3", "e": "on"}


def test_true_false_and_null_are_read():
    assert parse("a: true\nb: false\nc: null\nd:\ne: ~\n") == {"a": True, "b": False, "c": None, "d": None, "e": None}


@pytest.mark.parametrize(
    ("text", "problem", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate key 'a'", "x.yaml:3"),
        ("a: {b: 1, b: 2}\n", "duplicate key 'b'", "x.yaml:1"),
        ("a: &x 1\nb: *x\n", "aliases are not allowed", "x.yaml:1"),
        ("a: [&x [1], *x, *x]\n", "aliases are not allowed", "x.yaml:1"),
        ("a: !!python/object/apply:os.system [ls]\n", "could not determine a constructor", "x.yaml:1"),
        ("true: 1\n", "a key must be a word", "x.yaml:1"),
        ("? [a]\n: 1\n", "a key must be a word", "x.yaml:1"),
        ("a: [1\n", "did not find expected", "x.yaml:2"),
        ("a: 1\n--- \nb: 2\n", "but found another document", "x.yaml:2"),
        (b"a: \xff\n", "not UTF-8", "x.yaml"),
        ("[" * 900_000, "nested deeper than 64", "x.yaml"),
        ("[\n" * 300_000 + "]" * 300_000, "nested deeper than 64", "x.yaml"),
        ("- " * 300_000, "nested deeper than 64", "x.yaml"),
        ("".join(" " * n + "a:\n" for n in range(1500)), "not YAML", "x.yaml"),
        ("a: \x07\n", "control characters are not allowed", "x.yaml"),
    ],
)
def test_what_is_outside_the_subset_is_refused_with_its_place(text: str | bytes, problem: str, place: str):
    with pytest.raises(RailError) as caught:
        parse(text)

    assert problem in str(caught.value)
    assert caught.value.place.startswith(place)


def test_a_file_that_is_too_large_is_not_parsed():
    with pytest.raises(RailError, match="bytes; a data file has at most"):
        parse(b"#" * (MAX_BYTES + 1))


def test_a_wrong_shape_names_the_path_inside_the_document():
    with pytest.raises(RailError, match=r"Expected `int`, got `str` - at `\$\[\.\.\.\]`"):
        parse("a: x\n", dict[str, int])


def test_a_missing_file_is_an_error_of_ours(tmp_path):
    with pytest.raises(RailError, match="cannot be read"):
        read_document(tmp_path / "none.yaml", dict)
