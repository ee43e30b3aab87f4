"""Hugging Face cards: the YAML front matter of `README.md`, `MODEL_CARD.md` and the like.

Reads the licence (`license`, `license_name`, `license_link`) of the model or dataset that the folder holds, and the
lineage (`base_model`, `base_model_relation`, `datasets`, `source_datasets`). The card of a Space speaks of its code.
Front matter of other programs, without these keys, says nothing. Anchors and aliases are refused: no card needs them.

Specification: https://github.com/huggingface/hub-docs/blob/main/modelcard.md and datasetcard.md
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.evidence import Form, Role, Unowned
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.models._gate import GATE, GATED, Card, Said, gate, gate_text
from rail.extractors.spi import Found, extractor
from rail.purl import model_purl, purl
from rail.sources.spi import SourceFile

if TYPE_CHECKING:
    from yaml.nodes import Node

_SOURCE = "models/modelcard"
_MAX_FRONT = 256 * 1024
_MAX_DEPTH = 40
_PREAMBLE = re.compile(r"(?:\s+|<!--.*?-->)*", re.DOTALL)
_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_SPEAKS = re.compile(
    r"^[ \t]*[\"']?(?:licen[cs]e\w*|base_models?|datasets|source_datasets|models|extra_gated_\w+)[\"']?[ \t]*:"
    r"|^[ \t]*-[ \t]*[\"']?(?:license|base_model):",
    re.MULTILINE | re.IGNORECASE,
)
_PLAIN_LICENSE = re.compile(r"^license:[ \t]*[\"']?([\w.+-]+)[\"']?[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"[A-Za-z0-9][\w.+-]*\Z")
_HUB_ID = re.compile(r"(?:[\w-][\w.-]*/)?[\w-][\w.-]{0,95}\Z", re.ASCII)
_HUB_URL = re.compile(r"https?://(?:huggingface\.co|hf\.co)/(?:datasets/)?([\w.-]+/[\w.-]+)(?:/|\Z)", re.ASCII)
_DATASET_KEYS = {
    "task_categories", "task_ids", "dataset_info", "size_categories", "configs", "annotations_creators",
    "language_creators", "source_datasets", "multilinguality",
}  # fmt: skip
_CACHED_DATA = re.compile(r"(?:.*/)?datasets--[\w.-]+/snapshots/", re.ASCII | re.DOTALL)
_FAMILY_TAGS = {"openrail", "openrail-m", "open-rail", "rail"}
_LICENSE_FILES = ("LICENSE", "LICENSE.md", "LICENSE.txt")
_RAIL = re.compile(rb"\b(?:Open)?RAIL\b|(?i:responsible AI)")
_MAX_HEAD = 8192
_SPACE_KEYS = {"sdk", "colorFrom", "app_file"}
_PAGE_KEYS = {"layout", "permalink", "sidebar_label", "sidebar_position", "slug", "nav_order", "title"}
_SPELLINGS = {"licence": "license", "licenses": "license", "licences": "license", "base_models": "base_model"}
_LICENSE_TAG, _BASE_TAG = "license:", "base_model:"
_REST = {"other", "unknown"}
_EXPLAINED = {"license_name", "license_link", "license_details"}
_READ = {*_EXPLAINED, "license", "base_model", "base_model_relation", "datasets", "source_datasets", "models", "tags"}
_RELATIONS = {
    "finetune": Relation.FINETUNED_FROM,
    "adapter": Relation.ADAPTER_OF,
    "quantized": Relation.QUANTIZED_FROM,
    "merge": Relation.MERGED_FROM,
    "distill": Relation.DISTILLED_FROM,
    "distilled": Relation.DISTILLED_FROM,
    "distillation": Relation.DISTILLED_FROM,
}


class _Front(NamedTuple):
    """The front matter: its text, and the number of lines before it."""

    text: str
    lines_before: int


@extractor("*readme*.md", "readme.markdown", "*model*card*.md", "*dataset*card*.md")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield what the card says of its licence, and the models and datasets that it comes from."""
    front = _front_matter(file)
    if front is None or not _SPEAKS.search(front.text):
        return
    path = file.path.as_posix()
    try:
        card, faults = _read(front)
    except ReadError as fault:
        for found in _PLAIN_LICENSE.finditer(front.text):
            line = front.lines_before + front.text.count("\n", 0, found.start()) + 1
            yield from _statements(file, _kind({}, path), {"license": [Said(found[1], line)]})
        fault.place = path
        raise
    kind = _kind(card, path)
    yield from _statements(file, kind, card)
    yield from gate(path, kind, card, _SOURCE)
    yield from _lineage(path, kind, card)
    if faults:
        raise ReadError(faults[0].text, place=path, line=faults[0].line, hint="each key once, plain values only")


