"""Whose certificates are trusted: what the system trusts, and what the settings add."""

import ssl
from collections.abc import Iterable
from pathlib import Path

from rail.errors import UsageError


def trusted(certificates: Iterable[str]) -> ssl.SSLContext:
    """Return the context for connections; `certificates` are files, or folders of them, in PEM form.

    Raises:
        UsageError: one of them cannot be read.
    """
    context = ssl.create_default_context()
    for each in certificates:
        _add(context, each)
    return context


def _add(context: ssl.SSLContext, named: str) -> None:
    try:
        if Path(named).is_dir():
            context.load_verify_locations(capath=named)
        else:
            context.load_verify_locations(cafile=named)
    except OSError as fault:
        raise UsageError(
            f"not a file of certificates: {named}", hint="see SSL_CERT_FILE, REQUESTS_CA_BUNDLE and the like"
        ) from fault
