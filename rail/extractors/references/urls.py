"""Addresses of models in documentation and in code: Hugging Face, CivitAI, Ollama, ModelScope, Kaggle, Replicate.

An address refers to the model; one that asks for a file of it (`/resolve/…`) outside documentation fetches it. Python
has a reader of its own, licence files speak of themselves, and of a file of more than 2 MiB only the head is looked at.

Specification: https://huggingface.co/docs/hub/repositories
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rail.extractors.spi import Found, extractor
from rail.sources.decode import decode
from rail.sources.spi import SourceFile

if TYPE_CHECKING:
    from rail.extractors.references._names import Named

_MAX_BYTES = 2 * 1024 * 1024
_MAX_USED = 60
_COMMENTS = ("#", "//", "/*", "*", "--", "<!--", ";")
"""More models than this in one file are a list to choose from, to which the project refers."""
_SITES = (
    b"huggingface.co/", b"hf.co/", b"hf://", b"huggingface://", b"civitai.com/", b"ollama.com/library", b"modelscope.",
    b"kaggle.com/", b"r8.im/", b"hf-mirror.com/", b"ollama://", b"tfhub.dev/", b"open_from_hf?", b"://models/",
)  # fmt: skip
_DOCUMENTS = (".md", ".mdx", ".rst", ".txt", ".adoc", ".html", ".htm", ".tex", ".ipynb", ".bib")
# Compiled when first used: most files have no such address.
_OWN_WORDS = r"(?:.*/)?[^/]*(?:licen[sc]e|copying|notice|use[-_]policy|rail\b|terms)[^/]*"
_RECORDS = (
    r"(?:.*/)?(?:package(?:-lock)?\.json|[^/]*\.lock|"
    r"[^/]*[.-]lock\.[a-z]+|[^/]*bom[^/]*\.json|[^/]*spdx[^/]*)"
)


@extractor(
    "*.md", "*.mdx", "*.rst", "*.txt", "*.adoc", "*.html", "*.yaml", "*.yml", "*.json", "*.toml", "*.js", "*.mjs",
    "*.ts", "*.tsx", "*.jsx", "*.vue", "*.svelte", "*.go", "*.rs", "*.java", "*.kt", "*.swift", "*.c", "*.cc", "*.cpp",
    "*.h", "*.hpp", "*.cs", "*.rb", "*.php", "*.lua", "*.jl", "*.r", "*.scala", "*.dart", "*.ex", "*.ini", "*.cfg",
    "*.gradle", "*.cmake", "*.nix", "*.xml", ".gitmodules", first_party=True,
)  # fmt: skip
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each address of a model or dataset."""
    if file.where.endswith("package.json"):  # a record, as below: told apart at once, for there are most of them
        return
    data = file.head(_MAX_BYTES)
    for site in _SITES:
        if site in data:
            break
    else:
        return
    where = file.where.lower()
    if re.fullmatch(_OWN_WORDS, where, re.IGNORECASE) or re.fullmatch(_RECORDS, where):
        return
    from rail.extractors.references._names import report  # noqa: PLC0415 -- most files have no such address

    names = list(_named(decode(data)))
    if where.endswith(_DOCUMENTS) or len({each.purl for each in names}) > _MAX_USED:
        names = [each._replace(fetched=False) for each in names]
    elif where.endswith(".gitmodules"):
        names = [each._replace(fetched=True) for each in names]
    yield from report(file, names, uses=False)


def _named(text: str) -> "Iterator[Named]":
    from rail.extractors.references._names import addresses  # noqa: PLC0415 -- most files have no such address

    ends = [found.start() for found in re.finditer("\n", text)]
    for at, named in addresses(text):
        line = bisect_right(ends, at)
        begin = ends[line - 1] + 1 if line else 0
        spoken = text[begin:at].lstrip().startswith(_COMMENTS)
        yield named._replace(line=line + 1, fetched=named.fetched and not spoken)
