import json
import os
import re
from pathlib import Path

import pytest
import yaml

from rail.catalogue.covers import covers
from rail.cli.generate.folder import Folder
from rail.errors import RailError
from rail.generate.answers import FILE
from tests.barred import missed_and_added
from tests.conftest import ROOT

BASIC = ("--work", "Kestrel", "--licensor", "Example Lab", "-a", "M")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def generate(rail, folder):
    return lambda *arguments, **settings: rail("generate", "--out", str(folder), *arguments, **settings)


def everything(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_one_command_writes_the_licence_the_answers_and_the_policy(generate, folder):
    done = generate(*BASIC, "-p", "surveillance-and-crime")

    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "Kestrel OpenRAIL-M: 26 clauses" in done.stderr
    assert {"LICENSE-MODEL", "rail-license.toml", "rail-policy.json", "NOTICE"} <= {
        each.name for each in folder.iterdir()
    }
    assert generate("--check").returncode == 0


def test_what_it_writes_is_read_back_by_the_program(generate, rail, folder):
    generate(*BASIC, "-p", "medical")

    read = json.loads(rail("identify", "--format", "json", str(folder / "LICENSE-MODEL")).stdout)
    policy = json.loads((folder / "rail-policy.json").read_bytes())

    (file,) = read["files"]
    assert file["restricted"] == "yes"
    told = ((each["use"], each["mode"]) for each in file["restrictions"])
    wanted = ((bars["use"], bars["mode"]) for clause in policy["clauses"] for bars in clause["restricts"])
    assert missed_and_added(told, wanted) == (set(), set())
    assert rail("lint", "--strict", str(folder / "LICENSE-MODEL")).returncode == 0


def test_without_options_it_makes_the_same_bytes_again(generate, folder):
    generate(*BASIC, "--year", "2026", "--law", "Ireland")
    before = everything(folder)

    assert generate().returncode == 0
    assert everything(folder) == before


def test_options_are_laid_over_the_recorded_answers(generate, folder):
    generate(*BASIC)
    done = generate("-c", "malware", "--drop", "weapons-and-warfare")

    assert done.returncode == 0, done.stderr
    text = (folder / "LICENSE-MODEL").read_text()
    assert "[SE-01]" in text
    assert "[DE-01]" not in text
    assert "W-BASE" in done.stderr


def test_check_tells_what_was_changed_by_hand(generate, folder):
    generate(*BASIC)
    (folder / "LICENSE-MODEL").write_text("MIT\n")

    done = generate("--check")

    assert done.returncode == 1
    assert "LICENSE-MODEL: was changed by hand" in done.stderr


def test_check_tells_when_the_answers_moved(generate, folder):
    generate(*BASIC)
    answers = folder / FILE
    answers.write_text(answers.read_text().replace("cure-days = 30", "cure-days = 14"))

    done = generate("--check")

    assert done.returncode == 1
    assert "LICENSE-MODEL: does not say what the answers say" in done.stderr
    assert generate().returncode == 0
    assert generate("--check").returncode == 0


def test_comments_and_order_of_the_answers_stay(generate, folder):
    generate(*BASIC)
    answers = folder / FILE
    answers.write_text("# ours\n" + answers.read_text().replace("cure-days = 30", "cure-days = 14  # two weeks"))

    assert generate().returncode == 0

    assert answers.read_text().startswith("# ours\n")
    assert "cure-days = 14  # two weeks" in answers.read_text()
    assert answers.read_text().count("[lock]") == 1
    assert generate("--check").returncode == 0


def test_other_answers_in_the_folder_are_not_written_over(generate, folder, tmp_path):
    generate(*BASIC)
    other = tmp_path / "other.toml"
    other.write_text((folder / FILE).read_text().replace("Kestrel", "Heron"))
    before = everything(folder)

    done = generate("--answers", str(other))

    assert done.returncode == 2
    assert "other answers" in done.stderr
    assert everything(folder) == before
    assert generate("--answers", str(other), "--force").returncode == 0


def test_a_changed_file_is_never_written_over_without_force(generate, folder):
    folder.mkdir()
    (folder / "LICENSE-MODEL").write_text("my own\n")

    refused = generate(*BASIC)

    assert refused.returncode == 2
    assert "LICENSE-MODEL" in refused.stderr
    assert everything(folder) == {"LICENSE-MODEL": b"my own\n"}
    assert generate(*BASIC, "--force").returncode == 0
    assert b"Kestrel" in (folder / "LICENSE-MODEL").read_bytes()


def test_all_or_nothing(generate, folder):
    folder.mkdir()
    (folder / "rail-license").write_text("a file where a folder has to be")

    done = generate(*BASIC, "--force")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert everything(folder) == {"rail-license": b"a file where a folder has to be"}


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(28, "No space left on device", "d")])
def test_left_in_the_middle_of_writing_everything_is_as_before(folder, monkeypatch, fault):
    folder.mkdir()
    (folder / "a").write_bytes(b"old")
    moved = []

    def replace(source, target):
        if len(moved) == 2:
            raise fault
        moved.append(target)
        Path(source).rename(target)

    monkeypatch.setattr("rail.cli.generate.folder.os.replace", replace)
    with pytest.raises((KeyboardInterrupt, RailError)):
        Folder(str(folder)).write({"a": b"new", "b/c": b"new", "d": b"new"})

    assert len(moved) == 2
    assert everything(folder) == {"a": b"old"}
    assert [each.name for each in folder.iterdir()] == ["a"]


