"""What each passage of a text inherits: the lead-in of its list, the item above it, the heading of its section."""

# ruff: noqa: RUF001 -- ends of lead-ins are what is looked for

import re

from rail.identify.clauses.headings import heading_polarity, keeps_list_open
from rail.identify.clauses.interpret import Context
from rail.identify.clauses.passages import Passage
from rail.identify.clauses.polarity import Polarity

_LEAD_ENDS = (":", "：", "—", "–", " to", " for", " not", " in")
_GROUP_WORDS = 6
_TITLE_WORDS = 10
_LATE = 120
_FOLLOWING = (
    *("following", "如下", "以下", "次の", "下記", "다음"),
    *("folgende", "suivant", "siguiente", "seguinte", "seguent"),
)
_OWN_SUBJECT = re.compile(
    r"(?:this|these|such|the|you|we|it|licensor|nothing|all|each|licensee|your|our|please|note|subject|except"
    r"|notwithstanding|any (?:use|breach|violation)|diese[rs]?|sie|der|die|das|le|la|les|vous|el|los|usted|copyright"
    r"|\W*$)\b",
    re.IGNORECASE,
)
_OWN_ACTOR = re.compile(
    r"(?:you|we|licensor|licensee|(?:the |each |every )?(?:recipient|licensee|licensor|user|contributor)s?|nothing)\b",
    re.IGNORECASE,
)


def opens_list(text: str) -> bool:
    """Whether a passage ends as the words before a list do."""
    end = text.rstrip(" *_\"'")
    late = end[-_LATE:].lower()
    return end.endswith(_LEAD_ENDS) or any(word in late for word in _FOLLOWING)


def breaks_off(passage: Passage, follower: Passage | None) -> bool:
    """Whether a passage has no end of its own, and a list goes on with it: "The model must not be used / a) to spy"."""
    return (
        follower is not None
        and follower.kind == "item"
        and follower.depth > passage.depth
        and passage.text[-1:].isalpha()
    )


class Outline:
    """Follows the passages of a text in order; `inherited` and then `leave` are called for each."""

    def __init__(self) -> None:
        self.heading = ""
        self._section = Context()
        self._leads: dict[int, tuple[Context, str | None]] = {}
        self._items: dict[int, Context] = {}
        self._labels: dict[int, str] = {}

    @property
    def place(self) -> str | None:
        """The section as a reader would cite it: heading and labels, for example `Attachment A (m)`."""
        return " ".join(filter(None, (self.heading, *(self._labels[depth] for depth in sorted(self._labels))))) or None

    @property
    def governed(self) -> bool:
        """Whether the section or the open list is one of prohibitions."""
        return self._section.polarity is Polarity.FORBIDDEN or (
            0 in self._leads and self._leads[0][0].polarity is Polarity.FORBIDDEN
        )

    def enter_heading(self, text: str) -> None:
        """Begin a section, or a group inside a list of prohibitions."""
        polarity = heading_polarity(text)
        if polarity is Polarity.SILENT and self.governed and keeps_list_open(text):
            self._leads = {depth: (lead, None) for depth, (lead, _) in self._leads.items() if depth == 0}
        else:
            self._leads = {}
            self._section = Context(polarity, about_use=polarity is Polarity.FORBIDDEN)
        self._items, self._labels = {}, {}
        self.heading = text

    def inherited(self, passage: Passage) -> Context:
        """Return what `passage` inherits, and note where it stands."""
        if passage.kind != "item":
            if _OWN_SUBJECT.match(passage.text):
                return Context()
            lead = self._leads.get(passage.depth)
            return lead[0] if lead else self._section
        above = passage.depth - 1
        if _OWN_ACTOR.match(passage.text):
            self._place_item(passage)
            return Context()
        self._place_item(passage)
        if above in self._leads:
            handed, style = self._leads[above]
            if style in {None, passage.style}:
                self._leads[above] = (handed, passage.style)
                return handed
            del self._leads[above]
        return self._items.get(above, self._section if above == 0 else Context())

    def _place_item(self, passage: Passage) -> None:
        """Leave the lists inside the one that an item belongs to."""
        self._labels = {depth: label for depth, label in self._labels.items() if depth < passage.depth}
        self._labels[passage.depth] = passage.label
        self._leads = {depth: lead for depth, lead in self._leads.items() if depth < passage.depth}

    def is_group(self, passage: Passage, follower: Passage | None) -> bool:
        """Whether an item only names the group of items below it ("1. Privacy")."""
        return (
            passage.kind == "item"
            and follower is not None
            and follower.kind == "item"
            and follower.depth > passage.depth
            and len(passage.text.split()) <= _GROUP_WORDS
            and not passage.text.endswith((";", "."))
        )

    def leave(self, passage: Passage, inherited: Context, final: Context, *, opens: bool) -> None:
        """Note what `passage`, read to its end, hands down if it `opens` a list."""
        text = passage.text
        named = heading_polarity(text) if len(text.split()) <= _TITLE_WORDS else Polarity.SILENT
        if named is not Polarity.SILENT and final.polarity is Polarity.SILENT:
            final = Context(named, about_use=named is Polarity.FORBIDDEN)
        carried = final if final.polarity is not Polarity.SILENT else inherited
        if passage.kind == "item":
            self._items[passage.depth] = carried
        elif opens or named is Polarity.FORBIDDEN:
            self._leads[passage.depth] = (carried, None)
        elif _OWN_SUBJECT.match(text):
            self._leads.pop(passage.depth, None)
