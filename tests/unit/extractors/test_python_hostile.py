"""Python's formats in the hands of somebody who means harm: values or a ReadError, never anything else."""

import importlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rail.domain.component import Component, Edge, Home
from rail.domain.evidence import Evidence
from rail.errors import ReadError
from rail.extractors.python import pyproject
from rail.extractors.python._requirement import read_requirement
from rail.extractors.python.distinfo import license_field, read_headers
from rail.extractors.spi import EXTRACTORS
from rail.sources.memory import MemoryFile
from rail.sources.singlefile import SingleFile
from rail.sources.stdin import StandardInput

CASES = Path(__file__).parents[2] / "cases" / "extractors" / "python"
FORMATS = {
    "uvlock": "uv.lock",
    "pylock": "pylock.toml",
    "pyproject": "pyproject.toml",
    "requirements": "requirements.txt",
    "distinfo": "x-1.dist-info/METADATA",
}
SEEDS = sorted(
    (name, path.read_bytes()[:6_000])
    for name, file in FORMATS.items()
    for path in (CASES / name).glob(f"*/input/**/{Path(file).name}")
)
WORDS = [
    b"[",
    b"]",
    b"{",
    b"}",
    b'"',
    b"'",
    b"=",
    b"\n",
    b"\0",
    b"\xff",
    b"[[package]]\n",
    b"9" * 5_000,
    b"-r requirements.txt\n",
]
WORDS += [
    b"name",
    b"name = 1\n",
    b"= []\n",
    b"= {}\n",
    b"= true\n",
    b"1e999",
    b"\n\n",
    b"License:",
    b"#",
    b"\\\n",
    b"\xef\xbb\xbf",
    b"@",
]


def extract(name, data):
    importlib.import_module(f"rail.extractors.python.{name}")
    found = []
    try:
        for value in EXTRACTORS[f"python/{name}"].extract(MemoryFile(FORMATS[name], data)):
            assert isinstance(value, (Component, Edge, Evidence, Home))
            found.append(value)
    except ReadError:
        pass
    return found


@settings(max_examples=400, deadline=None)
@given(
    seed=st.sampled_from(SEEDS),
    edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(WORDS)), min_size=1, max_size=6),
)
def test_damaged_documents_yield_values_or_a_read_error(seed, edits):
    name, data = seed
    for where, drop, word in edits:
        at = int(where * len(data))
        data = data[:at] + word + data[at + drop :]
    extract(name, data)


SCALARS = st.one_of(st.integers(-2, 2), st.booleans(), st.text("ab=<>[]@;./ -", max_size=8), st.floats(allow_nan=False))
KEYS = st.sampled_from(
    [
        "name",
        "version",
        "package",
        "packages",
        "source",
        "dependencies",
        "optional-dependencies",
        "dev-dependencies",
        "editable",
        "virtual",
        "git",
        "url",
        "directory",
        "path",
        "vcs",
        "archive",
        "marker",
        "extra",
        "project",
        "license",
        "text",
        "file",
        "license-files",
        "classifiers",
        "dependency-groups",
        "tool",
        "poetry",
        "group",
        "uv",
        "sources",
        "pdm",
        "hatch",
        "envs",
        "build-system",
        "requires",
        "lock-version",
    ]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=25,
)


def toml(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(each) for each in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'" if isinstance(value, str) else repr(value)


@settings(max_examples=400, deadline=None)
@given(name=st.sampled_from(["uvlock", "pylock", "pyproject"]), document=st.dictionaries(KEYS, VALUES, max_size=6))
def test_any_type_may_stand_anywhere(name, document):
    extract(name, "\n".join(f"{key} = {toml(value)}" for key, value in document.items()).encode())


@pytest.mark.parametrize("name", ["uvlock", "pylock", "pyproject"])
@pytest.mark.parametrize(
    "text", ["a = " + "[" * 100_000, "a = " + "{a=" * 50_000, ".".join("a" * 50_000) + " = 1", "a = " + "9" * 9_999]
)
def test_deep_nesting_is_a_read_error(name, text):
    importlib.import_module(f"rail.extractors.python.{name}")
    with pytest.raises(ReadError):
        list(EXTRACTORS[f"python/{name}"].extract(MemoryFile(FORMATS[name], text.encode())))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("distinfo", "Name: a\n" + "License: x\n\n" * 50_000),
        ("distinfo", "Name: a\nLicense: x\n" + "\n" * 500_000),
        ("distinfo", "Name: a\nLicense:" + " \n" * 300_000),
        ("distinfo", "Name: " + "a" * 500_000),
        ("distinfo", "Name: a\n" + "Requires-Dist: b\n" * 30_000),
        ("requirements", "a \\\n" * 200_000),
        ("requirements", "# via\n#   b\n" * 100_000),
        ("requirements", "a" * 1_000_000 + "\n" + "[" * 100_000),
        ("requirements", "https://" + "@" * 500_000),
        ("uvlock", "version = 1\n" + '[[package]]\nname = "a"\ndependencies = [{name="a"}]\n' * 1_500),
    ],
)
def test_work_grows_with_the_document_and_no_faster(name, text):
    extract(name, text.encode())  # the test would not end otherwise


