"""Names with dots, as Python writes them."""

import ast


def dotted(node: ast.expr) -> str | None:
    """Return `a.b.c` for a name or an attribute of one; a call or subscript on the way counts as `()`."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name):
        parts.append(node.id)
    elif parts:
        parts.append("()")
    else:
        return None
    return ".".join(reversed(parts))