def test_upgrade_shows_what_changes(generate, folder):
    generate(*BASIC)
    answers = folder / FILE
    answers.write_text(answers.read_text().replace('clause-list = "1.0"', 'clause-list = "0.9"'))

    told = generate("--check")
    assert "moved from 0.9 to" in told.stderr

    answers.write_text(answers.read_text().replace("cure-days = 30", "cure-days = 14"))
    done = generate("--upgrade")
    assert done.returncode == 0
    assert "+++ LICENSE-MODEL (new)" in done.stdout
    assert "14 days" in done.stdout


def test_strict_writes_nothing_on_warnings(generate, folder):
    done = generate(*BASIC, "--no-base", "-c", "malware", "--strict")

    assert done.returncode == 1
    assert "W-BASE" in done.stderr
    assert not folder.exists()


def test_print_writes_nothing(generate, folder):
    done = generate(*BASIC, "--print")

    assert done.returncode == 0
    assert done.stdout.lstrip().startswith("Kestrel OpenRAIL-M License")
    assert not folder.exists()


def test_what_is_missing_is_named(generate):
    done = generate("--work", "Kestrel")

    assert done.returncode == 2
    assert "--licensor, --artifact" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--variant", "gpl"), "unknown variant"),
        (("-p", "nonsense"), "unknown preset"),
        (("-c", "survelance"), "nearest"),
        (("-a", "hardware"), "unknown artifact"),
        (("-f", "docx"), "unknown format"),
        (("--carve-out", "malware"), "not a carve-out"),
        (("--custom", "WH-1"), "not a clause"),
        (("--custom", "WH-1:environment="), "not a clause"),
        (("--custom", "WH-1:flying=to fly"), "unknown use"),
        (("--custom", "WH-1:environment:sometimes=to hunt"), "unknown mode"),
        (("--custom", "WH-1:environment:prohibited:Nowhere=to hunt"), "unknown domain"),
        (("--custom", "malware:environment=to hunt"), "has the id"),
        (("--with", "no-such-thing-at-all"), "no-such-thing-at-all"),
        (("--personal-data", "perhaps"), "Invalid enum value"),
        (("--cure-days", "1000"), "cure-days"),
        (("--inherit", "no-such-thing-at-all"), "no-such-thing-at-all"),
        (("--answers", "nowhere.toml"), "no answers"),
    ],
)
def test_a_wrong_option_is_a_usage_error_with_a_hint(generate, folder, arguments, says):
    done = generate(*BASIC, *arguments)

    assert done.returncode == 2
    assert says in done.stderr
    assert not folder.exists()


def test_inherit_takes_the_restrictions_of_a_model_over_and_says_whence(generate, folder):
    done = generate(*BASIC, "--inherit", "hf:bigscience/bloom-560m")

    assert done.returncode == 0, done.stderr
    policy = json.loads((folder / "rail-policy.json").read_bytes())
    whence = {clause["code"]: clause["inherited-from"] for clause in policy["clauses"]}
    assert whence["HE-02"] == ["hf:bigscience/bloom-560m"]
    assert "bigscience/bloom-560m" in (folder / "NOTICE").read_text()
    assert generate("--check").returncode == 0


