"""Environment files: `.env`, `.env.example`, `*.env` with a variable that means a model (`MODEL_ID=owner/name`).

Only a value of the form `owner/name` counts; in a variable of Ollama (`OLLAMA_MODEL`) a name alone does.
"""

from collections.abc import Iterator

from rail.extractors.references import _shell
from rail.extractors.references._names import report
from rail.extractors.references._whole import whole
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 1024 * 1024


@extractor(".env", ".env.*", "*.env", ".envrc", "env.example", "env.sample", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model that a variable names."""
    if whole(file, _MAX_BYTES, _shell.CANDIDATE.search) is None:
        return
    yield from report(file, _shell.names(list(_shell.lines(file.text(_MAX_BYTES))), file.where))
