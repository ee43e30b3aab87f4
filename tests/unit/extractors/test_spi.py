"""How extractors are found: by their decorators, without importing what no file asks for."""

import importlib
import json
import re
import subprocess
import sys
from fnmatch import translate
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rail.extractors import spi
from rail.extractors.jsondocument import key_lines, pointer_lines
from tests.conftest import ROOT

MANIFEST = {
    "name": "a",
    "repository": {"name": "x", "license": "y"},
    "dependencies": {"b/c": "1", "d~e": "2"},
    "devDependencies": {"name": "3"},
    "license": "MIT",
}


def test_what_a_decorator_says_is_what_its_module_registers() -> None:
    told = {each.name: (each.patterns, each.first_party) for each in spi.load()}
    for name in told:
        importlib.import_module(f"rail.extractors.{name.replace('/', '.')}")

    assert {each.name: (each.patterns, each.first_party) for each in spi.EXTRACTORS.values()} == told


def test_a_scan_imports_only_what_its_files_ask_for(tmp_path: Path) -> None:
    (tmp_path / "package-lock.json").write_text(json.dumps({"lockfileVersion": 3, "packages": {"": {"name": "a"}}}))
    program = (
        "import sys; from rail.cli.main import run; run(['scan', '--quiet', '--no-config'])\n"
        "print(*(name for name in sys.modules if name.startswith('rail.extractors.')), file=sys.stderr)"
    )

    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert "rail.extractors.javascript.packagelock" in run.stderr
    assert "rail.extractors.python.uvlock" not in run.stderr


@pytest.mark.parametrize(
    ("pattern", "path", "wanted"),
    [
        ("uv.lock", "a/UV.lock", True),
        ("*.py", "a/b.py", True),
        ("*.py", "a.pyc", False),
        ("requirements*.txt", "requirements-dev.txt", True),
        ("requirements*.txt", "requirements.tx", False),
        ("a*a", "a", False),
        ("*license*", "my-LICENSE.md", True),
        ("[ab].txt", "b.txt", True),
        ("?.txt", "ab.txt", False),
        ("*.dist-info/METADATA", "x/y.dist-info/metadata", True),
        ("*.dist-info/METADATA", "y.dist-info/other/metadata", False),
        ("conda-meta/*.json", "env/conda-meta/a.json", True),
        ("conda-meta/*.json", "conda-meta.json", False),
    ],
)
def test_a_pattern_is_a_name_a_glob_or_a_tail(pattern: str, path: str, *, wanted: bool) -> None:
    offered = spi.Dispatch([spi.Extractor("group/form", (pattern,), lambda _: iter(()), first_party=False)])

    assert bool(offered.wanting(PurePosixPath(path))) is wanted
    assert bool(offered.wanting(path)) is wanted, "and the same when asked again"


_PIECES = ["licenses", "a", "", ".", "b.json", "spdx", "/", "x/", ".json", "LICENSE.md", "[", "\n"]


@given(
    pattern=st.lists(st.sampled_from(["*", "a", "b", "x/", ".json", "licenses/", "[ab]", "?"]), min_size=1).map(
        "".join
    ),
    path=st.lists(st.sampled_from(_PIECES), min_size=1).map("".join),
)
def test_a_tail_matches_as_its_regular_expression_does(pattern: str, path: str) -> None:
    held = f"licenses/{pattern}"
    offered = spi.Dispatch([spi.Extractor("group/form", (held,), lambda _: iter(()), first_party=False)])
    expected = re.compile(r"(?:.*/)?" + translate(held.lower()), re.DOTALL).match(path.lower()) is not None

    assert bool(offered.wanting(path)) is expected


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_lines_down_to_a_depth_are_those_of_all_lines(depth: int) -> None:
    data = json.dumps({"a": {"b/c": {"d": {"e": 1}}, "f": {}}, "g": {"h": {}}}, indent=1).encode()

    few = pointer_lines(data, depth=depth)

    assert few == {pointer: line for pointer, line in pointer_lines(data).items() if pointer.count("/") <= depth}


@pytest.mark.parametrize("indent", [2, 4, "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_few_keys_stand_where_all_keys_stand(indent: int | str, newline: str) -> None:
    data = json.dumps(MANIFEST, indent=indent).replace("\n", newline).encode()

    every = pointer_lines(data)
    few = key_lines(data, ["name", "license", "licence"], inside="dependencies")

    assert {"/name", "/license", "/dependencies", "/dependencies/b~1c", "/dependencies/d~0e"} <= few.keys()
    assert few.items() <= every.items()


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"name": "a"}', b"[\n1]", b'{\n  "dependencies": {', b"\xff\n", b"{\n{\n"]
)
def test_odd_documents_have_the_lines_they_have(data: bytes) -> None:
    assert key_lines(data, ["name"], inside="dependencies").items() <= pointer_lines(data).items()
