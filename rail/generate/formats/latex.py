"""LaTeX: a document of class `article`, without packages beyond `fontenc` and `inputenc`.

https://www.latex-project.org
"""

import re
from collections.abc import Sequence

from rail.generate.document import Block

SUFFIX = ".tex"
_SPECIAL = re.compile(r"[\\{}#$%&_^~<>\"\[\]]")
_REPLACED = {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    '"': r"\textquotedbl{}",
    "[": "{[}",
    "]": "{]}",
}
_HEAD = """\\documentclass[11pt]{article}
\\usepackage[T1]{fontenc}
\\usepackage[utf8]{inputenc}
\\setlength{\\parindent}{0pt}
\\setlength{\\parskip}{0.6em}
\\begin{document}
"""


def write(blocks: Sequence[Block], _markdown: str) -> str:
    """Return the document."""
    return _HEAD + "\n\n".join(_written(block) for block in blocks) + "\n\n\\end{document}\n"


def _written(block: Block) -> str:
    text = _SPECIAL.sub(lambda found: _REPLACED.get(found[0], f"\\{found[0]}"), block.text)
    if block.kind == "title":
        return f"\\begin{{center}}\\Large\\textbf{{{text}}}\\end{{center}}"
    if block.kind == "heading":
        return f"\\{'section' if block.level == 1 else 'subsection'}*{{{text}}}"
    if block.kind == "bullet":
        return f"\\hspace*{{1em}}-- {text}"
    if block.kind == "item":
        return f"\\hangindent=2em\\hangafter=1 {block.label} {text}"
    return f"{block.label} {text}" if block.label else text
