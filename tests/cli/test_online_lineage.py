"""What the hub says of a model's base, against what the files in hand say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.fakes.registry import ANY, FakeRegistry, Reply, running_registry


@pytest.fixture
def hub() -> Iterator[FakeRegistry]:
    with running_registry() as running:
        running.serve(ANY, Reply(b"{}", 404))
        yield running


def findings(rail: Run, hub: FakeRegistry, folder: Path, based_on: str) -> list[dict[str, Any]]:
    """Return what is found of `acme/net`, made from `acme/base` by an inventory, and by the hub from another."""
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "components": [
            {
                "type": "machine-learning-model",
                "name": "acme/net",
                "purl": "pkg:huggingface/acme/net",
                "pedigree": {
                    "ancestors": [
                        {"type": "machine-learning-model", "name": "acme/base", "purl": "pkg:huggingface/acme/base"}
                    ]
                },
            }
        ],
    }
    (folder / "bom.json").write_text(json.dumps(bom))
    hub.json("/api/models/acme/net", {"id": "acme/net", "cardData": {"license": "mit", "base_model": based_on}})
    env = {"HF_ENDPOINT": hub.base, "HF_TOKEN": "", "HOME": str(folder), "RAIL_CACHE_DIR": str(folder / "cache")}
    run = rail("check", ".", "--online", "-u", "military", "--exit-zero", "--format", "json", env=env)
    assert run.returncode == 0, run.stderr
    assert hub.times("/api/models/acme/net") == 1
    return [each for each in json.loads(run.stdout)["findings"] if each["rule"] == "RAIL205"]


def test_another_base_on_the_hub_than_in_the_files_is_told_with_both(
    rail: Run, hub: FakeRegistry, tmp_path: Path
) -> None:
    (found,) = findings(rail, hub, tmp_path, "other/base")

    assert found["component"] == "pkg:huggingface/acme/net"
    assert {"acme/base", "other/base"} <= set(found["message"].split())
    assert found["location"]["path"] == "bom.json"
    assert [each["says"].endswith("(the hub)") for each in found["trail"]].count(True) == 1


def test_the_same_base_on_the_hub_and_in_the_files_is_no_doubt(rail: Run, hub: FakeRegistry, tmp_path: Path) -> None:
    assert findings(rail, hub, tmp_path, "acme/base") == []
