from rail.domain.component import Component, Edge, Engagement, Home, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role, Unowned
from rail.domain.record import OWNER, Purl
from rail.resolve.collector import Collector

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


def projects(*folders: str, prefix: str = "") -> Collector:
    """Return a collector that has met a project with a licence of its own in each folder."""
    collector = Collector("mono", top=prefix)
    for folder in folders:
        path = f"{prefix}{folder}/pyproject.toml".replace("//", "/").lstrip("/")
        owner = Purl(f"pkg:generic/{folder.rpartition('/')[2] or 'whole'}@1")
        collector.add(component(owner, root=True, path=path), path, "x")
        collector.add(Home(path=path.rpartition("/")[0], component=owner), path, "x")
        evidence = Evidence(component=owner, form=Form.NAME, role=Role.DECLARED, statement=folder, source="x")
        collector.add(evidence, path, "x")
    return collector


def test_projects_in_folders_side_by_side_keep_their_licences_apart():
    found = projects("libs/one", "libs/two").finish()

    assert {each.component: each.statement for each in found.evidence} == {
        "pkg:generic/one@1": "libs/one",
        "pkg:generic/two@1": "libs/two",
    }
    assert {purl for purl, each in found.components.items() if each.root} == {
        "pkg:generic/mono",
        "pkg:generic/one@1",
        "pkg:generic/two@1",
    }


def test_a_project_in_the_top_folder_does_not_swallow_those_below():
    for prefix in ("", "input/"):
        found = projects("", "libs/two", prefix=prefix).finish()

        assert set(found.components) == {"pkg:generic/whole@1", "pkg:generic/two@1"}
        assert len({each.component for each in found.evidence}) == 2


def test_the_only_project_is_the_input_wherever_it_lies():
    found = projects("python").finish()

    assert set(found.components) == {"pkg:generic/python@1"}


def test_one_python_project_among_others_is_not_the_whole():
    collector = projects("python")
    collector.add(component("pkg:generic/web@1", path="web/package.json"), "web/package.json", "x")
    collector.add(Home(path="web", component=Purl("pkg:generic/web@1")), "web/package.json", "x")
    collector.add(text("LICENSE"), "LICENSE", "x")

    assert {each.component for each in collector.finish().evidence} == {"pkg:generic/python@1", "pkg:generic/mono"}


def monorepo(*, with_lock: bool) -> Collector:
    """Return two projects side by side, one with version 2 in its lock; the other asks for any version."""
    collector = projects("one", "two")
    one, two, plain = Purl("pkg:generic/one@1"), Purl("pkg:generic/two@1"), Purl("pkg:npm/map")
    collector.add(component("pkg:npm/map@2", path="one/lock"), "one/lock", "x")
    collector.add(Edge(source=one, relation=Relation.DEPENDS_ON, target=Purl("pkg:npm/map@2")), "one/lock", "x")
    if with_lock:
        collector.add(component("pkg:npm/map@3", path="lock"), "lock", "x")
        collector.add(Edge(source=two, relation=Relation.DEPENDS_ON, target=Purl("pkg:npm/map@3")), "lock", "x")
    for folder in ("one", "two"):
        collector.add(component(plain, path=f"{folder}/manifest"), f"{folder}/manifest", "x")
        edge = Edge(
            source=OWNER, relation=Relation.DEPENDS_ON, target=plain, location=Location(path=f"{folder}/manifest")
        )
        collector.add(edge, f"{folder}/manifest", "x")
    return collector


def test_what_a_workspace_asks_for_is_the_version_that_the_lock_holds_for_it():
    edges = {(each.source, each.target) for each in monorepo(with_lock=True).finish().edges}

    assert edges == {("pkg:generic/one@1", "pkg:npm/map@2"), ("pkg:generic/two@1", "pkg:npm/map@3")}


def test_what_no_lock_pins_is_not_the_version_of_a_project_beside_it():
    found = monorepo(with_lock=False).finish()

    assert ("pkg:generic/two@1", "pkg:npm/map") in {(each.source, each.target) for each in found.edges}
    assert ("pkg:generic/two@1", "pkg:npm/map@2") not in {(each.source, each.target) for each in found.edges}
    assert "pkg:npm/map" in found.components


def test_what_the_lock_of_the_same_project_pins_gives_way_to_it():
    found = monorepo(with_lock=True).finish()

    assert "pkg:npm/map" not in found.components


