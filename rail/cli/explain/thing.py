"""Which thing is meant: an exact id first, then names and synonyms; several meanings are listed, none is guessed."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from rail.catalogue import models
from rail.catalogue.covers import resolve_use
from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue, load
from rail.catalogue.packages import lookup
from rail.cli.explain.check import explain_check
from rail.cli.explain.component import explain_component, explain_model
from rail.cli.explain.license import explain_license
from rail.cli.explain.line import explain_line
from rail.cli.explain.project import project_report
from rail.cli.explain.terms import explain_mode, explain_rule, explain_use
from rail.domain.evidence import Form
from rail.domain.report import Report
from rail.errors import UsageError
from rail.purl import canonical, purl
from rail.report.explained import Explanation
from rail.sources.purl import given_model

_RULE = re.compile(r"RAIL\d{3}\Z", re.IGNORECASE)
_CHECK = re.compile(r"[EWI]-[A-Z]+(?:-[A-Z]+)*\Z")
_LINE = re.compile(r"(?P<file>.+):(?P<line>\d{1,9})\Z")
_FORMS = (Form.NAME, Form.TAG, Form.CLASSIFIER, Form.URL)


class _Meaning(NamedTuple):
    kind: str
    id: str


def explanation(text: str, project: Sequence[str] | None = None) -> Explanation:
    """Return what is known of the thing that `text` names.

    `project` names the inputs in which a component is looked for (none: the current folder, if it is a project);
    `None` looks nowhere.

    Raises:
        UsageError: it names nothing (the hint lists the nearest) or several things (the hint lists them).
    """
    text = text.strip()
    if _RULE.match(text):
        return explain_rule(text.upper())
    if _CHECK.match(text):
        return explain_check(text)
    catalogue = load()
    place = _LINE.match(text)
    if place and Path(place["file"]).is_file():
        return explain_line(place["file"], int(place["line"]), catalogue)
    if text.startswith("pkg:"):
        return explain_component(canonical(text), catalogue, _report(project, catalogue))
    if text.startswith("hf:"):
        return explain_component(given_model(text).given, catalogue, _report(project, catalogue))
    index = Index(catalogue)
    kind, mark, rest = text.partition(":")
    if mark and kind in {*_EXPLAIN, *_MODELS}:
        wanted = rest.strip()
        meanings = [
            each for each in (*_exact(wanted, index, catalogue), *_named(wanted, index, catalogue)) if each.kind == kind
        ]
        meanings = list(dict.fromkeys(meanings))
    else:
        wanted = text
        meanings = _exact(text, index, catalogue) or _named(text, index, catalogue)
    if len(meanings) == 1:
        kind, identity = meanings[0]
        if kind in _MODELS:
            dataset = kind == "dataset"
            return explain_model(identity, catalogue, dataset=dataset, project=_report(project, catalogue))
        return _EXPLAIN[kind](identity, catalogue)
    if meanings:
        raise UsageError(f"ambiguous: {text}", hint="say which: " + ", ".join(f"{m.kind}:{m.id}" for m in meanings))
    raise UsageError(f"nothing known by the name {text}", hint=_nearest(wanted, index))


def _report(project: Sequence[str] | None, catalogue: Catalogue) -> Report | None:
    return None if project is None else project_report(project, catalogue)


def _exact(text: str, index: Index, catalogue: Catalogue) -> list[_Meaning]:
    """Return the things that have this id."""
    exact = []
    license_ = index.by_id(text)
    if license_ is not None:
        exact.append(_Meaning("license", license_.id))
    if text.lower() in catalogue.uses:
        exact.append(_Meaning("use", text.lower()))
    if text.lower() in catalogue.modes:
        exact.append(_Meaning("mode", text.lower()))
    if models.lookup(text):
        exact.append(_Meaning("model", text))
    if models.lookup(text, dataset=True):
        exact.append(_Meaning("dataset", text))
    return exact


def _named(text: str, index: Index, catalogue: Catalogue) -> list[_Meaning]:
    """Return the things that go by this name: licences, entries of model registries, uses."""
    named = _licenses(text, index)
    if models.lookup_ollama(text) or models.lookup_docker(text):
        named.append(_Meaning("model", text))
    return named or _uses(text, catalogue)


def _licenses(text: str, index: Index) -> list[_Meaning]:
    for form in _FORMS:
        named = index.find(text, form)
        if named is not None:
            return [_Meaning("license", each) for each in named.ids]
    return []


def _uses(text: str, catalogue: Catalogue) -> list[_Meaning]:
    try:
        return [_Meaning("use", resolve_use(catalogue, text))]
    except UsageError as fault:
        if fault.problem.startswith("ambiguous"):
            raise
        return []


def _nearest(text: str, index: Index) -> str:
    on_record = [each for kind in _REGISTRIES if lookup(each := purl(kind, text), None)]
    if on_record:
        return f"a package is asked for by its package URL: {', '.join(on_record)}"
    near = [f"{kind}:{each}" for kind in ("license", "use", "mode") for each in index.nearest(kind, text)]
    known = f"the nearest are {', '.join(near)}" if near else "`rail catalogue list` shows what there is"
    return f"{known}; packages as pkg:pypi/NAME or pkg:npm/NAME, models as hf:ORG/NAME"


def _license(identity: str, catalogue: Catalogue) -> Explanation:
    index = Index(catalogue)
    found = index.by_id(identity)
    if found is None:
        raise UsageError(f"no licence {identity}", hint=_nearest(identity, index))
    return explain_license(found, catalogue)


_EXPLAIN: dict[str, Callable[[str, Catalogue], Explanation]] = {
    "license": _license,
    "use": explain_use,
    "mode": explain_mode,
}
_REGISTRIES = ("npm", "pypi", "maven", "cargo", "gem", "golang", "composer", "nuget")
_MODELS = frozenset({"model", "dataset"})
