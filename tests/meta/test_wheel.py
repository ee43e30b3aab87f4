"""The wheel carries its data and works in an empty folder, with no checkout near."""

import json
import os
import subprocess
import venv
import zipfile
from pathlib import Path

import pytest

from tests.wheels import build_wheel

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_carries_catalogue_and_templates_and_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    assert "rail/_data/compiled/catalogue.json" in names
    assert "rail/_data/licenses/modes.yaml" in names
    assert any(name.startswith("rail/_data/templates/") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "bench/", "examples/"))]


def test_the_installed_wheel_checks_a_project_from_an_empty_folder(wheel, tmp_path):
    home = tmp_path / "installed"
    venv.create(home, system_site_packages=False, with_pip=False)
    python = home / "bin" / "python"
    site = next((home / "lib").glob("python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(site)
    # The dependencies come from the environment that runs the tests: nothing is fetched.
    import msgspec

    (site / "dependencies.pth").write_text(str(Path(msgspec.__file__).parent.parent) + "\n")
    project = tmp_path / "project"
    project.mkdir()
    (project / "model.py").write_text('AutoModel.from_pretrained("bigscience/bloom-560m")\n')
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path)}

    run = subprocess.run(
        [str(python), "-I", "-m", "rail", "check", "--use", "crime-prediction", "--format", "json", "."],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    where = subprocess.run(
        [str(python), "-I", "-c", "import rail; print(rail.__file__)"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert str(site) in where, "the test must look at the installed copy"
    assert run.returncode == 1, run.stderr
    verdicts = {each["component"]: each["verdict"] for each in json.loads(run.stdout)["determinations"]}
    assert verdicts["pkg:huggingface/bigscience/bloom-560m"] == "prohibited"
