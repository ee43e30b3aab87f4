"""The table of well-known packages: versions decide, and what is not certain is said to be so."""

import pytest

from rail.catalogue.folder import PackageFile
from rail.catalogue.lint_packages import package_complaints
from rail.catalogue.packages import lookup
from rail.catalogue.versions import covers, fault_in, holds
from rail.domain.known import Confidence, KnownPackage
from rail.domain.record import Purl


@pytest.mark.parametrize(
    ("versions", "version", "answer"),
    [
        ("<3", "2.8.0", True),
        ("<3", "3.0.0-beta.1", False),
        (">=3", "3.0.0-beta.1", True),
        (">=3,<4", "4.0.0-rc.1", False),
        ("<2.12", "2.11.2", True),
        ("<2.12", "2.12.0", False),
        ("<2.12", "v2.2", True),
        ("<20220924", "20220320", True),
        ("<20220924", "20231013", False),
        ("<=1.0", "1.0.post1", False),
        (">1.0", "1.0.post1", True),
        ("<=1.0", "1.0rc1", True),
        ("==1.0", "1.0.0+build.5", True),
        (">=0.17", "0.9.1", False),
        ("", "anything", True),
        ("<1", "main", None),
    ],
)
def test_bounds_are_those_of_the_registries(versions, version, answer):
    assert holds(versions, version) is answer


def test_bounds_that_cannot_be_read_are_named():
    assert fault_in(">=3,<4") is None
    assert fault_in("^3") == "not a bound: ^3"
    assert fault_in(">=3,<x") == "not a bound: <x"


def said(identity, version):
    return [(row.license, row.about, certain) for row, certain in lookup(Purl(identity), version)]


def test_the_version_decides():
    assert said("pkg:npm/react-leaflet@2.8.0", "2.8.0") == [("MIT", "code", True)]
    assert said("pkg:npm/react-leaflet@5.0.0", "5.0.0") == [("Hippocratic-2.1", "code", True)]
    assert said("pkg:npm/jshint@2.11.2", "2.11.2") == [("MIT AND JSON", "code", True)]
    assert said("pkg:npm/jshint@2.13.6", "2.13.6") == [("MIT", "code", True)]
    assert said("pkg:pypi/surya-ocr@0.14.6", "0.14.6") == [("GPL-3.0-or-later", "code", True)]
    assert ("LicenseRef-rail-datalab-openrail-m", "weights", True) in said("pkg:pypi/surya-ocr@0.17.1", "0.17.1")


def test_without_a_version_nothing_is_certain_where_versions_differ():
    assert {certain for _, _, certain in said("pkg:npm/react-leaflet", None)} == {False}
    assert said("pkg:npm/%40react-leaflet/core", None) == [("Hippocratic-2.1", "code", True)]


def test_other_packages_have_no_rows():
    assert said("pkg:npm/react-leaflet-draw@1.0.0", "1.0.0") == []
    assert said("pkg:generic/react-leaflet@5.0.0", "5.0.0") == []
    assert said("pkg:npm/%40types/react-leaflet@3.0.0", "3.0.0") == []
    assert said("pkg:npm/\tx", "1") == []


def row(**changed):
    return KnownPackage(
        **{"id": "pkg:npm/a", "license": "MIT", "confidence": Confidence.STATED, "source": "s", **changed}
    )


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ([row(id="pkg:npm/a@1")], "without version"),
        ([row(id="pkg:pypi/A_b")], "canonical form"),
        ([row(versions="~1")], "not a bound"),
        ([row(license="MIT AND Unheard-Of")], "Unheard-Of"),
        ([row(license="MIT AND")], "unreadable"),
        ([row(about="docs")], "subject"),
        ([row(source="")], "no source"),
        ([row(versions="<2"), row(versions=">=1")], "two rows speak"),
    ],
)
def test_faults_in_the_table_are_complained_of(rows, complaint):
    messages = [message for _, message in package_complaints({"p.yaml": PackageFile(packages=tuple(rows))}, {"MIT"})]

    assert any(complaint in message for message in messages), messages


def test_a_sound_table_is_not_complained_of():
    rows = (row(versions="<2"), row(versions=">=2"), row(versions=">=1", about="weights"))

    assert list(package_complaints({"p.yaml": PackageFile(packages=rows)}, {"MIT"})) == []


@pytest.mark.parametrize(
    ("versions", "wanted", "answer"),
    [
        (">=3", ">=5.0.0,<6", True),
        ("<3", ">=5.0.0,<6", False),
        ("<3", ">=1.9.1,<2 || >=2.0,<3", True),
        (">=3", ">=2,<3", False),
        (">=3", ">=2,<=3", None),
        ("<3", ">=2,<=3", None),
        ("<3", ">=2", None),
        (">=3", ">=2,<3 || >=3,<4", None),
        (">=3", "<2", False),
        (">=3,<4", ">=3.1,<3.2", True),
        ("", ">=2", True),
        ("==3", ">=3,<4", None),
        (">=3", "nonsense", None),
    ],
)
def test_a_row_holds_for_a_range_only_when_it_holds_for_all_of_it(
    versions: str, wanted: str, answer: bool | None
) -> None:
    assert covers(versions, wanted) is answer


def test_the_range_that_a_manifest_asks_for_chooses_the_rows() -> None:
    leaflet = Purl("pkg:npm/react-leaflet")
    assert [(row.license, certain) for row, certain in lookup(leaflet, None, ">=5.0.0,<6")] == [
        ("Hippocratic-2.1", True)
    ]
    assert {certain for _, certain in lookup(leaflet, None, ">=2")} == {False}
