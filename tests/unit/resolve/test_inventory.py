from rail.domain.component import Component, Edge, Home, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role, Unowned
from rail.domain.record import OWNER, Purl
from rail.resolve.inventory import Collector

NESTED = Purl("pkg:npm/left-pad@1.3.0")


def component(purl: str, *, root: bool = False, groups: tuple[str, ...] = (), path: str = "lock") -> Component:
    name, _, version = purl.rpartition("/")[2].partition("@")
    return Component(
        purl=Purl(purl),
        kind=Kind.CODE if root else Kind.PACKAGE,
        name=name,
        version=version or None,
        root=root,
        groups=groups,
        locations=(Location(path=path),),
    )


def text(path: str, about: Kind | None = None) -> Unowned:
    return Unowned(
        form=Form.TEXT,
        role=Role.OBSERVED,
        statement=path,
        source="files/licensefile",
        location=Location(path=path),
        about=about,
    )


def test_a_licence_file_belongs_to_the_nearest_home_above_it():
    collector = Collector("project")
    collector.add(component("pkg:generic/shop@1", root=True), "package.json", "x")
    collector.add(Home(path="", component=Purl("pkg:generic/shop@1")), "package.json", "x")
    collector.add(component(NESTED), "node_modules/left-pad/package.json", "x")
    collector.add(Home(path="node_modules/left-pad", component=NESTED), "node_modules/left-pad/package.json", "x")
    collector.add(text("node_modules/left-pad/docs/LICENSE"), "node_modules/left-pad/docs/LICENSE", "x")
    collector.add(text("sub/LICENSE"), "sub/LICENSE", "x")

    owners = {each.statement: each.component for each in collector.finish().evidence}

    assert owners == {"node_modules/left-pad/docs/LICENSE": NESTED, "sub/LICENSE": "pkg:generic/shop@1"}


def test_the_order_of_the_files_does_not_decide_who_owns_a_text():
    collector = Collector("project")
    collector.add(text("vendor/a/LICENSE"), "vendor/a/LICENSE", "x")
    collector.add(component(NESTED), "vendor/a/package.json", "x")
    collector.add(Home(path="vendor/a", component=NESTED), "vendor/a/package.json", "x")

    assert [each.component for each in collector.finish().evidence] == [NESTED]


def test_a_project_without_a_manifest_is_named_after_its_folder():
    found = Collector("weather").finish()

    assert list(found.components) == ["pkg:generic/weather"]
    assert found.components[Purl("pkg:generic/weather")].root


def test_a_model_licence_speaks_of_the_weights_and_not_of_the_code():
    collector = Collector("weather")
    collector.add(text("LICENSE"), "LICENSE", "x")
    collector.add(text("weights/MODEL_LICENSE", Kind.MODEL), "weights/MODEL_LICENSE", "x")
    found = collector.finish()

    owners = {each.statement: found.components[each.component].kind for each in found.evidence}

    assert owners == {"LICENSE": Kind.CODE, "weights/MODEL_LICENSE": Kind.MODEL}
    assert [edge.relation for edge in found.edges] == [Relation.CONTAINS]


def test_two_manifests_in_the_root_make_one_project():
    collector = Collector("project")
    collector.add(component("pkg:generic/web@1", root=True), "package.json", "x")
    collector.add(component("pkg:generic/api@2", root=True), "pyproject.toml", "x")
    evidence = Evidence(
        component=Purl("pkg:generic/api@2"), form=Form.NAME, role=Role.DECLARED, statement="MIT", source="x"
    )
    collector.add(evidence, "pyproject.toml", "x")
    found = collector.finish()

    assert [each for each in found.components.values() if each.root] == list(found.components.values())
    assert [each.component for each in found.evidence] == ["pkg:generic/web@1"]


def test_an_edge_to_a_name_meets_the_version_that_is_there():
    collector = Collector("project")
    collector.add(component("pkg:pypi/requests@2.32.0"), "a/METADATA", "x")
    collector.add(component("pkg:pypi/idna@3.7"), "b/METADATA", "x")
    edge = Edge(source=Purl("pkg:pypi/requests@2.32.0"), relation=Relation.DEPENDS_ON, target=Purl("pkg:pypi/idna"))
    collector.add(edge, "a/METADATA", "x")
    collector.add(Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=Purl("pkg:pypi/absent")), "a/METADATA", "x")

    assert [(e.source, e.target) for e in collector.finish().edges] == [
        ("pkg:pypi/requests@2.32.0", "pkg:pypi/idna@3.7")
    ]


def test_a_component_needed_outside_a_group_is_in_no_group():
    collector = Collector("project")
    collector.add(component("pkg:pypi/a@1", groups=("dev",)), "x.lock", "x")
    collector.add(component("pkg:pypi/a@1"), "y.lock", "y")

    found = collector.finish().components[Purl("pkg:pypi/a@1")]

    assert found.groups == ()
    assert found.found_by == ("x", "y")


def test_what_has_no_version_gives_way_to_the_version_that_is_known():
    collector = Collector("project")
    collector.add(component("pkg:npm/left-pad"), "package.json", "x")
    collector.add(component(NESTED), "package-lock.json", "x")
    collector.add(
        Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=Purl("pkg:npm/left-pad")), "package.json", "x"
    )
    found = collector.finish()

    assert sorted(found.components) == ["pkg:generic/project", NESTED]
    assert [(edge.source, edge.target) for edge in found.edges] == [("pkg:generic/project", NESTED)]


def test_the_manifest_of_a_published_npm_archive_names_the_package():
    collector = Collector("react-leaflet-2.8.0", first_party=False)
    identity = Purl("pkg:generic/react-leaflet@2.8.0")
    manifest = "javascript/packagejson"
    collector.add(component(identity, root=True, path="package.json"), "package.json", manifest)
    collector.add(Home(path="", component=identity), "package.json", manifest)
    collector.add(component("pkg:npm/jest@1", groups=("dev",)), "package.json", manifest)
    collector.add(text("LICENSE"), "LICENSE", "files/licensefile")
    found = collector.finish()

    assert list(found.components) == ["pkg:npm/react-leaflet@2.8.0"]
    assert [each.component for each in found.evidence] == ["pkg:npm/react-leaflet@2.8.0"]


def test_a_card_is_about_the_model_and_so_is_its_lineage():
    collector = Collector("weather")
    card = Unowned(
        form=Form.TAG,
        role=Role.DECLARED,
        statement="mit",
        source="x",
        location=Location(path="m/README.md"),
        about=Kind.MODEL,
    )
    base = Component(purl=Purl("pkg:huggingface/o/base"), kind=Kind.MODEL, name="o/base")
    collector.add(card, "m/README.md", "x")
    collector.add(base, "m/README.md", "x")
    collector.add(
        Edge(
            source=OWNER,
            relation=Relation.FINETUNED_FROM,
            target=base.purl,
            location=Location(path="m/README.md", line=3),
        ),
        "m/README.md",
        "x",
    )
    found = collector.finish()
    model = found.evidence[0].component

    assert found.components[model].kind is Kind.MODEL
    assert (model, Relation.FINETUNED_FROM, base.purl) in {(e.source, e.relation, e.target) for e in found.edges}
