"""Go modules: `go.mod`.

Reads the module itself, every required module with `replace` and `exclude` applied, and edges to those that the module
imports itself (the others are marked `// indirect`, and by whom they are wanted the file does not say). A copy of a
module kept in the tree is that module. The format holds no licences.

https://go.dev/ref/mod#go-mod-file
"""

from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER
from rail.errors import ReadError
from rail.extractors.firstparty import described, is_copy
from rail.extractors.go._modules import VERSION, is_module, module_purl
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_HINT = "the rest was read; `go mod tidy` mends it"
_BLOCKS = {"require", "replace", "exclude", "retract", "tool", "ignore", "godebug"}


class _Directive(NamedTuple):
    """One line: its verb, its words, the comment after it, and the line number."""

    verb: str
    words: list[str]
    comment: str
    line: int


@extractor("go.mod")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the module with its home, and the modules that it requires."""
    path = file.path.as_posix()
    directives, fault = _directives(file.text(), path)
    named = next((each for each in directives if each.verb == "module" and is_module("".join(each.words[:1]))), None)
    if named is not None:
        name = named.words[0]
        _, found = described(file, "golang", name.lower(), None, line=named.line, own_name=name)
        yield from found
    if is_copy(file.path):
        return  # what a copied module is built with, its user's go.mod says
    replaced = {tuple(each.words[: each.words.index("=>")]): each for each in directives if _replaces(each)}
    for each in directives:
        if each.verb != "require":
            continue
        module = _module(each, replaced)
        if module is None:
            fault = fault or ReadError(
                "a requirement without module or version", place=path, line=each.line, hint=_HINT
            )
            continue
        name, version = module
        if not version:
            continue  # replaced by a folder of the project
        identity = module_purl(name, version)
        where = Location(path=path, line=each.line)
        yield Component(purl=identity, kind=Kind.PACKAGE, name=name, version=version, locations=(where,))
        if "indirect" not in each.comment:
            yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=identity, location=where)
    if fault is not None:
        raise fault


def _module(required: _Directive, replaced: dict[tuple[str, ...], _Directive]) -> tuple[str, str] | None:
    """Return path and version of what is used for a requirement; no version for a folder, `None` for nonsense."""
    name, version = (*required.words[:2], "", "")[:2]
    other = replaced.get((name, version)) or replaced.get((name,))
    if other is not None:
        target = other.words[other.words.index("=>") + 1 :]
        if len(target) == 1:
            return name, ""
        name, version = target[0], target[1]
    return (name, version) if is_module(name) and VERSION.match(version) else None


def _replaces(directive: _Directive) -> bool:
    return directive.verb == "replace" and "=>" in directive.words[1:-1]


def _directives(text: str, path: str) -> tuple[list[_Directive], ReadError | None]:
    found: list[_Directive] = []
    block = ""
    fault = None
    for number, line in enumerate(text.split("\n"), 1):
        code, _, comment = line.partition("//") if "//" in line else (line, "", "")
        words = [word.strip('"`') for word in code.split()]
        if not words:
            continue
        if words == [")"]:
            block = ""
        elif block:
            found.append(_Directive(block, words, comment, number))
        elif words[-1] == "(" and words[0] in _BLOCKS:
            block = words[0]
        elif words[0] in _BLOCKS or words[0] in ("module", "go", "toolchain"):
            found.append(_Directive(words[0], words[1:], comment, number))
        else:
            fault = fault or ReadError("not a line of a go.mod", place=path, line=number, hint=_HINT)
    return found, fault
