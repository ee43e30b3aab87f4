"""A line of a licence text: what was read there, by which words, with the lines around it to check it against."""

from pathlib import Path

from rail import pipeline
from rail.catalogue.load import Catalogue
from rail.report.explained import Entry, Explanation, group


def explain_line(path: str, line: int, catalogue: Catalogue) -> Explanation:
    """Return the reading of line `line` of a file.

    Raises:
        ReadError: the file has no such line, or is not a text.
    """
    found = pipeline.locate(path, line, catalogue=catalogue, cwd=Path.cwd())
    clauses = [
        Entry(says=f'"{each.text}"', use=each.use, mode=each.mode, section=each.section) for each in found.clauses
    ]
    lead = found.lead_in
    return Explanation(
        kind="line",
        id=f"{path}:{found.line}",
        title="" if clauses else "no restriction was read on this line",
        groups=(
            group("restricts", *clauses),
            group(
                "because",
                f"line {lead.number} forbids: {lead.text}" if lead else None,
                f"the use is named by: {', '.join(found.matched)}" if found.matched else None,
            ),
            group("the lines around it", *(f"{each.number:>5}  {each.text}" for each in found.context)),
            group(
                "stands in",
                *(f"{each.id}, lines {each.lines[0]} to {each.lines[1]}" for each in found.licenses),
            ),
        ),
    )
