"""W-ENFORCER: the restrictions are passed on, and nobody is named who may enforce them against the next user."""

from collections.abc import Iterator

from rail.identify.linting.passing_on import duty, passes_on
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_NAMED = (
    (
        r"\b(?:licensor|we|us|authors?|owners?|copyright holders?|anyone|any person|affected|company|third part(?:y"
        r"|ies))\b~\b(?:may|can|shall|is entitled to|has the right to)\b~\benforce"
    ),
    r"\benforceable ~\b(?:by|against|in favou?r of)\b(?! you in)",
    r"third[- ]party beneficiar",
    r"\bright (?:to|of) enforce",
    r"\benforce(?:d|ment)? ~\bby (?:the )?(?:licensor|us|authors?|owner)",
)


@check(
    "W-ENFORCER",
    title="nobody may enforce",
    why="the next user has a contract with the user who passed the work on, not with the licensor; if nobody is "
    "named who may enforce the restrictions there, perhaps nobody can",
    remedy="say it: `the Licensor may enforce these restrictions against every recipient as a third-party beneficiary`",
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark, at the duty to pass the restrictions on."""
    if not subject.agreement or not passes_on(subject):
        return
    passed = duty(subject)
    if passed is not None and not any(subject.flow.find(pattern) for pattern in _NAMED):
        yield Spot(
            f"who may enforce this against the next user is not said: {passed.words!r}", passed.line, passed.words
        )
