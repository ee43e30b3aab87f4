"""What rail writes as a bill of materials and reads again: nothing becomes freer on the way."""

import json
from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.catalogue.restricts import RANK
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted
from rail.report.spi import Style, find

PARTS = {
    "free": ("MIT", None),
    "named": ("Hippocratic-2.1", None),
    "chosen": ("MIT OR Hippocratic-2.1", None),
    "added": ("MIT", "You may not put this program to work in weapons."),
    "other-added": ("MIT", "You may not use this program to forecast who will commit a crime."),
    "own": ("LicenseRef-own", "You may not put this program to work in weapons."),
    "other-own": ("LicenseRef-own", "You may not use this program to forecast who will commit a crime."),
    "doubtful": (["MIT", "SEE LICENSE IN x"], None),
    "kept-back": ("UNLICENSED", None),
    "silent": (None, None),
}
CARD = "---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Tuned\n"


def answers(folder: Path, given: str) -> tuple[pipeline.Scan, dict[str, Restricted]]:
    found = pipeline.scan([given], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder)
    return found, {found.components[each.component].name: each.restricted for each in found.resolutions.values()}


@pytest.mark.parametrize(
    ("format_", "name"),
    [("cyclonedx", "x.cdx.json"), ("cyclonedx17", "x.cdx.json"), ("spdx", "x.spdx.json"), ("spdx3", "x.spdx3.json")],
)
def test_nothing_becomes_freer_by_being_written_and_read(tmp_path, format_, name):
    project = tmp_path / "project"
    for part, (declared, text) in PARTS.items():
        folder = project / "node_modules" / part
        folder.mkdir(parents=True)
        said = {} if declared is None else {"license": declared}
        (folder / "package.json").write_text(json.dumps({"name": part, "version": "1.0.0", **said}))
        if text is not None:
            (folder / "LICENSE").write_text(text)
    (project / "models").mkdir()
    (project / "models" / "README.md").write_text(CARD)
    found, before = answers(tmp_path, "project")
    report = pipeline.report_scan(found, catalogue=load())
    (tmp_path / name).write_bytes(b"".join(find(format_).write(report, Style(verb="scan"))))

    _, after = answers(tmp_path, name)

    assert len([each for each in before if each in after]) > len(PARTS)
    freed = {each: after[each] for each in before if each in after and RANK[after[each]] < RANK[Restricted.UNKNOWN]}
    assert {each: before[each] for each in freed} == dict.fromkeys(freed, Restricted.NO)
    assert set(freed) >= {"free", "chosen"}
