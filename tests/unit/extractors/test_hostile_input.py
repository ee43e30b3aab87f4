"""Whatever the bytes are, these extractors yield values or raise `ReadError`, and quickly."""

import json
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rail.domain.component import Component, Edge, Home
from rail.domain.evidence import Evidence, Unowned
from rail.errors import ReadError
from rail.extractors.files import licensefile, readmenotice, reusetoml, spdxheader
from rail.extractors.javascript import packagejson, packagelock
from rail.extractors.models import modelcard
from rail.extractors.references import pythoncalls

FOUND = (Component, Edge, Evidence, Unowned, Home)
LOCK = json.dumps(
    {
        "name": "a",
        "lockfileVersion": 3,
        "packages": {
            "": {"dependencies": {"x": "1"}},
            "node_modules/x": {"version": "1.0.0", "license": "MIT", "dependencies": {"y": "1"}},
            "node_modules/y": {"resolved": "packages/y", "link": True},
        },
        "dependencies": {"x": {"version": "1.0.0", "requires": {"y": "1"}}},
    },
    indent=1,
)
CARD = '---\nlicense: openrail\nbase_model: [acme/a, "b"]\ndatasets:\n- c/d\nlicense_link: LICENSE\n---\n'
CODE = 'import os\nX = {"a": "o/m"}\ndef f(m="d/e"):\n    p.from_pretrained(X["a"] + f"{m}" or os.getenv("V", "v/w"))\n'
README = (
    "## License\nThe model weights are released under the [OpenRAIL-M](https://huggingface.co/a/LICENSE) licence.\n"
)
HEADER = "/* SPDX-License-Identifier: LicenseRef-X */\n// This software shall be used for good, not evil.\n"
TARGETS = {
    "package-lock.json": (packagelock.extract, LOCK),
    "package.json": (
        packagejson.extract,
        '{"name": "a", "license": {"type": "MIT"}, "dependencies": {"b": "npm:c@1"}}',
    ),
    "node_modules/a/package.json": (
        packagejson.extract,
        '{"name": "a", "licenses": ["MIT"], "dependencies": {"b": "1"}}',
    ),
    "README.md": (modelcard.extract, CARD),
    "DATASET_CARD.md": (readmenotice.extract, README),
    "x.py": (pythoncalls.extract, CODE),
    "x.js": (spdxheader.extract, HEADER),
    "REUSE.toml": (
        reusetoml.extract,
        '[[annotations]]\npath = "models/**"\nSPDX-License-Identifier = "LicenseRef-A"\n',
    ),
    "TERMS.md": (licensefile.extract, "licence"),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


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


@pytest.mark.parametrize("path", TARGETS)
def test_any_damage_to_a_good_file_gives_values_or_a_read_error(one_file, path):
    extract, good = TARGETS[path]

    @settings(max_examples=120, deadline=None)
    @given(st.data())
    def damaged(data):
        raw = bytearray(good.encode())
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(raw)))
            cut = data.draw(st.integers(0, 12))
            raw[at : at + cut] = data.draw(
                st.binary(max_size=6) | st.sampled_from([b'"', b"{", b"[", b"\n", b"---\n", b"&a ", b"*a", b"%"])
            )
        read_all(extract, one_file(path, bytes(raw)))

    damaged()


@settings(max_examples=150, deadline=None)
@given(JSON, st.sampled_from(["packages", "dependencies", "name", "version", "lockfileVersion"]))
@example({"node_modules/x": {"version": {"a": 1}, "license": [[], {"type": 3}], "dependencies": ["y"]}}, "packages")
@example({"x": {"version": "npm:", "requires": True, "dependencies": {"y": {"dependencies": 3}}}}, "dependencies")
def test_any_type_in_any_field_of_a_lock_is_borne(one_file, value, field):
    read_all(packagelock.extract, one_file("package-lock.json", json.dumps({"lockfileVersion": 1, field: value})))


@settings(max_examples=150, deadline=None)
@given(JSON, st.sampled_from(["name", "version", "license", "licenses", "dependencies", "devDependencies"]))
def test_any_type_in_any_field_of_a_manifest_is_borne(one_file, value, field):
    text = json.dumps({"name": "a", field: value})
    read_all(packagejson.extract, one_file("package.json", text))
    read_all(packagejson.extract, one_file("node_modules/a/package.json", text))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package-lock.json", "[" * 200_000),
        ("package-lock.json", '{"packages":' * 5_000),
        (
            "package-lock.json",
            json.dumps({"packages": {"node_modules/x/" * 2000: {}, "node_modules/b": {"dependencies": {"c": ""}}}}),
        ),
        ("package.json", '{"a":' * 100_000),
        ("README.md", "---\nlicense: x\na: " + "[" * 100_000 + "\n---\n"),
        ("README.md", "---\nlicense: x\n" + "a:\n " * 60_000 + "\n---\n"),
        (
            "README.md",
            "---\nlicense: x\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)) + "---\n",
        ),
        ("README.md", "<!--" * 200_000),
        ("DATASET_CARD.md", "license openrail " + "[" * 400_000),
        ("DATASET_CARD.md", "license openrail " + "<a " * 200_000),
        ("DATASET_CARD.md", ("is " * 600 + "RAIL-M license. ") * 200),
        ("DATASET_CARD.md", ("the model weights " * 100 + "OpenRAIL-M license. A") * 300),
        ("DATASET_CARD.md", "- license: openrail-m model\n" * 20_000),
        ("x.py", "m.from_pretrained(" + "(" * 100_000),
        ("x.py", "m.from_pretrained(" + "a." * 50_000 + "b)"),
        ("x.py", "m.from_pretrained(" + "'a/b' + " * 50_000 + "'c')"),
        ("x.py", "X = 'a/b'\n" + "X = X + X\n" * 50 + "m.from_pretrained(X)\n"),
        ("x.py", "def f(" + ", ".join(f"a{n}=b{n}" for n in range(5_000)) + "): m.from_pretrained(a1)\n"),
        ("x.js", "/*" * 4_000 + "not evil licence"),
    ],
)
def test_bombs_are_defused(one_file, path, text):
    extract, _ = TARGETS[path]
    begin = time.process_time()
    read_all(extract, one_file(path, text))
    assert time.process_time() - begin < 10  # seconds; a bomb takes minutes, a slow machine a second


def test_an_alias_bomb_is_reported_not_expanded(one_file):
    bomb = "---\nlicense: openrail\na: &a [x]\nb: &b [*a, *a]\n---\n"
    with pytest.raises(ReadError, match="anchors or aliases"):
        list(modelcard.extract(one_file("README.md", bomb)))
