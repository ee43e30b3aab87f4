"""Restrictions in Chinese, Japanese and Korean, looked for as strings of characters, sentence by sentence."""

import re
from collections.abc import Iterator

from rail.identify.clauses.interpret import Context
from rail.identify.clauses.languages import chinese, japanese, korean
from rail.identify.clauses.modes import PROHIBITED
from rail.identify.clauses.polarity import Polarity
from rail.identify.clauses.sentences import Sentence

_SCRIPT = re.compile(r"[぀-ヿ㐀-鿿가-힣]{2}")
_END = re.compile(r"[。！？；;]|(?<=다)\. ")
_KANA = re.compile(r"[぀-ヿ]")
_HANGUL = re.compile(r"[가-힣]")
_CONSENT = ("未经", "未經", "同意", "동의")
_AUTOMATED = ("全自动", "完全自动", "完全に自動", "완전 자동")


def is_ideographic(text: str) -> bool:
    """Whether a text has words of these scripts."""
    return _SCRIPT.search(text) is not None


def split(text: str) -> Iterator[Sentence]:
    """Part a text at the ends of sentences."""
    start = 0
    for match in _END.finditer(text):
        yield Sentence(text[start : match.end()], start)
        start = match.end()
    if start < len(text):
        yield Sentence(text[start:], start)


def named(text: str, inherited: Context) -> tuple[list[tuple[str, str, int, bool]], Context, bool]:
    """Read a sentence: (use, mode, offset, secondary) of what it bars, what it hands down, whether it is vague."""
    language = japanese if _KANA.search(text) else korean if _HANGUL.search(text) else chinese
    forbids = any(cue in text for cue in language.FORBIDS)
    about_use = inherited.about_use or any(word in text for word in language.USE)
    context = Context(Polarity.FORBIDDEN, about_use) if forbids else inherited
    barred: list[tuple[str, str, int, bool]] = []
    if any(word in text for word in language.OBEY):
        for use, names in language.DEMANDS.items():
            barred += [(use, "compliance-conditional", text.index(name), False) for name in names if name in text][:1]
        barred += [("law-violation", "compliance-conditional", text.index(name), True) for name in language.LAW if name in text][:1]
    if context.polarity is not Polarity.FORBIDDEN or any(frame in text for frame in language.FRAMES):
        return barred, context, False
    for table in (language.TOPICS, language.WEAK) if about_use else (language.TOPICS,):
        for use, names in table.items():
            barred += [(use, _mode(text, use), text.index(name), False) for name in names if name in text][:1]
    vague = forbids and about_use and not barred and any(word in text for word in ("用途", "目的", "목적", "用于", "用於"))
    return barred, context, vague


def _mode(text: str, use: str) -> str:
    if use.startswith("automated-decision") and any(word in text for word in _AUTOMATED):
        return "fully-automated"
    if use.startswith(("privacy", "biometrics", "disinformation.impersonation")) and all(word in text for word in _CONSENT[:1] + _CONSENT[2:3]):
        return "without-consent"
    return PROHIBITED
