"""The only door to Jinja2 for licences and what goes along with them.

https://jinja.palletsprojects.com

Templates of Markdown (`*.md.j2`) escape every value, so that a name cannot become markup. An unknown variable is an
error: `StrictUndefined`.
"""

import re
from functools import cache
from typing import Any

import msgspec

from rail.generate.clauselist import templates_folder
from rail.generate.compose import Composition, context
from rail.generate.variants import load_passage, load_variant

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~!&])")
_BLANK = re.compile(r"\n{3,}")


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def license_markdown(made: Composition) -> str:
    """Return the licence as Markdown, the source of all formats."""
    known = context(made)
    _, body = load_variant(made.answers.variant)
    passages = [(name, *load_passage(name)) for name in made.variant.sections]
    kept = [(name, head, text) for name, head, text in passages if not head.when or known[head.when]]
    numbers = {name: at for at, (name, _, _) in enumerate(kept, start=1)}
    sections = [_section(numbers, name, head.title, text, known) for name, head, text in kept]
    return tidied(_compiled(body).render(known, body=Markdown("\n\n".join(sections))))


def snippet(template: str, variables: dict[str, Any]) -> str:
    """Return `templates/snippets/<template>` with its variables filled in."""
    environment = _environment(template.endswith(".md.j2"))
    return tidied(environment.get_template(f"snippets/{template}").render(variables))


def _section(numbers: dict[str, int], name: str, title: str, text: str, known: dict[str, Any]) -> str:
    count = 0

    def para() -> Markdown:
        nonlocal count
        count += 1
        return Markdown(f"{numbers[name]}.{count}")

    def ref(target: str) -> Markdown:
        return Markdown(f"Section {numbers[target]}")

    body = _compiled(text).render(known, para=para, ref=ref)
    return f"## {numbers[name]}. {title}\n\n{body.strip()}"


def tidied(text: str) -> str:
    """Return a text without blanks at the ends of lines and with at most one empty line in a row."""
    return _BLANK.sub("\n\n", "\n".join(line.rstrip() for line in text.splitlines())).strip() + "\n"


def escaped(value: Any) -> Any:
    """Return a value as it stands in Markdown: words cannot become markup."""
    return value if isinstance(value, Markdown) or not isinstance(value, str) else _SPECIAL.sub(r"\\\1", value)


@cache
def _compiled(text: str) -> Any:
    return _environment(True).from_string(text)


@cache
def _environment(markdown: bool) -> Any:
    import jinja2  # noqa: PLC0415 -- the only door, and only where something is rendered

    environment = jinja2.Environment(  # noqa: S701 -- Markdown is escaped by `finalize`, plain text needs none
        loader=jinja2.FileSystemLoader(templates_folder()),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        finalize=escaped if markdown else None,
    )
    environment.filters |= {"yaml": _quoted, "toml": _quoted, "raw": Markdown}
    return environment


def _quoted(text: str) -> Markdown:
    """Return a string literal of JSON, which YAML and TOML read alike."""
    return Markdown(msgspec.json.encode(text).decode())
