"""What a source gives to the pipeline: files that are read-only, limited in size, and counted.

An extractor never opens a file by itself; everything it sees comes through `SourceFile`.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Protocol

from rail.domain.component import Home
from rail.domain.record import Purl
from rail.domain.report import Problem

MAX_TEXT = 16 * 1024 * 1024
"""The largest text document that is read whole, in bytes; a larger one is a problem, not a guess."""


class SourceFile(Protocol):
    """One file of an input; reading is lazy and bounded. Every method may raise `rail.errors.ReadError`."""

    @property
    def path(self) -> PurePosixPath:
        """Where it lies, relative to the scanned root; never absolute, never with `..`."""

    where: str
    """The same as a string: the cheap one for a walk over many files."""

    @property
    def size(self) -> int:
        """Its size in bytes."""

    def read(self, limit: int = MAX_TEXT) -> bytes:
        """Return the whole content; raise `ReadError` when it is larger than `limit` bytes."""

    def head(self, count: int) -> bytes:
        """Return at most the first `count` bytes."""

    def text(self, limit: int = MAX_TEXT) -> str:
        """Return the content decoded (UTF-8 with or without BOM, UTF-16 with BOM, else Latin-1), newlines as LF."""

    def beside(self, name: str) -> "SourceFile | None":
        """Return the file `name` (a relative POSIX path) under this file's folder, if it is there and in the input."""

    def names_beside(self) -> tuple[str, ...]:
        """Return relative POSIX paths of the files below this file's folder (bounded, sorted)."""


class Tree(Protocol):
    """One input: a walk over its files."""

    @property
    def label(self) -> str:
        """How the input is named in the report; no absolute path."""

    @property
    def root_name(self) -> str:
        """A name for the root component when no manifest gives one."""

    @property
    def given(self) -> Purl | None:
        """The component that the user named outright (a package URL, a hub id); `None` when files tell."""

    @property
    def groups(self) -> frozenset[str] | None:
        """The extractors (`group/format`) that can have something to say here; `None` for all."""

    @property
    def first_party(self) -> bool:
        """Whether the files are the project's own (a folder), so that code in it is looked at for models."""

    def files(self) -> Iterator[SourceFile]:
        """Yield the files, in a stable order."""

    def homes(self) -> Iterator[Home]:
        """Yield the homes known without reading a file."""

    def problems(self) -> tuple[Problem, ...]:
        """Return what could not be walked (after `files` is exhausted)."""
