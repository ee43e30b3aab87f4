"""A check of `rail lint`: what it looks for, why that matters, what to do."""

from rail.errors import UsageError
from rail.identify.linting.spi import load
from rail.report.explained import Explanation, group


def explain_check(code: str) -> Explanation:
    """Return what a check says.

    Raises:
        UsageError: there is no such check; the hint lists them.
    """
    checks = {each.code: each for each in load()}
    check = checks.get(code)
    if check is None:
        raise UsageError(f"no check {code}", hint=f"there are {', '.join(checks)}")
    return Explanation(
        kind="check",
        id=check.code,
        title=check.title,
        groups=(
            group("level", check.level.value),
            group("looks for", " ".join(check.doc.partition(": ")[2].split())),
            group("why it matters", check.why),
            group("what to do", check.remedy),
            group("in `rail check`", check.rule),
        ),
    )
