"""Every folder under tests/cases/lineage is a test, and every card under tests/cases/cards.

`input/` of a folder is checked without the network, and `expected.json` holds what comes of it: the engagement and the
answer of each component, what comes down to it, and the findings. `RAIL_UPDATE=1` rewrites it. `answers.tsv` holds what
a careful reader says of each card.
"""

import json
import os
import shutil
from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.discover import discover
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted
from rail.domain.finding import Level
from rail.domain.use import UseCase

CASES = Path(__file__).parents[2] / "cases"
FOLDERS = sorted(path.parent for path in (CASES / "lineage").glob("*/input"))
ANSWERS = [line.split("\t") for line in (CASES / "cards" / "answers.tsv").read_text().splitlines()[1:]]
USE = UseCase(id="demo", uses=("essential-services.education",))
FLAGGED = frozenset({Restricted.YES, Restricted.BY_REFERENCE})


@pytest.fixture(scope="module")
def catalogue():
    return load()


def checked(folder: Path, catalogue, loaded: Loaded):
    scan = pipeline.scan(["."], loaded=loaded, catalogue=catalogue, cwd=folder)
    return pipeline.check(scan, loaded=loaded, catalogue=catalogue, today="2026-11-22")


def summary(report) -> dict[str, object]:
    answers = {each.component: each for each in report.resolutions}
    return {
        "components": {
            each.purl: {
                "engagement": each.engagement.value,
                "restricted": answers[each.purl].restricted.value,
                "licenses": list(answers[each.purl].licenses),
                "inherits": [
                    [coming.license, coming.reach.value, *(f"{hop.relation.value} {hop.target}" for hop in coming.path)]
                    for coming in answers[each.purl].inherits
                ],
            }
            for each in report.components
        },
        "findings": [
            {
                "rule": each.rule,
                "level": each.level.value,
                "component": each.component,
                "message": each.message,
                "place": f"{each.location.path}:{each.location.line}" if each.location else None,
                "trail": [
                    f"{step.says} ({step.location.path}:{step.location.line})" if step.location else step.says
                    for step in each.trail
                ],
            }
            for each in report.findings
            if each.rule.startswith("RAIL2")
        ],
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_lineage_comes_out_as_expected(folder, catalogue):
    found = folder / "input" / "rail.toml"
    loaded = discover(found, folder) if found.is_file() else Loaded(config=Config(use_case=(USE,)))

    shown = summary(checked(folder / "input", catalogue, loaded))

    path = folder / "expected.json"
    if os.environ.get("RAIL_UPDATE") == "1":
        path.write_text(json.dumps(shown, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert shown == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("card", "answer", "why"), ANSWERS, ids=[each[0] for each in ANSWERS])
def test_a_card_is_read_as_a_careful_reader_would(card, answer, why, catalogue, tmp_path):
    shutil.copy(CASES / "cards" / f"{card}.md", tmp_path / "README.md")

    report = checked(tmp_path, catalogue, Loaded(config=Config(use_case=(USE,))))

    described = next(each for each in report.resolutions if "artifact=" in each.component)
    conflict = [each for each in report.findings if each.rule in {"RAIL201", "RAIL202"}]
    if conflict:
        said = "conflict"
        assert {each.component for each in conflict} == {described.component}
        assert {each.level for each in conflict} == {Level.ERROR}
        assert described.restricted in FLAGGED
    elif described.restricted in FLAGGED:
        said = "restricted"
    else:
        said = "clean" if described.restricted is Restricted.NO else "unknown"
    assert said in answer.split("-or-"), why


def test_every_card_has_an_answer():
    assert {each[0] for each in ANSWERS} == {path.stem for path in (CASES / "cards").glob("*.md")}
    assert len(ANSWERS) >= 29
