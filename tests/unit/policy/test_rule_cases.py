"""Every folder under tests/cases/rules is a test: rail.toml and scan.json give expected.json.

`RAIL_UPDATE=1` rewrites what is expected; read the difference.
"""

import os
from pathlib import Path

import msgspec
import pytest

from rail.config.discover import discover
from rail.domain.component import Component, Edge
from rail.domain.evidence import Evidence, Resolution
from rail.domain.lint import Remark
from rail.domain.verdict import Verdict
from rail.policy import spi
from rail.policy.judge import fingerprint, judge

RULES = Path(__file__).parents[2] / "cases" / "rules"
CASES = sorted(path.parent for path in RULES.glob("*/*/rail.toml"))
TODAY = "2026-11-22"


class Scan(msgspec.Struct):
    components: list[Component]
    resolutions: list[Resolution]
    evidence: list[Evidence]
    edges: list[Edge] = []
    unfinished: dict[str, tuple[Remark, ...]] = {}


def judged(folder, catalogue):
    scan = msgspec.json.decode((folder / "scan.json").read_bytes(), type=Scan)
    return judge(
        components=scan.components,
        resolutions=scan.resolutions,
        evidence=scan.evidence,
        edges=scan.edges,
        unfinished=scan.unfinished,
        catalogue=catalogue,
        loaded=discover(folder / "rail.toml", folder),
        today=TODAY,
    )


@pytest.mark.parametrize("folder", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_findings_are_as_expected(folder, catalogue):
    judgement = judged(folder, catalogue)
    bare = [msgspec.structs.replace(each, fingerprint="") for each in judgement.findings]
    shown = msgspec.json.decode(msgspec.json.encode(bare))
    path = folder / "expected.json"
    if os.environ.get("RAIL_UPDATE") == "1":
        path.write_bytes(msgspec.json.format(msgspec.json.encode(shown), indent=1) + b"\n")
    assert shown == msgspec.json.decode(path.read_bytes())
    assert all(each.fingerprint == fingerprint(each) for each in judgement.findings)
    own = folder.parent.name
    assert ("negative" in folder.name) is (own not in {each.rule for each in judgement.findings if not each.suppressed})


@pytest.mark.parametrize("folder", CASES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_no_verdict_above_allowed_is_without_a_finding(folder, catalogue):
    judgement = judged(folder, catalogue)
    reported = {each.component for each in judgement.findings if each.verdict is not None}
    together = any(each.rule == "RAIL302" and each.component is None for each in judgement.findings)
    for each in judgement.determinations:
        assert each.verdict is Verdict.ALLOWED or each.component in reported or together


def test_every_rule_has_a_positive_and_a_negative_case_and_a_page():
    rules = spi.load()
    assert [rule.id for rule in rules] == sorted({path.parent.name for path in CASES})
    for rule in rules:
        names = [path.name for path in CASES if path.parent.name == rule.id]
        assert any("negative" in name for name in names), rule.id
        assert any("negative" not in name for name in names), rule.id
        assert all(word in rule.doc for word in ("What:", "Why:", "What to do:")), rule.id
