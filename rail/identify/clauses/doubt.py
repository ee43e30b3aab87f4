"""Sentences that name a conduct beside a word of restraint, in words that no cue could read.

"Everyone is welcome; bombers are not." They restrict nothing for sure, but words added to a free licence are not passed
over when they look like that.
"""

from collections.abc import Sequence

from rail.identify.clauses.frames import Frame
from rail.identify.clauses.lexicon import Found
from rail.identify.clauses.polarity import Cue
from rail.identify.clauses.result import BUSINESS
from rail.identify.clauses.topics.topic import Topic

_RESTRAINTS = frozenset(
    """
    not no never none nobody cannot neither nor without but only except excepting exception exceptions excluding
    excludes exclude excluded unless solely exclusively instead
    void voids null deny denied denies withheld withhold withholds withdrawn withdraw forbid forbids forbade forbidden
    ban bans banned prohibit prohibits prohibited prohibition disallow disallowed restricted restriction restrictions
    limit limits limited limitation limitations bar bars barred
    breach breaches violates violation expires expire lapses lapse ceases cease terminates terminate terminated revoked
    revoke revokes forfeit forfeits ineligible unwelcome
    lose loses delete infringement another elsewhere outside sue sued prosecute wrong
    scope avoid avoids away oppose opposes object objects reject rejects refuse refuses refrain abstain against stop
    must shall should agree promise pledge undertake swear warrant
    nicht kein keine keinen nie niemals nur ne pas jamais sans seulement sólo solo nunca jamás sin apenas somente sem
    niet geen nooit alleen ikke ikkje inte aldrig kun bara non mai solamente не нет нельзя только
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)

_WITHHOLDING = frozenset(
    """
    withheld withhold denied deny excludes exclude excluded excluding except void null forbid forbids forbidden banned
    apply extend lose loses forfeit forfeits
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_SCRUPLES = frozenset(
    """
    peaceful peacefully peacetime ethical ethically unethical moral immoral humane civilian civilians evil benevolent
    pacifist pacifists nonviolent nonmilitary warlike
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
"""Words that need no cue: "to any peaceful person"."""
_OMITTING = frozenset({"cover", "include"})
"""Words of a cue that takes out of the licence what follows: "does not cover uses in border control"."""
_PEOPLE = frozenset(
    """
    who whoever whose anyone everyone everybody nobody organizations organisations organization organisation companies
    corporations governments government agencies employers businesses people citizens nations countries employees
    workers owners vendors makers sellers members
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
_RESTRICTIONS = frozenset({"restriction", "restrictions", "limitation", "limitations"})
_NONE = frozenset({"no", "without"})
_OF_FREEDOM = frozenset(
    """
    there is are has have comes come it this these the a an its their no without any additional further other special
    kind kinds sort
    restriction restrictions limitation limitations whatsoever at all apply applies
    we place places put puts impose imposes add adds on of to for in how what where which you your can may do
    use uses used usage using copy copying modify modifying modification distribute distributing distribution sale
    selling commercial private personal or and otherwise nor software code model weights data dataset library program
    work project package license licence free freely with as like want please
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
"""Words of a sentence that says that nothing is restricted, and nothing else."""
_USE = frozenset({"use", "usage", "based", "uses"})
_NEAR = 4
_ON = (["on"], ["of"])
_OF_IT = (["use"], ["usage"], ["uses"])
_GRANT = frozenset(
    """
    license licence licensed permission permissions right rights grant granted free allowed permitted use used usage
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)


def is_doubtful(words: Sequence[str], named: Sequence[Found], spoken: Sequence[Found]) -> bool:
    """Tell whether a sentence that bars nothing names a conduct in words that may restrict it all the same.

    `named` are the topics met in it, `spoken` the cues and frames. A sentence about warranty, export and the like, or
    one that says that nothing is restricted, is clear.
    """
    if _points_at_restrictions(words):
        return True
    conduct = [item for item in named if is_conduct(item.meaning)]
    scruples = not _SCRUPLES.isdisjoint(words)
    if not conduct and not scruples and not excludes_someone(words):
        return False
    if any(
        (item.meaning is Cue.VOIDS and _OMITTING.isdisjoint(words[item.start : item.stop]))
        or (isinstance(item.meaning, Frame) and not any(_goes_on(item, each) for each in conduct))
        for item in spoken
    ):
        return False
    if scruples:
        return True
    masked = {at for item in spoken if item.meaning is Cue.MASKS for at in range(item.start, item.stop)}
    return any(word in _RESTRAINTS and at not in masked for at, word in enumerate(words))


def _goes_on(frame: Found, conduct: Found) -> bool:
    """Tell whether the words of a frame are part of a conduct, or an item ("sanctions evasion") of a list behind it."""
    return conduct.start <= frame.start and (frame.start < conduct.stop or frame.meaning is Frame.TRADE)


def may_be_doubtful(words: Sequence[str]) -> bool:
    """Tell whether a sentence that names no use may be doubtful all the same."""
    return not _SCRUPLES.isdisjoint(words) or excludes_someone(words) or _points_at_restrictions(words)


def _points_at_restrictions(words: Sequence[str]) -> bool:
    """Tell whether a sentence speaks of restrictions of use that stand elsewhere: "subject to the use restrictions"."""
    return (
        not _RESTRICTIONS.isdisjoint(words)
        and any(
            word in _RESTRICTIONS
            and ((at and words[at - 1] in _USE) or (words[at + 1 : at + 2] in _ON and words[at + 2 : at + 3] in _OF_IT))
            for at, word in enumerate(words)
        )
        and not restricts_nothing(words)
    )


def restricts_nothing(words: Sequence[str]) -> bool:
    """Tell whether a sentence says that there are no restrictions, in words that leave nothing out of that."""
    return (
        not _RESTRICTIONS.isdisjoint(words)
        and _OF_FREEDOM.issuperset(words)
        and any(
            word in _RESTRICTIONS and not _NONE.isdisjoint(words[max(at - _NEAR, 0) : at])
            for at, word in enumerate(words)
        )
    )


def excludes_someone(words: Sequence[str]) -> bool:
    """Tell whether a sentence takes the licence from some people: "withheld from anyone who breeds turnips"."""
    return not _WITHHOLDING.isdisjoint(words) and not _PEOPLE.isdisjoint(words) and not _GRANT.isdisjoint(words)


def is_conduct(meaning: object) -> bool:
    """Tell whether a phrase clearly names a conduct, and no business."""
    return isinstance(meaning, Topic) and not meaning.weak and not meaning.use.startswith(BUSINESS)
