"""setuptools' declarative configuration: `setup.cfg`.

Reads `[metadata]` (name, version, licence, classifiers, licence files) and `[options]` (`install_requires`, extras,
`setup_requires`, `tests_require`). Values that refer to code (`attr:`) or, for requirements, to other files (`file:`)
are not followed. Without these sections the file configures other tools and says nothing.
https://setuptools.pypa.io/en/latest/userguide/declarative_config.html
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rail.errors import ReadError
from rail.extractors.python._setuptools import Declared, Said, project
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

if TYPE_CHECKING:
    from configparser import RawConfigParser

SOURCE = "python/setupcfg"
_EXTRAS = "options.extras_require"


@extractor("setup.cfg")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the project with its declared licence, and its dependencies."""
    if file.beside("PKG-INFO"):
        return  # a source distribution: its metadata says the same, built
    text = file.text()
    if "[metadata]" not in text and "[options" not in text:
        return
    document = _read(file, text)
    lines = _Lines(text)
    wanted = [
        (None, "options", "install_requires"),
        ("build", "options", "setup_requires"),
        ("test", "options", "tests_require"),
    ]
    if document.has_section(_EXTRAS):
        wanted += [(extra.partition(":")[0] or None, _EXTRAS, extra) for extra in document.options(_EXTRAS)]
    requirements = tuple(
        (group, said) for group, section, key in wanted for said in _listed(document, lines, section, key)
    )
    declared = Declared(
        name=_single(document, lines, "name"),
        version=_single(document, lines, "version"),
        license=_single(document, lines, "license"),
        expression=_single(document, lines, "license_expression"),
        classifiers=tuple(_listed(document, lines, "metadata", "classifiers")),
        license_files=(
            *_listed(document, lines, "metadata", "license_files"),
            *_listed(document, lines, "metadata", "license_file"),
        ),
        requirements=requirements,
    )
    yield from project(file, declared, SOURCE)
    elsewhere = [said for _, said in requirements if said.text.startswith("file:")]
    if elsewhere and not any(name.endswith(".txt") for name in file.names_beside()):
        hint = "scan an environment in which the project is installed"
        raise ReadError(
            "dependencies are in a file that is not there", place=str(file.path), hint=hint, line=elsewhere[0].line
        )


def _read(file: SourceFile, text: str) -> "RawConfigParser":
    import configparser  # noqa: PLC0415 -- only for projects that have such a file

    document = configparser.RawConfigParser(strict=False, delimiters=("=", ":"))
    document.optionxform = lambda optionstr: optionstr.replace("-", "_")  # type: ignore[method-assign]
    try:
        document.read_string(text)
    except configparser.Error as fault:
        line = getattr(fault, "lineno", None) or next((line for line, _ in getattr(fault, "errors", [])), None)
        problem = f"not an INI document: {type(fault).__name__}"
        raise ReadError(problem, place=str(file.path), line=line, hint="is the file complete?") from fault
    return document


class _Lines:
    """Finds the line (from 1) of a value: the first one below its section and key that has just these words."""

    def __init__(self, text: str) -> None:
        self._lines: dict[tuple[str, str, str], int] = {}
        section = key = ""
        for number, line in enumerate(text.split("\n"), 1):
            words = line.strip()
            if line[:1] == "[":
                section, key = words.strip("[]"), ""
            elif line[:1].isspace():
                self._lines.setdefault((section, key, words), number)
            elif words:
                name, _, value = words.partition("=")
                key = name.strip().replace("-", "_")
                self._lines.setdefault((section, key, value.strip()), number)
                self._lines.setdefault((section, key, ""), number)

    def of(self, section: str, key: str, words: str) -> int | None:
        """Return the line of a value, else that of its key."""
        return self._lines.get((section, key, words)) or self._lines.get((section, key, ""))


def _single(document: "RawConfigParser", lines: _Lines, key: str) -> Said | None:
    value = document.get("metadata", key, fallback="") or ""
    value = value.strip()
    if not value or value.startswith(("attr:", "file:")):
        return None
    return Said(value, lines.of("metadata", key, value.split("\n")[0]))


def _listed(document: "RawConfigParser", lines: _Lines, section: str, key: str) -> Iterator[Said]:
    """Yield the entries of a list: one a line, or separated by commas (semicolons for requirements are markers)."""
    value = document.get(section, key, fallback="") or ""
    entries = value.split("\n") if "\n" in value or section != "metadata" else value.split(",")
    for entry in entries:
        words = entry.strip()
        if words and not words.startswith("#"):
            yield Said(words, lines.of(section, key, words))
