"""What the heading of a section says about the words below it."""

import re

from rail.identify.clauses.polarity import Polarity

_FORBIDDING = re.compile(
    r"use[- ]based restrictions|use restrictions|usage restrictions|restrict(?:ed|ions on) us|prohibited|prohibitions"
    r"|forbidden|unacceptable|disallowed|don'?ts\b|not ok\b|no-?gos?\b|red lines"
    r"|not (?:allowed|permitted)"
    r"|may ?n[o']t\b|must ?n[o']t\b|shall ?n[o']t\b|can ?n[o']t\b|should ?n[o']t\b|do(?<!\bwe do) ?n[o']t\b"
    r"|we do ?n[o']t (?:allow|permit|tolerate|accept|want|support|licen[cs]e|grant|condone|authori[sz]e)"
    r"|restricted (?:us|activit|purpose)|excluded (?:us|purpose|licensee)|not extend to|misuse"
    r"|ethical (?:restrictions|standards)"
    r"|conduct restrictions|behaviou?ral(?:[- ]use)? restrictions|purpose restrictions|field[- ]of[- ]use restrictions"
    r"|use limitations"
    r"|nutzungsbeschränkung|verboten|untersagt|unzulässig|usages? (?:interdits?|prohibés?)"
    r"|restrictions d.(?:usage|utilisation)|usos? prohibidos?|restricciones de uso|usos? proibidos?|restrições de uso"
    r"|usi vietati|restrizioni d.uso|anvendelsesbegrænsning|forbudt|запрещ|ограничения использования"
    r"|禁止|使用限制|用途限制|利用制限|使用制限|금지|사용 제한"
)
"""Each choice begins with a letter, not with another choice: so most places of a text are passed over at once."""
_ALLOWING = re.compile(
    r"(?<!not )(?:permitted|allowed|acceptable|intended|encouraged) (?:us|purpos|activit|appl)|grant of|license grant"
    r"|erlaubt"
)
_EXCEPTING = re.compile(
    r"\b(?:except(?:ing)?|unless|without|other than|apart from|save)"
    r"(?: (?:for|to|when|where|if|in|by|as|on|with|the|these|this|following|follows|cases?|purposes?)){0,5}\s*:\Z"
)
"""How words end whose list says what is excepted."""
_CLOSING = re.compile(
    r"disclaim|warrant|liabil|terminat|governing|definition|miscellan|general|grant|licen[cs]e|contact|attribution"
    r"|distribut|intellectual|trademark|indemn|severab|permitted|acknowledg|appendix|how to|end of|notice|patent"
    r"|copyright|dispute|jurisdiction|ownership|output|update|other provisions|entire|effective|payment|support"
    r"|handling|disclosure|safeguard|enforce|reporting|feedback|questions|responsib|duties|obligation|changes|consequence|allowed|intended"
    r"|preamble|scope|haftung|gewährleistung|kündigung|responsab|garantie|garantía|résiliation"
    r"|责任|终止|免责|知识产权|争议|定义|其他",
    re.IGNORECASE,
)


def heading_polarity(text: str) -> Polarity:
    """Return what a heading says of the items below it that say nothing themselves."""
    text = text.lower()
    if _FORBIDDING.search(text) and not _EXCEPTING.search(text):
        return Polarity.FORBIDDEN
    if _ALLOWING.search(text):
        return Polarity.ALLOWED
    return Polarity.SILENT


def keeps_list_open(text: str) -> bool:
    """Whether a heading inside a list of prohibitions names a group of them ("Privacy"), not a new section."""
    return _CLOSING.search(text) is None
