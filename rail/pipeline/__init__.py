"""The composition of the layers: inputs to a scan, a scan and declared uses to a report. Nothing else may compose.

Each verb is loaded when it is first called: a scan needs no reader for two licences side by side.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rail.pipeline.checking import check
    from rail.pipeline.comparing import diff
    from rail.pipeline.identifying import identify
    from rail.pipeline.linting import lint
    from rail.pipeline.locating import locate
    from rail.pipeline.merging import merge
    from rail.pipeline.reporting import report_scan
    from rail.pipeline.scanning import Open, Scan, scan

__all__ = [
    "Open",
    "Scan",
    "check",
    "diff",
    "identify",
    "lint",
    "locate",
    "merge",
    "report_scan",
    "scan",
]

_HOMES = {
    "Open": "scanning",
    "Scan": "scanning",
    "check": "checking",
    "diff": "comparing",
    "identify": "identifying",
    "lint": "linting",
    "locate": "locating",
    "merge": "merging",
    "report_scan": "reporting",
    "scan": "scanning",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    found = globals()[name] = getattr(import_module(f"rail.pipeline.{_HOMES[name]}"), name)
    return found
