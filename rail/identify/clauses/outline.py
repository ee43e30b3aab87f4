"""What each passage of a text inherits: the lead-in of its list, the item above it, the heading of its section."""

# ruff: noqa: RUF001 -- ends of lead-ins are what is looked for

import re

from rail.identify.clauses.headings import heading_polarity, keeps_list_open
from rail.identify.clauses.interpretation import NOTHING, Context
from rail.identify.clauses.labels import ALLOWING_MARKS, FORBIDDING_MARKS
from rail.identify.clauses.passages import Passage
from rail.identify.clauses.polarity import Polarity

_LEAD_ENDS = (":", "：", "—", "–", " to", " for", " not", " in")
_GROUP_WORDS = 6
_TITLE_WORDS = 10
_TITLE_BULLET = 4
_LATE = 120
_FOLLOWING = (
    *("following", "如下", "以下", "次の", "下記", "다음"),
    *("folgende", "suivant", "siguiente", "seguinte", "seguent"),
)
_FIRST = frozenset({"1", "a", "i"})
_OF_USE = re.compile(
    r"\bus(?:e|es|age|ing)\b|licen[cs]|terms|permi|allow|prohibit|restrict|\b(?:may|can|must|do|don.?t)\b|用途|使用|许可",
    re.IGNORECASE,
)
_OWN_SUBJECT = re.compile(
    r"(?:this|these|such|the|you|we|it|licensor|nothing|all|each|licensee(?!['’]s)|your|our|please|note|subject|except"
    r"|notwithstanding|if|for (?:more|further|details|questions|example)|see"
    r"|any (?:use|breach|violation)|diese[rs]?|sie|der|die|das|le|la|les|vous|el|los|usted|copyright"
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
    return end.endswith(_LEAD_ENDS) or any(map(late.__contains__, _FOLLOWING))


def precedes_list(passage: Passage, follower: Passage | None) -> bool:
    """Whether a list stands below a passage; a paragraph after a list may begin another one like it."""
    if follower is None or follower.kind != "item":
        return False
    return follower.depth > passage.depth or (
        passage.kind == "paragraph"
        and follower.depth == passage.depth
        and (follower.style == "bullet" or follower.label.strip("().").lower() in _FIRST)
    )


def breaks_off(passage: Passage, follower: Passage | None) -> bool:
    """Whether a passage has no end of its own, and a list goes on with it: "The model must not be used / a) to spy"."""
    return precedes_list(passage, follower) and passage.text[-1:].isalpha()


class Outline:
    """Follows the passages of a text in order; `inherited` and then `leave` are called for each."""

    def __init__(self) -> None:
        self.heading = ""
        self._section = NOTHING
        self._leads: dict[int, tuple[Context, str | None]] = {}
        self._items: dict[int, Context] = {}
        self._labels: dict[int, str] = {}
        self._lead = ""
        self._entitled = False

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
        self._lead = ""

    def inherited(self, passage: Passage) -> Context:
        """Return what `passage` inherits, and note where it stands."""
        if passage.kind != "item":
            if _OWN_SUBJECT.match(passage.text):
                return NOTHING
            lead = self._leads.get(passage.depth)
            return lead[0] if lead else self._section
        above = passage.depth - 1
        if _OWN_ACTOR.match(passage.text):
            self._place_item(passage)
            return NOTHING
        self._place_item(passage)
        marked = self._marked(passage.label)
        if marked is not None:
            return marked
        if above in self._leads:
            handed, style = self._leads[above]
            if style in {None, passage.style}:
                self._leads[above] = (handed, passage.style)
                return handed
            del self._leads[above]
        return self._items.get(above, self._section if above == 0 else NOTHING)

    def _entitle(self, passage: Passage, follower: Passage | None, named: Polarity) -> None:
        """Let a bullet that is a title ("- Prohibited use") govern the bullets below it, up to the next title."""
        if (
            passage.style != "bullet"
            or follower is None
            or follower.style != "bullet"
            or len(passage.text.split()) > _TITLE_BULLET
            or passage.text.endswith((".", ";", ","))
        ):
            return
        if named is not Polarity.SILENT:
            self._leads[passage.depth - 1] = (Context(named, about_use=named is Polarity.FORBIDDEN), None)
            self._entitled = True
        elif self._entitled and not keeps_list_open(passage.text):
            self._leads.pop(passage.depth - 1, None)
            self._entitled = False

    def _marked(self, label: str) -> Context | None:
        """Return what a mark in front of an item says, where the words above are about use and not about features."""
        forbids = label in FORBIDDING_MARKS
        if not (forbids or label in ALLOWING_MARKS) or _OF_USE.search(f"{self.heading} {self._lead}") is None:
            return None
        return Context(Polarity.FORBIDDEN, about_use=True) if forbids else Context(Polarity.ALLOWED)

    def _place_item(self, passage: Passage) -> None:
        """Leave the lists inside the one that an item belongs to."""
        self._labels = {depth: label for depth, label in self._labels.items() if depth < passage.depth}
        self._labels[passage.depth] = passage.label
        self._leads = {depth: lead for depth, lead in self._leads.items() if depth < passage.depth}

    def is_group(self, passage: Passage, follower: Passage | None) -> bool:
        """Whether an item only names the group of items below it ("1. Privacy")."""
        return (
            passage.kind == "item"
            and precedes_list(passage, follower)
            and passage.text.count(" ") < _GROUP_WORDS
            and not passage.text.endswith((";", "."))
        )

    def leave(
        self, passage: Passage, follower: Passage | None, inherited: Context, final: Context, *, opens: bool
    ) -> None:
        """Note what `passage`, read to its end, hands down if it `opens` a list, as a rule that of its `follower`."""
        text = passage.text
        named = heading_polarity(text) if text.count(" ") < _TITLE_WORDS else Polarity.SILENT
        if named is not Polarity.SILENT and final.polarity is Polarity.SILENT:
            final = Context(named, about_use=named is Polarity.FORBIDDEN)
        carried = final if final.polarity is not Polarity.SILENT else inherited
        depth = passage.depth
        if opens and passage.kind != "item":
            self._lead = text[-_LATE:]
        if passage.kind == "item":
            self._items[depth] = carried
            self._entitle(passage, follower, named)
        elif opens or named is Polarity.FORBIDDEN:
            if follower is not None and follower.depth == depth and precedes_list(passage, follower):
                depth -= 1
            self._leads[depth] = (carried, None)
        elif _OWN_SUBJECT.match(text):
            self._leads.pop(depth, None)
