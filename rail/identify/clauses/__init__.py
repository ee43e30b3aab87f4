"""Restrictions, read clause by clause from any text."""

from rail.identify.clauses.reading import ClauseReading, Policy, Suspicion, read_clauses

__all__ = ["ClauseReading", "Policy", "Suspicion", "read_clauses"]
