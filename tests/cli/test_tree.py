import json

from tests.cli.test_explain import LOCK

TREE = """\
generic/shop@1.0.0 (this project)
├── npm/a@1.0.0
│   └── npm/react-leaflet@5.0.0 restricts use by reference: hippocratic-2.1
│               bars      human-rights, law-violation, privacy, surveillance +9
│               is here   generic/shop@1.0.0 → npm/a@1.0.0 → npm/react-leaflet@5.0.0 (package-lock.json:39)
├── npm/b@1.0.0
│   └── npm/a@1.0.0 (*)
└── npm/t@1.0.0 [dev]
    └── npm/react-leaflet@4.2.1 [dev] restricts use by reference: hippocratic-2.1
                bars      human-rights, law-violation, privacy, surveillance +9
                is here   generic/shop@1.0.0 → npm/t@1.0.0 [dev] → npm/react-leaflet@4.2.1 [dev] (package-lock.json:43)
(*) stands open elsewhere in the tree
"""


def test_the_tree_of_a_project_is_drawn_and_a_saved_report_draws_the_same(here, tmp_path):
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "package-lock.json").write_text(json.dumps(LOCK, indent=1))

    drawn = here("scan", "web", "--tree", "-q", "-o", "json=saved.json")

    assert drawn.returncode == 0
    assert drawn.stdout.startswith(TREE)
    assert here("scan", "web", "--format", "tree", "-q").stdout == drawn.stdout
    assert here("convert", "saved.json", "-f", "tree", "-q").stdout == drawn.stdout


def test_a_tree_and_another_format_exclude_one_another(here, tmp_path):
    (tmp_path / "package-lock.json").write_text(json.dumps(LOCK))

    run = here("scan", "--tree", "--format", "json")

    assert run.returncode == 2
    assert "--tree and --format json exclude one another" in run.stderr


def test_a_terminal_that_knows_no_lines_gets_escapes_and_no_traceback(rail, tmp_path):
    (tmp_path / "package-lock.json").write_text(json.dumps(LOCK))

    run = rail("scan", "--tree", "-q", env={"PYTHONIOENCODING": "ascii"})

    assert run.returncode == 0
    assert "\\u251c\\u2500" in run.stdout
