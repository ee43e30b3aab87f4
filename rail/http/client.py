"""The only door to urllib3: documents and archives over HTTP, with every wait, size and number of attempts bounded.

https://www.rfc-editor.org/rfc/rfc9110 (status codes, redirects, Retry-After)
"""

import io
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple
from urllib.parse import urljoin, urlsplit

from rail import __version__
from rail.errors import UsageError
from rail.http.patience import Hosts, wait_of
from rail.http.settings import Settings
from rail.http.spi import (
    MAX_ARCHIVE,
    MAX_DOCUMENT,
    DeniedError,
    Document,
    NotFoundError,
    UnexpectedError,
    UnreachableError,
    shown,
)
from rail.http.trust import trusted

if TYPE_CHECKING:
    import urllib3

_CHUNK = 64 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)
_MAX_REDIRECTS = 5
_GONE = (404, 410)
_DENIED = (401, 403, 407)
_OK = 200
_BUSY = 429
_SERVER_FAULT = 500


class Bounds(NamedTuple):
    """How long to wait, in seconds, and how often to try.

    `connect` and `read` are for one step, `whole` for one document (an archive has ten times as long).
    """

    connect: float = 10.0
    read: float = 30.0
    whole: float = 90.0
    attempts: int = 3
    pause: float = 0.5
    longest_pause: float = 30.0
    connections: int = 16


