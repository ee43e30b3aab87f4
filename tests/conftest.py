"""What holds for every test: no address outside this machine, no colour, no surprise from the environment."""

import os
import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that reaches for another machine, unless it is marked `network`."""
    if request.node.get_closest_marker("network"):
        return
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else str(address)
        if self.family != socket.AF_UNIX and not str(host).startswith(LOOPBACK):
            pytest.fail(f"a test tried to reach {host}")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Take away what the developer's shell sets, and give every test a cache of its own."""
    for name in [each for each in os.environ if each.startswith("RAIL_") and each not in KEPT]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "VIRTUAL_ENV", "CONDA_PREFIX", "GITHUB_ACTIONS", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


KEPT = {"RAIL_CORPUS", "RAIL_LICENSE_TEXTS", "RAIL_UPDATE"}


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real texts and projects to measure against; the test is skipped where it is not at hand."""
    folder = Path(os.environ.get("RAIL_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not (folder / "projects.tsv").is_file():
        pytest.skip("the corpus of real projects is not on this machine (set RAIL_CORPUS)")
    return folder
