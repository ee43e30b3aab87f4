"""What model files of every format say alike: a licence in words, and the models and datasets that they come from."""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.evidence import Form, Role, Unowned
from rail.domain.record import OWNER, Purl
from rail.extractors.spi import Found
from rail.purl import model_purl, purl
from rail.sources.spi import SourceFile

MAX_NAME = 300
"""The longest licence name, URL or model name that is believed, in characters; more is a text."""
_TAG = re.compile(r"[A-Za-z0-9][\w.+-]*\Z")
_URL = re.compile(r"https?://\S+\Z")
_HUB_ID = re.compile(r"[\w-][\w.-]*(?:/[\w-][\w.-]{0,95})?\Z", re.ASCII)
_HUB_URL = re.compile(r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co)/(?:datasets/)?([\w.-]+/[\w.-]+)(?:/|\Z)")
_CACHED = re.compile(r"(?:\A|[/\\])(?:models|datasets)--([\w.-]+?)--([\w.-]+?)(?:[/\\]|\Z)", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_FILE = re.compile(r"\.(?:bin|pt|pth|ckpt|safetensors|gguf|ggml|onnx|h5|pkl|json)\Z", re.IGNORECASE)
_LOCAL = re.compile(r"\A(?:\.{0,2}[/\\]|~|[A-Za-z]:[/\\]|file:)|\\")
_ROOTED = re.compile(r"[/\\]|\A~")


def declared(
    statement: str, source: str, where: Location, *, about: Kind = Kind.MODEL, texts: bool = True
) -> Iterator[Unowned]:
    """Yield the licence that a field names: a tag, a name or a URL.

    A field that holds a whole text is the statement `path#field` (`where.pointer`), which `rail.identify.text` reads;
    without `texts` the format is not expected to hold any, and the beginning of the words stands for them.
    """
    said = clean(statement)
    if not said:
        return
    if not texts:
        said = said[:MAX_NAME]
    if texts and is_text(statement):
        form, said = Form.TEXT, f"{where.path}#{where.pointer}"
    elif _URL.match(said):
        form = Form.URL
    else:
        form = Form.TAG if _TAG.match(said) else Form.NAME
    yield Unowned(form=form, role=Role.DECLARED, statement=said, source=source, location=where, about=about)


def is_text(statement: str) -> bool:
    """Answer whether a licence field holds a text rather than a name: it is long, or has several lines."""
    return len(statement) > MAX_NAME or statement.strip().count("\n") > 1


def ancestor(
    name: str, relation: Relation, where: Location, *, kind: Kind = Kind.MODEL, revision: str | None = None
) -> Iterator[Found]:
    """Yield an ancestor and the edge to it from the model (or data) of this folder.

    A hub id, a hub address or a path into the hub's cache is that model. A path elsewhere is the last name in it: a
    model that nothing more is known of, so that what comes from it stays unknown.
    """
    name = clean(name)[:MAX_NAME].strip("\"' ")
    target, shown, version = _identity(name, revision, dataset=kind is Kind.DATASET)
    if target is None:
        return
    engagement = Engagement.USES if relation is Relation.FETCHES else Engagement.REFERENCES
    yield Component(purl=target, kind=kind, name=shown, version=version, engagement=engagement, locations=(where,))
    yield Edge(source=OWNER, relation=relation, target=target, location=where)


def _identity(name: str, revision: str | None, *, dataset: bool) -> tuple[Purl | None, str, str | None]:
    revision = None if revision in (None, "", "main", "master") else clean(revision)[:100]
    found = _HUB_URL.match(name)
    cached = _CACHED.search(name)
    hub = found[1] if found else f"{cached[1]}/{cached[2]}" if cached else name
    if not _LOCAL.search(hub) and not _FILE.search(hub) and _HUB_ID.match(hub) and is_hub_name(hub):
        return model_purl(hub, revision, dataset=dataset), hub, revision
    parts = [part for part in re.split(r"[/\\]", name.partition("://")[2] or name) if part.strip(". ~")]
    if not parts:
        return None, "", None
    shown = parts[-1] if is_local(name) else "/".join(parts)
    return purl("generic", shown), shown, None


def is_hub_name(name: str) -> bool:
    """Answer whether the Hub takes a name of this form for a repository."""
    return "--" not in name and ".." not in name and not name.endswith((".git", ".")) and not name.isdigit()


def is_local(name: str) -> bool:
    """Answer whether a name is a path on somebody's disk."""
    plain = "://" not in name
    return plain and bool(_LOCAL.search(name) or _FILE.search(name) or len(_ROOTED.findall(name)) > 1)


def redistributed(file: SourceFile) -> Component:
    """Return the mark that weights lie in this folder: whoever ships the tree passes the model on."""
    return Component(
        purl=OWNER,
        kind=Kind.MODEL,
        name=file.path.name,
        engagement=Engagement.REDISTRIBUTES,
        locations=(Location(path=file.path.as_posix()),),
    )


def clean(text: str) -> str:
    """Return a text from a stranger's file on one line, without control characters."""
    return _CONTROL.sub(" ", text).strip()
