"""Restrictions in Chinese, Japanese and Korean, looked for as strings of characters, sentence by sentence."""

# ruff: noqa: RUF001 -- the punctuation and words of East Asia are what is looked for

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rail.identify.clauses.interpretation import LAWFUL, Barred, Context, Interpretation
from rail.identify.clauses.languages import chinese, japanese, korean
from rail.identify.clauses.modes import PROHIBITED
from rail.identify.clauses.polarity import Polarity
from rail.identify.clauses.result import BUSINESS
from rail.identify.clauses.sentences import Sentence, bounded
from rail.identify.clauses.tables import phrases, rows

_SCRIPT = re.compile(r"[぀-ヿ㐀-鿿가-힣]{2}")
_END = re.compile(r"[。！？；;]|(?<=다)\. ")
_PART = re.compile(r"[^，,、]*[，,、]?")
_KANA = re.compile(r"[぀-ヿ]")
_HANGUL = re.compile(r"[가-힣]")
_LIMIT = re.compile(
    "[不勿禁仅僅限]|只能|ない|ません|断り|遠慮|やめ|避け|控え|のみ"
    "|마세|마십|말[ 아]|않|금[지합]|안 [되됩]|없[습다]|불가"
)
_TRADE = re.compile(
    "商业|商業|商用|盈利|营利|營利|営利|转载|轉載|転載|复制|複製|版权|版權|著作|销售|出售|販売|传播|再配布|改変|责任|責任|担保|保证|保証|出处|署名"
    "|상업|영리|복제|배포|저작|판매|책임|보증|수정|무단"
)
_UNASKED = ("未经", "未經", "无", "無", "없이")
_CONSENT = ("同意", "许可", "동의")
_PURPOSE = ("用途", "目的", "목적", "用于", "用於")
_AUTOMATED = ("全自动", "完全自动", "完全に自動", "완전 자동")


def is_ideographic(text: str) -> bool:
    """Whether a text has words of these scripts."""
    return not text.isascii() and _SCRIPT.search(text) is not None


def split(text: str) -> Iterator[Sentence]:
    """Part a text at the ends of sentences."""
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        yield from bounded(text[start:end], start)
        start = end


def interpret(text: str, inherited: Context) -> Interpretation:
    """Read a sentence; where in it cue and topic stand is left aside."""
    language = _language("japanese" if _KANA.search(text) else "korean" if _HANGUL.search(text) else "chinese")
    forbids = any(cue in text for cue in language.forbids)
    about_use = inherited.about_use or any(word in text for word in language.use)
    context = Context(Polarity.FORBIDDEN, about_use) if forbids else inherited
    barred: list[Barred] = []
    if any(word in text for word in language.obey):
        barred += _barred(language.demands, text, LAWFUL)
        barred += _barred({"law-violation": language.law}, text, LAWFUL, secondary=True)
    framed = any(frame in text for frame in language.frames)
    said = _unframed(text, language) if framed else text
    if context.polarity is not Polarity.FORBIDDEN or (framed and not any(cue in said for cue in language.forbids)):
        return Interpretation(barred, context)
    barred += _barred(language.topics, said)
    if about_use:
        barred += _barred(language.weak, said)
    vague = forbids and about_use and not barred and any(word in text for word in _PURPOSE) and not _TRADE.search(text)
    return Interpretation(barred, context, vague)


def may_restrict(text: str) -> bool:
    """Tell whether a sentence names a conduct, or limits or forbids something but trade, copies and warranty."""
    language = _language("japanese" if _KANA.search(text) else "korean" if _HANGUL.search(text) else "chinese")
    if any(frame in text for frame in language.frames):
        return False
    tables = [*language.topics.items(), *language.weak.items()]
    conduct = [name for use, names in tables if not use.startswith(BUSINESS) for name in names]
    if any(name in text for name in conduct) or any(word in text for word in language.obey):
        return True
    return _LIMIT.search(text) is not None and _TRADE.search(text) is None


def services_and_things(text: str) -> tuple[int, int]:
    """Return how often a text speaks of a service on the network, and how often of what is licensed."""
    language = _language("japanese" if _KANA.search(text) else "korean" if _HANGUL.search(text) else "chinese")
    return sum(map(text.count, language.service)), sum(map(text.count, language.things))


def _unframed(text: str, language: "_Language") -> str:
    """Return a sentence with its parts about warranty, liability and export blanked: each letter keeps its place."""
    parts = _PART.findall(text)
    return "".join([" " * len(part) if any(frame in part for frame in language.frames) else part for part in parts])


class _Language(NamedTuple):
    """The tables of a language, parsed."""

    forbids: list[str]
    use: list[str]
    obey: list[str]
    law: list[str]
    frames: list[str]
    topics: dict[str, list[str]]
    weak: dict[str, list[str]]
    demands: dict[str, list[str]]
    service: list[str]
    things: list[str]


@cache
def _language(name: str) -> _Language:
    module = {"chinese": chinese, "japanese": japanese, "korean": korean}[name]
    return _Language(
        phrases(module.FORBIDS),
        phrases(module.USE),
        phrases(module.OBEY),
        phrases(module.LAW),
        phrases(module.FRAMES),
        _grouped(module.TOPICS),
        _grouped(module.WEAK),
        _grouped(module.DEMANDS),
        phrases(module.SERVICE),
        phrases(module.THINGS),
    )


def _grouped(table: str) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for use, phrase in rows(table):
        grouped.setdefault(use, []).append(phrase)
    return grouped


def _barred(
    table: dict[str, list[str]], text: str, mode: str | None = None, *, secondary: bool = False
) -> list[Barred]:
    """Bar each use of `table` where the first of its names stands in `text`."""
    found = []
    for use, names in table.items():
        name = next((name for name in names if name in text), None)
        if name:
            start = text.index(name)
            found.append(Barred(use, mode or _mode(text, use), start, start + len(name), 0, len(text), secondary))
    return found


def _mode(text: str, use: str) -> str:
    if use.startswith("automated-decision") and any(word in text for word in _AUTOMATED):
        return "fully-automated"
    if use.startswith(("privacy", "biometrics", "disinformation.impersonation")) and (
        any(word in text for word in _UNASKED) and any(word in text for word in _CONSENT)
    ):
        return "without-consent"
    return PROHIBITED
