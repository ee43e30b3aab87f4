"""A bill of materials in CycloneDX 1.7: https://cyclonedx.org/docs/1.7/json/."""

from collections.abc import Iterator

from rail.domain.report import Report
from rail.report._cyclonedx import bill
from rail.report.spi import Style, writer


@writer("cyclonedx17", suffix=".cdx17.json")
def write(report: Report, _style: Style) -> Iterator[bytes]:
    """Yield the report as one bill of materials."""
    return bill(report, "1.7")