class HttpClient:
    """A client over one pool of connections; proxies, certificates and tokens come from `settings`.

    Raises:
        UsageError: a file of certificates that the settings name cannot be read.
    """

    def __init__(
        self, settings: Settings, bounds: Bounds | None = None, *, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._settings = settings
        self._bounds = bounds or Bounds()
        self._sleep = sleep
        self._hosts = Hosts()
        self._pools: dict[str, urllib3.PoolManager] = {}
        self._lock = threading.Lock()
        self._context = trusted(settings.certificates)

    def get(self, url: str, *, accept: str = "application/json", limit: int = MAX_DOCUMENT) -> Document:
        """Return what `url` holds, at most `limit` bytes of it."""
        body = io.BytesIO()
        answer = self._fetch(url, accept, body, limit, self._bounds.whole)
        return Document(body.getvalue(), answer.media_type, answer.url)

    def download(self, url: str, into: BinaryIO, *, limit: int = MAX_ARCHIVE) -> int:
        """Write what `url` holds into an empty seekable file and return its size in bytes."""
        self._fetch(url, "*/*", into, limit, self._bounds.whole * 10)
        return into.tell()

    def _fetch(self, url: str, accept: str, into: BinaryIO, limit: int, seconds: float) -> "_Answer":
        """Follow redirects; each hop has its own token, so that none goes to a host that it was not given for."""
        _refuse_oddities(url)
        for _ in range(_MAX_REDIRECTS + 1):
            answer = self._try(url, accept, into, limit, seconds)
            if answer.redirect is None:
                return answer
            onward = _onward(url, answer.redirect)
            if urlsplit(url).scheme == "https" and urlsplit(onward).scheme != "https":
                raise UnreachableError(
                    "the registry leads away from https", place=shown(url), hint="the answer was refused"
                )
            url = onward
        raise UnreachableError("too many redirects", place=shown(url), hint="is the address of the registry right?")

    def _try(self, url: str, accept: str, into: BinaryIO, limit: int, seconds: float) -> "_Answer":
        host = _host(url)
        for attempt in range(1, self._bounds.attempts + 1):
            if reason := self._hosts.given_up(host):
                raise UnreachableError(reason, place=host, hint="it was asked several times and not asked again")
            self._rest(self._hosts.rest(host))
            into.seek(0)
            into.truncate()
            try:
                answer = self._once(url, accept, into, limit, seconds)
            except _Transient as fault:
                pause = fault.after if fault.after is not None else self._bounds.pause * 2 ** (attempt - 1)
                if attempt < self._bounds.attempts and pause <= self._bounds.longest_pause:
                    self._hosts.hold(host, pause)
                    continue
                self._hosts.failed(host, fault.problem, lasting=pause > self._bounds.longest_pause)
                raise UnreachableError(fault.problem, place=shown(url), hint=fault.hint) from fault
            except (NotFoundError, DeniedError):
                self._hosts.answered(host)
                raise
            self._hosts.answered(host)
            return answer
        raise AssertionError

    def _rest(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep(seconds)

    def _once(self, url: str, accept: str, into: BinaryIO, limit: int, seconds: float) -> "_Answer":
        import urllib3  # noqa: PLC0415 -- costs a quarter of a second; only where the network is used

        headers = {"Accept": accept, "User-Agent": f"rail-compliance/{__version__}", "Accept-Encoding": "gzip"}
        if token := self._settings.authorization(url):
            headers["Authorization"] = token
        deadline = time.monotonic() + seconds
        try:
            response = self._pool(url).request(
                "GET", _without_user(url), headers=headers, preload_content=False, redirect=False, retries=False
            )
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as fault:
            raise _told(fault, url) from fault
        try:
            if response.status in _REDIRECTS and response.headers.get("Location"):
                return _Answer("", url, response.headers["Location"])
            _refuse(response.status, response.headers.get("Retry-After"), url)
            self._take(response, into, limit, deadline, url)
            media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            return _Answer(media_type, url, None)
        finally:
            response.close()

    def _take(self, response: Any, into: BinaryIO, limit: int, deadline: float, url: str) -> None:
        """Write the body chunk by chunk, so that neither a large nor a dripping answer gets far."""
        length = response.headers.get("Content-Length", "")
        if length.isascii() and length.isdigit() and len(length) < 19 and int(length) > limit:  # noqa: PLR2004 -- an int64
            raise _too_large(url, limit)
        size = 0
        for chunk in _chunks(response, url):
            size += len(chunk)
            if size > limit:
                raise _too_large(url, limit)
            if time.monotonic() > deadline:
                raise _Transient("the answer came too slowly", "try again later")
            into.write(chunk)

    def _pool(self, url: str) -> "urllib3.PoolManager":
        proxy = self._settings.proxy(url)
        with self._lock:
            if proxy not in self._pools:
                self._pools[proxy] = self._new_pool(proxy)
            return self._pools[proxy]

    def _new_pool(self, proxy: str) -> "urllib3.PoolManager":
        import urllib3  # noqa: PLC0415 -- only where the network is used

        settings: dict[str, Any] = {
            "maxsize": self._bounds.connections,
            "timeout": urllib3.Timeout(connect=self._bounds.connect, read=self._bounds.read),
            "ssl_context": self._context,
        }
        if not proxy:
            return urllib3.PoolManager(**settings)
        user = urlsplit(proxy)
        headers = None
        if user.username:
            from urllib.parse import unquote  # noqa: PLC0415 -- only for a proxy with a password

            pair = f"{unquote(user.username)}:{unquote(user.password or '')}"
            headers = urllib3.make_headers(proxy_basic_auth=pair)
        try:
            return urllib3.ProxyManager(
                _without_user(proxy), proxy_headers=headers, proxy_ssl_context=self._context, **settings
            )
        except (ValueError, urllib3.exceptions.HTTPError) as fault:
            raise UsageError(
                f"not a proxy that can be used: {shown(proxy)}", hint="HTTPS_PROXY is like http://host:port"
            ) from fault


class _Answer(NamedTuple):
    media_type: str
    url: str
    redirect: str | None


class _Transient(Exception):  # noqa: N818 -- never leaves this module
    """A failure that another attempt may mend; `after` is how many seconds the server asks to wait."""

    def __init__(self, problem: str, hint: str, after: float | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint
        self.after = after


def _onward(url: str, redirect: str) -> str:
    try:
        onward = urljoin(url, redirect)
    except ValueError:
        onward = ""
    _refuse_oddities(onward)
    return onward


def _refuse_oddities(url: str) -> None:
    """Raise for an address that is none of the web: odd ones come from settings and from answers."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good:
        raise UnreachableError("not an address that can be asked", place=shown(url), hint="expected https://…")


def _refuse(status: int, retry_after: str | None, url: str) -> None:
    """Raise what a status other than 200 means."""
    if status == _OK:
        return
    if status in _GONE:
        raise NotFoundError("the registry does not know it", place=shown(url), hint="is it published there?")
    if status in _DENIED:
        hint = "give a token in the settings of the package manager (pip.conf, .npmrc, HF_TOKEN)"
        raise DeniedError(f"access denied ({status})", place=shown(url), hint=hint)
    if status == _BUSY:
        after = wait_of(retry_after)
        words = f"too many requests; the registry asks to wait {after:.0f} s" if after else "too many requests"
        raise _Transient(words, "try again later", after)
    if status >= _SERVER_FAULT:
        raise _Transient(f"the registry failed ({status})", "try again later", wait_of(retry_after))
    raise UnexpectedError(f"unexpected answer ({status})", place=shown(url), hint="is the address right?")


def _chunks(response: Any, url: str) -> Iterator[bytes]:
    import urllib3  # noqa: PLC0415 -- only where the network is used

    try:
        while chunk := response.read1(_CHUNK, decode_content=True):  # `stream` would wait for a whole chunk
            yield chunk
    except (urllib3.exceptions.HTTPError, OSError) as fault:
        raise _told(fault, url) from fault


def _told(fault: Exception, url: str) -> Exception:
    """Say in our own words what went wrong: the library's messages can hold passwords."""
    import urllib3.exceptions as kinds  # noqa: PLC0415 -- only when something failed

    host = _host(url)
    if isinstance(fault, kinds.LocationValueError | ValueError) and not isinstance(fault, OSError):
        return UnreachableError("not an address that can be asked", place=shown(url), hint="expected https://…")
    if isinstance(fault, kinds.ProxyError):
        return _Transient("the proxy gives no connection", "see HTTPS_PROXY and NO_PROXY")
    if isinstance(fault, kinds.SSLError):
        hint = "name your organisation's certificates in SSL_CERT_FILE"
        return UnreachableError(f"the certificate of {host} is not trusted", place=shown(url), hint=hint)
    if isinstance(fault, kinds.TimeoutError) and not isinstance(fault, kinds.NewConnectionError):
        return _Transient("no answer in time", "try again later")
    if isinstance(fault, kinds.NewConnectionError):
        return _Transient(f"no connection to {host}", "is the network up?")
    return _Transient("the connection broke off", "try again later")


def _too_large(url: str, limit: int) -> UnreachableError:
    return UnreachableError(f"the answer is larger than {limit:,} bytes", place=shown(url), hint="it was not read")


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def _without_user(url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="").geturl()
