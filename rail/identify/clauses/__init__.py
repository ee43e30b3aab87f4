"""Restrictions, read clause by clause from any text."""

from rail.identify.clauses.reading import read_clauses
from rail.identify.clauses.result import ClauseReading, Policy, Suspicion

__all__ = ["ClauseReading", "Policy", "Suspicion", "read_clauses"]
