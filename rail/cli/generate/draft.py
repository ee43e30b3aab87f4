"""Questions on a terminal whose answers are kept until the last one is given."""

from collections.abc import Callable

import msgspec
import typer

from rail.cli.console import say
from rail.cli.generate.folder import Folder
from rail.errors import UsageError

NOTHING = "-"
"""What is typed to empty an answer."""

KEPT = ".rail-license.draft.json"
"""The file that the answers are kept in."""


class Draft:
    """The answers so far, in a file beside the licence until the last one is given."""

    def __init__(self, folder: Folder) -> None:
        self.path = folder.path / KEPT
        self.answers: dict[str, str] = {}
        content = folder.read(KEPT)
        if content is not None:
            try:
                self.answers = msgspec.json.decode(content, type=dict[str, str])
            except msgspec.DecodeError:
                say(f"{self.path} cannot be read; beginning anew")

    def ask(self, key: str, question: str, default: str, check: Callable[[str], str], empty: str = "none") -> str:
        """Ask until the answer is understood, and keep it.

        Raises:
            typer.Abort: the user left.
        """
        while True:
            kept = self.answers.get(key, default)
            shown = f"{question} [{kept or empty}]"
            answer = str(typer.prompt(shown, default=kept, show_default=False, err=True)).strip()
            if answer == NOTHING:
                answer = ""
            try:
                answer = check(answer)
            except UsageError as fault:
                say(f"{fault.problem}\n  {fault.hint}")
                continue
            self.answers[key] = answer
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(msgspec.json.encode(self.answers))
            return answer
