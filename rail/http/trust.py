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
        try:
            if Path(each).is_dir():
                context.load_verify_locations(capath=each)
            else:
                context.load_verify_locations(cafile=each)
        except OSError as fault:
            raise UsageError(
                f"not a file of certificates: {each}", hint="see SSL_CERT_FILE, REQUESTS_CA_BUNDLE and the like"
            ) from fault
    return context
