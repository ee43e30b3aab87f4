"""`--online`, `--deep` and `--offline` as users meet them: settings of the package managers, secrets, the cache."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.fakes.registry import FakeRegistry, Reply, running_registry
from tests.unit.registries.documents import manifest

LEAF = "pkg:npm/leaf@4.2.1"


@pytest.fixture
def registry() -> Iterator[FakeRegistry]:
    with running_registry() as running:
        running.json("/leaf/4.2.1", manifest("leaf", "4.2.1", license="Hippocratic-2.1"))
        yield running


@pytest.fixture
def user(registry: FakeRegistry, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user whose .npmrc names the registry and a token."""
    host = registry.base.removeprefix("http:")
    home = tmp_path / "home"
    home.mkdir()
    (home / ".npmrc").write_text(f"registry={registry.base}/\n{host}/:_authToken=hush\n")
    names = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NPM_CONFIG_REGISTRY", "NPM_CONFIG_USERCONFIG")
    nobody = {spelled: "" for name in names for spelled in (name, name.lower())}
    return {**nobody, "HOME": str(home), "RAIL_CACHE_DIR": str(tmp_path / "cache")}


def scanned(rail: Run, user: dict[str, str], *options: str) -> tuple[str, Any]:
    run = rail("scan", LEAF, "--format", "json", *options, env=user)
    assert run.returncode == 0, run.stderr
    assert "hush" not in run.stdout + run.stderr
    report = json.loads(run.stdout)
    return report["resolutions"][0]["restricted"], report


def test_the_registry_of_the_users_settings_is_asked_with_their_token(
    rail: Run, user: dict[str, str], registry: FakeRegistry
) -> None:
    restricted, report = scanned(rail, user, "--online")

    assert restricted in {"yes", "by-reference"}
    assert report["evidence"][0]["source"] == "registries/npm"
    assert [each.headers.get("authorization") for each in registry.asked] == ["Bearer hush"]


def test_nobody_is_asked_by_default(rail: Run, user: dict[str, str], registry: FakeRegistry) -> None:
    assert scanned(rail, user)[0] == "unknown"
    assert registry.asked == []


def test_offline_wins_and_answers_from_the_cache(rail: Run, user: dict[str, str], registry: FakeRegistry) -> None:
    before, report = scanned(rail, user, "--online", "--offline")
    assert (before, len(report["problems"])) == ("unknown", 1)
    assert registry.asked == []

    online = scanned(rail, user, "--online")
    assert scanned(rail, user, "--online", "--offline") == online
    assert len(registry.asked) == 1


def test_the_configuration_can_ask_for_it(
    rail: Run, user: dict[str, str], registry: FakeRegistry, tmp_path: Path
) -> None:
    (tmp_path / "rail.toml").write_text("online = true\n")

    assert scanned(rail, user)[0] in {"yes", "by-reference"}
    assert len(registry.asked) == 1


def test_a_refused_token_is_told_without_being_shown(rail: Run, user: dict[str, str], registry: FakeRegistry) -> None:
    registry.serve("/leaf/4.2.1", Reply(b"", 401))

    restricted, report = scanned(rail, user, "--online")

    assert restricted == "unknown"
    assert "access denied (401)" in report["problems"][0]["message"]


def test_a_broken_settings_file_ends_the_run_with_its_name(rail: Run, user: dict[str, str]) -> None:
    pip = Path(user["HOME"], ".config", "pip", "pip.conf")
    pip.parent.mkdir(parents=True)
    pip.write_text("no section\n")

    run = rail("scan", LEAF, "--online", env={**user, "XDG_CONFIG_HOME": "", "PIP_CONFIG_FILE": ""})

    assert run.returncode == 2
    assert "pip.conf" in run.stderr
    assert "Traceback" not in run.stderr


def test_reading_archives_without_reading_texts_is_a_contradiction(rail: Run, user: dict[str, str]) -> None:
    run = rail("scan", LEAF, "--deep", "--no-texts", env=user)

    assert run.returncode == 2
    assert "exclude one another" in run.stderr
