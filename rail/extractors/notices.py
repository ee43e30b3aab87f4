"""Sentences that put weights, a model or data under a licence: "Model weights: OpenRAIL-M", badges, links.

A project's code can be under one licence and its weights under another that only a sentence in the README names. A
sentence counts when it says that weights, a model or a dataset *are* under a licence of a family that restricts use;
pages that talk about such licences in general, questions, conditions and comparisons do not. What the name means is
looked up later.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import unquote

from rail.domain.component import Kind

_MAX_SENTENCE = 2000
_MAX_STATEMENT = 300
_REACH = 60
_CUE = re.compile(r"licen[sc]|\bterms\b|rail|use_policy", re.IGNORECASE)
_NEEDED = (
    *("rail", "llama", "gemma", "hippocratic", "responsible", "community", "policy", "impact", "falcon", "deepseek"),
    *("model", "weight", "checkpoint"),
)
"""Words without which nothing states such a licence."""
_STEWARDED = (
    r"\b(?:creativeml|bigscience|bigcode|bloom|ai ?pubs)?[ -]*open[ -]?rail(?:\+\+)?(?:[ -]?[dams]{1,4})?(?![\w+])"
    r"|\b(?:creativeml|bigscience|bigcode|bloom)[ -]+rail(?:\+\+)?(?:[ -]?[dams]{1,4})?(?![\w+])"
    r"|\b(?-i:RAIL)(?:\+\+[ -]?[dams]{0,4}|-[dams]{1,4}|(?=[- ]licen[sc]e\b))(?![\w+])"
    r"|\bllama[ -]?[\d.]*[ -](?:community )?licen[sc]e|\bgemma (?:licen[sc]e|terms)"
    r"|\bhippocratic(?:[ -]licen[sc]e|[ -]?\d)|\bresponsible ai (?:source )?(?:code )?licen[sc]e"
    r"|\bai2 impact licen[sc]e|\bdeepseek(?:[ -][\w.]{1,12})?(?: model)? licen[sc]e"
    r"|\bfalcon(?:[ -][\w.]{1,12}){0,2} licen[sc]e|\b(?:stability ai|hunyuan[\w.-]*|orion[\w.-]*) community licen[sc]e"
)
"""Names that no other licence has."""
_FAMILY = re.compile(_STEWARDED + r"|\b[\w.-]+ community licen[sc]e", re.IGNORECASE)
_KNOWN_FAMILY = re.compile(_STEWARDED, re.IGNORECASE)
_CARD_URL = re.compile(r"https?://(?:huggingface\.co|hf\.co)/[\w./-]*licen[sc]e", re.IGNORECASE)
_TERMS_URL = re.compile(
    r"https?://[\w./-]*(?:llama|gemma)[\w./-]*(?:licen[sc]e|use_policy|terms)|https?://[\w./-]*/use_policy",
    re.IGNORECASE,
)
_POLICY_LINK = re.compile(r"(?:acceptable|prohibited)?[_-]?use[_-]policy", re.IGNORECASE)
_LICENSE = re.compile(r"licen[sc]|\bterms\b|rail\b|rail[-+]", re.IGNORECASE)
_MODEL = re.compile(
    r"\b(?:weights?|models?|checkpoints?|parameters|pre-?trained|finetunes?|stable diffusion)\b", re.IGNORECASE
)
_NAMES_MODEL = re.compile(r"\bllama|\bgemma|rail(?:\+\+)?[ -]?m\b|huggingface\.co/(?!datasets/)", re.IGNORECASE)
_HEADED = re.compile(r"licen[sc]|\bterms\b", re.IGNORECASE)
_DATA = re.compile(r"\b(?:data ?sets?|data|corpus|corpora)\b", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:is|are|was|were|been|being|all|also|and|weights?|models?|checkpoints?|which)\s+(?:\S+\s+){0,12}?"
    r"(?:under|subject to|governed by|covered by|licen[sc]ed|with (?:an?|the))\b",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"\b(?:uses?|has|have|carry|carries|comes? with|follows?|adopts?|inherits?|falls? under"
    r"|(?:made available|released|distributed|available|provided|published|shared) under)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:is|are)(?:\s+(?:an?|the))?\b", re.IGNORECASE)
_LABEL = re.compile(
    r"^\W*(?:the\s+)?(?:\w+\s+){0,3}?(?:weights?|models?|checkpoints?|data ?sets?|data)\b[^:|.]{0,40}[:|]"
    r"|^\W*(?:new\s+)?licen[sc]e\b[^.:(|]{0,60}[:(|]",
    re.IGNORECASE,
)
_LICENSE_LABEL = re.compile(r"^\W*licen[sc]e\W{0,4}[:|]", re.IGNORECASE)
_MODEL_LABEL = re.compile(
    r"^\W*(?:model|weights?|checkpoint)s?\s+(?:weights?\s+)?licen[sc]e\W{0,4}[:|]\W*(?=\w[^|]{2,100})", re.IGNORECASE
)
_PLACED = re.compile(
    r"\b(?:the|our|this|these|all|pre-?trained|model)\b[^.]{0,60}\b(?:weights?|models?|checkpoints?)\b[^.]{0,60}"
    r"\b(?:is|are)\s+(?:\w+\s+)?(?:licen[sc]ed|released|distributed|provided|available|published|governed)\s+"
    r"(?:under|by)\b[^.]{0,80}\blicen[sc]e\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:MIT|Apache|BSD|CC0|CC|GNU|[AL]?GPL\S*|MPL|ISC|Unlicense|public domain|creative commons|open[ -]source"
    r"|same licen\w*|this licen\w*"
    r"|(?:own|repo|repository|project|respective|original|permissive|different|various|separate) (?:\w+ )?licen\w*)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^\W*(?:an?\s+(?:\w+\s+)?(?:model|dataset)|models|datasets)\s+(?!is\b|are\b|weights?\b)", re.IGNORECASE
)
_SEE = re.compile(r"\b(?:see|refer to|read|accept|agree to|subject to|under)\b", re.IGNORECASE)
_TALK = re.compile(
    r"\b(?:such as|e\.g\.|for example|for instance|whether|if|unless|unlike|instead of|compared? (?:to|with)|versus"
    r"|any (?:model|licen[sc]e)|many|some models|most models|detects?|detecting|scans?|scanning|identif(?:y|ies)"
    r"|checks?|checking|finds?|recogni[sz]es?|supports?|supported|parses?|generat(?:es?|or)|what is|means|stands for"
    r"|famil(?:y|ies)|not (?:under|licen[sc]ed|covered|subject)|isn't|aren't|no longer|never|previously|formerly"
    r"|would|might|could|differs?|lists?|classif(?:y|ies)|reports?|flags?|rule|tool for|consider|choos(?:e|ing))\b"
    r"|\brail licen[sc]es\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:our|the|these|this|all|trained|pre-?trained|model|v\d\S*)\s+(?:\w+\s+){0,3}?(?:weights?|checkpoints?|models?)\b",
    re.IGNORECASE,
)
_BADGE = re.compile(r"img\.shields\.io/badge/([^\s)\"'?]+)")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\(([^()\s]{0,500})[^()]{0,200}\)")
_BLOCK_START = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|\||>)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*)")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\[*`\"(])")


class _Sentence(NamedTuple):
    """A sentence (or heading, list item, table row), the line it starts on, and the heading above it."""

    line: int
    raw: str
    heading: str


def notices(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the words (at most 300 characters) of each statement of such a licence."""
    said: set[str] = set()
    lines = enumerate(text.split("\n"), 1) if "img.shields.io/badge" in text else ()
    found = [(line, badge) for line, raw in lines for badge in _badges(raw)]
    if _may_state(text):
        found += [(sentence.line, statement) for sentence in _sentences(text) for statement in _stated(sentence)]
    for line, statement in found:
        if statement not in said:
            said.add(statement)
            yield line, statement


