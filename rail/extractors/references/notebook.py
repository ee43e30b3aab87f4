"""Models that notebooks load: the Python cells of `*.ipynb`, read as one program, and lines for the shell.

Places are lines of the notebook file. Magics are left out, and cells of other languages. A cell that is no Python does
not hide the others; it is said to be unread when it loads models.

Specification: https://nbformat.readthedocs.io/en/latest/format_description.html
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from rail.errors import ReadError
from rail.extractors.jsondocument import decode
from rail.extractors.references import _python, _shell, _sieve
from rail.extractors.references._names import Named, report
from rail.extractors.references._parse import parse
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 16 * 1024 * 1024
_SHELL_CELL = ("%%bash", "%%sh", "%%script bash", "%%cmd")
_PYTHON_CELL = ("%%time", "%%capture", "%%timeit")
_MAGIC = re.compile(r"(\s*)([%!?])")
_CAPTURED = re.compile(r"=\s*[!%].*")


class _Line(NamedTuple):
    """One line of a cell, and the line of the notebook file that it stands on."""

    text: str
    place: int


@extractor("*.ipynb", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model or dataset that a cell loads."""
    data = file.read(_MAX_BYTES)
    if not _sieve.may_load(data) and not _shell.CANDIDATE.search(data):
        return
    path = file.path.as_posix()
    notebook = decode(data, path, "save the notebook again")
    if not _is_python(notebook):
        return
    program: list[_Line] = []
    commands: list[_Line] = []
    faults: list[ReadError] = []
    for cell in _placed(list(_cells(notebook)), data):
        code = _code(cell, commands)
        if code and _runs(code, path, faults):
            program += code
    yield from report(file, _named(program, commands, file))
    if faults:
        raise faults[0]


def _named(program: list[_Line], commands: list[_Line], file: SourceFile) -> Iterator[Named]:
    path = file.path.as_posix()
    source = "\n".join(line.text for line in program).encode("utf-8", "replace")
    if _sieve.may_load(source):
        for named in _python.names(parse(source, path), path, file):
            yield named._replace(line=program[min(named.line, len(program)) - 1].place)
    yield from _shell.names([(line.place, line.text) for line in commands], path)


def _is_python(notebook: dict[str, Any]) -> bool:
    """Answer whether the kernel is one of Python; a notebook that does not say has one."""
    metadata = notebook.get("metadata")
    for key, field in (("language_info", "name"), ("kernelspec", "language")):
        told = metadata.get(key) if isinstance(metadata, dict) else None
        language = told.get(field) if isinstance(told, dict) else None
        if isinstance(language, str) and language:
            return language.lower().startswith(("python", "ipython", "sage"))
    return True


def _cells(notebook: dict[str, Any]) -> Iterator[list[str]]:
    """Yield the lines of each code cell (format 4, and format 3 with its worksheets)."""
    sheets = notebook.get("worksheets")
    holders = (
        [notebook, *(sheet for sheet in sheets if isinstance(sheet, dict))] if isinstance(sheets, list) else [notebook]
    )
    for holder in holders:
        cells = holder.get("cells")
        for cell in cells if isinstance(cells, list) else ():
            if isinstance(cell, dict) and cell.get("cell_type") == "code":
                source = cell.get("source", cell.get("input"))
                text = source if isinstance(source, str) else ""
                if isinstance(source, list):
                    text = "".join(each for each in source if isinstance(each, str))
                yield text.split("\n")


def _placed(cells: list[list[str]], data: bytes) -> Iterator[list[_Line]]:
    """Yield the cells with the line of the file for each of their lines: the next one that holds its JSON form."""
    raw = [line.strip().rstrip(",") for line in data.decode("utf-8", "replace").split("\n")]
    where: dict[str, list[int]] = {}
    for number, line in enumerate(raw, 1):
        if line.startswith('"'):
            where.setdefault(line, []).append(number)
    at = 1
    for cell in cells:
        placed = []
        for text in cell:
            forms = (_as_json(text + "\n"), _as_json(text))
            at = next((place for form in forms for place in _from(where.get(form, []), at)), at)
            placed.append(_Line(text, at))
        yield placed


def _from(places: list[int], at: int) -> list[int]:
    """Return the first of the places, which are sorted, that is not before `at`."""
    first = bisect_left(places, at)
    return places[first : first + 1]


def _as_json(text: str) -> str:
    return msgspec.json.encode(text).decode()


def _code(cell: list[_Line], commands: list[_Line]) -> list[_Line]:
    """Return the Python of a cell, magics put out of action; shell lines are added to `commands`."""
    first = next((line.text.strip() for line in cell if line.text.strip()), "")
    if first.startswith(_SHELL_CELL):
        commands += [line for line in cell if not line.text.lstrip().startswith("%%")]
        return []
    if first.startswith("%%") and not first.startswith(_PYTHON_CELL):
        return []
    code = []
    for line in cell:
        magic = _MAGIC.match(line.text)
        if magic:
            if magic[2] == "!":
                commands.append(_Line(line.text[magic.end() :], line.place))
            code.append(_Line(magic[1] + "pass", line.place))
        else:
            code.append(_Line(_CAPTURED.sub("= None", line.text) if "= !" in line.text else line.text, line.place))
    return code


def _runs(code: list[_Line], path: str, faults: list[ReadError]) -> bool:
    """Answer whether the lines of a cell are Python; keep the fault of those that would have loaded something."""
    source = "\n".join(line.text for line in code).encode("utf-8", "replace")
    try:
        parse(source, path)
    except ReadError as fault:
        if _sieve.may_load(source):
            fault.line = code[min(fault.line or 1, len(code)) - 1].place
            faults.append(fault)
        return False
    return True
