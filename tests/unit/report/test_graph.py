import shutil
import subprocess

import pytest

from rail.domain.component import Component, Edge, Kind, Relation
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.record import Purl
from rail.report._graph import MOST_EDGES
from tests.unit.report.hostile import ATTACKS, hostile
from tests.unit.report.reports import report
from tests.unit.report.test_writers import written


def large(count):
    """A root over `count` free packages; below the last one lies a model that restricts use."""
    root = Component(purl=Purl("pkg:generic/root"), kind=Kind.CODE, name="root", root=True)
    packages = [Component(purl=Purl(f"pkg:pypi/p{at:05}"), kind=Kind.PACKAGE, name=f"p{at:05}") for at in range(count)]
    model = Component(purl=Purl("pkg:huggingface/a/m"), kind=Kind.MODEL, name="a/m")
    edges = [Edge(source=root.purl, relation=Relation.DEPENDS_ON, target=each.purl) for each in packages]
    edges.append(Edge(source=packages[-1].purl, relation=Relation.FETCHES, target=model.purl))
    resolutions = [
        Resolution(
            component=each.purl,
            status=Status.RESOLVED,
            restricted=Restricted.YES if each is model else Restricted.NO,
            expression="MIT",
        )
        for each in (root, *packages, model)
    ]
    return report(
        components=(root, *packages, model),
        edges=tuple(edges),
        resolutions=tuple(resolutions),
        determinations=(),
        evidence=(),
        findings=(),
    )


def test_the_way_to_what_restricts_use_is_drawn_thick():
    lines = written("mermaid", large(2)).decode().splitlines()
    assert '  n0 -->|"depends-on"| n1' in lines
    assert '  n0 ==>|"depends-on"| n2' in lines
    assert '  n2 ==>|"fetches"| n3' in lines


@pytest.mark.parametrize("name", ["mermaid", "dot"])
def test_a_large_tree_is_cut_to_the_ways_that_matter_and_says_so(name):
    out = written(name, large(3_000)).decode()
    assert "p02999" in out
    assert "p00001" not in out
    assert "left out: 2999 components, 2999 edges" in out


def test_mermaid_never_has_more_edges_than_it_draws():
    value = large(3_000)
    bad = tuple(
        Resolution(component=each.component, status=Status.MISSING, restricted=Restricted.YES)
        for each in value.resolutions
    )
    out = written("mermaid", report(components=value.components, edges=value.edges, resolutions=bad)).decode()
    assert out.count('|"depends-on"|') <= MOST_EDGES
    assert "left out: " in out


def test_an_answer_on_restrictions_is_never_taken_for_a_verdict():
    out = written("mermaid", report()).decode()
    assert "bigscience/bloom - restricts use: yes" in out
    assert "requests@2.31.0 - restricts use: no" in out
    assert "visionkit@2.1.0 - unknown" in out


@pytest.mark.parametrize("attack", list(ATTACKS))
def test_graphviz_reads_what_is_written(attack):
    program = shutil.which("dot")
    if program is None:
        pytest.skip("Graphviz is not installed")
    run = subprocess.run([program, "-Tsvg"], input=written("dot", hostile(attack)), capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (0, b"")
