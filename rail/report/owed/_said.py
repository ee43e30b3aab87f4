"""The lines that the text and the Markdown list share: headings, who bears a duty, what is not known."""

from collections.abc import Iterator
from itertools import groupby

from rail.domain.component import Location
from rail.domain.duty import Bearer, Duty, Standing, Unheard
from rail.report.owed import ObligationsReport
from rail.report.terminal import readable

HEADS = {
    Standing.NOW: "binds now",
    Standing.IF: "depends, binds if",
    Standing.NOT_NOW: "not now",
    Standing.DONE: "done",
}
_SHOWN = 3


def licenses(report: ObligationsReport) -> Iterator[tuple[str, str, list[Duty]]]:
    """Yield each licence (id, name) with its duties."""
    for (identity, name), duties in groupby(report.obligations, key=lambda each: (each.license, each.license_name)):
        yield identity, name, list(duties)


def bearers(duties: list[Duty], *, every: bool) -> Iterator[str]:
    """Yield a line for each component through which a licence reaches the project; `every` lists them all."""
    found = list(dict.fromkeys(each for duty in duties for each in duty.bearers))
    for each in found if every else found[:_SHOWN]:
        yield _bearer(each)
    if len(found) > _SHOWN and not every:
        yield f"… and {len(found) - _SHOWN} more"


def place(location: Location) -> str:
    """Return a place as `path:line`."""
    return f"{location.path}:{location.line}" if location.line is not None else location.path


def counts(report: ObligationsReport) -> str:
    """Return how many duties stand how."""
    of = report.summary
    told = [
        f"{of['now']} bind{'s' * (of['now'] == 1)} now",
        f"{of['if']} depend{'s' * (of['if'] == 1)} on what you do",
        f"{of['not-now']} not now",
    ]
    told += [f"{of['done']} done"] if of["done"] else []
    return ", ".join(told)


def unknown(report: ObligationsReport) -> Iterator[tuple[str, list[Unheard]]]:
    """Yield each reason why nothing is known with the components that it concerns, most frequent first."""
    reasons: dict[str, list[Unheard]] = {}
    for each in report.unknown:
        reasons.setdefault(each.reason, []).append(each)
    yield from sorted(reasons.items(), key=lambda each: (-len(each[1]), each[0]))


def general(report: ObligationsReport) -> str:
    """Return the sentence on general licences, "" when there are none."""
    if not report.general:
        return ""
    count = sum(each.components for each in report.general)
    names = ", ".join(each.license for each in report.general[:_SHOWN])
    more = ", …" if len(report.general) > _SHOWN else ""
    return (
        f"{count} component{'s' * (count != 1)} under general licences ({names}{more}): their ordinary duties, such as "
        "keeping notices, are not itemised here"
    )


def _bearer(bearer: Bearer) -> str:
    engagement = "the project's own" if bearer.own else bearer.engagement.value
    line = f"{readable(bearer.component)} ({engagement})"
    line += "".join(f" → {hop.relation.value} {readable(hop.target)}" for hop in bearer.chain)
    places = [place(each) for each in bearer.declared[:1]]
    places += [place(hop.location) for hop in bearer.chain if hop.location is not None]
    where = ", ".join(dict.fromkeys(places))
    line += f"  [{where}]" if where else ""
    return line + (f"  (doubt: {bearer.doubt})" if bearer.doubt else "")
