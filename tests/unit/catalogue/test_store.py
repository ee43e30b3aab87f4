"""How a checkout keeps its compiled files up to date, and how compiling fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rail.catalogue import compile as compiling
from rail.catalogue import store
from rail.catalogue.compile import compile_catalogue, write_compiled
from rail.errors import RailError

NAMES = {"catalogue.json", "aliases.json", "models.dat", "packages.dat"}


@pytest.fixture
def checkout(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "data_folder", lambda: tmp_path)
    monkeypatch.setattr(store, "compiled_folder", lambda: tmp_path / "out")
    monkeypatch.setattr(store, "is_checkout", lambda: True)
    return small


def fresh() -> dict[str, bytes] | None:
    store._built.cache_clear()
    try:
        return store._built()
    finally:
        store._built.cache_clear()


@pytest.mark.usefixtures("checkout")
def test_the_first_read_compiles(tmp_path: Path):
    assert fresh() is None
    assert {each.name for each in (tmp_path / "out").iterdir()} == NAMES


@pytest.mark.usefixtures("checkout")
def test_nothing_is_compiled_while_nothing_changed(monkeypatch: pytest.MonkeyPatch):
    fresh()
    monkeypatch.setattr(compiling, "write_compiled", lambda *_: pytest.fail("compiled again"))

    assert fresh() is None


@pytest.mark.parametrize("change", ["edit", "add", "delete"])
def test_a_change_of_a_source_compiles_again(checkout: Path, tmp_path: Path, change: str):
    fresh()
    made = tmp_path / "out" / "catalogue.json"
    before = made.read_bytes()
    profile = checkout / "profiles" / "demo-rail-1.0.yaml"
    if change == "edit":
        profile.write_text(profile.read_text(encoding="utf-8").replace("Demo RAIL", "Other RAIL"), encoding="utf-8")
        touched = profile
    elif change == "add":
        touched = checkout / "profiles" / "another.yaml"
        text = profile.read_text(encoding="utf-8").replace("demo-rail-1.0", "another").replace("Demo", "Another")
        touched.write_text(text, encoding="utf-8")
    else:
        profile.unlink()
        touched = profile.parent
    os.utime(touched, ns=(made.stat().st_mtime_ns + 10**9,) * 2)

    fresh()

    assert made.read_bytes() != before


@pytest.mark.usefixtures("checkout")
def test_a_checkout_that_cannot_be_written_compiles_into_memory(tmp_path: Path):
    (tmp_path / "out").write_text("a file where the folder should be", encoding="utf-8")

    built = fresh()

    assert built is not None
    assert set(built) == NAMES


def test_a_broken_source_is_an_error_with_its_path(checkout: Path):
    (checkout / "uses" / "military.yaml").write_text("id: [", encoding="utf-8")

    with pytest.raises(RailError) as caught:
        fresh()

    assert caught.value.place.endswith("uses/military.yaml:2") or caught.value.place.endswith("uses/military.yaml:1")


def test_a_missing_file_is_an_error_with_its_path(small: Path):
    (small / "modes.yaml").unlink()

    with pytest.raises(RailError, match=r"modes\.yaml"):
        compile_catalogue(small)


def test_the_digest_speaks_for_models_and_spellings_too(small: Path):
    before = compile_catalogue(small).digest
    models = small / "models" / "acme.yaml"
    models.write_text(
        models.read_text(encoding="utf-8").replace("license: MIT", "license: demo-rail-1.0"), encoding="utf-8"
    )
    with_models = compile_catalogue(small).digest
    general = small / "general" / "permissive.yaml"
    general.write_text(general.read_text(encoding="utf-8").replace("Expat", "Expat License X"), encoding="utf-8")

    assert len({before, with_models, compile_catalogue(small).digest}) == 3


def test_a_failed_write_leaves_the_old_files(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    out = tmp_path / "out"
    write_compiled(small, out)
    before = {each.name: each.read_bytes() for each in out.iterdir()}

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(compiling.os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_compiled(small, out)

    assert {each.name: each.read_bytes() for each in out.iterdir()} == before


def test_loading_and_looking_up_needs_no_yaml():
    code = (
        "import sys\n"
        "from rail.catalogue.load import load\n"
        "load()\n"  # a checkout may compile here
        "for name in [m for m in sys.modules if m.split('.')[0] == 'yaml']: del sys.modules[name]\n"
        "from rail.catalogue import store\n"
        "from rail.catalogue.index import find\n"
        "from rail.catalogue.models import lookup\n"
        "from rail.domain.evidence import Form\n"
        "store._built.cache_clear()\n"
        "assert load().by_symbol('MIT') and find('MIT License', Form.NAME) and lookup('gpt2')\n"
        "print([m for m in ('yaml', 'rail.catalogue.compile') if m in sys.modules and m == 'yaml'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.stdout == "[]\n"