@given(st.text(max_size=60))
def test_a_requirement_is_read_or_is_none(text):
    found = read_requirement(text)
    assert found is None or found.purl.startswith("pkg:pypi/")


@pytest.mark.parametrize(
    "text",
    [
        "a @ https://user:secret@example.org/a.whl",
        "https://secret@example.org/a-1.tar.gz",
        "git+https://user:secret@example.org/a.git@main",
        "a @ git+ssh://user:secret@example.org/a.git#egg=a&token=secret",
    ],
)
def test_credentials_stay_where_they_are(text):
    found = read_requirement(text)
    assert found is not None
    assert "secret" not in found.purl


@given(st.text(max_size=300))
def test_the_license_field_of_any_text_is_a_text_or_none(text):
    assert license_field(text) is None or license_field(text)


def test_standard_input_holds_a_lockfile_as_a_file_does():
    data = (CASES / "uvlock" / "workspace-with-forks-extras-and-groups" / "input" / "uv.lock").read_bytes()
    (file,) = StandardInput(io.BytesIO(data)).files()
    assert file.path.name == "uv.lock"
    importlib.import_module("rail.extractors.python.uvlock")
    assert sum(isinstance(found, Component) for found in EXTRACTORS["python/uvlock"].extract(file)) == 17


def test_the_same_project_locked_three_ways_has_the_same_packages():
    found = {}
    for name, case, file in [
        ("uvlock", "workspace-with-forks-extras-and-groups", "uv.lock"),
        ("pylock", "exported-by-uv", "pylock.toml"),
        ("requirements", "exported-by-uv", "requirements.txt"),
    ]:
        importlib.import_module(f"rail.extractors.python.{name}")
        folder = CASES / name / case / "input"
        (source,) = SingleFile(str(folder / file), label=file, cwd=folder).files()
        values = EXTRACTORS[f"python/{name}"].extract(source)
        found[name] = {
            value.purl for value in values if isinstance(value, Component) and value.purl.startswith("pkg:pypi")
        }
    assert found["uvlock"] == found["pylock"] == found["requirements"]
    assert len(found["uvlock"]) == 15


def test_a_licence_text_inside_the_manifest_is_handed_out():
    manifest = (CASES / "pyproject" / "license-table" / "input" / "c" / "pyproject.toml").read_text()
    assert pyproject.license_field(manifest) == "You may use this.\nNot for harm."
    for text in ("", "project = 3", "[project", "a = " + "[" * 100_000, "[project]\nlicense = {file = 'LICENSE'}"):
        assert pyproject.license_field(text) is None


def test_metadata_is_read_as_the_standard_library_reads_it():
    from email.parser import Parser

    compared = 0
    for path in sorted(Path(pytest.__file__).parents[1].glob("*.dist-info/METADATA")):
        text = path.read_text(encoding="utf-8")
        ours = [(header.key, " ".join(header.value.split())) for header in read_headers(text)]
        kept = {"name", "version", "license", "license-expression", "license-file", "requires-dist"}
        theirs = [
            (key.lower(), " ".join(value.split()))
            for key, value in Parser().parsestr(text, headersonly=True).items()
            if key.lower() in kept or (key.lower() == "classifier" and value.startswith("License"))
        ]
        assert ours == theirs, path.parent.name
        compared += 1
    assert compared > 5
