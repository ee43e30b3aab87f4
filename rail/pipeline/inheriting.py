"""What a work is built on, as bases for its own licence: `rail generate --inherit`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue
from rail.catalogue.restricts import profile_restricts
from rail.config.schema import Config, Loaded
from rail.domain.component import Component, Kind
from rail.domain.evidence import Form, Resolution, Restricted
from rail.domain.profile import LicenseProfile
from rail.domain.record import Purl
from rail.domain.report import Report
from rail.errors import ReadError
from rail.generate.clauselist import Bars
from rail.generate.compatibility import forbids_restrictions
from rail.generate.inherit import Base
from rail.pipeline.scanning import scan

_MAX_REPORT = 200_000_000


def bases(inputs: Sequence[str], *, catalogue: Catalogue, cwd: Path) -> tuple[Base, ...]:
    """Return what restricts the inputs: each a licence (id or name), a report of rail, or anything that can be scanned.

    What is under the GNU licences is among them: it restricts no use, and forbids that others do.

    Raises:
        ReadError: a report cannot be read.
        UsageError: an input does not exist.
        NothingToScanError: an input holds nothing that rail reads.
    """
    found: dict[tuple[str, str], Base] = {}
    for each in inputs:
        for base in _of(each, catalogue, cwd):
            found.setdefault((base.source, base.license), base)
    return tuple(found.values())


def _of(given: str, catalogue: Catalogue, cwd: Path) -> list[Base]:
    path = cwd / given
    if "\0" not in given and path.is_file() and path.suffix == ".json" and _is_report(path):
        report = _report(path, given)
        components = {each.purl: each for each in report.components}
        return _resolved(report.resolutions, components, catalogue)
    if "\0" not in given and not path.exists():
        profiles = _licenses(given, catalogue)
        if profiles:
            return [_licensed(given, each) for each in profiles]
        named = Index(catalogue).find(given, Form.NAME)
        if named is not None and forbids_restrictions(named.expression):
            return [Base(source=given, license=named.expression, restricted=Restricted.NO)]
    loaded = Loaded(config=Config(), why="not asked for")
    scanned = scan([given], loaded=loaded, catalogue=catalogue, cwd=cwd)
    found = tuple(scanned.resolutions.values())
    own = path.is_file() or path.resolve() in {cwd.resolve(), *cwd.resolve().parents}
    return _resolved(found, scanned.components, catalogue, own=own)


def _licenses(name: str, catalogue: Catalogue) -> list[LicenseProfile]:
    if name in catalogue.profiles:
        return [catalogue.profiles[name]]
    named = Index(catalogue).find(name, Form.NAME)
    return [catalogue.profiles[each] for each in named.ids if each in catalogue.profiles] if named else []


def _licensed(given: str, profile: LicenseProfile) -> Base:
    restrictions = [Bars(use=each.use, mode=each.mode) for each in profile.restrictions]
    known = profile_restricts(profile)
    reference = profile.policy_by_reference
    if known is Restricted.YES and (not profile.complete or (reference is not None and reference.updatable)):
        known = Restricted.UNKNOWN
    return Base(source=given, license=profile.id, restricted=known, restrictions=_unique(restrictions))


def _resolved(
    resolutions: Sequence[Resolution],
    components: Mapping[Purl, Component],
    catalogue: Catalogue,
    *,
    own: bool = True,
) -> list[Base]:
    """Return the bases among what was found; `own` says that a root is the maintainer's project, not a base of it."""
    out = []
    for each in sorted(resolutions, key=lambda resolution: resolution.component):
        component = components.get(each.component)
        if component is None:
            continue
        if each.restricted is Restricted.NO or (own and _project(component) and not each.restrictions):
            if each.expression and forbids_restrictions(each.expression):
                out.append(Base(source=_name(component), license=each.expression, restricted=Restricted.NO))
            continue
        restricted = each.restricted if each.complete else Restricted.UNKNOWN
        if restricted is Restricted.BY_REFERENCE and _known_in_full(each, catalogue):
            restricted = Restricted.YES
        out.append(
            Base(
                source=_name(component),
                license=", ".join(each.licenses) or each.expression or "license unknown",
                restricted=restricted,
                restrictions=_unique([Bars(use=bound.use, mode=bound.mode) for bound in each.restrictions]),
            )
        )
    return out


def _project(component: Component) -> bool:
    return component.root and component.kind not in {Kind.MODEL, Kind.DATASET}


def _known_in_full(resolution: Resolution, catalogue: Catalogue) -> bool:
    """Tell whether each licence, though named only, is one whose restrictions are on record and fixed."""
    profiles = [catalogue.profiles.get(each) for each in resolution.licenses]
    there = {(bound.use, bound.mode) for bound in resolution.restrictions}
    return bool(profiles) and all(
        profile is not None
        and _licensed("", profile).restricted is Restricted.YES
        and there >= {(each.use, each.mode) for each in profile.restrictions}
        for profile in profiles
    )


def _name(component: Component) -> str:
    return f"hf:{component.name}" if component.purl.startswith("pkg:huggingface/") else str(component.purl)


def _unique(restrictions: Sequence[Bars]) -> tuple[Bars, ...]:
    return tuple(sorted(set(restrictions), key=lambda each: (each.use, each.mode)))


def _is_report(path: Path) -> bool:
    with path.open("rb") as stream:
        return b'"rail.report/1"' in stream.read(_HEAD)


def _report(path: Path, place: str) -> Report:
    if path.stat().st_size > _MAX_REPORT:
        raise ReadError("too large for a report", place=place)
    try:
        return msgspec.json.decode(path.read_bytes(), type=Report)
    except (msgspec.DecodeError, RecursionError) as fault:
        raise ReadError(f"no report of this version of rail: {fault}", place=place) from fault


_HEAD = 400
"""Bytes in which a report names its schema."""
