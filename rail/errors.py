"""The one family of errors that a user can meet: what is wrong, where, and what to do."""


class RailError(Exception):
    """A fault in what rail was given: `problem` says what, `place` where, `hint` what to do.

    `exit_code` is the process status that the command line answers with.
    """

    exit_code = 2

    def __init__(self, problem: str, *, place: str = "", hint: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.problem}{advice}"


class UsageError(RailError):
    """The command line or the configuration asks for something that cannot be done."""


class NothingToScanError(RailError):
    """No input held anything that rail can read."""

    exit_code = 3


class ReadError(RailError):
    """One input could not be read; the pipeline turns it into a `Problem` and goes on.

    `line` is 1-based where the fault has a line.
    """

    def __init__(self, problem: str, *, place: str = "", hint: str = "", line: int | None = None) -> None:
        super().__init__(problem, place=place, hint=hint)
        self.line = line
