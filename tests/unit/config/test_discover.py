"""Which configuration is found, and how its mistakes are answered."""

import msgspec
import pytest

from rail.config.check import check_facts, check_uses
from rail.config.discover import MAX_SIZE, discover
from rail.config.published import schema_json
from rail.config.schema import FailOn
from rail.config.starter import Answers, starter
from rail.errors import UsageError

GOOD = """\
fail-on = "unknown"

[[use-case]]
title = "Patrols"
id = "patrols"
uses = ["policing.prediction"]
facts = {consent = true}

[[ignore]]
rule = "RAIL305"
component = "pkg:pypi/*"
reason = "pinned elsewhere"
until = 2027-03-31
"""


def write(folder, name, text):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def fault(folder, text, name="rail.toml"):
    write(folder, name, text)
    with pytest.raises(UsageError) as caught:
        discover(None, folder)
    return caught.value


def test_without_configuration_the_defaults_hold_and_say_so(tmp_path):
    loaded = discover(None, tmp_path)
    assert loaded.path is None
    assert loaded.why == "no rail.toml and no [tool.rail] here"
    assert loaded.config.use_case == ()


def test_a_file_is_read_with_the_lines_of_its_tables(tmp_path):
    write(tmp_path, "rail.toml", GOOD)
    loaded = discover(None, tmp_path)
    assert (loaded.path, loaded.why, loaded.lines) == ("rail.toml", "nearest rail.toml", {"patrols": 5})
    assert loaded.config.fail_on is FailOn.UNKNOWN
    assert (loaded.config.ignore[0].until, loaded.config.ignore[0].line) == ("2027-03-31", 9)


def test_the_nearest_file_upwards_to_the_repository_root_holds(tmp_path):
    write(tmp_path, "rail.toml", GOOD)
    root = tmp_path / "repo"
    inner = root / "a" / "b"
    inner.mkdir(parents=True)
    (root / ".git").mkdir()
    assert discover(None, inner).path is None
    assert discover(None, inner).why.endswith("up to the repository root")
    write(root, "pyproject.toml", '[tool.rail]\nexclude = ["x"]\n')
    assert discover(None, inner).path == "../../pyproject.toml"
    write(root / "a", "rail.toml", "")
    assert discover(None, inner).path == "../rail.toml"


def test_outside_a_repository_only_the_current_folder_counts(tmp_path):
    write(tmp_path, "rail.toml", GOOD)
    (tmp_path / "inner").mkdir()
    assert discover(None, tmp_path / "inner").path is None


def test_rail_toml_wins_over_pyproject_beside_it_and_says_so(tmp_path):
    write(tmp_path, "rail.toml", "strict = true\n")
    write(tmp_path, "pyproject.toml", "[tool.rail]\nstrict = false\n")
    loaded = discover(None, tmp_path)
    assert loaded.config.strict
    assert "wins over [tool.rail] in pyproject.toml" in loaded.why


def test_a_pyproject_of_somebody_else_is_passed_over(tmp_path):
    write(tmp_path, "pyproject.toml", '[project]\nname = "trail"\n')
    assert discover(None, tmp_path).path is None
    write(tmp_path, "pyproject.toml", "this = is [broken and says rail")
    assert discover(None, tmp_path).path is None
    write(tmp_path, "pyproject.toml", 'tool = "rail"')
    assert discover(None, tmp_path).path is None


def test_a_broken_pyproject_with_our_table_is_an_error(tmp_path):
    error = fault(tmp_path, "[tool.rail]\nstrict = tru\n", "pyproject.toml")
    assert error.place == "pyproject.toml:2"


def test_a_named_file_is_read_whatever_it_is_called(tmp_path):
    path = write(tmp_path, "sub/my.toml", GOOD)
    loaded = discover(path, tmp_path)
    assert (loaded.path, loaded.why) == ("sub/my.toml", "named by --config")