def _front_matter(file: SourceFile) -> _Front | None:
    """Return the text between the first two fences; `None` when the file does not begin with front matter."""
    start = file.head(4096)
    marked = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not marked and b"---" not in start:
        return None
    if marked:
        text = file.text()[:_MAX_FRONT]
    else:
        text = file.head(_MAX_FRONT + 4096).decode("utf-8-sig", "replace")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    preamble = _PREAMBLE.match(text)
    begin = preamble.end() if preamble else 0
    opening = _FENCE.match(text, begin)
    if opening is None:
        return None
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        if _PLAIN_LICENSE.search(text, opening.end()):
            hint = f"close it with a line `---` within {_MAX_FRONT:,} bytes"
            raise ReadError("the front matter does not end", place=file.path.as_posix(), line=1, hint=hint)
        return None
    return _Front(text[opening.end() : closing.start()], text.count("\n", 0, opening.end()))


def _read(front: _Front) -> tuple[Card, list[Said]]:
    """Return the top-level keys with their scalar values, and what is wrong with the rest.

    Raises:
        ReadError: it is not YAML, or holds anchors, aliases or very deep nesting.
    """
    import yaml  # noqa: PLC0415 -- only a card with front matter needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _refuse_bombs(yaml.parse(front.text, Loader=loader), front.lines_before)
        top = yaml.compose(front.text, Loader=loader)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = front.lines_before + mark.line + 1 if mark is not None else None
        problem = getattr(fault, "problem", None) or "special characters"
        raise ReadError(f"the front matter is not YAML: {problem}", line=line, hint="quote the value") from fault
    if not isinstance(top, yaml.MappingNode):
        return {}, []
    card: Card = {}
    faults: list[Said] = []
    for key, value in top.value:
        line = front.lines_before + key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            faults.append(Said("a key of the front matter is not a word", line))
            continue
        name = _SPELLINGS.get(key.value.lower(), key.value.lower() if key.value.lower() in _READ else key.value)
        if name in card:
            faults.append(Said(f"`{key.value[:60]}` is given twice", line))
        said = card.setdefault(name, [])
        if name.startswith(GATE) and isinstance(value, yaml.MappingNode):
            said += [each for label, _ in value.value for each in _scalars(label, front.lines_before)]
        said += _scalars(value, front.lines_before)
    return card, faults


def _refuse_bombs(events: Iterator[object], lines_before: int) -> None:
    depth = 0
    for event in events:
        name = type(event).__name__
        if getattr(event, "anchor", None) is not None:
            line = lines_before + event.start_mark.line + 1  # type: ignore[attr-defined]
            raise ReadError("the front matter has anchors or aliases", line=line, hint="write the values out")
        depth += name.endswith("StartEvent") - name.endswith("EndEvent")
        if depth > _MAX_DEPTH:
            raise ReadError("the front matter is nested too deeply", line=lines_before + 1, hint="no card needs it")


def _scalars(value: "Node", lines_before: int) -> list[Said]:
    """Return the words of a scalar, or of a list or mapping of scalars; the null is none."""
    if isinstance(value.value, str):
        null = value.tag == "tag:yaml.org,2002:null"
        return [] if null else [Said(value.value.strip(), lines_before + value.start_mark.line + 1)]
    inner = [each[1] if isinstance(each, tuple) else each for each in value.value]
    return [said for each in inner if isinstance(each.value, str) for said in _scalars(each, lines_before)]


def _kind(card: Card, path: str) -> Kind | None:
    """Say what the card is of: a dataset, a model, or (`None`) the code of the folder."""
    if _CACHED_DATA.match(path):
        return Kind.DATASET
    name = path.rpartition("/")[2]
    if _SPACE_KEYS & card.keys():
        return None
    if _DATASET_KEYS & card.keys() or "dataset" in name.lower():
        return Kind.DATASET
    return None if _PAGE_KEYS & card.keys() and "base_model" not in card else Kind.MODEL


def _statements(file: SourceFile, kind: Kind | None, card: Card) -> Iterator[Unowned]:
    def say(form: Form, statement: str, line: int) -> Unowned:
        where = Location(path=file.path.as_posix(), line=line)
        return Unowned(form=form, role=Role.DECLARED, statement=statement, source=_SOURCE, location=where, about=kind)

    for said in (*card.get("license", ()), *_tagged(card, _LICENSE_TAG), *_besides(card)):
        if said.text:
            yield say(Form.TAG if _TAG.match(said.text) else Form.NAME, said.text, said.line)
    for said in (*card.get("license_name", ()), *card.get("license_details", ())):
        if said.text:
            yield say(Form.NAME, said.text, said.line)
    for said in card.get("license_link", ()):
        text = None if "://" in said.text else _text_beside(file, said.text)
        if text is not None:
            yield say(Form.TEXT, text, said.line)
        elif said.text:
            yield say(Form.URL, said.text, said.line)
    if kind is not None and "license_link" not in card:
        tags = [said for said in card.get("license", ()) if said.text.lower() in _FAMILY_TAGS]
        yield from (say(Form.TEXT, text, said.line) for said in tags[:1] if (text := _rail_beside(file)))


