"""The quick ways to the lines of a JSON document tell what the thorough one does."""

import json

import pytest

from rail.extractors.jsondocument import entry_lines, key_lines, pointer_lines

LOCK = {
    "name": "mine",
    "packages": {
        "": {"name": "mine", "dependencies": {"a": "1"}},
        "node_modules/a": {"version": "1.0.0", "engines": {"node": ">=18"}, "funding": [{"url": "u"}]},
        'node_modules/od"d\\': {"version": "1.0.0"},
        "node_modules/@scope/b~c": {"version": "1.0.0"},
        "node_modules/ümlaut": {"version": "1.0.0"},
        "node_modules/empty": {},
    },
    "dependencies": {"node_modules/a": {"version": "1.0.0"}},
}
MANIFEST = {
    "name": "a",
    "dependencies": {"b": "^1", "@c/d": "2", "e~f": "*", "g\\h": "1"},
    "license": "MIT",
    "author": {"name": "somebody", "license": "none"},
}


def unescaped(pointer):
    return pointer.removeprefix("/packages/").replace("~1", "/").replace("~0", "~")


@pytest.mark.parametrize("indent", [1, 2, 4, "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("ascii_", [True, False])
def test_entries_of_a_lock_stand_where_pointers_say(indent, newline, ascii_):
    data = json.dumps(LOCK, indent=indent, ensure_ascii=ascii_).replace("\n", newline).encode()

    pointers = pointer_lines(data, objects=True, depth=2)
    wanted = {unescaped(key): line for key, line in pointers.items() if key.startswith("/packages/")}

    assert entry_lines(data, "packages") == wanted
    assert set(wanted) >= {"", "node_modules/a", 'node_modules/od"d\\', "node_modules/@scope/b~c"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        json.dumps(LOCK).encode(),
        b'{"packages": {\n  "a": {\n    "version": "1"\n  }\n}}',
        b'{\n"packages": {\n"a": {\n"version": "1"\n}\n}\n}',
        b'{\n  "packages" : {\n    "a": {\n      "version": "1"\n    }\n  }\n}',
        b'{\n  "other": 1\n}',
    ],
)
def test_entries_of_a_lock_of_an_odd_shape_stand_where_pointers_say(data):
    pointers = pointer_lines(data, objects=True, depth=2)

    assert entry_lines(data, "packages") == {
        unescaped(key): line for key, line in pointers.items() if key.startswith("/packages/")
    }


@pytest.mark.parametrize("indent", [1, 2, 4, "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "dependencies",
    [
        MANIFEST["dependencies"],
        {"b": "^1", "@c/d": "2"},
        {"b": "^1", "c": {"version": "2", "d": "3"}, "e": "4"},
        {"b": ["1", "2"], "c": "3"},
        ["b", "c"],
        "b",
        {},
    ],
    ids=str,
)
def test_keys_of_a_manifest_stand_where_pointers_say(indent, newline, dependencies):
    document = {**MANIFEST, "dependencies": dependencies}
    data = json.dumps(document, indent=indent).replace("\n", newline).encode()

    found = key_lines(data, ("name", "license"), inside="dependencies")

    pointers = pointer_lines(data)
    wanted = {key for key in pointers if key.startswith("/dependencies")} | {"/name", "/license"}
    assert wanted <= found.keys()
    assert found.items() <= pointers.items()


def test_a_key_that_comes_twice_stands_where_it_comes_first():
    data = b'{\n  "dependencies": {\n    "a": "1",\n    "a": "2"\n  }\n}'

    assert key_lines(data, (), inside="dependencies") == {"/dependencies": 2, "/dependencies/a": 3}
