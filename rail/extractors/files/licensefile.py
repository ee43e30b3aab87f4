"""Licence files, by name: LICENSE, COPYING, NOTICE, MODEL_LICENSE, USE_POLICY, *-RAIL.md, TERMS_OF_USE, `LICENSES/`.

The name alone decides (but one that only says TERMS or RAIL must have licence words near its start); what the text
says is read later. A name that speaks of a model, of weights or of data narrows the statement to them. A file that
cannot be read as text (PDF) is reported all the same, so that it ends as unknown.

Specification: https://reuse.software/spec/ (for `LICENSES/`); the other names are custom.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rail.domain.component import Kind, Location
from rail.domain.evidence import Form, Role, Unowned
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "files/licensefile"
_DOCUMENTS = {
    "", "txt", "text", "md", "markdown", "mkd", "rst", "adoc", "asciidoc", "org", "html", "htm", "xhtml", "rtf",
    "tex", "pdf", "doc", "docx", "odt",
}  # fmt: skip
_NOT_DOCUMENTS = {
    "py", "pyi", "pyc", "pyx", "ipynb", "js", "mjs", "cjs", "ts", "tsx", "jsx", "vue", "svelte", "go", "rs", "c",
    "cc", "cpp", "cxx", "h", "hh", "hpp", "m", "mm", "java", "kt", "kts", "scala", "groovy", "gradle", "cs", "fs",
    "vb", "rb", "php", "pl", "pm", "lua", "r", "jl", "swift", "dart", "ex", "exs", "erl", "hs", "clj", "elm", "sh",
    "bash", "zsh", "ps1", "bat", "cmd", "json", "jsonl", "json5", "yaml", "yml", "toml", "ini", "cfg", "conf",
    "xml", "xsl", "csv", "tsv", "sql", "proto", "graphql", "css", "scss", "sass", "less", "map", "lock", "svg",
    "png", "jpg", "jpeg", "gif", "webp", "ico", "bmp", "mp3", "mp4", "wav", "ttf", "otf", "woff", "woff2", "exe",
    "dll", "so", "dylib", "a", "o", "bin", "class", "jar", "whl", "zip", "gz", "tgz", "bz2", "xz", "tar", "7z",
    "j2", "jinja", "jinja2", "ejs", "hbs", "mustache", "tmpl", "tpl", "template", "snap", "tf", "key", "pem", "crt",
    "bak", "orig", "rej", "patch", "diff", "po", "pot", "mo", "license", "dat", "db", "sqlite", "parquet", "pkl",
    "npy", "h5", "onnx", "gguf", "safetensors",
}  # fmt: skip
_SOFTWARE_TALK = {
    "check", "checker", "checkers", "checking", "checks", "compatibility", "choose", "choosing", "classifier",
    "compliance", "detector", "detection", "expression", "faq", "generator", "guide", "header", "headers",
    "identifier", "key", "keys", "list", "lint", "linter", "manager", "overview", "parser", "plugin", "reader",
    "report", "scan", "scanner", "scanning", "server", "test", "tests", "tool", "tools", "validation", "validator",
}  # fmt: skip
_WORDS = re.compile(r"[^\W_]+(?:\+\+)?")
_LICENSE_WORD = {"license", "licence", "licenses", "licences", "licensing", "lizenz", "licencia", "licenca", "licentie"}
_FIRST = _LICENSE_WORD | {"copying", "unlicense", "unlicence", "eula", "notice", "notices", "copyright", "patents"}
_POLICIES = (
    {"use", "policy"}, {"usage", "policy"}, {"acceptable", "use"}, {"acceptable", "usage"}, {"prohibited", "use"},
    {"prohibited", "uses"}, {"use", "restrictions"}, {"usage", "restrictions"}, {"restricted", "uses"},
)  # fmt: skip
_FUSED = {
    "aup",
    "thirdpartynotices",
    "thirdpartylicenses",
    "thirdpartylicences",
    "licensenotice",
    "acceptableuse",
    "usepolicy",
}
_MODEL_WORDS = {"model", "models", "weight", "weights", "checkpoint", "checkpoints", "modelweights"}
_DATA_WORDS = {"data", "dataset", "datasets", "corpus"}
_OPENRAIL = re.compile(r"(?:open|creativeml)?rail(?:[dams]{1,4}|\+\+m?)?\Z|railm\Z")
_SHOUTED = re.compile(r"(?:RAIL|OpenRAIL|OPENRAIL|OpenRail)(?:\+\+|[-_ ]?[DAMS]{1,4})?\Z")
_AFTER_TERMS = {"of", "and", "service", "use", "conditions"}
_LEGAL = re.compile(
    rb"licen[sc]|restrict|agree|terms|prohibit|forbid|\b(?:may|must|shall|can|will|do|should)(?:\s+not|not)\b",
    re.IGNORECASE,
)
_FOLDERS = {"licenses", "licences"}


@extractor(
    "*licen[sc]*",
    "*lizenz*",
    "copying*",
    "*notice*",
    "copyright*",
    "patents*",
    "eula*",
    "aup*",
    "*policy*",
    "*acceptable*use*",
    "*acceptable*usage*",
    "*prohibited*use*",
    "*restrict*",
    "*rail*",
    "*terms*",
    "licenses/*",
    "licences/*",
)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one statement that stands for the text of the file."""
    path = file.where
    *folders, name = path.split("/")
    certain = is_license_name(name) or (not _FOLDERS.isdisjoint(map(str.lower, folders)) and _is_filed(name))
    if not certain and not (_may_be_license_name(name) and _LEGAL.search(file.head(4096))):
        return
    yield Unowned(
        form=Form.TEXT,
        role=Role.OBSERVED,
        statement=path,
        source=_SOURCE,
        location=Location(path=path),
        about=_about(name),
    )


