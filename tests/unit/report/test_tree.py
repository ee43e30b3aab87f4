import itertools

import pytest
from msgspec.structs import replace

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.evidence import BoundUse, Origin, Resolution, Restricted, Status
from rail.domain.record import Purl
from rail.report.spi import find
from rail.report.terminal import Color
from rail.report.tree import DEEPEST
from tests.unit.report.reports import report
from tests.unit.report.test_writers import style

ROOT = "app"
BARS = ("surveillance", "military.warfare")


def purl(name):
    return Purl(f"pkg:generic/{name}" if name == ROOT or name.startswith("app-") else f"pkg:npm/{name}@1")


def graph(edges, *, yes=(), unknown=(), groups=None, roots=(ROOT,), relation=Relation.DEPENDS_ON):
    """Return a report over `edges` ("app>a a>b"); everything restricts nothing but what is named."""
    pairs = [tuple(each.split(">")) for each in edges.split()]
    names = list(dict.fromkeys([*roots, *(name for pair in pairs for name in pair)]))
    components = [
        Component(
            purl=purl(name),
            kind=Kind.CODE if name in roots else Kind.PACKAGE,
            name=name,
            groups=(groups or {}).get(name, ()),
            root=name in roots,
        )
        for name in names
    ]
    resolutions = [
        Resolution(
            component=purl(name),
            status=Status.MISSING if name in (*unknown, *roots) else Status.RESOLVED,
            restricted=Restricted.YES
            if name in yes
            else Restricted.UNKNOWN
            if name in (*unknown, *roots)
            else Restricted.NO,
            expression="LicenseRef-acme" if name in yes else None if name in (*unknown, *roots) else "MIT",
            licenses=("acme-rail",) if name in yes else (),
            restrictions=tuple(BoundUse(use=use, mode="prohibited", license="acme-rail") for use in BARS)
            if name in yes
            else (),
        )
        for name in names
    ]
    return report(
        components=tuple(components),
        edges=tuple(Edge(source=purl(a), relation=relation, target=purl(b)) for a, b in pairs),
        resolutions=tuple(resolutions),
        determinations=(),
        evidence=(),
        findings=(),
        problems=(),
    )


def lines(value, **changes):
    out = b"".join(find("tree").write(value, style("scan")._replace(**changes))).decode()
    return out.partition("\n\n")[0].split("\n")


def test_what_restricts_use_is_marked_with_its_licence_its_uses_and_the_way_to_it():
    drawn = lines(graph("app>a a>b app>c", yes=("b",)))

    assert drawn == [
        "generic/app (this project)",
        "├── npm/a@1",
        "│   └── npm/b@1 restricts use: acme-rail",
        "│               bars      surveillance, military.warfare",
        "│               is here   generic/app → npm/a@1 → npm/b@1",
        "└── … 1 more, with all that they need, restrict nothing",
    ]


def test_what_restricts_nothing_is_drawn_when_the_whole_is_asked_for():
    drawn = lines(graph("app>a a>b app>c"), verbose=True)

    assert drawn == ["generic/app (this project)", "├── npm/a@1 MIT", "│   └── npm/b@1 MIT", "└── npm/c@1 MIT"]


def test_what_is_unknown_is_never_folded_away():
    assert "    └── npm/b@1 unknown" in lines(graph("app>a a>b", unknown=("b",)))


def test_branches_with_something_that_restricts_come_before_those_in_question():
    drawn = lines(graph("app>a app>z z>bad", yes=("bad",), unknown=("a",)))

    assert [each for each in drawn if each.startswith(("├", "└"))] == ["├── npm/z@1", "└── npm/a@1 unknown"]


def test_a_component_is_opened_once_and_marked_where_it_is_met_again():
    drawn = lines(graph("app>a app>b a>x b>x x>bad", yes=("bad",)))

    assert "│   └── npm/x@1" in drawn
    assert "    └── npm/x@1 (*)" in drawn
    assert sum("bad@1 restricts" in each for each in drawn) == 1
    assert drawn[-1] == "(*) stands open elsewhere in the tree"


def test_a_circle_ends_where_it_closes():
    assert "        └── npm/a@1 (circle)" in lines(graph("app>a a>b b>a", unknown=("b",)))


def test_a_circle_that_nothing_leads_into_is_drawn():
    assert any("npm/x@1 restricts use" in each for each in lines(graph("app>a x>y y>x", yes=("x",))))


