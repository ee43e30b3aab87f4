"""What holds for every output format."""

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from rail.cli.session import rule_text
from rail.domain.report import Report
from rail.report import names
from rail.report.spi import RuleText, Style, by_suffix, find
from tests.unit.report.hostile import ATTACKS, hostile
from tests.unit.report.reports import report

CASES = Path(__file__).parents[2] / "cases" / "reports"
NEW = sorted(set(names()) - {"json", "text"})
LABELS = {"law-enforcement": "law enforcement", "law-enforcement.crime-prediction": "predicting crime"}


def style(verb="check"):
    return Style(verb=verb, labels=LABELS, rule=plain_rule)


def plain_rule(id_):
    found = rule_text(id_)
    return found and RuleText(id_, found.slug, found.title, found.level, "One sentence.\n\nWhat: more.\n\nWhy: so.")


def written(name, value, verb="check"):
    return b"".join(find(name).write(value, style(verb)))


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("case", sorted(each.name for each in CASES.iterdir() if (each / "report.json").is_file()))
def test_a_report_is_written_as_expected(case, name):
    saved = msgspec.json.decode((CASES / case / "report.json").read_bytes(), type=Report)
    verb = "check" if saved.summary.use_cases else "scan"
    expected = CASES / case / f"expected.{name}"

    out = written(name, saved, verb)

    if os.environ.get("RAIL_UPDATE"):
        expected.write_bytes(out)
    assert out.decode() == expected.read_bytes().decode()


@pytest.mark.parametrize("name", NEW)
def test_the_same_report_gives_the_same_bytes(name):
    assert written(name, report()) == written(name, report())


@pytest.mark.parametrize("name", NEW)
def test_the_suffix_of_a_format_leads_back_to_it(name):
    assert by_suffix(f"report{find(name).suffix}") == name


@pytest.mark.parametrize("name", NEW)
def test_a_report_without_anything_is_written_too(name):
    nothing = report(
        components=(), edges=(), evidence=(), resolutions=(), determinations=(), findings=(), problems=(), inputs=()
    )
    assert written(name, nothing)
    assert written(name, nothing, "scan")


@pytest.mark.parametrize("name", NEW)
def test_what_the_report_speaks_of_without_listing_it_breaks_no_format(name):
    assert written(name, report(components=(), resolutions=()))


@pytest.mark.parametrize("name", sorted(set(names()) - {"json"}))
@pytest.mark.parametrize("attack", list(ATTACKS))
def test_hostile_strings_are_inert_in_every_format(name, attack):
    for verb in ("check", "scan"):
        text = written(name, hostile(attack), verb).decode()

        assert not {each for each in text if not each.isprintable() and each not in "\r\n"}
        assert re.search(r"\r(?!\n)", text) is None
        if name in INERT:
            INERT[name](text)


def is_json(text):
    json.loads(text)


def is_xml(text):
    assert len(ET.fromstring(text).findall("testsuite/testcase")) == 6


def is_csv_without_formulas(text):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == 6
    for row in rows:
        for cell in row:
            assert not re.search(r"(^|;)\s*[=+\-@]", cell)


def has_only_its_own_commands(text):
    lines = text.splitlines()
    assert len(lines) == 4
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::warning", "rail:"]
    for line in lines[:-1]:
        assert re.fullmatch(r"::\w+ (?:(?:file|line|title)=[^:,]*,?)+::.*", line)


def has_no_markup_of_others(text):
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)|<code>.*?</code>", "", text)
    assert not re.search(r"(?<!\\)<(?!/?(?:details|summary|sub|code)>|!-- (?:-->|rail:report))", outside)
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)!\[|@(?!<!-- -->)|https?://", outside)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def has_only_its_own_tags(text):
    tags = Tags()
    tags.feed(text)
    assert sum(tag == "script" for tag, _ in tags.found) == 1
    assert not {tag for tag, _ in tags.found} & {"img", "iframe", "object", "embed", "link", "base", "form"}
    for _, attributes in tags.found:
        assert not [key for key in attributes if key.startswith("on")]
        assert not re.match(r"\s*(javascript|data):", attributes.get("href") or "")
        assert (attributes.get("href") or "#").startswith("#")


def has_only_its_own_lines(text):
    """Every line of the graph is of the grammar that the writer uses."""
    for line in text.splitlines():
        assert any(each.fullmatch(line) for each in GRAPH), line


GRAPH = [
    re.compile(r"%% [^%{}]*"),
    re.compile(r"flowchart LR|  classDef \w+ [\w:#,. -]+"),
    re.compile(r'  n\d+(?:\["[^"<>`\\{}]*"\]|\(\["[^"<>`\\{}]*"\]\)|\[\("[^"<>`\\{}]*"\)\])(?::::\w+)?'),
    re.compile(r'  n\d+ (?:-->|==>|-\.->)\|"[\w -]+"\| n\d+'),
    re.compile(r"digraph rail \{|\}|  rankdir=LR;|  node \[[^\]\"]*\];|// [^\n]*"),
    re.compile(r'  n\d+ \[(?:\w+=(?:"(?:[^"\\]|\\[n\\"])*"|\w+) ?)+\];'),
    re.compile(r'  n\d+ -> n\d+ \[label="[\w -]+"( style=dashed)?( color="#\w+" penwidth=2)?\];'),
]

INERT = {
    "sarif": is_json,
    "gitlab": is_json,
    "cyclonedx": is_json,
    "spdx": is_json,
    "junit": is_xml,
    "csv": is_csv_without_formulas,
    "github": has_only_its_own_commands,
    "markdown": has_no_markup_of_others,
    "html": has_only_its_own_tags,
    "mermaid": has_only_its_own_lines,
    "dot": has_only_its_own_lines,
}
