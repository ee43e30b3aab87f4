"""The template that the answers name: rail's own, a file, or one of the RAIL Initiative's."""

import os
from pathlib import Path

from msgspec.structs import replace

from rail.errors import UsageError
from rail.generate.answers import Answers
from rail.generate.foreign import Foreign
from rail.generate.sandbox import MAX_TEMPLATE

_OWN = "rail"
_OFFICIAL = "official"


def settled(answers: Answers, given: str | None, source: Path, out: Path) -> tuple[Answers, Path | None]:
    """Return the answers with the template as the answers file in `out` names it, and where its file lies.

    `given` is what the option says, from the current folder; what is on record is relative to its file, `source`.
    """
    if answers.template in {"", _OWN}:
        return replace(answers, template=""), None
    if answers.template == _OFFICIAL:
        return answers, None
    path = Path(given) if given is not None else source.parent / answers.template
    try:
        relative = os.path.relpath(path, out).replace(os.sep, "/")
    except ValueError:  # another drive
        relative = path.absolute().as_posix()
    return replace(answers, template=relative), path


def load_template(answers: Answers, path: Path | None, *, offline: bool) -> Foreign | None:
    """Return the template; `None` for rail's own.

    Raises:
        UsageError: it cannot be read, or the answers ask for what it cannot carry.
        ReadError: the official one cannot be had.
    """
    if answers.template == "":
        return None
    if path is None:
        return _official(answers, offline=offline)
    try:
        if not path.is_file():
            raise UsageError("no such template", place=str(path), hint="--template FILE, or --template official")
        if path.stat().st_size > MAX_TEMPLATE * 4:
            raise UsageError("too large for a template", place=str(path))
        return Foreign(str(path), path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise UsageError("not UTF-8", place=str(path), hint="save the template as UTF-8") from fault
    except OSError as fault:
        raise UsageError(f"cannot be read: {fault.strerror}", place=str(path)) from fault


def _official(answers: Answers, *, offline: bool) -> Foreign:
    from rail.cli.session import cache_folder  # noqa: PLC0415 -- only for the templates that are fetched
    from rail.generate import official  # noqa: PLC0415 -- likewise
    from rail.http.client import HttpClient  # noqa: PLC0415 -- likewise
    from rail.http.settings import read_settings  # noqa: PLC0415 -- likewise
    from rail.http.spi import Offline  # noqa: PLC0415 -- likewise

    official.fitting(answers)
    client = Offline() if offline else HttpClient(read_settings(os.environ, Path.home()))
    base = os.environ.get(official.VARIABLE) or official.BASE
    text = official.fetch(answers.variant, client, cache_folder(), base)
    return Foreign(f"official template {official.PINS[answers.variant].path}", text, official.COMMIT)
