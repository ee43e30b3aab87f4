"""What somebody who mistyped a word may have meant."""

from collections.abc import Collection


def nearest(word: str, known: Collection[str]) -> str:
    """Return a hint: the known word that looks most like `word`, or all of them."""
    from difflib import get_close_matches  # noqa: PLC0415 -- only for a message

    near = get_close_matches(word[:80], sorted(known), n=1, cutoff=0.5)
    return f"did you mean `{near[0]}`?" if near else f"known: {', '.join(sorted(known))}"
