"""What the licences of a project ask of it: each duty, whether it binds now, who bears it, and the words for it."""

import enum

from rail.domain.component import Engagement, Location
from rail.domain.evidence import Hop, Reach
from rail.domain.record import Purl, Record


class Standing(enum.Enum):
    """Whether a duty binds as things are.

    `if` waits for something that the files do not tell (publishing, passing on, passing a limit); `not-now` cannot bind
    a thing that is only named, or waits for a breach; `done` is seen to be met.
    """

    NOW = "now"
    IF = "if"
    NOT_NOW = "not-now"
    DONE = "done"


class Bearer(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A component by which a licence reaches the project.

    `chain` leads to the ancestor that is under the licence, `reach` says how sure it is that its terms come down that
    way. `declared` are the places where the component and its licence are named. `doubt` says why it may not be under
    this licence at all.
    """

    component: Purl
    name: str
    engagement: Engagement
    own: bool = False
    chain: tuple[Hop, ...] = ()
    reach: Reach = Reach.COVERED
    declared: tuple[Location, ...] = ()
    doubt: str | None = None


class Words(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The clause: quoted from a scanned text (`quoted`, with its place), or in the catalogue's own words."""

    text: str
    quoted: bool = False
    location: Location | None = None


class Duty(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One thing that one licence asks: `kind` and `trigger` are of licenses/obligations.yaml.

    `why` says why it stands as it does, `todo` what to do. `phrase` is the fixed wording that is to be shown,
    `sentence` the statement that is to be carried, where a scanned text gives it.
    """

    license: str
    license_name: str
    kind: str
    trigger: str
    standing: Standing
    why: str
    todo: str
    phrase: str | None = None
    sentence: str | None = None
    section: str | None = None
    clause: Words
    bearers: tuple[Bearer, ...]


class Unheard(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A component of which it is not known what its licence asks, and why."""

    component: Purl
    reason: str
    declared: tuple[Location, ...] = ()


class General(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A general licence (MIT, GPL …) whose ordinary duties are not itemised, and how many components are under it."""

    license: str
    category: str
    components: int


class Owing(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All duties of a project, what is not known, and what is not itemised."""

    duties: tuple[Duty, ...] = ()
    unknown: tuple[Unheard, ...] = ()
    general: tuple[General, ...] = ()
