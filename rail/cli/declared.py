"""Options and arguments as they are declared: spellings and words, from which Typer's own are made when needed."""

from typing import Any


class Option:
    """An option with its spellings; `said` is what Typer is to know and to say of it."""

    def __init__(self, *spellings: str, **said: Any) -> None:
        self.spellings = spellings
        self.said = said

    @property
    def variable(self) -> str | None:
        """The environment variable that gives it where the command line does not."""
        return self.said.get("envvar")


class Argument(Option):
    """What stands on a command line without a spelling of its own."""