def speaks(form: Form, statement: str, path: str) -> Unowned:
    return Unowned(
        form=form,
        role=Role.DECLARED,
        statement=statement,
        source="models/modelcard",
        location=Location(path=path, line=2),
        about=Kind.MODEL,
    )


def engagement(found, **fields: object) -> Engagement:
    collector = Collector("demo", **fields)
    collector.add(found, found.location.path, "x")
    return next(each.engagement for each in collector.finish().components.values() if "artifact=" in each.purl)


def test_a_model_for_which_a_card_of_the_project_declares_a_licence_is_passed_on():
    assert engagement(speaks(Form.TAG, "mit", "README.md")) is Engagement.REDISTRIBUTES


def test_a_sentence_or_a_text_about_weights_does_not_say_that_they_are_passed_on():
    assert engagement(speaks(Form.NOTICE, "the weights are under OpenRAIL-M", "README.md")) is Engagement.USES
    assert engagement(text("WEIGHTS_LICENSE", Kind.MODEL)) is Engagement.USES


def test_a_card_in_a_package_of_somebody_else_does_not_say_that_the_project_passes_the_model_on():
    found = speaks(Form.TAG, "mit", "model/README.md")

    assert engagement(found, first_party=False) is Engagement.USES


def test_weights_in_an_archive_that_was_downloaded_to_be_read_are_not_passed_on():
    mark = Component(
        purl=OWNER,
        kind=Kind.MODEL,
        name="w",
        engagement=Engagement.REDISTRIBUTES,
        locations=(Location(path="m/w.gguf"),),
    )
    found = {}
    for first_party, given in ((False, Purl("pkg:pypi/p@1")), (True, None)):
        collector = Collector("demo", first_party=first_party, given=given)
        collector.add(speaks(Form.NOTICE, "the weights are under OpenRAIL-M", "m/README.md"), "m/README.md", "x")
        collector.add(mark, "m/w.gguf", "models/gguf")
        components = collector.finish().components.values()
        found[first_party] = next(each.engagement for each in components if "artifact=" in each.purl)

    assert found == {False: Engagement.USES, True: Engagement.REDISTRIBUTES}


def test_an_ancestor_of_which_nothing_is_said_is_still_a_component():
    child, base = Purl("pkg:huggingface/o/a"), Purl("pkg:huggingface/o/b")
    collector = Collector("demo")
    collector.add(Component(purl=child, kind=Kind.MODEL, name="a"), "bom.json", "x")
    collector.add(Edge(source=child, relation=Relation.FINETUNED_FROM, target=base), "bom.json", "x")

    found = collector.finish()

    assert found.components[base].engagement is Engagement.REFERENCES
    assert [(each.source, each.target) for each in found.edges] == [(child, base)]


def test_a_card_among_tests_or_documents_does_not_say_that_the_model_is_passed_on():
    assert engagement(speaks(Form.TAG, "mit", "tests/cards/README.md")) is Engagement.USES


def test_a_published_package_keeps_what_its_users_need_and_its_makers_install_too():
    collector = Collector("map-draw-1.0.0", first_party=False)
    for group in ("peer", "dev"):
        collector.add(component("pkg:npm/leafmap", groups=(group,)), "package.json", "javascript/packagejson")
    for group in ("optional", "dev"):
        collector.add(component("pkg:npm/extra", groups=(group,)), "package.json", "javascript/packagejson")
    collector.add(component("pkg:npm/bundler", groups=("dev",)), "package.json", "javascript/packagejson")

    found = collector.finish().components

    assert Purl("pkg:npm/leafmap") in found
    assert found.keys().isdisjoint({"pkg:npm/bundler", "pkg:npm/extra"})


def test_weights_of_which_the_metadata_speak_are_those_of_the_package_wherever_else_they_are_spoken_of():
    collector = Collector("reader-1.0-py3-none-any.whl", first_party=False)
    package = component("pkg:pypi/reader@1.0")
    collector.add(package, "reader-1.0.dist-info/METADATA", "python/distinfo")
    collector.add(Home(path="", component=package.purl), "reader-1.0.dist-info/METADATA", "python/distinfo")
    for path in ("reader-1.0.dist-info/METADATA", "reader-1.0.dist-info/licenses/LICENSE-MODEL"):
        collector.add(text(path, Kind.MODEL), path, "x")

    models = [each.purl for each in collector.finish().components.values() if each.kind is Kind.MODEL]

    assert models == ["pkg:pypi/reader@1.0?artifact=model"]
