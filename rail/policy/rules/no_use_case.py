"""Nothing is declared to check against.

What: the configuration has no `[[use-case]]` and none was given with `--use`.

Why: a licence bars uses; without a declared use there is nothing that it could bar, and no verdict is given.

What to do: run `rail init`, or `rail check --use USE`.
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.evidence import Restricted
from rail.domain.finding import Finding, Level
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding


@rule("RAIL501", title="no use case", level=Level.NOTE)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding when no use case is declared."""
    if context.loaded.config.use_case:
        return
    restricting = {Restricted.YES, Restricted.BY_REFERENCE}
    count = sum(each.restricted in restricting for each in context.resolutions.values())
    noun = "component that restricts" if count == 1 else "components that restrict"
    path = context.loaded.path
    yield finding(
        "RAIL501",
        f"no use case is declared: {count} {noun} use not judged",
        location=Location(path=path) if path else None,
        help_="run `rail init`, or name a use with --use",
    )
