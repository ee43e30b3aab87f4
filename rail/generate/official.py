"""The RAIL Initiative's own templates, taken from its public repository at one commit and held against their digests.

https://github.com/RAIL-Initiative/RAIL-license-generator_backend (Apache-2.0)

None of their words are in this project: they are fetched on first use and kept in the cache.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from rail.errors import ReadError, UsageError
from rail.generate.answers import Answers, Artifact
from rail.http.pinned import ChangedError, pinned
from rail.http.spi import Client, OfflineError

NAME = "official"
"""What `template` in the answers says for them."""

VARIABLE = "RAIL_OFFICIAL_TEMPLATES"
"""The environment variable that names a mirror."""

BASE = "https://raw.githubusercontent.com/RAIL-Initiative/RAIL-license-generator_backend"
COMMIT = "062b82be0a1f5898f1af88836d1f74fed2daa7c2"


class Pin(NamedTuple):
    """A file of the repository and the SHA-256 of its bytes at `COMMIT`."""

    path: str
    sha256: str


PINS: Mapping[str, Pin] = MappingProxyType(
    {
        "openrail": Pin(
            "app/app/templates/OpenRAIL-AMS.jinja", "03162c6bda77132e3e90f1f52c9461c70edded248e917dc9dc3b3b438621dc15"
        ),
        "rail": Pin(
            "app/app/templates/RAIL-AMS.jinja", "8a1388aa6089a5b555aa5566e1bcaa651bd6b5ce8c70f44b6e824a0b55b268fb"
        ),
        "research": Pin(
            "app/app/templates/ResearchUseRAIL.jinja",
            "434bdb4a07fdf99336cd82cfaf760ade4e9a05faf688484146d1473cb716b1a4",
        ),
    }
)
"""By variant."""

_LARGEST = 256_000
_STAMP = "templates-1"


def fetch(variant: str, client: Client, cache: Path | None, base: str = BASE, pins: Mapping[str, Pin] = PINS) -> str:
    """Return the template of a variant, from the cache if it is there.

    Raises:
        UsageError: there is none for the variant.
        ReadError: it cannot be had, or is not the one that is pinned; nothing is kept then.
    """
    pin = pins.get(variant)
    if pin is None:
        raise UsageError(f"no official template for the variant {variant}", hint=f"one of {', '.join(pins)}")
    url = f"{base.rstrip('/')}/{COMMIT}/{pin.path}"
    try:
        return pinned(pin.sha256, lambda: _asked(client, url), cache, _STAMP).decode("utf-8")
    except ChangedError as fault:
        raise ReadError(
            f"not the template that is pinned: SHA-256 {fault.found}, expected {pin.sha256}",
            place=url,
            hint="it was refused and not kept; a proxy or mirror may have changed it",
        ) from fault


def fitting(answers: Answers) -> None:
    """Raise for answers that the official templates cannot carry.

    Raises:
        UsageError: they ask for data, or leave outputs free.
    """
    if Artifact.DATA in answers.artifacts:
        raise UsageError(
            "the official templates do not cover data",
            place="--template official",
            hint="leave D out of --artifact, or leave out --template: rail's own templates cover data",
        )
    if not answers.outputs_bound:
        raise UsageError(
            "the official templates bind outputs", place="--template official", hint="leave out --no-outputs"
        )


def _asked(client: Client, url: str) -> bytes:
    try:
        return client.get(url, accept="text/plain", limit=_LARGEST).body
    except OfflineError as fault:
        raise OfflineError(
            "the official template is not in the cache, and the network must not be used",
            place=fault.place,
            hint="run once without --offline; or download it yourself and name it with --template FILE",
        ) from fault
    except ReadError as fault:
        raise type(fault)(
            f"the official template cannot be had: {fault.problem}",
            place=fault.place,
            hint=f"download it on another machine and name it with --template FILE, or name a mirror in {VARIABLE}",
        ) from fault