def test_a_named_pyproject_needs_the_table(tmp_path):
    path = write(tmp_path, "pyproject.toml", "[tool.rail]\nstrict = true\n")
    assert discover(path, tmp_path).config.strict
    write(tmp_path, "pyproject.toml", "[tool.other]\n")
    with pytest.raises(UsageError, match=r"no \[tool.rail\] table"):
        discover(path, tmp_path)


def test_a_named_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="cannot read the configuration: No such file") as caught:
        discover(tmp_path / "no.toml", tmp_path)
    assert caught.value.place == "no.toml"


CASE = '[[use-case]]\nid = "a"\nuses = ["x"]\n'
IGNORE = '[[ignore]]\nrule = "RAIL301"\nreason = "why"\n'


@pytest.mark.parametrize(
    ("text", "line", "problem", "hint"),
    [
        ("fail_on = 'never'", 1, "unknown key `fail_on`", "did you mean `fail-on`?"),
        ("\nzzzzzz = 1", 2, "unknown key `zzzzzz`", "known: "),
        ('"a\\u001b" = 1', 1, r"unknown key `'a\x1b'`", "known"),
        (CASE + "factz = {}\n", 4, "unknown key `factz`", "did you mean `facts`?"),
        (IGNORE + "line = 3\n", 4, "unknown key `line`", "did you mean `rule`?"),
        ("use-case = 3", 1, "`use-case`: expected a list, got a number", ""),
        ("[use-case]\nid = 'a'", 1, "[use-case] is one table", "two brackets"),
        ("use-case = [3]", 1, "`use-case[0]`: expected a table, got a number", ""),
        (CASE + CASE.replace('"x"', "3"), 6, "`use-case[1].uses[0]`: expected a string, got a number", ""),
        (CASE + "facts = {consent = 'yes'}", 4, "`use-case[0].facts[...]`: expected true or false, got a string", ""),
        ("fail-on = 'sometimes'", 1, "`fail-on`: invalid enum value 'sometimes'", "one of prohibited, unknown"),
        ("[[use-case]]\nuses = ['x']", 1, "[[use-case]] needs `id`", ""),
        ("[[ignore]]\nrule = 'RAIL301'", 1, "[[ignore]] needs `reason`", "say why"),
        (IGNORE.replace("why", "  "), 3, "empty `reason`", "say why"),
        (IGNORE.replace("RAIL301", "all"), 2, "no rule id: `all`", ""),
        (IGNORE + "until = 'soon'", 4, "`until` is not a date: soon", "YYYY-MM-DD"),
        (IGNORE + "until = '2027-02-30'", 4, "`until` is not a date", ""),
        (IGNORE + "until = 2027-02-03T04:05:06", 4, "`ignore[0].until`: expected a string, got a date and time", ""),
        ("[[ignore]]\nreason = 'why'", 2, "an ignore of everything", "name a rule"),
        ("[[override]]\ncomponent = 'x'\nreason = 'y'", 2, "an override that changes nothing", "license"),
        ("[[override]]\ncomponent='x'\nlicense='MIT'\nreason = ''", 4, "empty `reason`", ""),
        (CASE + CASE, 5, "use case `a` is declared twice", ""),
        (CASE.replace('"x"', ""), 3, "use case `a` declares no use", "rail catalogue"),
        (CASE.replace('"a"', '" "'), 2, "a use case needs an id", ""),
    ],
)
def test_a_mistake_is_answered_with_file_line_and_key(tmp_path, text, line, problem, hint):
    error = fault(tmp_path, text)
    assert error.place == f"rail.toml:{line}"
    assert problem in error.problem
    assert hint in error.hint


