"""What the network is to the rest of rail: a client that gets documents and archives, and how that can fail."""

from typing import BinaryIO, NamedTuple, Protocol
from urllib.parse import urlsplit, urlunsplit

from rail.errors import ReadError

MAX_DOCUMENT = 32 * 1024 * 1024
"""The largest document that is taken from a registry, in bytes, unpacked."""

MAX_ARCHIVE = 512 * 1024 * 1024
"""The largest archive that is downloaded, in bytes."""


class NotFoundError(ReadError):
    """The registry has no such thing (404 or 410)."""


class DeniedError(ReadError):
    """The registry asks for a token, or does not accept the one given (401 or 403)."""


class UnreachableError(ReadError):
    """No usable answer came: no connection, time-out, server fault, broken or oversized answer."""


class UnexpectedError(UnreachableError):
    """An answer came, but not one that a registry of this kind gives: this address does not speak that language."""


class OfflineError(ReadError):
    """The network was needed and must not be used."""


class Document(NamedTuple):
    """An answer: its bytes, its media type in lower case without parameters, and the address that gave it."""

    body: bytes
    media_type: str
    url: str


class Client(Protocol):
    """The one way to the network; safe to use from several threads."""

    def get(self, url: str, *, accept: str = "application/json", limit: int = MAX_DOCUMENT) -> Document:
        """Return what `url` holds, at most `limit` bytes of it.

        Raises:
            NotFoundError, DeniedError, UnreachableError, OfflineError: it could not be had.
        """

    def download(self, url: str, into: BinaryIO, *, limit: int = MAX_ARCHIVE) -> int:
        """Write what `url` holds into an empty seekable file and return its size in bytes.

        Raises:
            NotFoundError, DeniedError, UnreachableError, OfflineError: it could not be had; the file holds a part.
        """


class Offline:
    """The client that opens no socket."""

    def get(self, url: str, *, accept: str = "application/json", limit: int = MAX_DOCUMENT) -> Document:
        """Refuse."""
        del accept, limit
        raise _refusal(url)

    def download(self, url: str, into: BinaryIO, *, limit: int = MAX_ARCHIVE) -> int:
        """Refuse."""
        del into, limit
        raise _refusal(url)


def shown(url: str) -> str:
    """Return an address fit for a message: without user name, password, query and fragment, at most 300 characters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "an address that cannot be read"
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment=""))[:300]


def _refusal(url: str) -> OfflineError:
    return OfflineError(
        "not in the cache, and the network must not be used", place=shown(url), hint="run once without --offline"
    )
