"""LocalAI: the index of a gallery, which names a licence with each model that it offers.

Reads `license` and `files[].uri` of each entry, line by line. What an entry takes over from another by a merge key
(`<<: *llama3`) is not heard: entries take over whatever is convenient, and the licence of another model proves nothing.

Specification: https://localai.io/docs/getting-started/gallery/
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rail.domain.component import Component, Engagement, Kind, Location
from rail.domain.evidence import Evidence, Form, Role
from rail.extractors.models._lineage import MAX_NAME, clean, is_hub_name
from rail.extractors.spi import Found, extractor
from rail.purl import model_purl
from rail.sources.decode import decode
from rail.sources.spi import SourceFile

_SOURCE = "models/gallery"
_MAX_BYTES = 8 * 1024 * 1024
_ENTRY = re.compile(r"^- ", re.MULTILINE)
_LICENSE = re.compile(r"^(?:- |  )license:[ \t]*([\"']?)([^\s\"'#][^\"'#\n]{0,300}?)\1[ \t]*(?:#.*)?$", re.MULTILINE)
_URI = re.compile(
    r"^[ \t]+(?:- )?uri:[ \t]*[\"']?(?:huggingface://|hf://|https://huggingface\.co/)([\w.-]+/[\w.-]+)/",
    re.MULTILINE | re.ASCII,
)


@extractor("index.yaml", "index.yml", "*gallery*.yaml", "*gallery*.yml", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licence that each entry names for the models whose files it fetches."""
    if b"license:" not in (data := file.head(_MAX_BYTES)) or b"uri:" not in data:
        return
    text = decode(data)
    starts = [found.start() for found in _ENTRY.finditer(text)]
    line, counted = 1, 0
    for start, end in pairwise([*starts, len(text)]):
        license_ = _LICENSE.search(text, start, end)
        if license_ is None:
            continue
        line, counted = line + text.count("\n", counted, license_.start()), license_.start()
        where = Location(path=file.path.as_posix(), line=line)
        for name in dict.fromkeys(found[1] for found in _URI.finditer(text, start, end)):
            if is_hub_name(name):
                yield from _offered(name, clean(license_[2])[:MAX_NAME], where)


def _offered(name: str, license_: str, where: Location) -> Iterator[Found]:
    model = model_purl(name)
    yield Component(purl=model, kind=Kind.MODEL, name=name, engagement=Engagement.REFERENCES, locations=(where,))
    yield Evidence(
        component=model,
        form=Form.TAG if " " not in license_ else Form.NAME,
        role=Role.DECLARED,
        statement=license_,
        source=_SOURCE,
        location=where,
    )
