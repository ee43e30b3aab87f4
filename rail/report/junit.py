"""Test results in the XML of JUnit: a test case for each finding, and one for each component without any.

https://github.com/jenkinsci/xunit-plugin publishes the schema that is kept to; it has no attribute for a place in a
file, which therefore stands in the words of a case. An error fails; a warning, a note and what is ignored are skipped
with their words; an unread input is an error of the run. A component whose licence is unknown is never a passed test.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.evidence import Restricted
from rail.domain.finding import Finding, Level
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.domain.verdict import Verdict
from rail.report._index import Index
from rail.report._inert import inert
from rail.report.spi import Style, writer

_LICENSES = "licences"


@writer("junit", suffix=".xml")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as one test suite."""
    report = inert(report)
    index = Index(report)
    cases = [_finding(each, index) for each in report.findings]
    told = {each.component for each in report.findings}
    cases += [_quiet(each.purl, index) for each in report.components if each.purl not in told]
    for problem in report.problems:
        case = _case("inputs", problem.location.path)
        said = ET.SubElement(case, "error", message=problem.message, type="unread")
        said.text = "\n".join(filter(None, (_at(problem.location), problem.hint)))
        cases.append(case)
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(each.find("failure") is not None for each in cases)),
        "errors": str(len(report.problems)),
        "skipped": str(sum(each.find("skipped") is not None for each in cases)),
    }
    overall = {key: value for key, value in counts.items() if key != "skipped"}
    root = ET.Element("testsuites", {"name": "rail", **overall})
    suite = ET.SubElement(root, "testsuite", {"name": "rail", **counts})
    properties = ET.SubElement(suite, "properties")
    ET.SubElement(properties, "property", name="catalogue", value=report.catalogue.version)
    ET.SubElement(properties, "property", name="version", value=report.tool.version)
    suite.extend(cases)
    ET.indent(root)
    yield ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _finding(finding: Finding, index: Index) -> ET.Element:
    subject = index.name(finding.component) if finding.component else "configuration"
    place = index.place(finding)
    case = _case(finding.use_case or _LICENSES, f"{subject}: {finding.rule}")
    words = [_at(place), *(step.says for step in finding.trail), finding.help or ""]
    if finding.suppressed is not None:
        ET.SubElement(case, "skipped", message=f"ignored: {finding.suppressed.reason}")
    elif finding.level is Level.ERROR:
        failure = ET.SubElement(case, "failure", message=finding.message, type=finding.rule)
        failure.text = "\n".join(each for each in words if each)
    else:
        ET.SubElement(case, "skipped", message=f"{finding.level.value}: {finding.message}")
        ET.SubElement(case, "system-out").text = "\n".join(each for each in words if each)
    return case


def _quiet(purl: Purl, index: Index) -> ET.Element:
    """Return the test case of a component that no finding speaks of: passed only when nothing is open."""
    case = _case(_LICENSES, index.name(purl))
    found, verdict = index.resolutions.get(purl), index.verdicts.get(purl)
    if verdict is not None and verdict is not Verdict.ALLOWED:
        ET.SubElement(case, "skipped", message=f"{verdict.value} for the declared use")
    elif verdict is None and not index.is_own(purl) and (found is None or found.restricted is not Restricted.NO):
        answer = found.restricted.value if found else Restricted.UNKNOWN.value
        ET.SubElement(case, "skipped", message=f"restricts use: {answer} ({index.license(purl)})")
    return case


def _case(group: str, name: str) -> ET.Element:
    return ET.Element("testcase", {"classname": f"rail.{group}", "name": name})


def _at(place: Location | None) -> str:
    if place is None:
        return ""
    return f"at {place.path}:{place.line}" if place.line is not None else f"at {place.path}"
