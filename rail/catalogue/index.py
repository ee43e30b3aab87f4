"""Names, tags, classifiers, URLs and ids → licence. The whole statement is a known spelling; nothing is guessed."""

import re
from functools import cache, cached_property
from typing import NamedTuple

import msgspec

from rail.catalogue.load import Catalogue, load
from rail.catalogue.normalise import MAX_LENGTH, is_url, normal_name, normal_url
from rail.catalogue.store import ALIASES, read, view
from rail.domain.evidence import Form
from rail.domain.profile import Conduct, GeneralLicense, LicenseProfile
from rail.domain.record import SpdxExpression
from rail.expression.parse import conjoin

# Patterns are compiled when first used: most scans meet no licence page and no notice.
_SUGGESTIONS = 4
_FEW = 16
"""How many spellings are looked up before the whole table is decoded."""
_PRIVATE = "licenseref "
_LICENSE_PAGE = r"url:(?:spdx\.org/licenses|opensource\.org/licenses?|choosealicense\.com/licenses)/([^/]+)\Z"
_STANDS_OUT = (
    r"licen[sc]e|\bterms\b|agreement|dedication|public domain|://|"
    r"\brail-|open ?rail|\bapache|\b(?:[al]?gpl|mpl|bsd|cc|isc|mit|osl|afl|epl|eupl|cddl|psf|zpl|ofl|wtfpl)(?![a-z])"
)
"""What tells the name of a licence from prose: "Python", "curl", "Llama 3" and "JSON" are other things too."""


class Named(NamedTuple):
    """What a spelling stands for.

    Where several licences share it (`shared`), `expression` joins them all with AND, for any of them may bind.
    """

    expression: SpdxExpression
    ids: tuple[str, ...]
    shared: bool = False
    note: str = ""


class Index:
    """The alias table over a catalogue, read when first asked."""

    def __init__(self, catalogue: Catalogue | None = None, aliases: dict[str, str] | None = None) -> None:
        self._given = catalogue
        self._asked = 0
        if aliases is not None:
            self.__dict__["_aliases"] = aliases

    @cached_property
    def _catalogue(self) -> Catalogue:
        return self._given or load()

    @cached_property
    def _aliases(self) -> dict[str, str]:
        return msgspec.json.decode(read(ALIASES), type=dict[str, str])

    def find(self, statement: str, form: Form) -> Named | None:
        """Return what the whole statement stands for, or `None`.

        `Form.NOTICE` is for words cut out of a sentence: a plain word such as "Python" or "curl" is then no licence.
        `Form.EXPRESSION` takes an exact symbol for what it is, though other licences may share the spelling as a name.
        """
        statement = statement.strip().strip("\"'")
        if not statement or len(statement) > MAX_LENGTH:
            return None
        known = self._catalogue.by_symbol(statement) if form is Form.EXPRESSION else None
        if known is not None:
            return self._named(statement, (known.id,))
        ids = self._ids(statement)
        if not ids or (form is Form.NOTICE and not stands_out(statement)):
            return None
        return self._named(statement, ids)

    def may_begin(self, word: str) -> bool:
        """Tell whether the spelling of a licence may begin with a word, so that it is worth looking what follows."""
        if "_aliases" not in self.__dict__ or "://" in word or word[:4].lower() == "www.":
            return True
        first = normal_name(word).partition(" ")[0]
        return not first or first in self._openings

    @cached_property
    def _openings(self) -> frozenset[str]:
        return frozenset([name.partition(" ")[0] for name in self._aliases] + [_PRIVATE.strip()])

    def by_id(self, identity: str) -> LicenseProfile | GeneralLicense | None:
        """Return the licence with this catalogue id, SPDX id or other symbol."""
        profile = self._catalogue.profiles.get(identity.lower())
        return profile or self._catalogue.by_symbol(identity)

    def nearest(self, kind: str, text: str) -> list[str]:
        """Return up to four ids (`kind`: license, use or mode) that look like `text`: for a hint, never an answer."""
        from difflib import get_close_matches  # noqa: PLC0415 -- only for messages

        if kind == "license":
            close = get_close_matches(normal_name(text), self._aliases, n=2 * _SUGGESTIONS, cutoff=0.6)
            ids = [identity for each in close for identity in self._aliases[each].split()]
            return list(dict.fromkeys(ids))[:_SUGGESTIONS]
        known = list(self._catalogue.uses if kind == "use" else self._catalogue.modes)
        return get_close_matches(text.lower(), known, n=_SUGGESTIONS, cutoff=0.5)

    def _alias(self, name: str) -> str:
        """Return the ids that a spelling stands for; the first few are looked up without decoding the table."""
        self._asked += 1
        if self._asked > _FEW or "_aliases" in self.__dict__:
            return self._aliases.get(name, "")
        try:
            table, key = view(ALIASES), msgspec.json.encode(name) + b':"'
        except UnicodeEncodeError:
            return ""  # no licence is spelled with half a character
        begin = table.find(key) + len(key)
        return table[begin : table.find(b'"', begin)].decode() if begin >= len(key) else ""

    def _ids(self, statement: str) -> tuple[str, ...]:
        if not is_url(statement):
            name = normal_name(statement)
            return tuple(self._alias(name).split()) or self._private(name)
        address = normal_url(statement)
        page = re.match(_LICENSE_PAGE, address)
        found = self._alias(address) or (self._alias(normal_name(page[1])) if page else "")
        return tuple(found.split())

    def _private(self, name: str) -> tuple[str, ...]:
        """Return the licences that a `LicenseRef-` of somebody's own is named after, if they restrict uses.

        After a free licence it is named for a reason that we do not know, so it stays unknown.
        """
        ids = tuple(self._alias(name.removeprefix(_PRIVATE)).split()) if name.startswith(_PRIVATE) else ()
        profiles = [self._catalogue.profiles.get(identity) for identity in ids]
        return ids if all(each is not None and each.conduct is not Conduct.NO for each in profiles) else ()

    def _named(self, statement: str, ids: tuple[str, ...]) -> Named:
        expressions = [self._expression(identity) for identity in ids]
        shared = len(ids) > 1
        note = f"{statement} may mean {', '.join(ids)}: the strictest of them counts" if shared else ""
        return Named(conjoin(expressions), ids, shared, note)

    def _expression(self, identity: str) -> SpdxExpression:
        profile = self._catalogue.profiles.get(identity)
        return SpdxExpression(profile.expression if profile else identity)


def stands_out(words: str) -> bool:
    """Tell whether words cut out of a sentence can hold the name of a licence; without that no `Form.NOTICE` is one."""
    return re.search(_STANDS_OUT, words, re.IGNORECASE) is not None


def find(statement: str, form: Form) -> Named | None:
    """Return what the whole statement stands for in the catalogue of this installation, or `None`."""
    return _installed().find(statement, form)


def by_id(identity: str) -> LicenseProfile | GeneralLicense | None:
    """Return the licence with this catalogue id, SPDX id or other symbol in the catalogue of this installation."""
    return _installed().by_id(identity)


@cache
def _installed() -> Index:
    return Index()
