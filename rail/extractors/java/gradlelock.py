"""Gradle lockfiles: `gradle.lockfile`, `buildscript-gradle.lockfile`, the older `gradle/dependency-locks/*.lockfile`.

Reads every locked module and the configurations that use it: one that only test configurations use is in the group
`test`, one of the build script in `build`. The format has neither edges nor licences.

https://docs.gradle.org/current/userguide/dependency_locking.html
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.record import OWNER
from rail.errors import ReadError
from rail.extractors.spi import Found, extractor
from rail.purl import purl
from rail.sources.spi import SourceFile

_LINE = re.compile(r"([\w.-]{1,200}):([\w.-]{1,200}):([\w.+-]{1,100})(?:=(.*))?\Z")


@extractor("gradle.lockfile", "buildscript-gradle.lockfile", "gradle/dependency-locks/*.lockfile")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per locked module."""
    path = file.path.as_posix()
    name = file.path.name
    fault = None
    for number, line in enumerate(file.text().split("\n"), 1):
        entry = line.strip()
        if not entry or entry.startswith(("#", "empty=")):
            continue
        found = _LINE.match(entry)
        if found is None:
            fault = fault or ReadError("not a line of a lockfile", place=path, line=number, hint="the rest was read")
            continue
        group, artifact, version, used = found.groups()
        configurations = used.split(",") if used else [name.removesuffix(".lockfile")]
        identity = purl("maven", f"{group}/{artifact}", version)
        where = Location(path=path, line=number)
        yield Component(
            purl=identity,
            kind=Kind.PACKAGE,
            name=f"{group}:{artifact}",
            version=version,
            groups=_groups(name, configurations),
            locations=(where,),
        )
        yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=identity, location=where)
    if fault is not None:
        raise fault


def _groups(name: str, configurations: list[str]) -> tuple[str, ...]:
    if name.startswith("buildscript"):
        return ("build",)
    return ("test",) if all("test" in each.lower() for each in configurations) else ()
