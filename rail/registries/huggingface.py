"""The Hugging Face hub: a model's or dataset's card data, its lineage and its licence tags (`/api/models/ID`).

A component without revision is asked for `main`, which can change: such facts are kept for a day. A gated or private
repository needs HF_TOKEN; what may not be seen stays unknown. HF_ENDPOINT names another hub.

Specification: https://huggingface.co/docs/hub/api and https://github.com/huggingface/hub-docs/blob/main/modelcard.md
"""

from typing import Any
from urllib.parse import quote

import msgspec

from rail.domain.component import Component, Edge, Engagement, Kind, Relation
from rail.domain.evidence import Evidence, Form
from rail.domain.record import Purl
from rail.purl import model_purl, split
from rail.registries.spi import DAY, Door, Fact, decoded, registry, unexpected, words
from rail.registries.statements import declared

PUBLIC = "https://huggingface.co"
_SOURCE = "registries/huggingface"
_MAX_ANCESTORS = 64
_RELATIONS = {
    "finetune": Relation.FINETUNED_FROM,
    "adapter": Relation.ADAPTER_OF,
    "quantized": Relation.QUANTIZED_FROM,
    "merge": Relation.MERGED_FROM,
    "distill": Relation.DISTILLED_FROM,
    "distilled": Relation.DISTILLED_FROM,
    "distillation": Relation.DISTILLED_FROM,
}


class _Info(msgspec.Struct, rename={"card": "cardData"}):
    id: str
    tags: list[Any] | None = None
    card: dict[str, Any] | None = None


@registry("huggingface", keep=DAY, loose=True)
def ask(component: Purl, door: Door) -> Fact:
    """Return what the card says of the licence, and what the model or dataset comes from."""
    _, name, revision = split(component)
    dataset = "repository_type=dataset" in component
    base = door.bases("huggingface", PUBLIC)[0]
    url = f"{base}/api/{'datasets' if dataset else 'models'}/{quote(name)}"
    document = door.client.get(f"{url}/revision/{quote(revision, safe='')}" if revision else url)
    info = decoded(document, _Info)
    if not info.id:
        raise unexpected(document.url)
    tags = [words(each) for each in info.tags or ()]
    evidence = _evidence(component, info.card or {}, tags)
    ancestors = [*_bases(component, info.card or {}, tags), *_data(component, info.card or {}, dataset=dataset)]
    return Fact(
        evidence=tuple(dict.fromkeys(evidence)),
        components=tuple(dict.fromkeys(each for each, _ in ancestors)),
        edges=tuple(dict.fromkeys(edge for _, edge in ancestors)),
    )


def _evidence(component: Purl, card: dict[str, Any], tags: list[str]) -> list[Evidence]:
    said = _listed(card.get("license")) or [tag.removeprefix("license:") for tag in tags if tag.startswith("license:")]
    found = [declared(component, Form.TAG if " " not in each else Form.NAME, each, _SOURCE) for each in said]
    found += [declared(component, Form.NAME, each, _SOURCE) for each in _listed(card.get("license_name"))]
    found += [
        declared(component, Form.URL, each, _SOURCE) for each in _listed(card.get("license_link")) if "://" in each
    ]
    return found


def _bases(component: Purl, card: dict[str, Any], tags: list[str]) -> list[tuple[Component, Edge]]:
    """Return base models: from the card, with its relation, and from the hub's own tags (`base_model:finetune:ID`)."""
    asked = _listed(card.get("base_model_relation"))
    relation = _RELATIONS.get(asked[0].lower(), Relation.DERIVED_FROM) if asked else Relation.DERIVED_FROM
    found: dict[str, Relation] = dict.fromkeys(_listed(card.get("base_model")), relation)
    for tag in tags:
        kind, _, name = tag.removeprefix("base_model:").partition(":")
        if tag.startswith("base_model:") and kind in _RELATIONS and (name not in found or not asked):
            found[name] = _RELATIONS[kind]
        elif tag.startswith("base_model:") and not name:
            found.setdefault(kind, relation)
    return [each for name, via in found.items() for each in _ancestor(component, name, via, Kind.MODEL)][
        :_MAX_ANCESTORS
    ]


def _data(component: Purl, card: dict[str, Any], *, dataset: bool) -> list[tuple[Component, Edge]]:
    """Return the datasets that a model was trained on, or that a dataset was made from."""
    field, relation = ("source_datasets", Relation.DERIVED_FROM) if dataset else ("datasets", Relation.TRAINED_ON)
    names = [name.removeprefix("extended|") for name in _listed(card.get(field))]
    wanted = [name for name in names if "/" in name] if dataset else names
    return [each for name in wanted for each in _ancestor(component, name, relation, Kind.DATASET)][:_MAX_ANCESTORS]


def _ancestor(component: Purl, name: str, relation: Relation, kind: Kind) -> list[tuple[Component, Edge]]:
    owner, slash, rest = name.partition("/")
    if not owner or (slash and not rest) or "/" in rest or any(sign in name for sign in " \t\n:?#@\\") or ".." in name:
        return []
    target = model_purl(name, dataset=kind is Kind.DATASET)
    ancestor = Component(purl=target, kind=kind, name=name, engagement=Engagement.REFERENCES, found_by=(_SOURCE,))
    return [] if target == component else [(ancestor, Edge(source=component, relation=relation, target=target))]


def _listed(value: Any) -> list[str]:
    """Return a word, or a list of words, as a list; anything else says nothing."""
    return [said for each in (value if isinstance(value, list) else [value]) if (said := words(each))]
