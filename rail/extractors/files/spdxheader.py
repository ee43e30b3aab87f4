"""The comment at the head of a source file: an SPDX tag, or a licence text with a condition on conduct.

Only the leading comment counts, within the first 8 KB. Tags of the common licences that restrict nothing are passed
over (a tree has thousands); any other is reported. A text is reported when it has both licence words and the words of a
restriction, as old JavaScript with the "Good, not Evil" condition has. A bundle that carries such a text further down
is not seen.

Specification: https://spdx.github.io/spdx-spec/v3.0.1/annexes/using-SPDX-short-identifiers-in-source-files/
"""

import re
from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.evidence import Form, Role, Unowned
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "files/spdxheader"
_HEAD = 8192
_MAX_EXPRESSION = 200
_WORDS = (
    b"spdx-license", b"evil", b"rail", b"hippocratic", b"no harm", b"responsible ai", b"not be used",
    b"restriction", b"military", b"weapon", b"surveillance", b"human rights", b"prohibited use",
    b"community licen", b"gemma terms", b"acceptable use",
)  # fmt: skip
_CUE = re.compile(
    rb"SPDX-License-Identifier|not +(?:for +)?evil|openrail|\brail(?:\+\+)?-[ms]\b|hippocratic"
    rb"|(?:shall|may|must|can) ?not +be +used +(?:by|for|in|to)\b|use[- ](?:based )?restrictions?|military|weapons"
    rb"|surveillance|human rights|prohibited use|do no harm|responsible ai|community licen[sc]e|gemma terms"
    rb"|acceptable use polic",
    re.IGNORECASE,
)
_ENDORSEMENT = re.compile(rb"\W*(?:(?:to|in|for|by|any)\W+)*(?:endors|advertis|publicity|promot)", re.IGNORECASE)
_TAG = re.compile(r"SPDX-License-Identifier:[ \t]*(.+)", re.IGNORECASE)
_CLOSERS = re.compile(r"""\s*(?:\*+/|-->|\*\)|--\}|%\}|#\}|"{3}|'{3}|["'`;,|].*).*\Z""")
_LICENSING = re.compile(
    r"permission is hereby granted|licen[sc]ed? (?:to|under)|this licen[sc]e"
    r"|terms (?:of|and conditions of|described in) (?:the|this)(?: [\w.,-]{1,20}){0,8} licen[sc]e"
    r"|the (?:software|code|program|library|file|model)s? (?:shall|may|must|can)|you (?:may|shall|must) not use"
    r"|\blicen[sc]e *:|@licen[sc]e\b",
    re.IGNORECASE,
)
_LINE_COMMENT = ("//", "#", "--", ";", "%", "*", "'", "\\", "..")
_BLOCKS = (("/*", "*/"), ("<!--", "-->"), ('"""', '"""'), ("'''", "'''"), ("{-", "-}"), ("(*", "*)"), ("{#", "#}"))
_PROLOGUE = re.compile(
    r"[\"']use strict[\"'];?\Z|<\?(?:php|xml)|<!doctype|@charset|[ur]{0,2}(?=[\"']{3})|[;!(\s]*\Z", re.IGNORECASE
)
_COMMON = {
    "MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "Unlicense", "Zlib", "BSL-1.0",
    "PSF-2.0", "Python-2.0", "CC0-1.0", "MPL-2.0", "EPL-2.0", "GPL-2.0", "GPL-2.0+", "GPL-2.0-only",
    "GPL-2.0-or-later", "GPL-3.0", "GPL-3.0+", "GPL-3.0-only", "GPL-3.0-or-later", "LGPL-2.1", "LGPL-2.1+",
    "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "AGPL-3.0-only",
    "AGPL-3.0-or-later", "CC-BY-4.0", "CC-BY-SA-4.0", "Linux-syscall-note", "LLVM-exception", "GCC-exception-3.1",
    "Classpath-exception-2.0", "AND", "OR", "WITH",
}  # fmt: skip


@extractor(
    "*.js", "*.mjs", "*.cjs", "*.jsx", "*.ts", "*.tsx", "*.css", "*.py", "*.c", "*.h", "*.cc", "*.cpp", "*.hpp", "*.cu",
    "*.java", "*.kt", "*.go", "*.rs", "*.swift", "*.rb", "*.php", "*.lua", "*.sh", "*.r", "*.jl", "*.license",
)  # fmt: skip
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the uncommon SPDX expressions of the header, and the file itself when its header is a licence text."""
    head = file.head(_HEAD)
    lowered = head.lower()
    if not any(word in lowered for word in _WORDS):
        return
    comment = header(head.decode("utf-8", "replace"))
    path = file.path.as_posix()
    tagged = False
    for number, text in comment:
        found = _TAG.search(text)
        if found is None:
            continue
        tagged = True
        expression = _CLOSERS.sub("", found[1]).strip()
        if (
            expression
            and len(expression) <= _MAX_EXPRESSION
            and not set(re.findall(r"[^\s()]+", expression)) <= _COMMON
        ):
            yield _statement(Form.EXPRESSION, Role.DECLARED, expression, path, number)
    if tagged:
        return
    line = restriction(comment)
    if line is not None:
        yield _statement(Form.TEXT, Role.OBSERVED, path, path, line)


def restriction(comment: list[tuple[int, str]]) -> int | None:
    """Return the line on which a licence text in the comment begins to restrict a use; `None` when there is none."""
    words = ""
    starts: list[tuple[int, int]] = []
    for line, text in comment:
        starts.append((len(words), line))
        words += text + " "
    if not _LICENSING.search(words):
        return None
    for cue in _CUE.finditer(words.encode()):
        if not cue[0].lower().startswith(b"spdx") and not _ENDORSEMENT.match(cue.string, cue.end()):
            place = len(words.encode()[: cue.start()].decode("utf-8", "replace"))
            return next(line for start, line in reversed(starts) if start <= place)
    return None


def header(text: str) -> list[tuple[int, str]]:
    """Return the lines (number from 1, words without comment marks) of the comments before the first line of code."""
    lines: list[tuple[int, str]] = []
    closer = ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip().removeprefix("\ufeff")
        if closer:
            inside, ended, _ = line.partition(closer)
            lines.append((number, inside.lstrip("* \t")))
            closer = "" if ended else closer
            continue
        block = next(((opens, ends) for opens, ends in _BLOCKS if line.lstrip("urUR").startswith(opens)), None)
        if block is not None:
            inside, ended, _ = line.partition(block[0])[2].partition(block[1])
            lines.append((number, inside.lstrip("*! \t")))
            closer = "" if ended else block[1]
        elif line.startswith(_LINE_COMMENT):
            lines.append((number, line.lstrip("/#-;%*'\\.! \t")))
        elif line.startswith(("SPDX-", "Copyright")):
            lines.append((number, line))
        elif line and not _PROLOGUE.match(line):
            break
    return lines


def _statement(form: Form, role: Role, statement: str, path: str, line: int) -> Unowned:
    where = Location(path=path, line=line)
    return Unowned(form=form, role=role, statement=statement, source=_SOURCE, location=where)
