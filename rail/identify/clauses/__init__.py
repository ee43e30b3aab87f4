"""Restrictions, read clause by clause from any text, recognised or not.

How a text is read, and where to add what:

1. `passages` parts the clean lines of a document into headings, list items (`labels`) and paragraphs.
2. `outline` says what each inherits: an item forbids when the words before its list do ("You agree not to use … :").
3. `interpret` reads a sentence from left to right: cues (`polarity`) forbid, allow or except what follows; topics
   (`topics/`, one module a domain, one row a use) name uses; `frames` are contexts that say nothing about conduct
   (warranty, export, trade marks); `idle` phrases only sound like a use; `demands` restrict by what they ask for;
   `modes` tell how a restriction binds.
4. `languages/` hold the same tables for other languages; `ideographs` reads those that do not part words.
5. `policies` finds what binds by name or link, `vagueness` what forbids a use that no row names, `hearsay` the texts
   that only speak of restrictions.

All phrases are in the notation of `lexicon`. To add a topic, add a phrase to a row in `topics/`; to add a way of
forbidding, a phrase in `polarity.py`.
"""

from rail.identify.clauses.reading import read_clauses, read_residue
from rail.identify.clauses.result import ClauseReading, Policy, Suspicion

__all__ = ["ClauseReading", "Policy", "Suspicion", "read_clauses", "read_residue"]
