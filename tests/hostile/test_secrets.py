"""What is secret stays so: tokens reach only whom they are for, and no message, report or cache holds them.

A project is a stranger's: the settings files in it decide neither who is asked nor where a token goes.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fakes.registry import FakeRegistry, Reply, running_registry
from tests.unit.registries.documents import manifest, tarball

SECRET = "hush-5b1f"
THINGS = ("pkg:pypi/thing@1.0", "pkg:npm/leaf@1.0.0", "pkg:npm/%40team/tool@1.0.0", "pkg:huggingface/org/model")
PATHS = {
    "/pypi/pypi/thing/1.0/json",
    "/pypi/simple/thing/",
    "/npm/leaf/1.0.0",
    "/team/@team%2Ftool/1.0.0",
    "/hub/api/models/org/model",
}


@pytest.fixture
def registry() -> Iterator[FakeRegistry]:
    with running_registry() as running:
        yield running


@pytest.fixture
def stranger() -> Iterator[FakeRegistry]:
    with running_registry() as running:
        yield running


@pytest.fixture
def environment(registry: FakeRegistry, tmp_path: Path) -> dict[str, str]:
    """Return the environment of a user who has a secret in every place where one can be."""
    host = registry.base.removeprefix("http://")
    home = tmp_path / "home"
    home.mkdir()
    (home / ".npmrc").write_text(
        f"registry={registry.base}/npm/\n@team:registry={registry.base}/team/\n//{host}/npm/:_authToken={SECRET}\n"
        f"//{host}/team/:_authToken=${{TEAM}}\n"
    )
    (home / ".netrc").write_text(f"machine elsewhere.invalid login me password {SECRET}\n")
    clean = ("RAIL_", "PIP_", "HF_", "UV_", "NPM_", "XDG_", "HTTP", "NO_PROXY", "ALL_PROXY", "NETRC")
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(clean)}
    return {
        **kept,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "RAIL_CACHE_DIR": str(tmp_path / "cache"),
        "PIP_INDEX_URL": f"http://me:{SECRET}@{host}/pypi/simple",
        "TEAM": SECRET,
        "HF_ENDPOINT": f"{registry.base}/hub",
        "HF_TOKEN": SECRET,
    }


def rail(environment: dict[str, str], cwd: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "rail", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def kept(folder: Path) -> bytes:
    """Return everything that lies in a folder, names included."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return b"\n".join(os.fsencode(each) + each.read_bytes() for each in files)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"", 401, headers={"WWW-Authenticate": f'Bearer realm="{SECRET}"'}),
        Reply(b"", 404),
        Reply(b"", 429, headers={"Retry-After": "9999"}),
        Reply(b"not json"),
        Reply(b"", 302, headers={"Location": f"http://me:{SECRET}@127.0.0.1:1/x?token={SECRET}"}),
        Reply(b"", 302, headers={"Location": f"ftp://me:{SECRET}@x.invalid/{SECRET}"}),
    ],
    ids=["401", "404", "429", "no json", "redirect", "odd redirect"],
)
def test_no_message_report_or_cache_holds_a_secret(
    registry: FakeRegistry, environment: dict[str, str], tmp_path: Path, reply: Reply
) -> None:
    for path in PATHS:
        registry.serve(path, reply)

    run = rail(environment, tmp_path, "scan", *THINGS, "--deep", "--verbose", "--format", "json")

    assert run.returncode == 0, run.stderr
    assert len({each.headers["authorization"] for each in registry.asked}) > 1, "the secrets were used"
    assert json.loads(run.stdout)["problems"]
    assert SECRET not in run.stdout + run.stderr
    assert SECRET.encode() not in kept(tmp_path / "cache")


def test_a_proxy_with_a_password_is_not_told(environment: dict[str, str], tmp_path: Path) -> None:
    proxied = {**environment, "HTTP_PROXY": f"http://me:{SECRET}@127.0.0.1:1", "RAIL_DEBUG": ""}

    run = rail(proxied, tmp_path, "scan", *THINGS, "--online", "--format", "json")

    assert run.returncode == 0, run.stderr
    assert "the proxy gives no connection" in run.stdout
    assert SECRET not in run.stdout + run.stderr


def hostile(project: Path, stranger: FakeRegistry) -> None:
    """Fill a project with every settings file that could lead a token away."""
    base, host = stranger.base, stranger.base.removeprefix("http://")
    project.mkdir()
    files = {
        ".npmrc": f"registry={base}/\n@team:registry={base}/\n//{host}/:_authToken=${{TEAM}}\n",
        "pip.conf": f"[global]\nindex-url = {base}/simple\nextra-index-url = {base}/simple\n",
        "uv.toml": f'[[index]]\nurl = "{base}/simple"\ndefault = true\n',
        "pyproject.toml": f'[project]\nname = "mine"\nversion = "1"\n[[tool.uv.index]]\nurl = "{base}/simple"\n'
        "default = true\n",
        ".env": f"HF_ENDPOINT={base}\nPIP_INDEX_URL={base}/simple\nNPM_CONFIG_REGISTRY={base}\n",
        ".netrc": f"machine {host} login me password x\n",
        ".condarc": f"channel_alias: {base}\n",
        "requirements.txt": f"--index-url {base}/simple\nthing==1.0\n",
        ".yarnrc.yml": f'npmRegistryServer: "{base}"\n',
    }
    for name, text in files.items():
        (project / name).write_text(text)
    lock = {
        "name": "mine",
        "lockfileVersion": 3,
        "packages": {
            "": {"name": "mine"},
            "node_modules/leaf": {"version": "1.0.0", "resolved": f"{base}/leaf/-/leaf-1.0.0.tgz"},
            "node_modules/@team/tool": {"version": "1.0.0", "resolved": f"{base}/@team/tool/-/tool-1.0.0.tgz"},
        },
    }
    (project / "package-lock.json").write_text(json.dumps(lock))


def test_settings_in_a_project_decide_nothing(
    registry: FakeRegistry, stranger: FakeRegistry, environment: dict[str, str], tmp_path: Path
) -> None:
    hostile(tmp_path / "project", stranger)

    run = rail(environment, tmp_path / "project", "scan", "--deep", "--format", "json")

    assert run.returncode == 0, run.stderr
    assert stranger.asked == []
    assert {each.path for each in registry.asked} >= {"/npm/leaf/1.0.0", "/team/@team%2Ftool/1.0.0"}


def test_a_registry_cannot_send_a_token_on_to_a_stranger(
    registry: FakeRegistry, stranger: FakeRegistry, environment: dict[str, str], tmp_path: Path
) -> None:
    archive = tarball({"package.json": "{}", "LICENSE": "Do as you like.\n"})
    dist = {"tarball": f"{stranger.base}/npm/leaf.tgz", "shasum": "00"}
    registry.json("/npm/leaf/1.0.0", manifest("leaf", "1.0.0", license="MIT") | {"dist": dist})
    registry.serve("/team/@team%2Ftool/1.0.0", Reply(b"", 302, headers={"Location": f"{stranger.base}/team/x"}))
    stranger.serve("/npm/leaf.tgz", Reply(archive))

    rail(environment, tmp_path, "scan", *THINGS, "--deep")

    assert {each.path for each in stranger.asked} == {"/npm/leaf.tgz", "/team/x"}
    assert {each.headers.get("authorization") for each in stranger.asked} == {None}
