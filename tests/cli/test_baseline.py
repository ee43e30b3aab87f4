"""`rail check --write-baseline` and `--baseline`: a project that starts with findings."""

import json

import pytest

BLOOM = 'AutoModel.from_pretrained("bigscience/bloom")\n'
CASE = '[[use-case]]\nid = "patrol"\nuses = ["crime-prediction"]\n'


@pytest.fixture
def project(tmp_path):
    (tmp_path / "rail.toml").write_text(CASE)
    (tmp_path / "app.py").write_text(BLOOM)
    return tmp_path


def test_what_the_baseline_accepts_does_not_count_and_what_is_new_does(here, project):
    written = here("check", "--write-baseline", "known.json")
    again = here("check", "--baseline", "known.json")
    (project / "more.py").write_text(BLOOM.replace("bloom", "bloomz"))
    new = here("check", "--baseline", "known.json", "--format", "json")

    assert (written.returncode, written.stdout) == (0, "")
    assert "wrote known.json: 2 findings are accepted from now on" in written.stderr
    assert again.returncode == 0
    assert "0 findings (2 ignored)" in again.stdout
    assert new.returncode == 1
    open_ = [each for each in json.loads(new.stdout)["findings"] if "suppressed" not in each]
    assert {each["location"]["path"] for each in open_} == {"more.py"}
    kept = [each["suppressed"] for each in json.loads(new.stdout)["findings"] if "suppressed" in each]
    assert kept == [{"reason": "in the baseline", "location": {"path": "known.json"}}] * 2


def test_the_configuration_names_a_baseline_beside_itself(here, project, monkeypatch):
    here("check", "--write-baseline", "known.json")
    (project / "rail.toml").write_text('baseline = "known.json"\n' + CASE)
    (project / ".git").mkdir()
    below = project / "src"
    below.mkdir()
    monkeypatch.chdir(below)

    run = here("check", "..")

    assert run.returncode == 0
    assert "(2 ignored)" in run.stdout


def test_an_entry_that_meets_nothing_is_reported(here, project):
    here("check", "--write-baseline", "known.json")
    (project / "app.py").write_text("pass\n")

    run = here("check", "--baseline", "known.json")

    assert run.returncode == 0
    assert "warning[RAIL503]: 2 entries of the baseline meet nothing" in run.stdout
    assert "--> known.json" in run.stdout


def test_the_same_findings_give_the_same_bytes(here, project):
    here("check", "--write-baseline", "one.json")
    (project / "app.py").write_text("\n\n" + BLOOM)
    here("check", "--write-baseline", "two.json", "--exclude", "one.json")

    assert (project / "one.json").read_bytes() == (project / "two.json").read_bytes()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "cannot read the baseline: No such file or directory"),
        (b"\xff\xfe", "not a baseline: "),
        (b"[]", "not a baseline: "),
        (b'{"schema": "rail.baseline/9", "findings": []}', "baseline of another version: rail.baseline/9"),
        (b'{"schema": "rail.baseline/1", "findings": [{"rule": 1}]}', "not a baseline: "),
        (b"[" * 100_000, "not a baseline: "),
    ],
)
def test_a_file_that_is_no_baseline_is_a_usage_error(here, project, content, problem):
    if content is not None:
        (project / "known.json").write_bytes(content)

    run = here("check", "--baseline", "known.json")

    assert run.returncode == 2
    assert run.stderr.startswith(f"error: {problem}")
    assert "rail check --write-baseline known.json" in run.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--baseline", "a", "--write-baseline", "b"), ("--baseline", "a", "--since", "main")],
)
@pytest.mark.usefixtures("project")
def test_two_ways_at_once_are_a_usage_error(here, arguments):
    run = here("check", *arguments)

    assert run.returncode == 2
    assert "exclude one another" in run.stderr


def test_an_unwritable_baseline_is_an_error_and_leaves_nothing(here, project):
    run = here("check", "--write-baseline", "missing/known.json")

    assert run.returncode == 2
    assert not (project / "missing").exists()


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("RAIL305", 1),
        ("never,RAIL305", 1),
        ("RAIL302,never", 0),
        ("never, RAIL101", 1),
        ("unknown,RAIL999", 2),
        ("unknown,never", 2),
        ("", 2),
        (",", 2),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_rule_may_fail_a_check_whatever_its_verdict(here, value, code):
    assert here("check", "--fail-on", value).returncode == code


def test_the_configuration_names_rules_that_fail(here, project):
    (project / "rail.toml").write_text('fail-on = "never"\nfail-on-rules = ["RAIL305"]\n' + CASE)
    failing = here("check")
    (project / "rail.toml").write_text('fail-on-rules = ["RAIL"]\n' + CASE)
    wrong = here("check")

    assert failing.returncode == 1
    assert wrong.returncode == 2
    assert "rail.toml:1" in wrong.stderr


def test_what_another_policy_denies_for_another_licence_is_new(here, project):
    policies = [
        f'[[policy]]\nid = "no-{each}"\ndecide = "deny"\nlicenses = ["{each}"]\nreason = "no"\n'
        for each in ("GPL-3.0-only", "SSPL-1.0")
    ]
    (project / "rail.toml").write_text(CASE + "".join(policies))
    manifest = project / "node_modules" / "part" / "package.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_text('{"name": "part", "version": "1.0.0", "license": "GPL-3.0-only"}')
    here("check", "--write-baseline", "known.json")
    same = here("check", "--baseline", "known.json")
    manifest.write_text('{"name": "part", "version": "2.0.0", "license": "SSPL-1.0"}')
    other = here("check", "--baseline", "known.json", "--format", "json")

    assert same.returncode == 0
    open_ = [each for each in json.loads(other.stdout)["findings"] if "suppressed" not in each]
    assert ("RAIL601", "pkg:npm/part@2.0.0") in {(each["rule"], each.get("component")) for each in open_}
