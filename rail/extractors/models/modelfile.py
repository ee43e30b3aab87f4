"""Ollama's Modelfile: the model that it is made from (`FROM`, `ADAPTER`) and the licence that it states (`LICENSE`).

A Modelfile with a licence of its own describes a model that is derived from its base; without one the base is fetched
and run as it is. Weights that `FROM` finds in the tree are passed on with it. Placeholders (`FROM MODEL_PATH`) name
nothing. `TEMPLATE`, `SYSTEM` and `MESSAGE` are words for the model, whatever stands in them.

Specification: https://github.com/ollama/ollama/blob/main/docs/modelfile.mdx
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.record import OWNER
from rail.errors import ReadError
from rail.extractors.models._lineage import MAX_NAME, ancestor, clean, declared, is_local, is_text, redistributed
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_SOURCE = "models/modelfile"
_MAX_BYTES = 4 * 1024 * 1024
_COMMAND = re.compile(
    r"[ \t]*(FROM|ADAPTER|LICENSE|PARAMETER|TEMPLATE|SYSTEM|MESSAGE|REQUIRES)[ \t]+(.*)", re.IGNORECASE
)
_QUOTES = '"""'
_NAME = re.compile(r"(?:[\w.-]+/)*[\w-][\w.-]*(?::[\w.-]+)?\Z", re.ASCII)
_HUB = re.compile(r"(?:hf\.co|huggingface\.co)/([\w.-]+/[\w.-]+)", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"[A-Z][A-Z0-9_-]*\Z|.*[<>{}$%]|(?:your|my|path)[-_]?(?:to[-_])?(?:base[-_])?(?:model|gguf)", re.DOTALL
)


class _Command(NamedTuple):
    """One instruction with its argument, quotes taken off, and the line (from 1) that it begins on."""

    name: str
    text: str
    line: int


@extractor("modelfile", "modelfile.*", "modelfile_*", "modelfile-*", "*.modelfile")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licence, the base and what weights lie in the tree."""
    path = file.path.as_posix()
    commands, fault = _commands(file.text(_MAX_BYTES), path)
    if not any(each.name == "FROM" for each in commands):
        return
    licenses = [each for each in commands if each.name == "LICENSE" and each.text.strip()]
    for each in licenses:
        where = Location(path=path, line=each.line, pointer=f"LICENSE{each.line}")
        yield from declared(each.text, _SOURCE, where)
    own = bool(licenses) or any(each.name == "ADAPTER" for each in commands)
    for each in commands:
        if each.name in ("FROM", "ADAPTER"):
            yield from _based(file, each, Relation.DERIVED_FROM if own else Relation.FETCHES)
    if fault is not None:
        raise fault


def license_field(file: SourceFile, key: str) -> str:
    """Return the licence text of the instruction `LICENSE<line>`; empty when there is none."""
    commands, _ = _commands(file.text(_MAX_BYTES), "")
    return next((each.text for each in commands if f"{each.name}{each.line}" == key and is_text(each.text)), "")


def _based(file: SourceFile, command: _Command, relation: Relation) -> Iterator[Found]:
    """Yield what `FROM` or `ADAPTER` names: a model of the Hub, one of Ollama's library, or weights in the tree."""
    name = clean(command.text)
    if not name or len(name) > MAX_NAME or _PLACEHOLDER.match(name):
        return
    where = Location(path=file.path.as_posix(), line=command.line)
    beside = None if "\0" in name or name.startswith("/") else file.beside(name)
    if beside is not None:
        yield redistributed(beside)
    elif hub := _HUB.match(name):
        yield from ancestor(hub[1], relation, where)
    elif _NAME.match(name) and not is_local(name) and command.name == "FROM":
        model, _, tag = name.partition(":")
        target = purl("ollama", model.lower(), tag or None)
        engagement = Engagement.USES if relation is Relation.FETCHES else Engagement.REFERENCES
        yield Component(
            purl=target, kind=Kind.MODEL, name=name, version=tag or None, engagement=engagement, locations=(where,)
        )
        yield Edge(source=OWNER, relation=relation, target=target, location=where)


def _commands(text: str, path: str) -> tuple[list[_Command], ReadError | None]:
    """Return the instructions, and the fault of a text whose quotes do not end."""
    found: list[_Command] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        begin = at
        matched = _COMMAND.match(lines[at])
        at += 1
        if matched is None:
            continue
        name, rest = matched[1].upper(), matched[2].strip()
        quoted = rest if name != "MESSAGE" else rest.partition(" ")[2].strip()
        if not quoted.startswith(_QUOTES):
            found.append(_Command(name, rest.strip("\"'"), begin + 1))
            continue
        body = [quoted[len(_QUOTES) :]]
        while _QUOTES not in body[-1] and at < len(lines):
            body.append(lines[at])
            at += 1
        if _QUOTES not in body[-1]:
            fault = ReadError("quotes that do not end", place=path, line=begin + 1, hint='close the text with """')
            return [*found, _Command(name, "\n".join(body), begin + 1)], fault
        body[-1] = body[-1].partition(_QUOTES)[0]
        found.append(_Command(name, "\n".join(body), begin + 1))
    return found, None
