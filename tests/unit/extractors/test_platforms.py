"""On which platforms a package is needed: what markers and the fields of npm say, and what several ways come to."""

import pytest

from rail.domain.component import Component, Kind, either_platform
from rail.extractors.javascript._npm import platforms as of_npm
from rail.extractors.lockgraph import LockGraph
from rail.extractors.python._marker import platforms
from rail.purl import purl


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("sys_platform == 'win32'", ("win32",)),
        ('platform_system == "Windows"', ("win32",)),
        ("os_name == 'nt' and sys_platform == 'win32'", ("win32",)),
        ("'Linux' == platform_system and platform_machine == 'x86_64'", ("linux-x86_64",)),
        ("sys_platform == 'darwin' or sys_platform == 'linux'", ("darwin", "linux")),
        ("python_version < '3.8' and (sys_platform == 'win32')", ("win32",)),
        ("sys_platform == 'win32' and extra == 'cli'", ("win32",)),
        ("sys_platform != 'win32'", ("!win32",)),
    ],
)
def test_a_marker_tells_its_platforms(marker, expected):
    assert platforms(marker) == expected


@pytest.mark.parametrize(
    "marker",
    [
        None,
        "",
        "python_version < '3.8'",
        "python_version < '3.8' or sys_platform == 'win32'",
        "sys_platform == 'win32' or sys_platform != 'win32'",
        "sys_platform in 'linux darwin'",
        "sys_platform not in 'linux darwin'",
        "sys_platform >= 'a'",
        "platform_version == '1'",
        "sys_platform == ''",
        "sys_platform == sys_platform",
        "sys_platform ==",
        "sys_platform == 'win32' junk",
        "sys_platform == 'win32' \u00e9",
        "(" * 1000 + "sys_platform == 'win32'" + ")" * 900,
        " or ".join(f"sys_platform == 'p{number}'" for number in range(99)),
        "sys_platform == 'win32'" * 1000,
    ],
)
def test_what_lets_every_platform_through_or_cannot_be_read_narrows_nothing(marker):
    assert platforms(marker) == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ((["darwin"], None, None), ("darwin",)),
        ((["linux"], ["x64", "arm64"], ["musl"]), ("linux-arm64-musl", "linux-x64-musl")),
        (("darwin", ["arm64"], None), ("darwin-arm64",)),
        (("[linux, '!win32']", "[x64]", None), ("!win32-x64", "linux-x64")),
        ((["any"], [], "none"), ()),
        (({"a": 1}, 7, [None, "a b", "x" * 99, "\x1b[31m"]), ()),
        (([f"o{n}" for n in range(60)], [f"c{n}" for n in range(60)], None), ()),
    ],
)
def test_the_fields_of_npm_tell_platforms(fields, expected):
    assert of_npm(*fields) == expected


def test_what_one_way_needs_everywhere_is_needed_everywhere():
    assert either_platform((("win32",), ("darwin",))) == ("darwin", "win32")
    assert either_platform((("win32",), ())) == ()
    assert either_platform((("win32",), ("!win32",))) == ()


def test_a_package_on_all_platforms_of_a_lock_is_on_none_of_its_own():
    graph = LockGraph("a.lock")
    graph.locked_for(["linux-64", "osx-64"])
    for name, platform in (("a", "linux-64"), ("a", "osx-64"), ("b", "osx-64")):
        graph.add(f"{platform} {name}", purl("conda", name, "1"), name, "1", platforms=(platform,))
    found = {each.name: each.platforms for each in graph.found() if isinstance(each, Component)}

    assert found == {"a": (), "b": ("osx-64",)}
    assert all(each.kind is Kind.PACKAGE for each in graph.found() if isinstance(each, Component))
