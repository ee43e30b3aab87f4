"""Texts that speak of restrictions without making them: pages about licences, and rules of a hosted service."""

import re
from collections.abc import Sequence

from rail.identify.clauses import ideographs, languages
from rail.identify.document import Line

_SERVICE = frozenset(
    """
    service services website websites site sites account accounts platform platforms network networks employee employees
    email emails customer customers server servers equipment visitor visitors browser
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_OF_SERVICES = ("subscri", "blog", "e-mail")
"""What further words on services begin with."""
_APART = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
_PARTING = "".join(chr(code) for code in range(128) if not (chr(code).isalnum() or chr(code).isspace()))
_THINGS = frozenset(
    """
    model models software weights dataset datasets output outputs derivative derivatives material materials library
    program license licence licensed licenced generated checkpoint checkpoints ai work
    """.split()  # noqa: SIM905 -- same
)
_GOODS = frozenset(
    """
    code package packages product products file files image images recording recordings font fonts
    license licence licenses licences
    """.split()  # noqa: SIM905 -- same
)
_SERVICE_WORDS = _SERVICE | languages.SERVICE
_THING_WORDS = _THINGS | languages.THINGS
_COUNTED = _SERVICE_WORDS | _THING_WORDS | _GOODS
_LEARNING = re.compile(
    r"\b(?:AI|artificial intelligence|machine learning|models?|generative|LLM|weights|KI|IA)\b"
    r"|intelig[eê]ncia artificial"
)
_QUESTION = re.compile(
    r"(?:^|[.?!)]\s)\W{0,9}(?:what|why|how|is|are|do|does|can|who|when|where|should|will|which)\b[^.?]{3,120}\?(?=\s|$)",
    re.IGNORECASE | re.MULTILINE,
)
_HOUSE_RULES = re.compile(
    r"code of conduct|contributor covenant|privacy (?:policy|notice|statement)|security policy|contributing (?:guid|to)"
    r"|responsible disclosure|^\W*contributing\W*$",
    re.IGNORECASE,
)
_MISBEHAVIOUR = re.compile(
    r"examples of unacceptable behaviou?r|ejemplos de comportamientos? inaceptable"
    r"|exemples de comportements? inacceptable"
    r"|exemplos de comportamentos? inaceit|beispiele für inakzeptables verhalten|不可接受的行为|許容できない振る舞い",
    re.IGNORECASE,
)
"""How a code of conduct of a community leads on to its lists."""
_UNBINDING = re.compile(
    r"no(?<=\bno)(?:n-(?:legally[- ])?binding\b(?! (?:arbitration|mediation))"
    r"|t (?:a |an |any )?(?:legally (?:binding|enforceable)|legal (?:restriction|requirement|obligation|condition)"
    r"|licen[cs]e (?:term|restriction|condition))s?\b"
    r"|t add (?:any )?restrictions to\b)",
)
"""Words by which guidance says that it is no more than that; begins with letters, which are quicker to look for."""
_LICENCE = re.compile(r"\blicen[sc]e", re.IGNORECASE)
_TITLE = 3
"""Lines of a text that may be its title."""
_TITLE_LENGTH = 60
_FEW_LICENCES = 4
_MANY_QUESTIONS = 4
_SOME_QUESTIONS = 2
_MUCH_SERVICE = 10
_SOME_SERVICE = 4
_SERVICE_ENOUGH = 2
_MORE_SERVICE = 2
_FEW_WORDS = 400
"""Characters of a text in which fewer words on a service, and fewer questions, do."""
_SOME_LEARNING = 3
_OFTEN = 3
_LICENCES = re.compile(r"\blicen[cs]es?\b")
_LONG = 400
_ADDRESS = re.compile(
    r"\b(?:you|your|licensees?|recipients?|hereby|herein|shall|thou|grants?|granted|permission|prohibited)\b"
    r"|\b(?:customers?|users?|this licen[sc]e|may not)\b"
    r"|[^\x00-\u024f]|\b(?:darf|dürfen|vous|usted|licenza|licencia|licença|lizenz)\b"
    r"|\bne (?:doit|doivent|peut|peuvent)\b|\bno (?:debe|deben|puede|pueden)\b|\bn[aã]o (?:deve|devem|pode|podem)\b"
    r"|\bnon (?:deve|devono|può|possono)\b|\b(?:é|è|est|está) (?:proibid|vietat|interdit|prohibid)",
    re.IGNORECASE,
)
"""Words by which a licence speaks to those who hold it, in whatever language."""


def hearsay(lines: Sequence[Line]) -> str | None:
    """Say why a text that names restrictions does not make them, or return `None` if it does."""
    text = "\n".join([line.text for line in lines])
    many = _MANY_QUESTIONS if len(text) > _FEW_WORDS else _SOME_QUESTIONS
    if text.count("?") >= many and len(_QUESTION.findall(text)) >= many:
        return "answers questions about a licence"
    if _is_house_rules(lines, text):
        return "rules a community or a project, not the use of what is licensed"
    lower = text.lower()
    if _UNBINDING.search(lower):
        return "says of itself that it does not bind"
    if _is_report(text, lower):
        return "speaks of licences"
    words = [*filter(_COUNTED.__contains__, _words(lower))]
    service = _count(words, _SERVICE_WORDS) + sum(map(lower.count, _OF_SERVICES))
    things = _count(words, _THING_WORDS)
    if ideographs.is_ideographic(text):
        service, things = map(sum, zip((service, things), ideographs.services_and_things(text), strict=True))
    if service < (_SOME_SERVICE if len(text) > _FEW_WORDS else _SERVICE_ENOUGH):
        return None
    much = service >= _MUCH_SERVICE and service > 2 * things
    rules = not (things or _count(words, _GOODS))
    if not rules and (much or service >= _MORE_SERVICE * things):
        learning = len(_LEARNING.findall(text))
        rules = not learning or (much and learning < _SOME_LEARNING)
    return "rules the use of a service, not of what is licensed" if rules else None


def _words(text: str) -> list[str]:
    """Return the words of a text, parted by whatever is no letter or digit of ASCII's."""
    if text.isascii():
        return text.translate(_APART).split()
    for mark in _PARTING:  # quicker than `translate` beyond ASCII
        text = text.replace(mark, " ")
    return text.split()


def _count(words: Sequence[str], wanted: frozenset[str]) -> int:
    return sum(map(wanted.__contains__, words))


def _is_report(text: str, lower: str) -> bool:
    """Tell whether a text speaks of licences again and again, and never to anybody who holds one."""
    return len(text) >= _LONG and _ADDRESS.search(text) is None and len(_LICENCES.findall(lower)) >= _OFTEN


def _is_house_rules(lines: Sequence[Line], text: str) -> bool:
    if _MISBEHAVIOUR.search(text):
        return True
    title = [line.text for line in lines if line.text.strip()][:_TITLE]
    return (
        any(len(line) <= _TITLE_LENGTH and _HOUSE_RULES.search(line) for line in title)
        and len(_LICENCE.findall(text)) < _FEW_LICENCES
    )
