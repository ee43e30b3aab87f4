"""The composition of the layers: inputs to a scan, a scan and declared uses to a report. Nothing else may compose."""

from rail.pipeline.check import check, report_scan
from rail.pipeline.diff import diff
from rail.pipeline.identify import identify
from rail.pipeline.lint import lint
from rail.pipeline.locate import locate
from rail.pipeline.scan import Scan, scan

__all__ = ["Scan", "check", "diff", "identify", "lint", "locate", "report_scan", "scan"]
