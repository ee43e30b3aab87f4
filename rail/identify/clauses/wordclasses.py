"""Classes of English words that the reading of a sentence turns on."""

from rail.identify.clauses.languages import USE

USES = USE | frozenset(
    """
    use used uses using usage utilize utilise utilized utilised employ employed deploy deployed purpose purposes
    manner generate create engage
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
NEGATING = frozenset({"non", "anti", "counter"})
NEGATIVE_STARTS = frozenset({"no", "not", "never", "keine", "kein", "nicht", "nie"})
FINAL = frozenset({"not", "cannot"})
"""Words that forbid what the sentence spoke of ("The military may not.")."""
WHOEVER = frozenset(
    """
    if when where any anyone anybody all whoever those no every each companies corporations organizations organisations
    entities persons people individuals governments users employees members businesses institutions parties
    """.split()  # noqa: SIM905 -- a list of words reads better as text
)
ELSEWHERE = frozenset({"governed", "construed", "interpreted", "export", "tax", "taxes"})
"""Words beside a law that is not what the user has to obey in using the thing."""
GOES_ON = frozenset({"unless", "except", "without"})
"""Words by which a sentence goes on with its clause after a semicolon."""
BEGINNING = frozenset({"it", "they", "this", "we"})
"""Words after a colon that begin a clause of their own: "must not be trusted blindly: it misses violence"."""
ORDERING = frozenset({"shall", "must", "may", "will"})
DENYING = frozenset({"not", "never"})
RELATIVE = frozenset({"that", "which", "where", "who"})
