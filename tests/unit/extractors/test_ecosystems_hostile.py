"""Whatever the bytes are, the extractors of the other ecosystems yield values or raise `ReadError`, and quickly."""

import importlib
import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rail.domain.component import Component, Edge, Home
from rail.domain.evidence import Evidence, Unowned
from rail.errors import ReadError

CASES = Path(__file__).parents[2] / "cases" / "extractors"
FOUND = (Component, Edge, Evidence, Unowned, Home)
EXAMPLES = {
    "javascript/yarnlock": "one-project/input/yarn.lock",
    "javascript/yarnberry": "workspaces-and-patches/input/yarn.lock",
    "javascript/pnpmlock": "workspaces-version-9/input/pnpm-lock.yaml",
    "javascript/bunlock": "workspaces/input/bun.lock",
    "javascript/denolock": "version-3-with-jsr-and-urls/input/deno.lock",
    "rust/cargotoml": "without-lock/input/Cargo.toml",
    "rust/cargolock": "crates-git-and-registries/input/Cargo.lock",
    "go/gomod": "replaced-and-indirect/input/go.mod",
    "go/gosum": "before-go-1.17/input/go.sum",
    "go/vendormodules": "copies/input/vendor/modules.txt",
    "java/pomxml": "parent-and-module/input/core/pom.xml",
    "java/gradlelock": "configurations/input/app/gradle.lockfile",
    "ruby/gemfilelock": "sources-and-platforms/input/Gemfile.lock",
    "php/composerlock": "licences-and-groups/input/composer.lock",
    "php/composerjson": "project-and-copy/input/composer.json",
    "dotnet/nugetlock": "two-frameworks/input/packages.lock.json",
    "dart/pubspeclock": "sources/input/pubspec.lock",
    "elixir/mixlock": "hex-and-git/input/mix.lock",
    "swift/packageresolved": "version-3/input/Package.resolved",
    "r/renvlock": "plain/input/renv.lock",
}
JSON_FORMATS = [
    name
    for name, path in EXAMPLES.items()
    if path.endswith((".json", "composer.lock", "renv.lock", ".resolved", "bun.lock", "deno.lock"))
]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
PIECES = [b'"', b"'", b"{", b"[", b"\n", b": ", b"- ", b"&a ", b"@", b"<", b"\t", b"? ", b"  ", b"[[", b"=>", b"\xff"]


def example(name):
    return CASES / name / EXAMPLES[name]


def extract_of(name):
    return importlib.import_module(f"rail.extractors.{name.replace('/', '.')}").extract


def read_all(extract, file):
    """Return what the extractor yields, having checked that it yields only what it may."""
    found = []
    fault = None
    try:
        found += extract(file)
    except ReadError as caught:
        fault = caught
    assert all(isinstance(each, FOUND) for each in found)
    assert fault is None or (fault.problem and fault.place == str(file.path))
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_any_damage_to_a_good_lockfile_gives_values_or_a_read_error(one_file, name):
    good, extract = example(name).read_bytes(), extract_of(name)

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def damaged(data):
        raw = bytearray(good)
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(raw)))
            cut = data.draw(st.integers(0, 30))
            raw[at : at + cut] = data.draw(st.binary(max_size=6) | st.sampled_from(PIECES))
        read_all(extract, one_file(example(name).name, bytes(raw)))

    assert read_all(extract, one_file(example(name).name, good))
    damaged()


@pytest.mark.parametrize("name", JSON_FORMATS)
def test_any_type_in_any_field_of_a_json_lock_is_borne(one_file, name):
    extract = extract_of(name)
    text = "\n".join(line for line in example(name).read_text(encoding="utf-8").split("\n"))
    document = (
        json.loads(text) if name != "javascript/bunlock" else {"packages": {"a": ["a@1", {}]}, "workspaces": {"": {}}}
    )

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def replaced(data):
        changed = json.loads(json.dumps(document))
        holder = changed
        for _ in range(data.draw(st.integers(0, 4))):
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            inner = [key for key in keys if isinstance(holder[key], dict | list) and holder[key]]
            if not inner:
                break
            holder = holder[data.draw(st.sampled_from(inner))]
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if keys:
            holder[data.draw(st.sampled_from(keys))] = data.draw(JSON)
        read_all(extract, one_file(example(name).name, json.dumps(changed)))

    replaced()


ENTITIES = "<!DOCTYPE p [<!ENTITY a 'aaaa'>" + "".join(f"<!ENTITY a{n} '&a;&a;&a;&a;'>" for n in range(50)) + "]>"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("java/pomxml", ENTITIES + "<project><artifactId>&a49;</artifactId></project>"),
        ("java/pomxml", "<a>" * 200_000),
        ("java/pomxml", "<project>" + "<dependencies/>" * 600_000 + "</project>"),
        (
            "java/pomxml",
            "<project><artifactId>x</artifactId><version>${a}</version><properties><a>${a}${a}</a></properties></project>",
        ),
        ("javascript/pnpmlock", "a: " + "[" * 200_000),
        ("javascript/pnpmlock", "".join(" " * depth + "a:\n" for depth in range(3_000))),
        (
            "javascript/pnpmlock",
            "lockfileVersion: '9.0'\npackages:\n" + "  a@1:\n    resolution: {" + "a" * 200_000 + "}\n",
        ),
        ("javascript/pnpmlock", "lockfileVersion: '9.0'\npackages:\n" + "  a@1: {\n" * 20_000),
        ("javascript/pnpmlock", "a: " + "'" * 400_000),
        ("javascript/pnpmlock", "packages:\n" + "- x\n" * 100_000),
        ("javascript/yarnberry", "__metadata:\n  version: 8\n" + "? " * 100_000),
        ("javascript/yarnlock", 'a@1:\n  version "1"\n' + '"' * 400_000),
        (
            "javascript/yarnlock",
            "".join(f'a@{n}:\n  version "{n}"\n  dependencies:\n    a "x"\n' for n in range(5_000)),
        ),
        ("javascript/bunlock", '{"a": ' + "," * 300_000),
        ("javascript/bunlock", '{"packages": {' + '"a/' * 100_000 + "/*" * 100_000),
        (
            "javascript/denolock",
            json.dumps({"version": "5", "remote": {"https://x/" + "a/" * 900 + str(n): "" for n in range(300)}}),
        ),
        ("elixir/mixlock", '"a": {:hex, :a, "1", ' + '{:"' * 30_000),
        ("rust/cargolock", "[[package]]\n" * 50_000),
        ("rust/cargotoml", "a = " + "[" * 100_000),
        ("ruby/gemfilelock", "GEM\n  specs:\n" + "    a (1)\n      a\n" * 50_000),
        ("dotnet/nugetlock", "[" * 200_000),
    ],
)
def test_bombs_are_defused(one_file, name, text):
    begin = time.process_time()
    read_all(extract_of(name), one_file(example(name).name, text))
    assert time.process_time() - begin < 10  # seconds; a bomb takes minutes, a slow machine a second
