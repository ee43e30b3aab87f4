from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import msgspec

from tests.conftest import ROOT

Here = Callable[..., SimpleNamespace]

TEXT = """Orchard RAIL-M

You may use and copy the Model.

You agree not to use the Model:

(a) to build or guide weapons;
(b) to provide medical advice.
"""


def test_two_licences_of_the_catalogue_are_compared_with_their_terms(here: Here) -> None:
    done = here("diff", "creativeml-openrail-m", "creativeml-openrail-pp-m")
    assert done.returncode == 0
    assert "Other terms" in done.stdout
    assert "duty to update" in done.stdout
    assert done.stdout.endswith(" unchanged\n")


def test_two_texts_are_compared_with_their_words_and_lines(here: Here, tmp_path: Path) -> None:
    (tmp_path / "OLD").write_text(TEXT, encoding="utf-8")
    (tmp_path / "NEW").write_text(
        TEXT.replace("(b) to provide medical advice.", "(b) to spread spam."), encoding="utf-8"
    )
    done = here("diff", "OLD", "NEW")
    assert done.returncode == 0
    assert "Added: barred in the second only" in done.stdout
    assert "Dropped: barred in the first only" in done.stdout
    assert "line 8" in done.stdout
    assert "medical advice" in done.stdout


def test_a_text_is_compared_with_a_licence(here: Here, tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text(TEXT, encoding="utf-8")
    done = here("diff", "creativeml-openrail-m", "LICENSE")
    assert done.returncode == 0
    assert "military.weapons" in done.stdout
    assert "Other terms" not in done.stdout


def test_json_follows_the_published_schema(here: Here) -> None:
    done = here("diff", "llama2", "MIT", "-f", "json")
    report = msgspec.json.decode(done.stdout)
    jsonschema.validate(report, msgspec.json.decode((ROOT / "docs" / "schema" / "rail.diff-1.json").read_bytes()))
    assert report["schema"] == "rail.diff/1"
    assert {each["change"] for each in report["clauses"]} == {"dropped"}
    assert report["after"]["restrictions"] == 0


def test_a_licence_and_itself_differ_in_nothing(here: Here) -> None:
    report = msgspec.json.decode(here("diff", "bigcode-openrail-m", "bigcode-openrail-m", "-f", "json").stdout)
    assert (report["clauses"], report["terms"]) == ([], [])


def test_what_is_neither_a_file_nor_a_licence_is_a_usage_error_with_the_nearest(here: Here) -> None:
    done = here("diff", "creativeml-openrial-m", "MIT")
    assert done.returncode == 2
    assert "creativeml-openrail-m" in done.stderr


def test_a_name_for_several_licences_is_a_usage_error_that_lists_them(here: Here) -> None:
    done = here("diff", "gemma", "MIT")
    assert done.returncode == 2
    assert "say which: gemma-2024-04-01, gemma-2025-03-24" in done.stderr


def test_explain_shows_the_clause_on_a_line_with_the_words_that_forbid(here: Here, tmp_path: Path) -> None:
    (tmp_path / "LICENSE").write_text(TEXT, encoding="utf-8")
    done = here("explain", "LICENSE:7")
    assert done.returncode == 0
    assert "military.weapons [prohibited]" in done.stdout
    assert "line 5 forbids: You agree not to use the Model:" in done.stdout


def test_explain_knows_the_checks_of_lint(here: Here) -> None:
    assert "what to do" in here("explain", "W-LAW").stdout
    assert here("explain", "W-NOTHING").returncode == 2
