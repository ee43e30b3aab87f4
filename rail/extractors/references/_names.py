"""Names of models and datasets as code and configuration write them: hub ids, addresses, names of registries.

Specification: https://huggingface.co/docs/huggingface_hub (`validate_repo_id`); a name without an owner is legal there
and cannot be told from a plain word, so only `owner/name` is believed outside a loader.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from rail.domain.component import Component, Edge, Engagement, Kind, Location, Relation
from rail.domain.record import OWNER, Purl
from rail.errors import ReadError
from rail.extractors.spi import Found
from rail.purl import model_purl, purl
from rail.sources.spi import SourceFile

_HUB_ID = re.compile(r"(?:[\w-][\w.-]*/)?[\w-][\w.-]{0,95}\Z", re.ASCII)
_PREFIX = re.compile(r"(?:hf-hub|hf_hub|hf|huggingface):(?://)?(?:hf\.co/)?|(?:hf\.co|huggingface\.co)/")
_REGISTERED = re.compile(r"[\w-]+(?:/[\w-][\w.-]{0,95}){1,6}\Z", re.ASCII)
_NOT_PINNED = frozenset({None, "", "main", "master"})
_SITE = {
    "api", "blog", "collections", "docs", "join", "learn", "login", "models", "new", "organizations", "papers",
    "pricing", "posts", "search", "settings", "spaces", "tasks", "terms-of-service", "buckets", "inference",
    "chat", "enterprise", "changelog", "languages", "metrics",
}  # fmt: skip
_LOCAL_FOLDERS = {
    "artifacts", "assets", "cache", "checkpoint", "checkpoints", "ckpt", "ckpts", "data", "exp", "experiments",
    "local", "logs", "model", "models", "output", "outputs", "path", "pretrained", "pretrained_models",
    "resources", "results", "runs", "saved_model", "saved_models", "src", "tmp", "weights", "my-org", "my_org",
    "org", "your-org", "your_org", "username", "your-username", "your_username", "user", "namespace", "owner",
    "repo", "your_name", "config", "configs", "conf",
}  # fmt: skip
_LOCAL_ENDINGS = (
    ".bin", ".pt", ".pth", ".ckpt", ".safetensors", ".json", ".onnx", ".gguf", ".ggml", ".h5", ".pkl", ".txt",
    ".csv", ".py", ".yaml", ".yml", ".jsonl", ".parquet", ".tar", ".zip", ".npz", ".model", ".js", ".ts", ".sh",
    ".md", ".html", ".toml", ".cfg", ".go", ".rs", ".java", ".tflite", ".xml", ".gz",
)  # fmt: skip
_ASIDE = {
    "tests", "test", "testing", "docs", "doc", "examples", "example", "samples", "benchmarks", "benchmark",
    "demos", "__tests__",
}  # fmt: skip
_ADDRESS = re.compile(
    r"(?:https?://(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)/|(?:hf|huggingface)://|git@(?:hf\.co|huggingface\.co):)(datasets/)?"
    r"([\w-][\w.-]*(?:/(?!(?:resolve|raw|blob|tree)/)[\w-][\w.-]*|(?=/(?:resolve|raw|blob|tree)/)))"
    r"(?:@([\w.-]+))?(?:/(resolve|raw|blob|tree)/([\w.-]+))?",
    re.ASCII,
)
_ELSEWHERE = (
    (re.compile(r"https?://(?:www\.)?civitai\.com/api/download/models/(\d{1,12})"), "civitai/model-versions/"),
    (re.compile(r"https?://(?:www\.)?civitai\.com/models/(\d{1,12})"), "civitai/models/"),
    (re.compile(r"https?://(?:www\.)?modelscope\.(?:cn|ai)/models/([\w.-]+/[\w.-]+)", re.ASCII), "modelscope/"),
    (re.compile(r"https?://(?:www\.)?kaggle\.com/models/([\w.-]+/[\w.-]+)", re.ASCII), "kaggle/models/"),
    (re.compile(r"https?://(?:www\.)?tfhub\.dev/([\w.-]+/[\w.-]+)", re.ASCII), "tfhub/"),
    (re.compile(r"\br8\.im/([\w.-]+/[\w.-]+)", re.ASCII), "replicate/"),
)
_DATA_ELSEWHERE = (
    (
        re.compile(r"https?://(?:www\.)?modelscope\.(?:cn|ai)/datasets/([\w.-]+/[\w.-]+)", re.ASCII),
        "modelscope/datasets/",
    ),
    (re.compile(r"https?://(?:www\.)?kaggle\.com/datasets/([\w.-]+/[\w.-]+)", re.ASCII), "kaggle/datasets/"),
)
_LINK = re.compile(
    r"\b[a-z]+://(?:open_from_hf\?model=|models/huggingface/|models/search/hf/)([\w-][\w.-]*/[\w-][\w.-]*)"
)
_OLLAMA = re.compile(r"(?:https?://(?:www\.)?ollama\.com/library/|\b(ollama)://)([\w.-]+(?::[\w.-]+)?)", re.ASCII)
_MAX_NAMES = 5000
_FETCHED = frozenset({"resolve", "raw"})


class Named(NamedTuple):
    """A model or dataset that a file names on a line (from 1).

    `fetched` tells that the words ask for its files, `packed` that these become part of what the project passes on,
    `asked` that which one it is is the caller's to say.
    """

    purl: Purl
    kind: Kind
    name: str
    version: str | None
    line: int
    fetched: bool = True
    packed: bool = False
    asked: bool = False


def hub(value: str, line: int, *, dataset: bool = False, revision: str | None = None) -> Named | None:
    """Return the repository of the Hub that `owner/name`, with or without prefix, revision or file tag, stands for."""
    prefixed = _PREFIX.match(value)
    name = value[prefixed.end() :] if prefixed else value
    name, _, at = name.partition("@")
    name = name.partition(":")[0]
    if prefixed and name.count("/") > 1:
        name = "/".join(name.split("/")[:2])
    if "/" not in name or not is_hub_id(name):
        return None
    version = revision or at or None
    version = None if version in _NOT_PINNED or not _HUB_ID.match(version or "") else version
    kind = Kind.DATASET if dataset else Kind.MODEL
    return Named(model_purl(name, version, dataset=dataset), kind, name, version, line)


def ollama(value: str, line: int) -> Named | None:
    """Return the model that a name of Ollama (`llama3.2:1b`, `hf.co/owner/name:Q4`) stands for."""
    if _PREFIX.match(value):
        return hub(value, line)
    name, _, tag = value.partition(":")
    if not _HUB_ID.match(name) or (tag and not _HUB_ID.match(tag)):
        return None
    return Named(purl("ollama", name, tag or None), Kind.MODEL, value, tag or None, line)


def docker(value: str, line: int) -> Named | None:
    """Return the model that a name of Docker Model Runner (`ai/llama3.2:3b`, `hf.co/owner/name`) stands for."""
    if _PREFIX.match(value):
        return hub(value, line)
    name, _, tag = value.removeprefix("docker.io/").partition(":")
    if not _HUB_ID.match(name) or "/" not in name or (tag and not _HUB_ID.match(tag)):
        return None
    return Named(purl("docker", name, tag or None), Kind.MODEL, value, tag or None, line)


def of_registry(name: str, kind: Kind = Kind.MODEL) -> Named | None:
    """Return the model that `registry/owner/name` stands for, where the registry has no purl type of its own."""
    name, _, tag = name.partition(":")
    if not _REGISTERED.match(name) or ".." in name:
        return None
    version = tag if _HUB_ID.match(tag) else None
    return Named(purl("generic", name, version), kind, name, version, 0)


def is_hub_id(name: str) -> bool:
    """Can the Hub have a repository of this name, and is it no local path?"""
    if not _HUB_ID.match(name) or "--" in name or ".." in name or name.endswith((".git", ".")) or name.isdigit():
        return False
    return name.partition("/")[0].lower() not in _LOCAL_FOLDERS and not name.lower().endswith(_LOCAL_ENDINGS)


def is_local(name: str) -> bool:
    """Does a name begin or end like a path on disk?"""
    return name.partition("/")[0].lower() in _LOCAL_FOLDERS or name.lower().endswith(_LOCAL_ENDINGS)


def addresses(text: str) -> Iterator[tuple[int, Named]]:
    """Yield each address of a model or dataset with its place in the text; the line is left at 0."""
    for found in _ADDRESS.finditer(text):
        data, name, at, what, revision = found.groups()
        name = name.rstrip(".").removesuffix(".git")
        owner = name.partition("/")[0].lower()
        if owner in _SITE or (owner == "datasets" and not data) or not is_hub_id(name):
            continue
        version = at or revision
        version = None if version in _NOT_PINNED else version
        kind = Kind.DATASET if data else Kind.MODEL
        identity = model_purl(name, version, dataset=bool(data))
        yield found.start(), Named(identity, kind, name, version, 0, what in _FETCHED)
    for kind, sites in ((Kind.MODEL, _ELSEWHERE), (Kind.DATASET, _DATA_ELSEWHERE)):
        for pattern, prefix in sites:
            for found in pattern.finditer(text):
                name = prefix + found[1].rstrip(".")
                fetched = "/api/download/" in found[0]
                yield found.start(), Named(purl("generic", name), kind, name, None, 0, fetched)
    for found in _LINK.finditer(text):
        linked = hub(found[1].rstrip("."), 0)
        if linked is not None:
            yield found.start(), linked._replace(fetched=False)
    for found in _OLLAMA.finditer(text):
        named = ollama(found[2].rstrip("."), 0)
        if named is not None:
            yield found.start(), named._replace(fetched=bool(found[1]))


def is_aside(path: PurePosixPath) -> bool:
    """Is it a file of tests, documentation or examples, which refers to what it names rather than using it?"""
    name = path.name.lower()
    folders = {part.lower() for part in path.parts[:-1]}
    if _ASIDE & folders or name.startswith("test_") or name == "conftest.py":
        return True
    return name.endswith(("_test.py", "_test.go", ".test.js", ".test.ts", ".spec.js", ".spec.ts"))


def report(file: SourceFile, names: Iterable[Named], *, uses: bool = True) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each name, once a line; names of folders in the tree are left out.

    Without `uses` only what the words fetch counts as used, the rest is referred to.

    Raises:
        ReadError: after the first 5,000 names.
    """
    path = file.path.as_posix()
    aside = is_aside(file.path)
    seen: set[tuple[Purl, int]] = set()
    folders: dict[str, bool] = {}
    for named in names:
        if (named.purl, named.line) in seen:
            continue
        if named.name not in folders:
            folders[named.name] = _is_folder_beside(file, named.name)
        if folders[named.name]:
            continue
        if len(seen) == _MAX_NAMES:
            raise ReadError(
                f"names models in more than {_MAX_NAMES:,} places", place=path, hint="the rest was not read"
            )
        seen.add((named.purl, named.line))
        where = Location(path=path, line=named.line)
        yield Component(
            purl=named.purl,
            kind=named.kind,
            name=named.name,
            version=named.version,
            engagement=_engagement(named, uses=uses, aside=aside),
            locations=(where,),
        )
        yield Edge(source=OWNER, relation=Relation.FETCHES, target=named.purl, location=where)


def _engagement(named: Named, *, uses: bool, aside: bool) -> Engagement:
    if aside or named.asked or not (uses or named.fetched):
        return Engagement.REFERENCES
    return Engagement.REDISTRIBUTES if named.packed else Engagement.USES


def _is_folder_beside(file: SourceFile, name: str) -> bool:
    """Is the name a folder of a saved model beside the code, which the loader would take first?"""
    if not _HUB_ID.match(name):
        return False
    return any(
        file.beside(f"{name}/{sign}") is not None for sign in ("config.json", "adapter_config.json", "model_index.json")
    )
