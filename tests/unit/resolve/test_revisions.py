"""A model named without a revision has what is known of the revisions in hand, and never less than all of it."""

from rail.domain.component import Component, Edge, Kind, Relation
from rail.domain.evidence import Evidence, Form, Match, Role
from rail.domain.record import Purl, SpdxExpression
from rail.resolve.revisions import borrow

NET = Purl("pkg:huggingface/acme/net")
OLD = Purl(f"{NET}@{'a' * 40}")
NEW = Purl(f"{NET}@{'b' * 40}")
BASE = Purl("pkg:huggingface/acme/base")


def models(*purls: Purl, kind: Kind = Kind.MODEL) -> dict[Purl, Component]:
    return {each: Component(purl=each, kind=kind, name=each) for each in purls}


def says(component: Purl, license_: str) -> Match:
    evidence = Evidence(component=component, form=Form.TAG, role=Role.DECLARED, statement=license_, source="x")
    return Match(evidence=evidence, expression=SpdxExpression(license_), method="alias")


def test_it_has_the_licence_of_the_revision_in_hand_and_its_base():
    base = Edge(source=OLD, relation=Relation.ADAPTER_OF, target=BASE)
    got = borrow(models(NET, OLD, BASE), {NET: [], OLD: [says(OLD, "MIT")]}, [base])
    assert [(each.evidence.component, each.expression) for each in got.matches[NET]] == [(NET, "MIT")]
    assert got.edges == (Edge(source=NET, relation=Relation.ADAPTER_OF, target=BASE),)


def test_of_several_revisions_all_count():
    got = borrow(models(NET, OLD, NEW), {OLD: [says(OLD, "MIT")], NEW: [says(NEW, "LicenseRef-peace")]}, [])
    assert {each.expression for each in got.matches[NET]} == {"MIT", "LicenseRef-peace"}


def test_what_has_something_said_of_itself_borrows_nothing():
    got = borrow(models(NET, OLD), {NET: [says(NET, "LicenseRef-peace")], OLD: [says(OLD, "MIT")]}, [])
    assert got == ({}, ())


def test_a_revision_borrows_nothing_from_another():
    assert borrow(models(OLD, NEW), {OLD: [says(OLD, "MIT")]}, []) == ({}, ())


def test_a_package_borrows_nothing():
    assert borrow(models(NET, OLD, kind=Kind.PACKAGE), {OLD: [says(OLD, "MIT")]}, []) == ({}, ())
