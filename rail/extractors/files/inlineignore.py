"""Ignores in comments of the project's own code and settings.

`# rail: ignore[RAIL101] reason` covers findings on its line; on a line of its own, those on the next. Several rules are
separated by commas; `until=2027-03-31` and `owner=NAME` may follow the reason. Licence texts, cards and copies of other
people's code (in submodules too) are not heard: what restricts use must not be able to say that it does not count.
"""

import re
from collections.abc import Iterator

from rail.domain.component import Location
from rail.domain.dates import is_date
from rail.domain.inline import InlineIgnore
from rail.errors import ReadError
from rail.extractors.firstparty import is_copy
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_OF_OTHERS = frozenset(
    {"external", "externals", "extern", "3rdparty", "submodules", "subprojects", "site-packages", "dist-packages"}
)
_MAX_BYTES = 4 * 1024 * 1024
_CANDIDATE = b"rail: ignore["
_REMARK = re.compile(r"(?:#|//|--|;|/\*|<!--|\"|')\s{0,20}rail: ignore\[(?P<rules>[^\]\n]{0,200})\](?P<words>[^\n]*)")
_RULE = re.compile(r"RAIL\d{3}\Z")
_OPTION = re.compile(r"(?:^|\s)(until|owner)=(\S+)")
_CLOSING = re.compile(r"\s*(?:\*/|-->|\\n\",?|\",?)\s*$")
_EXAMPLE = "write `# rail: ignore[RAIL101] why it may stay`"


@extractor(
    "*.py", "*.pyi", "*.ipynb", "*.js", "*.mjs", "*.cjs", "*.jsx", "*.ts", "*.mts", "*.cts", "*.tsx", "*.vue",
    "*.sh", "*.bash", "*.zsh", "*.ps1", "*.mk", "*.just", "makefile", "justfile", "dockerfile", "dockerfile.*",
    "*.dockerfile", "containerfile", "*.yaml", "*.yml", "*.toml", "*.jsonc", "*.ini", "*.cfg", "*.conf", ".env",
    ".env.*", "*.env", "requirements*.txt", "constraints*.txt", "modelfile", "jenkinsfile", first_party=True,
)  # fmt: skip
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the ignores of one file.

    Raises:
        ReadError: one without a rule or a reason, or with a date that is none; the others come first.
    """
    if file.size > _MAX_BYTES or _CANDIDATE not in file.read(_MAX_BYTES) or _is_of_others(file):
        return
    fault: ReadError | None = None
    for number, line in enumerate(file.text(_MAX_BYTES).split("\n"), start=1):
        found = _REMARK.search(line)
        if found is None:
            continue
        try:
            yield _read(found, line, number, file.where)
        except ReadError as each:
            fault = fault or each
    if fault is not None:
        raise fault


def _is_of_others(file: SourceFile) -> bool:
    return is_copy(file.path) or not _OF_OTHERS.isdisjoint(part.lower() for part in file.path.parts[:-1])


def _read(found: re.Match[str], line: str, number: int, where: str) -> InlineIgnore:
    rules = tuple(each.strip() for each in found["rules"].split(","))
    words = _CLOSING.sub("", found["words"])
    options = dict(_OPTION.findall(words))
    reason = _OPTION.sub("", words).strip()
    if not all(map(_RULE.match, rules)):
        raise ReadError(f"an ignore of no rule: [{found['rules']}]", place=where, line=number, hint=_EXAMPLE)
    if not reason:
        raise ReadError("an ignore without a reason has no effect", place=where, line=number, hint=_EXAMPLE)
    until = options.get("until")
    if until is not None and not is_date(until):
        raise ReadError(f"`until` is not a date: {until}", place=where, line=number, hint="until=YYYY-MM-DD")
    alone = not line[: found.start()].strip(" \t\"'")
    return InlineIgnore(
        rules=rules,
        reason=reason,
        location=Location(path=where, line=number),
        lines=(number, number + 1) if alone else (number,),
        owner=options.get("owner"),
        until=until,
    )
