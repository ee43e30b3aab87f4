"""Where in a TOML text a table or a key stands: the parser gives values only, messages want lines."""

import re

_HEADER = re.compile(
    r"""^[ \t]*\[\[[ \t]*(?:["']?tool["']?[ \t]*\.[ \t]*["']?rail["']?[ \t]*\.[ \t]*)?["']?"""
    r"""(use-case|ignore|override|policy)["']?[ \t]*\]\]"""
)
_ANY_HEADER = re.compile(r"^[ \t]*\[")
_KEY = re.compile(r"""^[ \t]*["']?([A-Za-z0-9_-]+)["']?[ \t]*[.=]""")


class Lines:
    """The lines (from 1) of the tables `use-case`, `ignore`, `override` and `policy`, and of the keys in them.

    A guess by sight: a table written inline or a header inside a string gives the nearest line known.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._headers: dict[str, list[int]] = {}
        for number, line in enumerate(self._lines, start=1):
            if found := _HEADER.match(line):
                self._headers.setdefault(found[1], []).append(number)

    def table(self, kind: str, index: int) -> int:
        """Return the line of the header of the table `kind[index]`."""
        headers = self._headers.get(kind, ())
        return headers[index] if index < len(headers) else self.key(kind)

    def key(self, name: str, kind: str | None = None, index: int = 0) -> int:
        """Return the line of the key `name` in the table `kind[index]`, or anywhere; the table's line when not seen."""
        start = self.table(kind, index) if kind else 0
        for number, line in enumerate(self._lines[start:], start=start + 1):
            if kind and _ANY_HEADER.match(line) and _HEADER.match(line):
                break
            found = _KEY.match(line)
            if found and found[1] == name:
                return number
        return start or 1
