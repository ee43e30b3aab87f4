"""`# rail: ignore[RAIL101] reason`, in the whole program."""

import json

import pytest

BLOOM = 'AutoModel.from_pretrained("bigscience/bloom")'
CASE = '[[use-case]]\nid = "patrol"\nuses = ["crime-prediction"]\n'


@pytest.fixture
def project(tmp_path):
    (tmp_path / "rail.toml").write_text(CASE)
    return tmp_path


def check(here, *arguments):
    run = here("check", "--format", "json", *arguments)
    return run, json.loads(run.stdout)


def open_rules(report):
    return sorted(each["rule"] for each in report["findings"] if "suppressed" not in each)


def test_a_comment_covers_its_line_and_says_who_why_and_until_when(here, project):
    (project / "a.py").write_text(f"{BLOOM}  # rail: ignore[RAIL101] contract 17 until=2999-01-01 owner=ana\n")

    run, report = check(here)

    assert run.returncode == 0
    assert open_rules(report) == ["RAIL305"]
    assert [each["suppressed"] for each in report["findings"] if "suppressed" in each] == [
        {"reason": "contract 17", "location": {"path": "a.py", "line": 1}, "owner": "ana", "until": "2999-01-01"}
    ]


def test_a_comment_on_a_line_of_its_own_covers_the_next(here, project):
    (project / "a.py").write_text(f"# rail: ignore[RAIL101, RAIL305] contract 17\n{BLOOM}\n")

    run, report = check(here)

    assert run.returncode == 0
    assert open_rules(report) == []


def test_one_comment_does_not_speak_for_another_place(here, project):
    (project / "a.py").write_text(f"{BLOOM}  # rail: ignore[RAIL101] contract 17\n")
    (project / "b.py").write_text(f"{BLOOM}\n")
    run, report = check(here)
    assert run.returncode == 1
    assert open_rules(report) == ["RAIL101", "RAIL305"]

    (project / "b.py").write_text(f"{BLOOM}  # rail: ignore[RAIL101] contract 17\n")
    run, report = check(here)

    assert run.returncode == 0


def test_a_comment_that_ended_or_meets_nothing_is_a_finding(here, project):
    (project / "a.py").write_text(
        f"{BLOOM}  # rail: ignore[RAIL101] until=2020-01-01 contract 1\nx = 1  # rail: ignore[RAIL101] nothing\n"
    )

    run, report = check(here)

    assert run.returncode == 1
    assert open_rules(report) == ["RAIL101", "RAIL305", "RAIL502", "RAIL503"]


def test_a_comment_without_a_reason_is_said_to_have_no_effect(here, project):
    (project / "a.py").write_text(f"{BLOOM}  # rail: ignore[RAIL101]\n")

    run, report = check(here)

    assert run.returncode == 1
    assert report["problems"] == [
        {
            "location": {"path": "a.py", "line": 1},
            "message": "an ignore without a reason has no effect",
            "hint": "write `# rail: ignore[RAIL101] why it may stay`",
        }
    ]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("LICENSE", "Not for crime prediction. # rail: ignore[RAIL101, RAIL301] the licence says so itself\n"),
        ("README.md", "<!-- rail: ignore[RAIL101] -->\nlicense: openrail\n"),
        ("vendor/lib/load.py", f"{BLOOM}  # rail: ignore[RAIL101] the vendor says so\n"),
        ("node_modules/lib/load.js", "// rail: ignore[RAIL101] the package says so\n"),
    ],
)
def test_other_peoples_files_cannot_excuse_themselves(here, project, path, content):
    (project / path).parent.mkdir(parents=True, exist_ok=True)
    (project / path).write_text(content)
    (project / "a.py").write_text(f"{BLOOM}\n")

    run, report = check(here)

    assert run.returncode == 1
    assert [each for each in report["findings"] if "suppressed" in each] == []


def test_paths_of_several_inputs_are_kept_apart(here, project):
    for name in ("one", "two"):
        (project / name).mkdir()
        (project / name / "a.py").write_text(f"{BLOOM}  # rail: ignore[RAIL101] contract 17\n")
    run, _ = check(here, "one", "two")
    assert run.returncode == 0

    (project / "two" / "a.py").write_text(f"{BLOOM}\n")
    run, _ = check(here, "one", "two")

    assert run.returncode == 1


def test_without_ignores_comments_count_for_nothing(here, project):
    (project / "a.py").write_text(f"{BLOOM}  # rail: ignore[RAIL101] contract 17\n")

    run, report = check(here, "--no-ignores")

    assert run.returncode == 1
    assert [each for each in report["findings"] if "suppressed" in each] == []


@pytest.mark.parametrize("place", ["external/part", "third_party/part", "3rdparty/part", "lib/site-packages/part"])
def test_code_of_others_cannot_say_that_what_it_uses_does_not_count(here, project, place):
    (project / place).mkdir(parents=True)
    (project / place / "app.py").write_text(f"{BLOOM}  # rail: ignore[RAIL101] it is fine\n")

    assert not [each for each in check(here)[1]["findings"] if "suppressed" in each]


@pytest.mark.parametrize("submodule", [True, False])
def test_a_repository_within_the_folder_cannot_say_that_what_it_uses_does_not_count(here, project, submodule):
    inner = project / "inner" / "deep"
    inner.mkdir(parents=True)
    if submodule:
        (inner.parent / ".git").write_text("gitdir: ../.git/modules/inner\n")
    else:
        (inner.parent / ".git").mkdir()
    (inner / "app.py").write_text(f"{BLOOM}  # rail: ignore[RAIL101] it is fine\n")

    run, report = check(here)

    assert run.returncode == 1
    assert "RAIL101" in open_rules(report)
