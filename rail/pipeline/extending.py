"""The organisation's policy file that a configuration extends: read from beside it, or fetched once and pinned."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rail.config.discover import MAX_SIZE, from_content
from rail.config.extend import extend
from rail.config.schema import Loaded, Shared
from rail.errors import RailError, UsageError

if TYPE_CHECKING:
    from rail.http.spi import Client

_STAMP = "policies-1"


def extended(loaded: Loaded, client: "Callable[[], Client]", cache: Path) -> Loaded:
    """Return a configuration together with what it extends; `client` is made only when an address must be asked.

    Raises:
        UsageError: the shared file cannot be had, is not the one that is pinned, or says what it cannot.
    """
    extends = loaded.config.extends
    if extends is None or loaded.path is None:
        return loaded
    if isinstance(extends, Shared):
        content, shown = _fetched(extends, client, cache, loaded.path), extends.url
    else:
        path = Path(loaded.path).parent / extends
        content, shown = _read(path, loaded.path), path.as_posix()
    return extend(loaded, from_content(content, shown, f"extended by {loaded.path}"))


def _read(path: Path, by: str) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_SIZE + 1)
    except OSError as fault:
        problem = f"cannot read what `extends` names: {fault.strerror or type(fault).__name__}"
        raise UsageError(problem, place=by, hint=path.as_posix()) from fault


def _fetched(shared: Shared, client: "Callable[[], Client]", cache: Path, by: str) -> bytes:
    from rail.http.pinned import ChangedError, pinned  # noqa: PLC0415 -- few configurations extend an address

    def ask() -> bytes:
        return client().get(shared.url, accept="application/toml, text/plain", limit=MAX_SIZE).body

    try:
        return pinned(shared.sha256, ask, cache, _STAMP)
    except ChangedError as fault:
        problem = f"what `extends` names is not what was pinned: SHA-256 {fault.found}"
        hint = f"expected {shared.sha256}; read the new file, then pin it"
        raise UsageError(problem, place=by, hint=hint) from fault
    except RailError as fault:
        problem = f"cannot have what `extends` names: {fault.problem}"
        raise UsageError(problem, place=by, hint=shared.url) from fault
