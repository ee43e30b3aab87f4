from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import msgspec
import pytest

from tests.conftest import ROOT

Here = Callable[..., SimpleNamespace]

CLEAN = "Permission is granted to anyone to run, change and hand on this package.\n"
UNFINISHED = """Orchard RAIL-M
Copyright (c) 2026 Orchard Cooperative

The Licensor hereby grants you a licence to use and copy the Model.

You must bind every recipient: include the restrictions of Attachment A as an enforceable term in each agreement.

Attachment A

You agree not to use the Model:

[insert the forbidden uses]
"""


@pytest.fixture
def text(tmp_path: Path) -> Callable[[str, str], None]:
    def write(name: str, content: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    return write


def test_errors_are_told_by_line_with_a_remedy_and_exit_with_1(here: Here, text: Callable[[str, str], None]) -> None:
    text("LICENSE", UNFINISHED)
    done = here("lint", "LICENSE")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert "LICENSE:12: E-PLACEHOLDER placeholder left: [insert the forbidden uses]" in lines
    assert any(line.startswith("LICENSE:8: E-ATTACHMENT-EMPTY Attachment A is empty") for line in lines)
    assert "  = help: replace the bracket with the words meant, or delete the passage" in lines
    assert not any("= why" in line for line in lines)
    assert lines[-1].startswith("2 errors, ")


def test_verbose_says_why_each_finding_matters_and_which_rule_of_check_it_is(
    here: Here, text: Callable[[str, str], None]
) -> None:
    text("LICENSE", UNFINISHED)
    assert "(as RAIL401 of `rail check`)" in here("lint", "-v", "LICENSE").stdout


def test_a_clean_text_exits_with_0(here: Here, text: Callable[[str, str], None]) -> None:
    text("LICENSE", CLEAN)
    done = here("lint", "LICENSE")
    assert (done.returncode, done.stdout) == (0, "nothing to say in 1 file\n")


def test_warnings_fail_only_when_strict_and_exit_zero_never(here: Here, text: Callable[[str, str], None]) -> None:
    text("LICENSE", UNFINISHED.replace("[insert the forbidden uses]", "(a) to build weapons."))
    assert [here("lint", *more, "LICENSE").returncode for more in ([], ["--strict"], ["--strict", "--exit-zero"])] == [
        0,
        1,
        0,
    ]


def test_files_that_are_not_there_are_told_and_the_others_checked(here: Here, text: Callable[[str, str], None]) -> None:
    text("LICENSE", CLEAN)
    assert here("lint", "LICENSE", "GONE").returncode == 0
    assert "GONE: not read: no such file" in here("lint", "LICENSE", "GONE").stdout
    assert here("lint", "--strict", "LICENSE", "GONE").returncode == 4
    assert here("lint", "GONE").returncode == 3


def test_a_folder_and_a_binary_file_are_not_read(here: Here, tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"\0\1\2" * 50)
    done = here("lint", ".", "model.bin")
    assert done.returncode == 3
    assert "not a file" in done.stdout
    assert "not a text" in done.stdout


def test_json_follows_the_published_schema_and_counts_by_level(here: Here, text: Callable[[str, str], None]) -> None:
    text("LICENSE", UNFINISHED)
    done = here("lint", "--format", "json", "LICENSE", "GONE")
    report = msgspec.json.decode(done.stdout)
    jsonschema.validate(report, msgspec.json.decode((ROOT / "docs" / "schema" / "rail.lint-1.json").read_bytes()))
    assert done.returncode == 1
    assert report["schema"] == "rail.lint/1"
    assert [file["path"] for file in report["files"]] == ["LICENSE", "GONE"]
    assert report["summary"]["error"] == 2
    assert report["files"][1]["problems"] == ["no such file"]
    first = next(each for each in report["files"][0]["findings"] if each["code"] == "E-PLACEHOLDER")
    assert (first["line"], first["level"], first["rule"]) == (12, "error", "RAIL401")


def test_a_card_that_names_another_licence_than_the_text_beside_it_is_an_error(
    here: Here, text: Callable[[str, str], None]
) -> None:
    text("models/README.md", "---\nlicense: mit\n---\n# Orchard\n")
    text("models/LICENSE", UNFINISHED.replace("[insert the forbidden uses]", "(a) to build weapons."))
    done = here("lint", "models/README.md")
    assert done.returncode == 1
    assert "models/README.md:2: E-TAG-TEXT the card says 'mit', LICENSE is " in done.stdout


def test_a_card_and_a_text_that_agree_give_nothing(here: Here, text: Callable[[str, str], None]) -> None:
    text("README.md", "---\nlicense: apache-2.0\n---\n# Orchard\n")
    text("LICENSE", (ROOT / "LICENSE").read_text(encoding="utf-8"))
    assert here("lint", "README.md", "LICENSE").stdout == "nothing to say in 2 files\n"


def test_control_characters_of_a_text_do_not_reach_the_terminal(here: Here, text: Callable[[str, str], None]) -> None:
    text("LICENSE", "Copyright (c) 2026 [your name \x1b[31m\u202e]\n")
    assert "\x1b" not in here("lint", "LICENSE").stdout
    assert "\u202e" not in here("lint", "LICENSE").stdout


def test_an_unknown_format_is_a_usage_error(here: Here) -> None:
    assert here("lint", "--format", "xml", "LICENSE").returncode == 2
