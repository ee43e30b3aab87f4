import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheels")
    run = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return out


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that loads a model with use restrictions."""
    folder = tmp_path / "a project"
    folder.mkdir()
    (folder / "score.py").write_text('AutoModel.from_pretrained("bigscience/bloom-560m")\n')
    return folder
