import json

import jsonschema
import msgspec
import pytest

from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import Clause, Recognised, Restricted, TextReading
from rail.domain.record import Purl
from rail.domain.report import Problem, Report
from rail.report import names
from rail.report.identified import identify_report
from rail.report.json import encode
from rail.report.schema import schemas
from rail.report.spi import Style, by_suffix, find
from tests.unit.report.reports import report


def written(value):
    return b"".join(find("json").write(value, Style()))


def schema(name):
    return json.loads(schemas()[name])


def test_a_report_validates_against_its_published_schema():
    jsonschema.Draft202012Validator(schema("rail.report-1.json")).validate(json.loads(written(report())))


def test_the_schema_refuses_a_report_that_lacks_a_field_or_has_one_too_many():
    validator = jsonschema.Draft202012Validator(schema("rail.report-1.json"))
    document = json.loads(written(report()))
    lacking = {key: value for key, value in document.items() if key != "resolutions"}

    assert not validator.is_valid(lacking)
    assert not validator.is_valid({**document, "extra": 1})
    assert not validator.is_valid({**document, "schema": "rail.report/2"})


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_published_schema_is_a_schema(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))


def test_the_same_report_gives_the_same_bytes():
    assert written(report()) == written(report())
    assert written(report()).endswith(b"}\n")


def test_the_order_of_the_top_level_is_that_of_the_contract():
    assert list(json.loads(written(report()))) == [
        "schema",
        "tool",
        "catalogue",
        "inputs",
        "components",
        "edges",
        "evidence",
        "resolutions",
        "determinations",
        "findings",
        "problems",
        "summary",
    ]


def test_a_report_read_back_is_the_same_report():
    assert msgspec.json.decode(written(report()), type=Report) == report()


def test_every_field_is_written_also_when_it_is_empty_unless_it_has_no_value():
    document = json.loads(written(report()))

    free = next(each for each in document["resolutions"] if each["restricted"] == "no")
    assert free["restrictions"] == []
    assert free["licenses"] == ["Apache-2.0"]
    assert "relied_on" not in free
    own = next(r for each in document["resolutions"] for r in each["restrictions"] if r["use"] == "minors")
    assert own["origin"] == "own"
    inherited = next(r for each in document["resolutions"] for r in each["restrictions"] if "from" in r)
    assert inherited["from"] == "pkg:huggingface/bigscience/bloom"
    assert all(each["engagement"] for each in document["components"])


def test_a_file_name_of_broken_bytes_is_escaped_and_loses_no_report():
    place = Location(path="caf\udce9.lock")
    broken = report(
        components=(Component(purl=Purl("pkg:generic/x"), kind=Kind.CODE, name="x", locations=(place,)),),
        problems=(Problem(location=place, message="unreadable"),),
    )

    assert json.loads(written(broken))["problems"][0]["location"]["path"] == "caf\\udce9.lock"


def reading():
    return TextReading(
        restricted=Restricted.YES,
        expression="LicenseRef-scancode-bigscience-open-rail-m",
        licenses=(
            Recognised(
                id="bigscience-openrail-m",
                scancode=("bigscience-open-rail-m",),
                coverage=0.99,
                similarity=0.98,
                lines=(1, 212),
            ),
        ),
        restrictions=(Clause(use="law-enforcement", mode="prohibited", section="(m)", line=203, text="For policing"),),
    )


def test_readings_are_written_as_the_contract_says_in_the_order_asked():
    unread = TextReading(restricted=Restricted.UNKNOWN, problems=("no such file",))

    document = json.loads(encode(identify_report([("b/LICENSE", reading()), ("a", unread), ("b/LICENSE", reading())])))

    jsonschema.Draft202012Validator(schema("rail.identify-1.json")).validate(document)
    assert document["schema"] == "rail.identify/1"
    assert [each["path"] for each in document["files"]] == ["b/LICENSE", "a", "b/LICENSE"]
    first, second, _ = document["files"]
    assert first["licenses"] == [
        {
            "id": "bigscience-openrail-m",
            "scancode": ["bigscience-open-rail-m"],
            "coverage": 0.99,
            "similarity": 0.98,
            "lines": [1, 212],
        }
    ]
    assert first["restrictions"] == [
        {"use": "law-enforcement", "mode": "prohibited", "text": "For policing", "line": 203, "section": "(m)"}
    ]
    assert second["restricted"] == "unknown"
    assert second["problems"] == ["no such file"]
    assert second["licenses"] == []


def test_every_format_is_found_by_its_module_and_has_a_suffix():
    assert {"json", "text"} <= set(names())
    for name in names():
        assert find(name).name == name
        assert find(name).suffix.startswith(".")


def test_a_suffix_names_its_format():
    assert by_suffix("out/REPORT.JSON") == "json"
    assert by_suffix("report.txt") == "text"
    assert by_suffix("report.nothing") is None