@lru_cache(maxsize=1024)
def _about(name: str) -> Kind | None:
    words = {word.lower() for word in _WORDS.findall(name)}
    return Kind.MODEL if words & _MODEL_WORDS else Kind.DATASET if words & _DATA_WORDS else None


@lru_cache(maxsize=1024)
def is_license_name(name: str) -> bool:
    """Does a file of this name hold a licence, or terms that go with one?"""
    parts = _split(name)
    if parts is None:
        return False
    stem, suffix = parts
    words = [word.lower() for word in _WORDS.findall(stem)]
    if not words or (_SOFTWARE_TALK & set(words) and not stem.startswith(("LICENSE", "LICENCE", "COPYING"))):
        return False
    if words[0] in _FIRST and (len(words) == 1 or stem[:1].isupper() or words[0] in _LICENSE_WORD):
        return True
    if suffix not in _DOCUMENTS:
        return False
    if _LICENSE_WORD & set(words) and (words[-1] in _LICENSE_WORD or (_MODEL_WORDS | _DATA_WORDS) & set(words)):
        return True
    return (
        words[-1] in {"notice", "notices"}
        or any(policy <= set(words) for policy in _POLICIES)
        or "".join(words) in _FUSED
    )


def _may_be_license_name(name: str) -> bool:
    """Is it a name that other things have too: TERMS, or RAIL as a word of its own?"""
    parts = _split(name)
    if parts is None or parts[1] not in _DOCUMENTS:
        return False
    words = _WORDS.findall(parts[0])
    lower = [word.lower() for word in words]
    if not words or _SOFTWARE_TALK & set(lower):
        return False
    if "terms" in lower and set(lower[lower.index("terms") + 1 :][:1]) <= _AFTER_TERMS:
        return True
    if "open rail" in " ".join(lower):
        return True
    spelled = [word for word in words if _OPENRAIL.match(word.lower())]
    return any(_SHOUTED.match(word) or not word.lower().startswith("rail") for word in spelled)


def _is_filed(name: str) -> bool:
    """Is it a text in a folder of licences, rather than an index or code?"""
    parts = _split(name)
    if parts is None or parts[1] in {"html", "htm", "xhtml"}:
        return False
    first = _WORDS.match(parts[0])
    return first is not None and first[0].lower() not in {"readme", "index", "contributing", "changelog"}


def _split(name: str) -> tuple[str, str] | None:
    """Return the stem and the lower-case suffix of a document (`LICENSE.MIT` has none of its own); `None` for code."""
    stem, dot, suffix = name.rpartition(".")
    suffix = suffix.lower()
    if not dot:
        return name, ""
    if suffix in _NOT_DOCUMENTS:
        return None
    return (stem, suffix) if suffix in _DOCUMENTS else (name, "other")
