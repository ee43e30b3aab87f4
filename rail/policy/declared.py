"""One declared use of a use case, and which restricted uses touch it."""

from collections.abc import Mapping

from rail.catalogue.covers import Bearing, covers, relation
from rail.domain.record import UseId
from rail.domain.use import UseCase
from rail.errors import UsageError
from rail.policy.clauses import Clauses, Touch
from rail.policy.opinion import FREE, Opinion
from rail.policy.taxonomy import Bar, Taxonomy, ancestry


class Declared:
    """A use that a use case declares, in the light of a taxonomy.

    Raises:
        UsageError: the use case excludes the very use that it declares.
    """

    def __init__(self, use: UseId, use_case: UseCase, taxonomy: Taxonomy, clauses: Clauses) -> None:
        self.use = use
        self._excludes = use_case.excludes
        self._clauses = clauses
        if self._excluded(use):
            raise UsageError(f"use case `{use_case.id}` both declares and excludes {use}")
        self._involved = [each for each in taxonomy.involved(use) if not self._excluded(each)]
        self.touched: Mapping[UseId, Touch] = self._all_touched(taxonomy)

    def touch(self, restricted: UseId) -> Touch | None:
        """Return how any restricted use touches this one, also one that the catalogue does not name."""
        direct = relation(restricted, self.use)
        if direct in {Bearing.EXACT, Bearing.COVERS}:
            return Touch.COVERS if direct is Bearing.COVERS else Touch.IS
        involved = any(relation(restricted, each) is not Bearing.NONE for each in self._involved)
        if direct is not Bearing.PART and not involved:
            return None
        if self._excluded(restricted):
            return Touch.EXCLUDED
        return Touch.PART if direct is Bearing.PART else Touch.INVOLVED

    def meet(self, bar: Bar) -> Opinion:
        """Return what a restriction means for this use; `FREE` itself when it does not touch it."""
        touch = self.touched.get(bar.use) or self.touch(bar.use)
        return FREE if touch is None else self._clauses.meet(bar, touch)

    def _all_touched(self, taxonomy: Taxonomy) -> dict[UseId, Touch]:
        """Return every use of the catalogue that touches this one: the same answers as `touch`, all at once."""
        touched: dict[UseId, Touch] = {}
        for involved in self._involved:
            for each in (*ancestry(involved), *taxonomy.below(involved)):
                touched[each] = Touch.EXCLUDED if self._excluded(each) else Touch.INVOLVED
        for each in taxonomy.below(self.use):
            touched[each] = Touch.EXCLUDED if self._excluded(each) else Touch.PART
        touched.update(dict.fromkeys(ancestry(self.use), Touch.COVERS))
        touched[self.use] = Touch.IS
        return touched

    def _excluded(self, use: UseId) -> bool:
        return any(covers(each, use) for each in self._excludes)
