"""A package URL or a hub id in the place of files: nothing to read here, only something to ask about."""

import re
from collections.abc import Iterator

from rail.domain.component import Home
from rail.domain.record import Purl
from rail.domain.report import Problem
from rail.errors import UsageError
from rail.purl import canonical, model_purl, split
from rail.sources.spi import SourceFile

_HUB_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,95})?\Z")
_REVISION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/+-]{0,127}\Z")


class Given:
    """A tree without files; `given` is the component that was asked about, and the whole of it is its home."""

    groups: frozenset[str] = frozenset()
    first_party = False

    def __init__(self, given: Purl, *, label: str) -> None:
        self.given = given
        self.label = label
        self.root_name = split(given)[1]

    def files(self) -> Iterator[SourceFile]:
        """Yield nothing."""
        return iter(())

    def homes(self) -> Iterator[Home]:
        """Yield the given component as owner of the root."""
        yield Home(path="", component=self.given)

    def problems(self) -> tuple[Problem, ...]:
        """Return nothing."""
        return ()


def given_purl(text: str) -> Given:
    """Return the tree of `pkg:TYPE/NAME@VERSION`; raise `UsageError` when it is no package URL."""
    return Given(canonical(text), label=text)


def given_model(text: str) -> Given:
    """Return the tree of `hf:org/name[@rev]` or `hf:datasets/org/name[@rev]`; raise `UsageError` for anything else."""
    name, at, revision = text.removeprefix("hf:").partition("@")
    dataset = name.startswith("datasets/")
    name = name.removeprefix("datasets/") if dataset else name.removeprefix("models/")
    if not _HUB_ID.match(name) or (at and not _REVISION.match(revision)):
        raise UsageError(
            f"not a hub id: {text}", hint="expected hf:ORG/NAME, hf:ORG/NAME@REVISION or hf:datasets/ORG/NAME"
        )
    return Given(model_purl(name, revision or None, dataset=dataset), label=text)