@pytest.mark.parametrize(
    ("base", "told"),
    [("hf:bigscience/bloom", False), ("hf:meta-llama/Llama-2-7b", True), ("hf:nobody/knows", True)],
)
def test_only_a_base_that_may_restrict_more_is_told(generate, base, told):
    done = generate(*BASIC, "--inherit", base)

    assert done.returncode == 0, done.stderr
    assert (f"W-INHERIT: what restricts these is not known in full: {base}" in done.stderr) is told


def test_a_folder_elsewhere_without_a_licence_is_told_and_the_project_itself_is_not(generate, tmp_path):
    for name in ("base", "own"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "README.md").write_text("---\nlibrary_name: transformers\n---\n# A model\n")

    assert "W-INHERIT" in generate(*BASIC, "--inherit", str(tmp_path / "base")).stderr
    assert "W-INHERIT" not in generate(*BASIC, "--force", "--inherit", ".", cwd=tmp_path / "own").stderr


def test_an_inherited_clause_cannot_be_dropped_unnoticed(generate, folder):
    generate(*BASIC, "--inherit", "hf:bigscience/bloom-560m")
    before = everything(folder)

    done = generate("--drop", "medical-advice")

    assert done.returncode == 1
    assert "E-INHERIT" in done.stderr
    assert "health.medical-advice=prohibited" in done.stderr
    assert everything(folder) == before


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_out_of_the_folder_is_not_followed(generate, folder, tmp_path):
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (folder / "rail-license").symlink_to(tmp_path / "elsewhere")

    done = generate(*BASIC)

    assert done.returncode == 2
    assert "link" in done.stderr
    assert not list((tmp_path / "elsewhere").iterdir())
    assert [each.name for each in folder.iterdir()] == ["rail-license"]


def test_the_hook_checks_the_files_that_are_written(generate, folder):
    generate(*BASIC)
    hooks = {each["id"]: each for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}

    hook = hooks["rail-generate"]
    assert hook["entry"] == "rail generate --check"
    assert all(re.match(hook["files"], path.replace(os.sep, "/")) for path in everything(folder))


def test_inherit_reads_a_licence_made_by_the_program(generate, rail, folder, tmp_path):
    generate(*BASIC, "-p", "surveillance-and-crime")

    other = tmp_path / "other"
    done = rail(
        "generate", "--out", str(other), *BASIC, "--no-base", "-c", "law", "--inherit", str(folder / "LICENSE-MODEL")
    )

    assert done.returncode == 0, done.stderr
    first, second = (
        [
            (bars["use"], bars["mode"])
            for clause in json.loads(path.read_bytes())["clauses"]
            for bars in clause["restricts"]
        ]
        for path in (folder / "rail-policy.json", other / "rail-policy.json")
    )
    for use, mode in first:
        assert any(covers(own, use) and own_mode in {mode, "prohibited"} for own, own_mode in second), (use, mode)


def test_inherit_refuses_an_open_licence_over_a_research_only_base(generate, folder):
    done = generate(*BASIC, "--inherit", "opt-175b")

    assert done.returncode == 2
    assert "non-behavioural.non-research" in done.stderr
    assert "--variant research" in done.stderr
    assert not folder.exists()
    assert generate(*BASIC, "--variant", "research", "--inherit", "opt-175b").returncode == 0


def test_list_shows_presets_clauses_and_carve_outs(rail):
    done = rail("generate", "--list")

    assert done.returncode == 0
    assert "surveillance-and-crime" in done.stdout
    assert "PR-04  Surveillance  (prohibited, without-consent, if-unlawful)" in done.stdout
    assert "(prohibited, without-consent)  EU AI Act Art. 5(1)(f), Annex III 1(c)" in done.stdout
    assert "security-testing" in done.stdout


