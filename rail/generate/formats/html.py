"""HTML: one page that needs nothing else.

https://html.spec.whatwg.org
"""

from collections.abc import Sequence
from html import escape

from rail.generate.document import Block

SUFFIX = ".html"
_STYLE = (
    "body{max-width:46em;margin:2em auto;padding:0 1em;font:1rem/1.5 serif;color:#111;background:#fff}"
    "h1,h2{font-family:sans-serif;line-height:1.2}h2{font-size:1.1rem}"
    ".item{margin-left:2em;text-indent:-1.6em}.item b{font-weight:normal}"
)


def write(blocks: Sequence[Block], _markdown: str) -> str:
    """Return the page."""
    title = escape(next((block.text for block in blocks if block.kind == "title"), "License"))
    head = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n<style>{_STYLE}</style>\n</head>\n<body>\n'
    )
    lines: list[str] = []
    listed = False
    for block in blocks:
        if listed != (block.kind == "bullet"):
            listed = not listed
            lines.append("<ul>" if listed else "</ul>")
        lines.append(_written(block))
    return head + "\n".join([*lines, *(["</ul>"] if listed else [])]) + "\n</body>\n</html>\n"


def _written(block: Block) -> str:
    text = escape(block.text)
    if block.kind == "title":
        return f"<h1>{text}</h1>"
    if block.kind == "heading":
        return f"<h{block.level}>{text}</h{block.level}>"
    if block.kind == "bullet":
        return f"<li>{text}</li>"
    if block.kind == "item":
        return f'<p class="item"><b>{block.label}</b> {text}</p>'
    return f"<p>{block.label} {text}</p>" if block.label else f"<p>{text}</p>"
