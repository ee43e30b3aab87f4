"""How patient rail is with a host: pauses that it asks for, and an end to asking one that does not answer."""

import threading
import time
from collections.abc import Mapping
from types import MappingProxyType

MAX_FAILURES = 5
"""After so many failed requests in a row a host is not asked again in this run."""

PACES: Mapping[str, float] = MappingProxyType({"crates.io": 1.0})
"""Seconds between the beginnings of two requests, where a registry's rules name them (https://crates.io/data-access)."""

_LONGEST = 24 * 3600.0


class Hosts:
    """What is known of each host: until when to leave it alone, and whether it was given up. Safe between threads."""

    def __init__(self, paces: Mapping[str, float] = PACES) -> None:
        self._paces = paces
        self._until: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        self._given_up: dict[str, str] = {}
        self._lock = threading.Lock()

    def rest(self, host: str) -> float:
        """Return how many seconds to wait before the next request, whose turn it then is."""
        with self._lock:
            now = time.monotonic()
            start = max(now, self._until.get(host, 0.0))
            if pace := self._paces.get(host):
                self._until[host] = start + pace
            return start - now

    def hold(self, host: str, seconds: float) -> None:
        """Leave the host alone for so long, whichever thread asks next."""
        with self._lock:
            self._until[host] = max(self._until.get(host, 0.0), time.monotonic() + seconds)

    def failed(self, host: str, reason: str, *, lasting: bool = False) -> None:
        """Count a request that came to nothing after all its attempts; a `lasting` failure is the last one."""
        with self._lock:
            self._failures[host] = self._failures.get(host, 0) + 1
            if lasting or self._failures[host] >= MAX_FAILURES:
                self._given_up.setdefault(host, reason)

    def answered(self, host: str) -> None:
        """Forget earlier failures."""
        with self._lock:
            self._failures.pop(host, None)

    def given_up(self, host: str) -> str | None:
        """Return why the host is not asked any more; `None` while it is."""
        with self._lock:
            return self._given_up.get(host)


def wait_of(retry_after: str | None) -> float | None:
    """Return the seconds that a Retry-After header asks for: a number or a date; `None` when it says neither.

    https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
    """
    said = (retry_after or "").strip()
    if said.isascii() and said.isdigit():
        return min(float(said[:9]), _LONGEST)
    if not said:
        return None
    import datetime as dt  # noqa: PLC0415 -- hardly any server sends a date
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 -- likewise

    try:
        then = parsedate_to_datetime(said)
    except (ValueError, TypeError, OverflowError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=dt.timezone.utc)
    return min(max(0.0, (then - dt.datetime.now(dt.timezone.utc)).total_seconds()), _LONGEST)
