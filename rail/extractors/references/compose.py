"""Compose files: the models of the top-level `models:`, and what the services are told by variables and arguments.

`models.<name>.model` is a model artefact of a registry (`ai/llama3.2`) or of the Hub (`hf.co/owner/name`). Images of
services are no models.

Specification: https://github.com/compose-spec/compose-spec/blob/main/models.md
"""

from collections.abc import Iterator

from rail.extractors.references._configured import names
from rail.extractors.references._names import Named, docker, report
from rail.extractors.references._settings import settings
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 2 * 1024 * 1024
_DEPTH = 3
_DEFAULT = "${"


@extractor("compose*.yaml", "compose*.yml", "docker-compose*.yaml", "docker-compose*.yml", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model that the file names."""
    text = file.text(_MAX_BYTES)
    yield from report(file, [*_artefacts(text), *names(text, file.where)])


def _artefacts(text: str) -> Iterator[Named]:
    for setting in settings(text):
        keys = setting.keys
        if len(keys) == _DEPTH and keys[0] == "models" and keys[2] == "model" and not setting.item:
            value = setting.value
            if value.startswith(_DEFAULT):
                value = value.partition("-")[2].rstrip("}")
            said = docker(value, setting.line)
            if said is not None:
                yield said
