from pathlib import Path

import pytest

from tests.wheels import build_wheel


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheels")
    build_wheel(out)
    return out


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that loads a model with use restrictions."""
    folder = tmp_path / "a project"
    folder.mkdir()
    (folder / "score.py").write_text('AutoModel.from_pretrained("bigscience/bloom-560m")\n')
    return folder
