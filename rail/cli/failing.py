"""What `--fail-on` says: a level, and rules that fail whatever their verdict."""

import re

from rail.config.schema import FailOn
from rail.errors import UsageError

_RULE = re.compile(r"RAIL\d{3}\Z")


def fail_on_option(text: str) -> tuple[FailOn, tuple[str, ...]]:
    """Return the level and the rules of `LEVEL,RULE,…` in any order; the level is `prohibited` where none is named.

    Raises:
        UsageError: a word that is neither, or a rule that rail does not have.
    """
    words = [each.strip() for each in text.split(",") if each.strip()]
    rules = tuple(each for each in words if _RULE.match(each))
    levels = [each for each in words if each not in rules]
    if len(levels) > 1 or not words:
        raise UsageError(f"--fail-on takes one level: {text}", hint=_hint())
    if rules:
        from rail.policy.spi import load  # noqa: PLC0415 -- only where a rule is named

        known = {each.id for each in load()}
        for each in rules:
            if each not in known:
                raise UsageError(f"unknown rule for --fail-on: {each}", hint="see `rail explain RAIL101` and its like")
    if not levels:
        return FailOn.PROHIBITED, rules
    try:
        return FailOn(levels[0]), rules
    except ValueError as fault:
        raise UsageError(f"unknown level for --fail-on: {levels[0]}", hint=_hint()) from fault


def _hint() -> str:
    return f"one of {', '.join(each.value for each in FailOn)}"
