"""What several files state of one lineage is drawn once, in the most exact words."""

from rail.domain.component import Edge, Location, Relation
from rail.domain.record import Purl
from rail.report._once import once


def edge(relation: Relation, target: str, path: str = "README.md") -> Edge:
    return Edge(source=Purl("pkg:generic/x"), relation=relation, target=Purl(target), location=Location(path=path))


def test_the_same_edge_of_two_files_is_said_once_with_the_first_place():
    card, config = edge(Relation.ADAPTER_OF, "a"), edge(Relation.ADAPTER_OF, "a", "adapter_config.json")
    assert once([card, config]) == [card]


def test_derived_from_gives_way_to_how_it_is_derived():
    how = edge(Relation.ADAPTER_OF, "a", "adapter_config.json")
    assert once([edge(Relation.DERIVED_FROM, "a"), how]) == [how]


def test_other_edges_stay_as_they_are():
    edges = [
        edge(Relation.DERIVED_FROM, "a"),
        edge(Relation.ADAPTER_OF, "b"),
        edge(Relation.TRAINED_ON, "a"),
        edge(Relation.MERGED_FROM, "b"),
    ]
    assert once(edges) == edges
