"""Models that the scripts of a package fetch or serve: `"scripts": {"models": "ollama pull llama3.2"}`.

Specification: https://docs.npmjs.com/cli/v11/using-npm/scripts and, for the tasks of Deno,
https://docs.deno.com/runtime/reference/cli/task/
"""

from collections.abc import Iterator

from rail.errors import ReadError
from rail.extractors.jsondocument import decode, escaped, pointer_lines
from rail.extractors.references import _shell
from rail.extractors.references._names import report
from rail.extractors.references._whole import whole
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 1024 * 1024
_TABLES = ("scripts", "tasks")


@extractor("package.json", "deno.json", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model that a script names."""
    data = whole(file, _MAX_BYTES, _shell.CANDIDATE.search)
    if data is None:
        return
    try:
        manifest = decode(data, file.where, "")
    except ReadError:
        return  # said by the reader of the manifest itself
    lines = pointer_lines(data, depth=2)
    commands = [
        (lines.get(f"/{table}/{escaped(name)}", 1), command)
        for table in _TABLES
        for name, command in _texts(manifest.get(table))
    ]
    yield from report(file, _shell.names(commands, file.where))


def _texts(table: object) -> list[tuple[str, str]]:
    if not isinstance(table, dict):
        return []
    return [(name, command) for name, command in table.items() if isinstance(command, str)]