def _besides(card: Card) -> list[Said]:
    """Return words for the licence that a list leaves open (`[mit, other]`) where nothing else names it."""
    licenses = card.get("license", [])
    named = [said.text for said in licenses if said.text.lower() not in _REST]
    if not named or len(named) == len(licenses) or _EXPLAINED & card.keys():
        return []
    return [Said(f"another licence, besides {', '.join(named)[:200]}", licenses[0].line)]


def license_field(file: SourceFile, field: str) -> str | None:
    """Return what who wants access must agree to (the fields `extra_gated_…`); `None` when nobody must.

    Raises:
        ReadError: the front matter cannot be read.
    """
    front = _front_matter(file) if field == GATED else None
    return gate_text(_read(front)[0]) if front is not None else None


def _tagged(card: Card, mark: str) -> list[Said]:
    """Return what tags say (`license:mit`, `base_model:quantized:org/name`), as the hub writes them itself."""
    tags = [said for said in card.get("tags", ()) if said.text.startswith(mark)]
    return [Said(said.text.removeprefix(mark).rpartition(":")[2].strip(), said.line) for said in tags]


def _rail_beside(file: SourceFile) -> str | None:
    """Return the path of the licence file of the folder, if it speaks of RAIL: then a tag like `openrail` means it.

    Another text there (of the code, say) is not taken for it.
    """
    for name in _LICENSE_FILES:
        with suppress(ReadError):
            found = file.beside(name)
            if found is not None and _RAIL.search(found.head(_MAX_HEAD)):
                return found.path.as_posix()
    return None


def _text_beside(file: SourceFile, link: str) -> str | None:
    """Return the path of the licence file that a relative link points to, when it is there."""
    try:
        found = file.beside(link.removeprefix("./").partition("#")[0])
    except (ReadError, ValueError):
        return None
    return found.path.as_posix() if found is not None else None


def _lineage(path: str, kind: Kind | None, card: Card) -> Iterator[Found]:
    asked = [said.text.lower() for said in card.get("base_model_relation", ())]
    relation = _RELATIONS.get(asked[0], Relation.DERIVED_FROM) if asked else Relation.DERIVED_FROM
    for said in (*card.get("base_model", ()), *_tagged(card, _BASE_TAG)):
        yield from _ancestor(path, said, relation, Kind.MODEL)
    for said in card.get("source_datasets", ()):
        name = said.text.removeprefix("extended|")
        if name != said.text or "/" in name:
            yield from _ancestor(path, Said(name, said.line), Relation.DERIVED_FROM, Kind.DATASET)
    if kind is Kind.MODEL:
        for said in card.get("datasets", ()):
            yield from _ancestor(path, said, Relation.TRAINED_ON, Kind.DATASET)
    elif _SPACE_KEYS & card.keys():
        for field, fetched in (("models", Kind.MODEL), ("datasets", Kind.DATASET)):
            for said in card.get(field, ()):
                yield from _ancestor(path, said, Relation.FETCHES, fetched)


def _ancestor(path: str, said: Said, relation: Relation, kind: Kind) -> Iterator[Found]:
    """Yield an ancestor and the edge to it; one that is no hub id stays visible under its own words."""
    where = Location(path=path, line=said.line)
    url = _HUB_URL.match(said.text)
    name = url[1] if url else said.text
    target = _hub_purl(name, dataset=kind is Kind.DATASET)
    if target is None:
        parts = [part for part in name.split("/") if part not in ("", ".", "..")]
        if not parts:
            return
        target = purl("generic", "/".join(parts)[:300])
    engagement = Engagement.USES if relation is Relation.FETCHES else Engagement.REFERENCES
    yield Component(purl=target, kind=kind, name=name, engagement=engagement, locations=(where,))
    yield Edge(source=OWNER, relation=relation, target=target, location=where)


def _hub_purl(name: str, *, dataset: bool) -> Purl | None:
    good = _HUB_ID.match(name) and "--" not in name and ".." not in name and not name.endswith(".git")
    return model_purl(name, dataset=dataset) if good else None
