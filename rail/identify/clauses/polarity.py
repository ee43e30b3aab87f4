"""Whether words forbid or allow: the cues of licence language, and the state they leave behind.

A sentence is read from left to right. Each cue changes what holds for the words after it; a cue that
`LOOKS_BACK` also forbids what stands before it ("military use is prohibited"). To teach rail a new way of forbidding,
add its phrase here (English) or in `languages/` (another language).
"""

import enum

from rail.identify.clauses.tables import phrases


class Cue(enum.Enum):
    """What a phrase does to the words that follow."""

    FORBIDS = "forbids"
    LOOKS_BACK = "looks back"
    ALLOWS = "allows"
    EXCEPTS = "excepts"
    VOIDS = "voids"
    """Takes the force out of the sentence: "nothing in this licence restricts"."""
    MASKS = "masks"
    """Takes the force out of the cue words inside it, and no more: "prohibited by law", "but not limited to"."""
    PROVIDES = "provides"
    """Sets a condition: what follows is asked for, neither allowed nor forbidden."""


class Polarity(enum.Enum):
    """What holds at a place in a text."""

    SILENT = "silent"
    FORBIDDEN = "forbidden"
    ALLOWED = "allowed"
    EXEMPT = "exempt"
    """Inside an exception from a prohibition."""


FORBIDS = """
not share/offer/supply/release/provide .. for | ask*/urge*/want/expect .. to avoid | asked to refrain
under no circumstances | in no circumstances | by no means | on no account | at no time | none of .. may/shall
no .. whatsoever .. use | steer clear of | keep clear of | opposed to | does not/never permit*
never | rights/license/licence/permission/permissions/grant/grants .. not/t apply/extend/reach to/where/when/if/for
long as they/you/it/he is/are not | provided/providing they/you/it is/are not | make/makes/made no attempt*
who/which/that is/are not
doesn/don/isn/aren/wasn/shan/mayn t be/use/used/harm/hurt/allow/support/involve
must/shall/may/should only be .. not | no rights are granted .. for | not be employed/deployed/applied/run/operated
shall/may/must/will/should/can/could/would/might not | shall/may/must/will/should/can/could .. never
shall/must/will/may/should neither | cannot | can t | mustn t | won t | shouldn t | not to
agree/agrees/agreed/agreeing .. not
undertake* .. not/no/never | warrant* .. will not | warrant/warrants that no |
promise*/pledge*/swear .. not/no/never | you do not | please do not | please don t
do not use/allow/generate/create/present/claim/employ/deploy/engage
don t use/allow/generate/create/present/claim/employ/deploy/engage | not be used
not use/using/used/utilize/utilise | not for | not otherwise use | never use/be | refrain* | abstain*
prohibited/forbidden/restricted/disallowed/unacceptable/impermissible/excluded/banned use/uses/usage
prohibited/forbidden/restricted/disallowed/unacceptable/excluded/banned purpose*/activit*/application*/conduct
prohibited from | barred from | forbidden from | use based restriction* | use restriction* | usage restriction*
restriction* on use/the | use limitation* | misuse* | prohibited .. using | acceptable .. not | no use
no right/rights/license/licence/permission .. to/for/is/are
no person/entity/one/party/individual .. may/shall/can/is | nobody .. may/shall | void if | void when
terminat*/revok*/forfeit*/invalid* ... if/when/upon ... use/used/uses/using/employ*
license/licence/permission ends/ceases/terminates/expires for
expir*/lapse*/ceases/ends/withdrawn/void ... if/when/upon ... use/used/uses/using/employ*
withheld/denied/withdrawn/revoked/void/null .. from/for/to/in
license/licence/permission/permissions/grant .. excludes/exclude
anyone/everyone/everybody/all/anybody but | keep/keeps .. away from | keep/keeps .. out of | stay* away from
not grant* .. permission/permissions/right/rights/license/licence | if you bypass/circumvent/disable
not designed licensed | user/licensee/you/organization/organisation/entity is/are not
not granted/available/extended/licensed/offered .. for
does not extend to | excluded from | denied to
ensure ... not | must avoid | nor | strictly against | opposes the use | without allowing
not exploit/harm/hurt/kill | not allow/permit/enable/facilitate/assist
"""

LOOKS_BACK = """
has/have no rights/right/permission/license/licence | gets/get no license/licence/rights/permission
void*/terminat*/revok*/forfeit* this/the/your/all license/licence/rights/permission/permissions
prohibit* | forbid* | forbidden | disallowed | banned | not/never .. permitted/allowed/acceptable | excluded
not ok/okay/fine/cool | isn t allowed/permitted | off limits | withheld | is/are denied
is/are/be not authorized/authorised/entitled/licensed/permitted/eligible/allowed .. use
is/are/constitutes a/an/in breach/violation of | breaches/violates/contravenes this/the/these | is/are void
off the table | out of bounds | taboo | ruled out | precluded | barred | not an option | not welcome | no go
ineligible | outlawed | not acceptable | is unacceptable
violates this license | void this license | impermissible | strictly forbidden | violation of this policy
"""

