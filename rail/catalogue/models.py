"""What is on record for a model, a dataset or a name in a registry. The table is opened when first asked."""

from fnmatch import fnmatchcase
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from rail.catalogue.store import MODELS, view
from rail.catalogue.table import block
from rail.domain.known import KnownModel

_MAX_NAME = 300
_DEFAULT = frozenset({"", "latest"})
_DECODER = msgspec.json.Decoder(KnownModel)


def lookup(model_id: str, *, dataset: bool = False) -> tuple[KnownModel, ...]:
    """Return the rows for a hub id, oldest first; glob rows only when no row names the id itself.

    Hub ids are matched without regard to case; a revision (`@…`) is ignored.
    """
    name = model_id.partition("@")[0].strip("/").lower()
    kind = "dataset" if dataset else "model"
    return _rows(f"{kind}:{name}") or _matching(kind, name)


def lookup_ollama(name: str) -> tuple[KnownModel, ...]:
    """Return the rows for a name of the Ollama library (`llama2`, `library/llama2:13b`).

    One that `depends` speaks of another tag than the one that is asked for, and the tags are known to differ.
    """
    name = name.lower().removeprefix("registry.ollama.ai/").removeprefix("ollama.com/").removeprefix("library/")
    return _tagged("ollama", name)


def lookup_docker(name: str) -> tuple[KnownModel, ...]:
    """Return the rows for a model image of Docker Hub (`ai/llama3.1`, `docker.io/ai/gemma3:4B-Q4_K_M`); as above."""
    name = name.lower().removeprefix("docker.io/").removeprefix("index.docker.io/").removeprefix("hub.docker.com/")
    return _tagged("docker", name.partition("@")[0])


def _tagged(registry: str, name: str) -> tuple[KnownModel, ...]:
    """Return the rows for the tag of a name, for its size ("72b-instruct-q4"), or for the name."""
    plain, _, tag = name.partition(":")
    rows = _rows(f"{registry}:{plain}")
    if tag in _DEFAULT:
        return tuple(replace(row, depends=False) for row in rows)
    return _rows(f"{registry}:{name}") or _rows(f"{registry}:{plain}:{tag.partition('-')[0]}") or rows


@lru_cache(maxsize=4096)
def _rows(key: str) -> tuple[KnownModel, ...]:
    if len(key) > _MAX_NAME or "\t" in key or "\n" in key:
        return ()
    return _block(key.encode() + b"\t")


def _matching(kind: str, name: str) -> tuple[KnownModel, ...]:
    """Return the rows of the most telling glob: the one with the longest fixed part."""
    found = [row for row in _patterns() if row.kind == kind and fnmatchcase(name, row.id.lower())]
    longest = max((len(row.id) for row in found), default=0)
    return tuple(row for row in found if len(row.id) == longest)


@cache
def _patterns() -> tuple[KnownModel, ...]:
    return _block(b"pattern:")


def _block(prefix: bytes) -> tuple[KnownModel, ...]:
    return tuple(_DECODER.decode(content) for content in block(view(MODELS), prefix))