def test_every_root_has_a_tree_of_its_own():
    drawn = lines(graph("app-1>a app-2>b", yes=("b",), roots=("app-1", "app-2")))

    assert drawn[0] == "generic/app-1 (this project)"
    assert "generic/app-2 (this project)" in drawn


def test_what_nothing_leads_to_is_drawn_or_counted():
    drawn = lines(graph("app>a loose>b free>c", yes=("b",)))

    assert "npm/loose@1" in drawn
    assert "… 1 more to which nothing leads and which restrict nothing (-v shows them)" in drawn


def test_groups_and_other_relations_than_dependence_are_named():
    drawn = lines(graph("app>a", unknown=("a",), groups={"a": ("dev", "optional")}, relation=Relation.FETCHES))

    assert drawn[1] == "└── fetches npm/a@1 [dev, optional] unknown"


def test_a_way_says_through_which_groups_and_how_many_others_there_are():
    drawn = lines(graph("app>a app>b a>bad b>bad", yes=("bad",), groups={"a": ("dev",), "bad": ("dev",)}))

    assert any(
        each.endswith("is here   generic/app → npm/a@1 [dev] → npm/bad@1 [dev], and through 1 other") for each in drawn
    )


def test_what_lies_deeper_than_is_drawn_is_listed_all_the_same():
    chain = ["app", *(f"n{at}" for at in range(DEEPEST + 5)), "bad"]
    drawn = lines(graph(" ".join(f"{a}>{b}" for a, b in itertools.pairwise(chain)), yes=("bad",)))

    assert f"deeper than {DEEPEST} steps:" in drawn
    assert "    npm/bad@1 restricts use: acme-rail" in drawn


def test_what_is_inherited_is_told_apart():
    value = graph("app>m m>base", yes=("m",))
    inherited = BoundUse(
        use="minors", mode="prohibited", license="acme-rail", origin=Origin.INHERITED, from_=purl("base")
    )
    resolutions = tuple(
        replace(each, restrictions=(inherited,)) if each.component == purl("m") else each for each in value.resolutions
    )
    drawn = lines(replace(value, resolutions=resolutions))

    assert any(each.endswith("inherits  minors from npm/base@1") for each in drawn)


def test_colour_is_for_terminals_only():
    value = graph("app>bad", yes=("bad",))

    assert not any("\x1b" in each for each in lines(value))
    assert any(Color.RED.value in each for each in lines(value, color=True))


@pytest.mark.parametrize("verbose", [False, True])
def test_a_chain_of_two_thousand_and_a_dense_tangle_are_drawn_in_as_many_lines_as_there_are_edges(verbose):
    names = ["app", *(f"n{at}" for at in range(2_000))]
    chain = [f"{a}>{b}" for a, b in itertools.pairwise(names)]
    tangle = [f"n{a}>n{b}" for a in range(60) for b in range(60) if a != b]
    drawn = lines(graph(" ".join([*chain, *tangle]), yes=("n1999",)), verbose=verbose)

    assert len(drawn) <= len(chain) + len(tangle) + 20
    assert any("npm/n1999@1 restricts use" in each for each in drawn)


def test_the_project_in_the_top_folder_comes_before_those_below_it():
    value = graph("app-1>a app-2>b", roots=("app-1", "app-2"))
    places = {purl("app-1"): "packages/one/package.json", purl("app-2"): "package.json"}
    components = tuple(
        replace(each, locations=(Location(path=places[each.purl]),)) if each.purl in places else each
        for each in value.components
    )

    assert lines(replace(value, components=components))[0] == "generic/app-2 (this project)"


def test_what_only_some_platforms_need_says_so():
    drawn = graph("app>a app>b b>c", yes=("a", "c"), groups={"a": ("dev",)})
    platforms = {"a": ("win32",), "b": ("!win32",), "c": ("darwin", "linux-x64")}
    drawn = replace(
        drawn, components=tuple(replace(each, platforms=platforms.get(each.name, ())) for each in drawn.components)
    )

    text = b"".join(find("tree").write(drawn, style())).decode()

    assert "npm/a@1 [dev, only on win32]" in text
    assert "npm/b@1 [not on win32]" in text
    assert "npm/b@1 [not on win32] → npm/c@1 [only on darwin, linux-x64]" in text
