"""All checks over one subject."""

from rail.domain.lint import Remark
from rail.identify.linting.spi import load
from rail.identify.linting.subject import Subject


def lint(subject: Subject, rules: frozenset[str] | None = None) -> tuple[Remark, ...]:
    """Return what the checks say, in the order of the lines; what has no line comes last.

    With `rules` only the checks behind those rules of `rail check` are run.
    """
    remarks = [
        Remark(
            code=each.code,
            level=each.level,
            message=spot.message,
            line=spot.line,
            words=spot.words,
            why=each.why,
            remedy=spot.remedy or each.remedy,
            rule=each.rule,
        )
        for each in load()
        if (rules is None or each.rule in rules) and (each.cards is None or each.cards == (subject.card is not None))
        for spot in each.run(subject)
    ]
    return tuple(sorted(remarks, key=lambda remark: (remark.line is None, remark.line or 0)))
