"""An ignore, an override or a policy has ended.

What: the `until` date of an `[[ignore]]`, an `[[override]]`, a `[[policy]]` or a comment `rail: ignore[…]` lies in the
past. It no longer has any effect.

Why: the date was set so that the decision would be looked at again.

What to do: look again; then set a new date with a new reason, or remove the table.
"""

from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.finding import Finding, Level
from rail.policy.spi import Context, rule
from rail.policy.suppress import expired
from rail.policy.verdicts import finding


@rule("RAIL502", title="ignore expired", level=Level.WARNING, late=True)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each ignore or override whose last day has passed."""
    config, path = context.loaded.config, context.loaded.path
    tables = [("ignore", each) for each in config.ignore] + [("override", each) for each in config.override]
    for kind, each in tables:
        if expired(each.until, context.today):
            about = " ".join(filter(None, (getattr(each, "rule", None), each.component)))
            yield finding(
                "RAIL502",
                f"{kind} ended on {each.until}: {about} ({each.reason})",
                location=Location(path=path, line=each.line) if path else None,
                help_="look again, then set a new date or remove it",
            )
    for remark in context.inline:
        if expired(remark.until, context.today):
            yield finding(
                "RAIL502",
                f"ignore ended on {remark.until}: {', '.join(remark.rules)} ({remark.reason})",
                location=remark.location,
                help_="look again, then set a new date or remove the comment",
            )
    for policy in config.policy:
        if expired(policy.until, context.today):
            elsewhere = policy.path is None or "://" in policy.path
            yield finding(
                "RAIL502",
                f"policy {policy.id} ended on {policy.until}: {policy.reason}",
                location=None if elsewhere else Location(path=policy.path or "", line=policy.line),
                help_="look again, then set a new date or remove it",
            )
