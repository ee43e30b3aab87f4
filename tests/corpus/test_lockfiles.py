"""Real projects whose lockfiles carry no licences: what is locked is listed, and the package table knows the traps."""

from rail import pipeline
from rail.catalogue.load import load
from rail.catalogue.restricts import named_restricts
from rail.config.schema import Config, Loaded
from rail.domain.component import Kind
from rail.domain.evidence import Restricted
from rail.expression.parse import symbols
from rail.identify.knownpackages import spoken


def scanned(project):
    return pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=project)


def on_record(found):
    """Return the packages of which the table says that their licence restricts conduct."""
    catalogue = load()
    return {
        each.purl
        for each in found.components.values()
        for match in spoken(each).matches
        if match.expression
        and any(named_restricts(symbol, catalogue) is not Restricted.NO for symbol in symbols(match.expression))
    }


def test_both_versions_of_a_package_in_a_yarn_lock_are_listed_and_on_record(corpus):
    found = scanned(corpus / "projects" / "P11-cenksari-outdoor-maps")

    assert found.problems == ()
    assert on_record(found) == {
        "pkg:npm/react-leaflet@5.0.0",
        "pkg:npm/react-leaflet@4.2.1",
        "pkg:npm/%40react-leaflet/core@3.0.0",
        "pkg:npm/%40react-leaflet/core@2.1.0",
    }
    assert found.components["pkg:npm/react-leaflet@5.0.0"].groups == ()
    assert found.components["pkg:npm/react-leaflet@4.2.1"].groups == ("dev",)
    edges = {(each.source, each.target) for each in found.edges}
    assert ("pkg:npm/%40types/react-leaflet@3.0.0", "pkg:npm/react-leaflet@4.2.1") in edges
    assert ("pkg:generic/circuit-map@0.1.0", "pkg:npm/react-leaflet@5.0.0") in edges


def test_two_locks_of_one_project_agree(corpus):
    found = scanned(corpus / "projects" / "P08-cowglow-react-leaflet")

    for purl in ("pkg:npm/react-leaflet@5.0.0", "pkg:npm/%40react-leaflet/core@3.0.0"):
        component = found.components[purl]
        assert {place.path for place in component.locations} == {"package-lock.json", "pnpm-lock.yaml"}
        assert component.groups == ("dev",)
    assert found.components["pkg:generic/react-leaflet@0.0.0"].kind is Kind.CODE


def test_the_licence_file_of_a_cargo_manifest_is_read(corpus):
    found = scanned(corpus / "projects" / "P20-drama-llama")

    restricted = {each.component for each in found.resolutions.values() if each.restricted is Restricted.YES}
    assert restricted == {"pkg:generic/drama_llama@0.7.0"}
    assert any(
        each.statement == "LICENSE.md" and each.source == "rust/cargotoml" and each.location.line == 6
        for each in found.evidence
    )


def test_a_cargo_lock_lists_the_members_of_the_workspace_as_code(corpus):
    found = scanned(corpus / "projects" / "P31-aibom-hunyuan")

    code = {each.purl for each in found.components.values() if each.kind is Kind.CODE and not each.root}
    assert code == {"pkg:generic/cli@0.1.0", "pkg:generic/lib@0.1.0", "pkg:generic/server@0.1.0"}
    assert found.components["pkg:cargo/actix-codec@0.5.2"].locations[0].line == 6
    assert on_record(found) == set()
