"""Which environment is meant, and what of it is looked at."""

import pytest

from rail.errors import UsageError
from rail.sources.open import open_input

METADATA = "Metadata-Version: 2.1\nName: {0}\nVersion: 1.0\n"


def distribution(folder, name, *others):
    home = folder / f"{name}-1.0.dist-info"
    home.mkdir(parents=True)
    (home / "METADATA").write_text(METADATA.format(name))
    for other in others:
        (home / other).parent.mkdir(parents=True, exist_ok=True)
        (home / other).write_text(other)


def environment(prefix, *names, settings=""):
    prefix.mkdir(parents=True)
    (prefix / "pyvenv.cfg").write_text(f"home = /usr/bin\n{settings}")
    packages = prefix / "lib" / "python3.11" / "site-packages"
    for name in names:
        distribution(packages, name)
    (prefix / "bin").mkdir()
    (prefix / "bin" / "python").write_text("")
    return prefix


def paths(text, cwd):
    return [str(file.path) for file in open_input(text, cwd=cwd).files()]


@pytest.fixture(autouse=True)
def _no_active_environment(monkeypatch):
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    monkeypatch.delenv("CONDA_PREFIX", raising=False)


def test_of_a_distribution_every_document_is_seen_and_no_machinery(tmp_path):
    packages = tmp_path / "site-packages"
    distribution(packages, "a", "LICENSE", "AUTHORS", "RECORD", "WHEEL", "licenses/docs/terms.rst", "licenses/RECORD")
    (packages / "a").mkdir()
    (packages / "a" / "LICENSE").write_text("")
    assert paths("env:site-packages", tmp_path) == [
        "a-1.0.dist-info/AUTHORS",
        "a-1.0.dist-info/LICENSE",
        "a-1.0.dist-info/METADATA",
        "a-1.0.dist-info/licenses/RECORD",
        "a-1.0.dist-info/licenses/docs/terms.rst",
    ]


@pytest.mark.parametrize("text", ["env:.venv", "env:.venv/bin/python", ".venv", ".venv/lib/python3.11/site-packages"])
def test_an_environment_can_be_named_in_four_ways(tmp_path, text):
    environment(tmp_path / ".venv", "a")
    tree = open_input(text, cwd=tmp_path)
    assert [str(file.path) for file in tree.files()] == ["a-1.0.dist-info/METADATA"]
    assert "python/distinfo" in tree.groups
    assert not tree.first_party


def test_the_active_environment_goes_before_the_one_of_the_folder(tmp_path, monkeypatch):
    environment(tmp_path / ".venv", "local")
    assert paths("env", tmp_path) == ["local-1.0.dist-info/METADATA"]
    monkeypatch.setenv("CONDA_PREFIX", str(environment(tmp_path / "conda", "conda")))
    assert paths("env", tmp_path) == ["conda-1.0.dist-info/METADATA"]
    monkeypatch.setenv("VIRTUAL_ENV", str(environment(tmp_path / "active", "active")))
    assert paths("env", tmp_path) == ["active-1.0.dist-info/METADATA"]
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path / "deleted"))
    with pytest.raises(UsageError, match=r"not a Python environment: \$VIRTUAL_ENV"):
        open_input("env", cwd=tmp_path)


def test_without_any_it_is_that_of_the_running_interpreter(tmp_path):
    assert any(path.startswith("pytest-") for path in paths("env", tmp_path))


def test_an_environment_that_shares_the_packages_of_its_base_shows_them_too(tmp_path):
    base = environment(tmp_path / "base", "below")
    (base / "pyvenv.cfg").unlink()
    environment(
        tmp_path / "venv",
        "above",
        settings=f"home = {base}/bin\ninclude-system-site-packages = true\n".replace("home = /usr", ""),
    )
    text = (tmp_path / "venv" / "pyvenv.cfg").read_text().replace("home = /usr/bin\n", "")
    (tmp_path / "venv" / "pyvenv.cfg").write_text(text)
    assert paths("env:venv", tmp_path) == [
        "above-1.0.dist-info/METADATA",
        "site-packages-2/below-1.0.dist-info/METADATA",
    ]


def test_a_base_interpreter_is_found_through_its_links(tmp_path):
    base = environment(tmp_path / "base", "a")
    (base / "pyvenv.cfg").unlink()
    (tmp_path / "usr").mkdir()
    (tmp_path / "usr" / "python3").symlink_to(base / "bin" / "python")
    assert paths("env:usr/python3", tmp_path) == ["a-1.0.dist-info/METADATA"]


@pytest.mark.parametrize("text", ["env:", "env:nowhere", "env:file.txt", "env:empty", "env:a\0b"])
def test_what_is_no_environment_is_said_so(tmp_path, text):
    (tmp_path / "file.txt").write_text("")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError):
        open_input(text, cwd=tmp_path)


def test_no_absolute_path_gets_into_the_report(tmp_path):
    environment(tmp_path / "venv", "a")
    tree = open_input(f"env:{tmp_path}/venv", cwd=tmp_path)
    assert tree.label == "env:venv"
    assert tree.root_name == tmp_path.name


def test_links_out_of_a_distribution_are_not_walked(tmp_path):
    packages = tmp_path / "site-packages"
    distribution(packages, "a")
    (packages / "a-1.0.dist-info" / "licenses").symlink_to("..")
    assert paths("env:site-packages", tmp_path) == ["a-1.0.dist-info/METADATA"]