ALLOWS = """
you/licensee/licensees/user/users/recipient/recipients/anyone/everyone/entities/people/organizations may/can
may be used | may use/copy/modify/only | can be used
is/are/be permitted/allowed/granted/free/welcome/encouraged | permission .. granted | hereby grant*
permitted/allowed/acceptable/intended use*/purpose* | free to/for
free .. for everyone/everybody/anyone/all | available to/for everyone/everybody/anyone/all
permissions .. apply | open to everyone/everybody/anyone | for any purpose
not prohibited/forbidden/restricted | does not restrict/prohibit/limit/prevent/apply | can freely
"""

EXCEPTS = """
except | exception | excepting | unless | other than | excluding | save for | save as | apart from | but not
aside from | outside of | without prejudice
"""

PROVIDES = """
provided that | provided however | as long as | so long as
"""

VOIDS = """
is/are not medical/clinical/health/financial/investment/professional advice | right to use :
no assurance*/representation*/guarantee* | no use based restriction* | not guarantee/represent/warrant
no use/usage restriction*/limitation* | no .. restriction*/limitation* on/to use/usage/using
no .. restriction*/limitation* on/to its/the/any/commercial use/usage
license/licence shall/does not apply/cover | not cover
we/licensor/company/foundation/institution will/do/shall/may/would/cannot not | does not create
create .. partnership/relationship | waive* .. right/rights/power/claim/claims/authority
license/licence shall not impose | not impose | does/do not add .. restriction*/limitation*
nothing .. license/licence/agreement/herein/policy/section ... restrict*/prohibit*/prevent*/limit*/forbid*
nothing .. license/licence/agreement/herein/policy/section ... require*/oblig*
no .. shall/should/may be construed/deemed/considered | cannot ignore | not establish/create .. relationship
shall/will/must/may/should not be construed/deemed/interpreted/considered/liable/responsible/held/affected/subject
may not be applicable | shall/will/does/do not apply | may not exist | may not allow
not allow the exclusion | not allow .. limitation
limitation*/exclusion*/above may not apply | may not apply to you | shall/will not affect | does/shall/do not include
does/do/shall/will not limit/restrict/prohibit or prohibit/restrict/prevent/limit | not intended to limit/restrict
does not .. restrict*/prohibit*/limit*/prevent*
shall not restrict/limit/prohibit/prevent/impair | not responsible/liable | void where
"""

MASKS = """
does not use | make/makes/made/making it/them/this not
may or may not | not required/obligated/obliged/necessarily | but not required | not limited | but not limited
whether or not
prohibited by | forbidden by | prohibited under | restricted by | extent .. prohibited | unless prohibited
except .. prohibited | where prohibited | prohibition or | unauthorized copies | not only | unless .. law
unless .. writing | except .. writing | not exclude | if .. prohibited by | not necessarily | why not
openrail/rail/hippocratic/openrails forbids/prohibits/restricts/bans
licenses/licences which/that prohibit*/forbid*/restrict*/ban/exclude/limit
can/could/may/might be misused/abused | potential* misuse* | risk/risks of misuse | prevent* .. misuse
typically/usually ... not | non exclu* | can not only | violation of this license
"""


def cue_rows() -> list[tuple[str, Cue]]:
    """Return the English cues as rows for a lexicon."""
    tables = (
        (Cue.FORBIDS, FORBIDS),
        (Cue.LOOKS_BACK, LOOKS_BACK),
        (Cue.ALLOWS, ALLOWS),
        (Cue.EXCEPTS, EXCEPTS),
        (Cue.PROVIDES, PROVIDES),
        (Cue.VOIDS, VOIDS),
        (Cue.MASKS, MASKS),
    )
    return [(phrase, cue) for cue, text in tables for phrase in phrases(text)]


def after(cue: Cue, before: Polarity) -> Polarity:
    """Return what holds after `cue` where `before` held."""
    if cue in {Cue.FORBIDS, Cue.LOOKS_BACK}:
        return Polarity.FORBIDDEN
    if cue is Cue.ALLOWS:
        return Polarity.ALLOWED
    if cue is Cue.VOIDS:
        return Polarity.SILENT
    if cue is Cue.PROVIDES:
        return Polarity.EXEMPT if before is Polarity.FORBIDDEN else Polarity.SILENT
    if cue is Cue.EXCEPTS:
        return {Polarity.FORBIDDEN: Polarity.EXEMPT, Polarity.ALLOWED: Polarity.FORBIDDEN}.get(before, before)
    return before
