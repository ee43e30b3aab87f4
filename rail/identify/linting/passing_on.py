"""Whether a licence makes its users pass the restrictions on."""

from rail.identify.linting.flow import Hit
from rail.identify.linting.subject import Subject

_DUTY = (
    r"(?<!un)\benforceable (?:as )?(?:an? )?(?:legal |binding |contractual )?(?:provision|term|condition|agreement)",
    (
        r"\b(?:include|incorporate|contain|impose|pass(?:ed)? (?:on|down|through)|flow down|preserve|carry|reproduce"
        r"|maintain)"
        r"~\b(?:same|these|this|such|above|following|use[- ]based|behaviou?ral|all)\b~\b(?:restrictions?|conditions?"
        r"|limitations?|terms|provisions?)"
    ),
    r"\b(?:same|at least|no less) ~\b(?:use )?restrictions?",
    (
        r"\b(?:require|ensure|cause|oblige|make sure|procure)\b~\b(?:users?|recipients?|third part(?:y|ies)"
        r"|licensees?|customers?|downstream|anyone|others?|persons?)\b"
        r"~\b(?:comply|complies|bound|agree|abide|adhere|accept|observe|follow|subject)"
    ),
    (
        r"\b(?:subject|bound|pursuant|according) (?:to|by) (?:the )?(?:terms (?:and conditions )?of )?(?:the same"
        r"|identical)"
        r" (?:licen[sc]e|agreement|terms|restrictions|conditions|policy)"
    ),
    (
        r"\b(?:distribut|shar|publish|sublicen[sc]|convey|redistribut|deriv|remain|releas)\w*[^.;]{0,40}?\bunder "
        r"(?:the terms of )?(?:exactly )?(?:the same|this same|these same|identical)\b"
    ),
    (
        r"\b(?:distribut\w*|passed on|cop(?:y|ies)|derivatives?|shared?|released?|published|sublicensed?|updates?)\b"
        r"[^.;]{0,60}?\b(?:must|shall|only|remains?|automatically)\b[^.;]{0,40}?\bunder (?:the terms (?:and "
        r"conditions )?of )?"
        r"(?:this|these) (?:same )?(?:\w+ )?(?:licen[sc]e|agreement|terms|conditions)\b"
    ),
    (
        r"\bany (?:individual|person|entity|recipient)\b[^.;]{0,250}?\b(?:considered|bound|subject"
        r"|become)\b[^.;]{0,60}?\blicen"
    ),
    r"condition precedent",
    r"automatically (?:be )?(?:offered|licensed|extended|receives?|bound)",
)


def duty(subject: Subject) -> Hit | None:
    """Return the words by which the restrictions must bind the next user, the plainest first, or `None`."""
    return next((hit for pattern in _DUTY if (hit := subject.flow.find(pattern)) is not None), None)


def passes_on(subject: Subject) -> bool:
    """Tell whether the restrictions must bind the next user, by the catalogue or by the words."""
    return any(profile.flow_down.required for profile in subject.profiles) or duty(subject) is not None