def test_lines_are_counted_in_pyproject_too(tmp_path):
    text = "[project]\nname = 'x'\n\n[[tool.rail.use-case]]\nuses = ['x']\nid = 'a'\n"
    text += "[[tool.rail.use-case]]\nid = 3\nuses = []\n"
    error = fault(tmp_path, text, "pyproject.toml")
    assert error.place == "pyproject.toml:8"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"a = \xff", "not UTF-8"),
        (b"a = ", "not TOML"),
        (b"a = " + b"[" * 100_000, "not"),
        (b"a = " + b"1" * 5000, "not"),
        (b"#" * (MAX_SIZE + 1), "larger than"),
        (b"a = 1\na = 2", "not TOML"),
    ],
)
def test_hostile_files_are_refused(tmp_path, content, problem):
    assert problem in fault(tmp_path, content).problem


def test_a_byte_order_mark_and_crlf_are_accepted(tmp_path):
    write(tmp_path, "rail.toml", b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert discover(None, tmp_path).lines == {"patrols": 5}


FULL = {"prediction": "policing.prediction", "policing": "policing", "fraud": "policing.prediction.fraud"}


def resolve(word):
    if word not in FULL:
        raise UsageError(f"unknown use: {word}", hint="nearest")
    return FULL[word]


def loaded_with(folder, case):
    write(folder, "rail.toml", f'\n[[use-case]]\nid = "a"\n{case}\n')
    return discover(None, folder)


def test_uses_become_full_ids(tmp_path):
    loaded = check_uses(loaded_with(tmp_path, 'uses = ["prediction", "prediction"]\nexcludes = ["fraud"]'), resolve)
    case = loaded.config.use_case[0]
    assert (case.uses, case.excludes) == (("policing.prediction",), ("policing.prediction.fraud",))


def test_an_unknown_use_is_an_error_at_its_use_case(tmp_path):
    with pytest.raises(UsageError, match="use case `a`: unknown use: x") as caught:
        check_uses(loaded_with(tmp_path, 'uses = ["x"]'), resolve)
    assert (caught.value.place, caught.value.hint) == ("rail.toml:3", "nearest")


@pytest.mark.parametrize("excluded", ["prediction", "policing"])
def test_a_use_cannot_be_declared_and_excluded(tmp_path, excluded):
    with pytest.raises(UsageError, match=r"both declares `policing\.prediction` and excludes"):
        check_uses(loaded_with(tmp_path, f'uses = ["prediction"]\nexcludes = ["{excluded}"]'), resolve)


def test_an_unknown_fact_is_an_error_with_the_nearest(tmp_path):
    loaded = loaded_with(tmp_path, 'uses = ["x"]\nfacts = {consents = true}')
    check_facts(loaded, {"consents"})
    with pytest.raises(UsageError, match="unknown fact `consents`") as caught:
        check_facts(loaded, {"consent", "disclosure"})
    assert caught.value.hint == "did you mean `consent`?"


def test_what_init_writes_can_be_read(tmp_path):
    answers = Answers(
        id='x"\n\ud800',
        title="T",
        uses=("a.b",),
        excludes=("a.b.c",),
        facts={"consent": False},
        questions={"consent": "Do they?\nfail-on = 'never'", "human-decides": "Who?"},
        fail_on="unknown",
    )
    write(tmp_path, "rail.toml", starter(answers).replace(r"x\"\U0000000a", "x"))
    config = discover(None, tmp_path).config
    assert config.use_case[0].facts == {"consent": False}
    assert config.use_case[0].excludes == ("a.b.c",)
    assert config.fail_on is FailOn.UNKNOWN
    assert "# human-decides = true" in starter(answers)


def test_without_a_use_init_writes_an_example_in_comments(tmp_path):
    write(tmp_path, "rail.toml", starter(Answers()))
    assert discover(None, tmp_path).config.use_case == ()


def test_the_schema_is_stable_and_hides_what_rail_fills_in():
    schema = msgspec.json.decode(schema_json())
    assert schema_json() == schema_json()
    assert "line" not in schema["$defs"]["Ignore"]["properties"]
    assert schema["$defs"]["Config"]["additionalProperties"] is False