def families(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line (from 1) and the words of each sentence that names such a licence, whatever it says of it."""
    if _may_state(text):
        for sentence in _sentences(text):
            if _KNOWN_FAMILY.search(_plain(sentence.raw)):
                yield sentence.line, sentence.raw


def subject(sentence: str) -> Kind | None:
    """Say what a notice is about: data, a model, or (`None`) the project itself."""
    name = _FAMILY.search(sentence)
    before = sentence[: name.start()] if name else sentence
    if _MODEL.search(before):
        return Kind.MODEL
    if _DATA.search(before) or "huggingface.co/datasets/" in sentence:
        return Kind.DATASET
    return Kind.MODEL if _NAMES_MODEL.search(sentence) else None


def _may_state(raw: str) -> bool:
    """Tell whether some words, with their marks or without, hold one that is needed to state a licence."""
    lower = raw.lower()
    if "*" in lower or "_" in lower or "`" in lower:
        lower = lower.replace("*", "").replace("_", "").replace("`", "")
    return any(map(lower.__contains__, _NEEDED)) or "](" in lower


def _badges(raw: str) -> Iterator[str]:
    """Yield `label: message` of badges that name the licence of a model or of data."""
    for found in _BADGE.finditer(raw):
        spelled = unquote(found[1]).replace("--", "\0").replace("__", "\1").split("-")
        words = [part.replace("_", " ").replace("\0", "-").replace("\1", "_").strip() for part in spelled]
        about = _MODEL.search(words[0]) or _DATA.search(words[0])
        if len(words) > 1 and about and _HEADED.search(words[0]):
            yield f"{words[0]}: {words[1]}"[:_MAX_STATEMENT]


def _stated(sentence: _Sentence) -> Iterator[str]:
    """Yield the sentence itself when it states, of a model or of data, a licence that restricts use."""
    if not _may_state(sentence.raw):
        return
    if sentence.raw.startswith("|"):
        yield from _tabled(sentence.raw)
    urls = " ".join(target for _, target in _LINK.findall(sentence.raw)) or sentence.raw
    plain = _plain(sentence.raw)
    if not _LICENSE.search(plain) or _GENERIC.search(plain) or plain.endswith("?"):
        return
    names = list(_FAMILY.finditer(plain))
    for name in names:
        if _TALK.search(plain[: name.end() + len(" licenses")]):
            return
        ours = _MODEL.search(plain) or _DATA.search(plain) or _CARD_URL.search(urls) or _MODEL.search(sentence.heading)
        if (
            _leads(_UNDER, plain, name.start())
            or (_OURS.search(plain) and _leads(_HAS, plain, name.start()))
            or (ours and _leads(_IS, plain, name.start(), within=2))
            or _leads(_LABEL if ours else _LICENSE_LABEL, plain, name.start())
        ):
            yield _cut(sentence.raw, name[0])
            return
    if not names and (_MODEL_LABEL.search(plain) or _is_placed(plain)):
        yield _cut(sentence.raw, "")
    linked = _TERMS_URL.search(urls)
    if linked and not names and _HEADED.search(sentence.heading) and _SEE.search(plain) and not _TALK.search(plain):
        yield _cut(sentence.raw, "")


def _is_placed(plain: str) -> bool:
    """Tell whether a sentence puts the model or its weights under a licence of a name that is not known to be free."""
    return _PLACED.search(plain) is not None and not _OTHERWISE.search(plain) and not _TALK.search(plain)


def _tabled(row: str) -> Iterator[str]:
    """Yield the licence of the model that a row of a table names, beside links to it and to a policy on its use."""
    links = _LINK.findall(row)
    name = _plain(row.strip("| ").partition("|")[0])
    if (
        _FAMILY.search(f"{name} license")
        and any(_POLICY_LINK.search(target) for _, target in links)
        and any(_LICENSE.search(words) for words, _ in links)
    ):
        yield f"{name} License"[:_MAX_STATEMENT]


def _leads(pattern: re.Pattern[str], text: str, place: int, within: int = _REACH) -> bool:
    """Does a match of the pattern end shortly before `place`?"""
    return any(0 <= place - found.end() <= within for found in pattern.finditer(text, 0, place))


def _sentences(text: str) -> Iterator[_Sentence]:
    heading = ""
    block: list[tuple[int, str]] = []
    fenced = hidden = False
    for number, line in enumerate(text.split("\n"), 1):
        if _FENCE.match(line):
            fenced = not fenced
            yield from _split(block, heading)
            block = []
            continue
        hidden = (hidden or "<!--" in line) and "-->" not in line
        if fenced or hidden:
            continue
        if not line.strip() or _BLOCK_START.match(line):
            yield from _split(block, heading)
            block = []
        title = _HEADING.match(line)
        if title is not None:
            heading = title[1]
            yield _Sentence(number, line.strip()[:_MAX_SENTENCE], heading)
        elif line.strip():
            block.append((number, line.strip()))
    yield from _split(block, heading)


def _split(block: list[tuple[int, str]], heading: str) -> Iterator[_Sentence]:
    """Yield the sentences of a block of lines, each with the line that it starts on."""
    text = " ".join(line for _, line in block)
    if not _CUE.search(text):
        return
    starts = list(accumulate((len(line) + 1 for _, line in block), initial=0))
    begin = 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        raw = text[begin:end].strip()
        if raw:
            yield _Sentence(block[bisect_right(starts, begin) - 1][0], raw[:_MAX_SENTENCE], heading)
        begin = end


def _plain(raw: str) -> str:
    """Return the words without Markdown and HTML marks."""
    text = _LINK.sub(r"\1", _TAG.sub(" ", raw))
    return re.sub(r"[*`_]{1,3}(?=\S)|(?<=\S)[*`]{1,3}", "", text).strip()


def _cut(raw: str, name: str) -> str:
    """Return the sentence, or as much of it around the name as a statement may have."""
    whole = re.sub(r"\s+", " ", raw).strip()
    if len(whole) <= _MAX_STATEMENT:
        return whole
    plain = re.sub(r"\s+", " ", _plain(raw))
    place = max(plain.find(name), 0)
    begin = max(0, min(place - _MAX_STATEMENT // 2, len(plain) - _MAX_STATEMENT))
    return plain[begin : begin + _MAX_STATEMENT].strip()
