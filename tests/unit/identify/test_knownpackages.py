"""The table of known packages: weights of which only some versions are on record."""

from rail.domain.component import Component, Kind
from rail.domain.record import Purl
from rail.identify.knownpackages import spoken


def package(version: str) -> Component:
    return Component(purl=Purl(f"pkg:pypi/surya-ocr@{version}"), kind=Kind.PACKAGE, name="surya-ocr", version=version)


def of_weights(version: str) -> list[str | None]:
    found = spoken(package(version))
    weights = {each.purl for each in found.parts}
    return [match.expression for match in found.matches if match.evidence.component in weights]


def test_a_version_on_record_has_its_licence() -> None:
    assert of_weights("0.17.1") == ["LicenseRef-rail-datalab-openrail-m"]


def test_the_weights_of_another_version_are_not_known() -> None:
    assert of_weights("0.16.0") == [None]


def test_a_package_without_weights_has_none() -> None:
    found = spoken(Component(purl=Purl("pkg:npm/react-leaflet@5.0.0"), kind=Kind.PACKAGE, name="x", version="5.0.0"))

    assert found.parts == ()
    assert found.matches
