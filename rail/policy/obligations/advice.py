"""What to do about a duty, in one sentence, by its kind."""

from rail.domain.profile import Obligation

_TODO = {
    "ask-license": "Compare your numbers with the limit; past it, ask the licensor before you go on.",
    "attribution": "Carry the attribution in the wording that the licence fixes.",
    "cite": "Acknowledge the licensor or its paper in what you publish.",
    "destroy-copies": "Stop the use and delete every copy when the licence ends.",
    "disclose-ai": "Tell people that the content is machine-made.",
    "disclose-source": "Offer the source of what you pass on or run for others.",
    "display-name": "Show {phrase} on the page, interface or documentation that users see.",
    "expect-remote-limits": "Pin and keep the version you use, and plan for the licensor limiting it from afar.",
    "fixed-statement": "Carry the statement in the wording that the licence fixes.",
    "follow-policy": "Link the policy in your own terms and read it again when it changes.",
    "give-copy": "Put a copy of the licence beside what you pass on.",
    "keep-notices": "Leave copyright, licence and attribution notices in place.",
    "mark-changes": "State in each changed file, and in the card, that you changed it and how.",
    "name-prefix": "Let the name of the model begin with {phrase}.",
    "no-redistribution": "Do not pass it on; let users fetch it from the licensor.",
    "no-sublicense": "Point recipients to the licensor's licence; grant none of your own.",
    "notice-file": "Carry a Notice file with the fixed sentence (`rail obligations --notice NOTICE` writes it).",
    "notify-recipients": "Tell recipients, in the card and in your terms, that the use restrictions bind them.",
    "pass-on-restrictions": "Put the use restrictions into your own terms as an enforceable clause.",
    "register": "Register with the licensor, or obtain its approval, before the use that needs it.",
    "same-license": "Pass it on, and what you make from it, under the same licence only.",
    "stay-in-territory": "Check where you and your users are, before anything else.",
    "use-latest-version": "Follow new versions and move to them with reasonable effort.",
    "users-must-comply": "Require in your terms that everyone who uses it through you complies.",
}


def advise(duty: Obligation, phrase: str | None, meaning: str) -> str:
    """Return what to do; `meaning`, the vocabulary's definition, serves kinds of which no more is to be said."""
    said = _TODO.get(duty.kind, meaning or duty.kind)
    return said.format(phrase=f"“{phrase}”" if phrase else "the fixed wording")
