"""Phrase tables as text: a line that ends with a colon begins the row of a key, indented lines hold its phrases.

Phrases are parted by `|` or by the end of the line. A list without keys is the same without rows.
"""


def phrases(text: str) -> list[str]:
    """Return the phrases of a list."""
    return [phrase.strip() for line in text.splitlines() for phrase in line.split("|") if phrase.strip()]


def rows(table: str) -> list[tuple[str, str]]:
    """Return the (key, phrase) pairs of a table, in its order."""
    found: list[tuple[str, str]] = []
    key = ""
    for line in table.splitlines():
        if line.endswith(":") and not line.startswith(" "):
            key = line[:-1]
        else:
            found += [(key, phrase) for phrase in phrases(line)]
    return found
