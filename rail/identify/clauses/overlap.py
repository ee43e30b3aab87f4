"""Which of the uses named in one clause to keep, when their words overlap or repeat one another."""

from rail.identify.clauses.lexicon import Found
from rail.identify.clauses.sentences import offsets_of

_REPEATED = 4
_SHORT = 3
_PAIR = 2
_TRAIT = 2
"""Words of a trait that is only one of those by which people are not to be treated: "sexual orientation"."""
_CAST = {
    "manipulation": "discrimination.vulnerability-exploitation",
    "disinformation.fraud": "law-enforcement.crime-prediction",
    "law-violation.crime-facilitation": "law-enforcement.crime-prediction",
    "essential-services": "discrimination.essential-services",
}
"""Uses that only repeat a word of another: "commit fraud" where predicting fraud is what is barred."""
_INFERRED = frozenset({"discrimination.protected-characteristics", "discrimination.vulnerability-exploitation"})
"""Uses whose words ("legally protected characteristics") are only the object of "infer" when they follow it."""
_WITHIN = {
    "military": "surveillance.military",
    "societal.nuclear-energy": "military.nuclear",
    "content.violent": "violence.incitement",
    "violence": "content.violent",
    "essential-services.credit": "profiling.social-scoring",
}
"""Uses whose word, inside a longer phrase on the other matter, is spent: "nuclear" in "nuclear proliferation"."""


def listed_apart(text: str, found: list[Found]) -> list[Found]:
    """Return the topics of a sentence without pairs that a comma parts: "military, surveillance" are two.

    Each word of such a pair has to be a topic by itself.
    """
    alone = {item.start for item in found if item.stop == item.start + 1}
    pairs = [
        item for item in found if item.stop == item.start + _PAIR and alone.issuperset((item.start, item.stop - 1))
    ]
    if not pairs:
        return found
    text = text.lower()
    spans = offsets_of(text)
    parted = [item for item in pairs if "," in text[spans[item.start][1] : spans[item.stop - 1][0]]]
    return [item for item in found if item not in parted]


def telling(found: list[Found]) -> list[Found]:
    """Return the topics of one clause without those that others say better.

    Each use is kept a few times only, so that the comparison takes time linear in the words.
    """
    times: dict[str, int] = {}
    kept: list[Found] = []
    for item in found:
        use = item.meaning.use
        times[use] = times.get(use, 0) + 1
        if times[use] <= _REPEATED:
            kept.append(item)
    return [item for item in kept if not any(_outdoes(other, item) for other in kept)]


def _outdoes(other: Found, item: Found) -> bool:
    use, stronger = item.meaning.use, other.meaning.use
    if use == "harm":
        beside = {"harm", "law-violation", "ip-infringement"}
        if item.stop - item.start > 1:
            beside.add("environment")  # "harm people or animals"
        return stronger not in beside and not stronger.startswith("non-behavioural")
    if use in _INFERRED and stronger == "profiling.protected-class" and other.start < item.start <= other.stop:
        return True
    if use == "profiling.protected-class" and item.stop - item.start == _TRAIT and other.start < item.start:
        return bool(stronger == "discrimination.protected-characteristics")
    cast = _CAST.get(use) or _CAST.get(use.partition(".")[0])
    return (cast is not None and stronger.startswith(cast)) or _holds(other, item)


def _holds(other: Found, item: Found) -> bool:
    """Whether `item` lies in a longer phrase on the same matter: "surveillance" in "military surveillance"."""
    if other.start > item.start or other.stop < item.stop or other.stop - other.start <= item.stop - item.start:
        return False
    use, longer = item.meaning.use, other.meaning.use
    if _WITHIN.get(use) == longer:
        return True
    short = other.stop - other.start <= _SHORT
    return (longer.startswith(use + ".") and (short or other.start == item.start)) or (
        short and use.partition(".")[0] == longer.partition(".")[0] and use.count(".") < longer.count(".")
    )