def test_a_clause_of_ones_own_is_added_kept_replaced_and_dropped(generate, folder):
    policy = folder / "rail-policy.json"

    def own() -> list[tuple[str, str, str]]:
        return [
            (clause["place"], bars["use"], clause["text"])
            for clause in json.loads(policy.read_bytes())["clauses"]
            for bars in clause["restricts"]
            if clause["code"] == "WH-1"
        ]

    done = generate(*BASIC, "--custom", "WH-1:environment::General=to locate whales for whaling.")
    assert done.returncode == 0, done.stderr
    assert [each[1:] for each in own()] == [("environment", "to locate whales for whaling")]
    assert "WH-1" not in done.stderr

    done = generate("--custom", "wh-1:crime-prediction=for predictive policing of whalers")
    assert "clause wh-1 bars law-enforcement.crime-prediction" in done.stderr
    assert (folder / "LICENSE-MODEL").read_text().count("[wh-1]") == 1
    assert own() == []

    assert generate("--drop", "WH-1").returncode == 0
    assert "wh-1" not in (folder / "LICENSE-MODEL").read_text()
    assert generate("--check").returncode == 0


def test_a_clause_of_ones_own_can_stand_alone(generate):
    done = generate(*BASIC, "--no-base", "--custom", "WH-1:environment=to locate whales for whaling")

    assert done.returncode == 0, done.stderr
    assert "1 clause," in done.stderr
    assert "W-BASE" in done.stderr


def test_a_carve_out_goes_with_its_clause(generate, folder):
    generate(*BASIC, "-c", "malware", "--carve-out", "malware:security-testing")
    assert "B.1 [SE-01] has an exception" in (folder / "LICENSE-MODEL").read_text()

    assert generate("--drop", "malware", "-c", "law").returncode == 0
    assert "has an exception" not in (folder / "LICENSE-MODEL").read_text()


def test_a_carve_out_goes_with_a_clause_of_ones_own(generate, folder):
    own = ("--custom", "WH-1:environment=to locate whales for whaling")
    assert generate(*BASIC, *own, "--carve-out", "wh-1:academic-research").returncode == 0
    assert "B.1 [WH-1] has an exception" in (folder / "LICENSE-MODEL").read_text()

    assert generate("--custom", "Wh-1:environment=to count whales for whaling").returncode == 0
    assert "B.1 [Wh-1] has an exception" in (folder / "LICENSE-MODEL").read_text()
    assert generate("--check").returncode == 0

    assert generate("--drop", "WH-1").returncode == 0
    assert "has an exception" not in (folder / "LICENSE-MODEL").read_text()


def test_a_carve_out_goes_with_a_clause_that_another_preset_leaves_out(generate, folder):
    generate(*BASIC, "-c", "surveillance", "--carve-out", "surveillance:consent")
    assert "[PR-04] has an exception: what every person" in (folder / "LICENSE-MODEL").read_text()

    assert generate("--preset", "medical").returncode == 0
    assert "has an exception" not in (folder / "LICENSE-MODEL").read_text()


def test_gnu_code_beside_the_work_is_told_and_stays_on_record(generate):
    done = generate(*BASIC, "--with", "GPLv3")

    assert done.returncode == 0, done.stderr
    assert "W-COMPAT: used together with works under the GNU licences: GPLv3 (GPL-3.0-only)" in done.stderr
    assert "W-COMPAT" in generate().stderr
    assert generate("--strict").returncode == 1


def test_a_restricted_work_beside_it_is_told_with_what_it_bars_beyond(generate):
    done = generate(*BASIC, "--with", "bigscience-openrail-m")

    assert "W-COMPAT: bigscience-openrail-m bars more than this licence: " in done.stderr
    assert "harassment" in done.stderr
    assert "W-COMPAT" not in generate("--inherit", "bigscience-openrail-m", "--with", "bigscience-openrail-m").stderr


def test_gnu_code_in_a_project_that_is_inherited_from_is_told(generate, tmp_path):
    project = tmp_path / "base"
    project.mkdir()
    (project / "LICENSE").write_text("SPDX-License-Identifier: AGPL-3.0-only\n")
    (project / "pyproject.toml").write_text('[project]\nname = "base"\nversion = "1"\nlicense = "AGPL-3.0-only"\n')

    done = generate(*BASIC, "--inherit", str(project))

    assert done.returncode == 0, done.stderr
    assert "W-COMPAT" in done.stderr
    assert "AGPL-3.0-only" in done.stderr


def test_the_list_shows_how_to_write_a_clause_of_ones_own(rail):
    assert '--custom "WH-1:environment=to locate whales for whaling"' in rail("generate", "--list").stdout
