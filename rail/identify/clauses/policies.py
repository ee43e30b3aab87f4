"""Policies of use that a text makes binding by name or link."""

# ruff: noqa: RUF001 -- characters that end an address are what is looked for

import re
from collections.abc import Sequence

from rail.identify.clauses.passages import Passage
from rail.identify.clauses.result import QUOTED, Policy
from rail.identify.clauses.sentences import Sentence
from rail.identify.document import Link

_POLICY = re.compile(
    r"(?:acceptable|prohibited|permitted|responsible|allowed|restricted|ethical|fair|content|model|AI)[ -](?:AI[ -])?"
    r"us(?:e|age)s?\s+(?:polic(?:y|ies)|guidelines?|terms|rules|restrictions|agreements?)"
    r"|(?-i:Acceptable Use|Prohibited Uses?|ACCEPTABLE USE|PROHIBITED USES?)\b"
    r"|\b(?:usage|use)[ -](?:polic(?:y|ies)|guidelines)|\bAUP\b|trustworthy AI terms|ethics polic(?:y|ies)"
    r"|(?:acceptable|prohibited|responsible|restricted)_us(?:e|age)s?(?:_policy)?\b"
    r"|responsible AI polic(?:y|ies)|codes? of (?:conduct|ethics)|ethic(?:s|al) (?:guidelines|principles|charter)"
    r"|(?:可接受|禁止|允许|许可)使用政策|使用(?:政策|规范|準則|ポリシー)|利用規約"
    r"|이용\s?정책|사용\s?정책|política de uso|politique d.utilisation|nutzungsrichtlinie",
    re.IGNORECASE,
)
_HINTS = (
    "polic",
    "guideline",
    "code of conduct",
    "codes of conduct",
    "ethic",
    "acceptable",
    "prohibited use",
    "aup",
    "ai terms",
    "use terms",
    "usage terms",
    "use rules",
    "use agreement",
    "use restrictions",
    "usage restrictions",
    "politique",
    "richtlinie",
)
"""What `_POLICY` cannot match without; quicker to look for."""
_FOREIGN_HINTS = ("政策", "规范", "規約", "準則", "ポリシー", "정책", "polít")
"""The same, for sentences that are not all ASCII."""
_BINDS = re.compile(
    r"incorporat|by reference|compl(?:y|ies|iance)|adher|subject to|accordance|abide|bound by|\bfollow\b|\bagree"
    r"|violat|governed by|\bconsent to|consistent with|set forth in|prohibited by|as required by"
    r"|遵守|遵循|纳入|視為|同意|準拠|に従[いっうわ]|준수"
    r"|cumpl|conform|einhalt|unterlieg|soumis",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(r"codes? of|ethic(?:s|al) (?!us)", re.IGNORECASE)
_USE_OF_IT = re.compile(
    r"\bus(?:e|es|ed|ing)\b[^.]{0,60}\b(?:software|models?|weights|library|works?|materials?|program|data(?:set)?|code|artifacts?)\b"
    r"|\bpermission\b[^.]{0,80}\bsoftware\b|\blicen[sc]e\b[^.]{0,80}\b(?:ends|terminates|revoked)\b",
    re.IGNORECASE,
)
"""A code of conduct is about how people treat one another, unless the sentence makes using the work hang on it."""
_OF_AI = re.compile(r"\b(?:AI|artificial intelligence|machine learning|model)\W{1,3}\Z", re.IGNORECASE)
"""Unless it is one for artificial intelligence."""
_ITSELF = re.compile(r"\b(?:this|these|diese[rs]?|esta|cette|the following)\s+(?:\w+\s+){0,3}\Z|本\Z", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'()（），。；、\]]+")
_MARKS = re.compile(r"trade ?-?marks?|\bmarks\b|\blogos?\b|\bEAR\b|export", re.IGNORECASE)
_BEHIND = 60
_MOST = 8


def binds(sentence: str) -> bool:
    """Tell whether a sentence makes a policy binding."""
    if not may_bind(sentence.lower()):
        return False
    match = _POLICY.search(sentence)
    before = sentence[max(0, match.start() - _BEHIND) : match.start()] if match else ""
    return (
        match is not None
        and _MARKS.search(sentence) is None
        and _BINDS.search(sentence) is not None
        and (
            _OF_PEOPLE.match(match[0]) is None
            or _USE_OF_IT.search(sentence) is not None
            or _OF_AI.search(before) is not None
        )
        and _ITSELF.search(before) is None
    )


def may_bind(text: str) -> bool:
    """Tell whether a text, in lower case, may speak of a policy at all."""
    hinted = text.__contains__
    return any(map(hinted, _HINTS)) or (not text.isascii() and any(map(hinted, _FOREIGN_HINTS)))


def read_policies(binding: Sequence[tuple[Passage, Sentence]], links: Sequence[Link]) -> tuple[Policy, ...]:
    """Return the policies that these sentences of passages make binding, each name or URL once."""
    found: dict[str, Policy] = {}
    for passage, (text, offset) in binding:
        match = _POLICY.search(text)
        if match is None:
            continue
        line = passage.line_at(offset + match.start())
        url = _url_near(text, match.end(), line, links)
        key = url or match[0].lower()
        if len(found) < _MOST and key not in found:
            found[key] = Policy(url, line, text[max(0, match.start() - QUOTED // 2) :][:QUOTED])
    return tuple(found.values())


def _url_near(text: str, at: int, line: int, links: Sequence[Link]) -> str | None:
    """Return the first URL after the policy's name, or else in its sentence, or hidden behind the words of its line."""
    match = _URL.search(text, at) or _URL.search(text)
    if match:
        return match[0].replace("\\", "").rstrip(".,;:")
    return next((link.url for link in links if link.number == line and _POLICY.search(link.text)), None)
