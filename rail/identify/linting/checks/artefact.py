"""W-ARTEFACT: the licence is not made for what it is put on.

Compares the name of the file (`LICENSE-MODEL`, `WEIGHTS_LICENSE`, `DATASET_LICENSE`, `LICENSE-CODE`) with the words of
the text, and the kind of a card with the artefacts that the tagged licence covers. A plain `LICENSE` says nothing and
is left out.
"""

import re
from collections.abc import Iterator

from rail.domain.component import Kind
from rail.domain.evidence import Form
from rail.domain.profile import Artifact, LicenseProfile
from rail.identify.linting.spi import Spot, check
from rail.identify.linting.subject import Subject

_WEIGHTS = re.compile(r"(?:^|[^a-z])(?:models?|weights?|checkpoints?)(?:[^a-z]|$)")
_DATA = re.compile(r"(?:^|[^a-z])(?:data|datasets?|corpus)(?:[^a-z]|$)")
_CODE = re.compile(r"(?:^|[^a-z])(?:code|source|software)(?:[^a-z]|$)")
_OF_MODELS = (
    r"\b(?:models?|weights|checkpoints|parameters|machine[- ]learning|artificial intelligence|模型|modell\w*"
    r"|mod[eè]le|modelo)\b|模型"
)
_OF_CODE = r"\b(?:software|source code|object code|program|library)\b"
_DATA_EXCLUDED = r"\bdata(?:sets?)? (?:is|are) not (?:licensed|covered|included)"


@check(
    "W-ARTEFACT",
    title="wrong licence for the artefact",
    why="a licence grants only what it speaks of: code terms leave open what may be done with weights or data, and "
    "the reverse",
    remedy="choose a licence that names the artefact, or say in the text that it covers it",
    cards=None,
)
def run(subject: Subject) -> Iterator[Spot]:
    """Yield one remark."""
    if subject.card is not None:
        yield from _card(subject)
        return
    name = (
        subject.path.stem.lower()
        if subject.path.suffix.lower() in {".md", ".txt", ".rst"}
        else subject.path.name.lower()
    )
    if ("licen" not in name and "copying" not in name) or subject.word_count < _FEWEST:
        return
    excluded = subject.flow.find(_DATA_EXCLUDED)
    if _DATA.search(name) and not _WEIGHTS.search(name) and excluded is not None:
        yield Spot("the file is named for data, and the text leaves data out", excluded.line, excluded.words)
    elif (
        _WEIGHTS.search(name)
        and subject.flow.find(_OF_MODELS) is None
        and (code := subject.flow.find(_OF_CODE)) is not None
    ):
        yield Spot("the file is named for a model, and the text speaks of software only", code.line, code.words)
    elif _CODE.search(name) and not _WEIGHTS.search(name) and subject.profiles:
        other = [
            each
            for each in subject.profiles
            if not _covers(each, {Artifact.SOURCE_CODE, Artifact.APPLICATION, Artifact.COMPLEMENTARY_CODE})
        ]
        if other:
            yield Spot(f"the file is named for code, and {other[0].name} does not cover code")


def _card(subject: Subject) -> Iterator[Spot]:
    card = subject.card
    if card is None or card.kind is not Kind.DATASET:
        return
    for tag in (*card.tags, *card.names):
        named = subject.index.find(tag.text, Form.TAG)
        profiles = [subject.catalogue.profiles.get(each) for each in named.ids] if named else []
        if profiles and all(
            each is not None and not _covers(each, {Artifact.DATASET, Artifact.CONTENT}) for each in profiles
        ):
            yield Spot(f"a dataset is tagged {tag.text!r}, which covers no data", tag.line, tag.text)


def _covers(profile: LicenseProfile, wanted: set[Artifact]) -> bool:
    return not wanted.isdisjoint(profile.artifacts)


_FEWEST = 60
"""Words below which a text is a note, not a licence."""
