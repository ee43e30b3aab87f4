"""What a wheel or a source distribution requires is part of the answer, though it is not in hand."""

import io
import json
import subprocess
import sys
import tarfile
import zipfile

import pytest

METADATA = """Metadata-Version: 2.1
Name: harbour
Version: 1.0
License: MIT
Requires-Dist: requests>=2
Requires-Dist: surya-ocr==0.17.1
Requires-Dist: tide ; extra == "tides"
"""
PYPROJECT = """[project]
name = "harbour"
version = "1.0"
license = "MIT"
dependencies = ["requests>=2", "surya-ocr==0.17.1"]
"""


def scan(path):
    run = subprocess.run(
        [sys.executable, "-m", "rail", "scan", str(path), "--offline", "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    return {each["component"].partition("?")[0]: each["restricted"] for each in report["resolutions"]}


def wheel(folder):
    path = folder / "harbour-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("harbour/__init__.py", "")
        archive.writestr("harbour-1.0.dist-info/METADATA", METADATA)
        archive.writestr("harbour-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\n")
    return path


def sdist(folder):
    path = folder / "harbour-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in (("PKG-INFO", METADATA), ("pyproject.toml", PYPROJECT)):
            info = tarfile.TarInfo(f"harbour-1.0/{name}")
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    return path


def unpacked(folder):
    (folder / "PKG-INFO").write_text(METADATA)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    return folder


@pytest.mark.parametrize("form", [wheel, sdist, unpacked])
def test_requirements_are_components(form, tmp_path):
    found = scan(form(tmp_path))

    assert found["pkg:pypi/harbour@1.0"] == "no"
    assert found["pkg:pypi/requests"] == "unknown"
    assert found["pkg:pypi/surya-ocr@0.17.1"] == "by-reference"
    assert "pkg:pypi/tide" not in found


def test_what_an_installed_distribution_requires_is_what_is_installed(tmp_path):
    site = tmp_path / "lib" / "python3.11" / "site-packages"
    info = site / "harbour-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(METADATA)
    (info / "INSTALLER").write_text("pip\n")

    assert "pkg:pypi/requests" not in scan(f"env:{site}")
