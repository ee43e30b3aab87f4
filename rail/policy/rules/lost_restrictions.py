"""What a model is built on restricts its use, and the model itself declares a licence that restricts nothing.

What: an ancestor (the base of a fine-tune, adapter, merge or quantised copy) is under a licence that binds whatever is
derived from it; the descendant says MIT or Apache-2.0, say. The proof shows the chain, the clause, and where both are
declared. The restrictions bind all the same, and count in every verdict.

Why: whoever gets the model does not learn of restrictions that bind them, and most of these licences end when they are
not passed on.

What to do: who publishes the model declares the licence of the base, or terms that hold its restrictions, with a copy
of it. Who only uses the model is told so as a note: the restrictions bind the use, the label is its maker's to mend.
"""

from collections.abc import Iterator

from rail.domain.finding import Finding, Level
from rail.policy.descended import declared, descended, loudness, name, origin, place, proof
from rail.policy.spi import Context, rule
from rail.policy.verdicts import finding


@rule("RAIL201", title="lost restrictions", level=Level.ERROR)
def check(context: Context) -> Iterator[Finding]:
    """Yield one finding for each component that declares a freer licence than what comes down to it."""
    for each in descended(context):
        if not each.free:
            continue
        lost = ", ".join(name(terms) + (f" of {origin(terms)}" if terms.license else "") for terms in each.terms)
        yield finding(
            "RAIL201",
            f"lost restrictions: {declared(each)} does not say what comes down with {lost}",
            component=each.component,
            level=loudness(each.component, Level.ERROR),
            location=place(each.component.purl, context),
            trail=tuple(dict.fromkeys(step for terms in each.terms for step in proof(each, terms, context))),
            help_=f"declare {' and '.join(name(terms) for terms in each.terms)}, or terms with its restrictions, and "
            "enclose a copy",
        )
