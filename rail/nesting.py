"""How deep a YAML text nests, told before libyaml sees it: on deep ones it runs out of stack, and the process dies."""

import re
from functools import cache


def nested_too_deep(text: str, most: int) -> bool:
    """Tell whether brackets, or blocks begun on one line, nest deeper than `most`."""
    depth = 0
    for bracket in _nesting(most).finditer(text):
        sign = bracket[0][0]
        depth += (sign in "[{") - (sign in "]}")
        if depth > most or sign in "-?:":
            return True
    return False


@cache
def _nesting(most: int) -> re.Pattern[str]:
    return re.compile(r"[\[\]{}]|(?:[-?:][ \t]+){" + str(most) + "}")
