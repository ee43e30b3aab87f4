"""Everything that one set of answers makes: file names and their bytes."""

import hashlib
from typing import NamedTuple

from msgspec.structs import replace

from rail.catalogue.load import Catalogue
from rail.generate import naming
from rail.generate.answers import FILE, Answers, Lock
from rail.generate.clauselist import ClauseList
from rail.generate.compose import Composition, compose
from rail.generate.document import blocks
from rail.generate.foreign import Foreign, fitted, foreign_markdown
from rail.generate.formats import find_format
from rail.generate.outputs import badge, cyclonedx, kit, odrl, policy
from rail.generate.render import license_markdown
from rail.generate.toml import as_toml


class Bundle(NamedTuple):
    """The files by path (POSIX, relative to the folder they go to), the answers with their lock, the licence text."""

    files: dict[str, bytes]
    answers: Answers
    made: Composition
    text: str


def bundle(answers: Answers, clauses: ClauseList, catalogue: Catalogue, template: Foreign | None = None) -> Bundle:
    """Return all files; the same answers and clause list give the same bytes. `template` is one that is not rail's.

    Raises:
        UsageError: the answers ask for something that does not exist, or that cannot be said in a format.
        ReadError: the template cannot be rendered.
    """
    names = answers.formats or ("text",)
    main = find_format("text" if "text" in names else names[0])
    made = compose(answers, clauses, catalogue)
    made = replace(made, file=_with_suffix(made.file, main.SUFFIX))
    if template is None:
        source = license_markdown(made)
    else:
        made = fitted(made, template)
        source = foreign_markdown(made, template)
    parts = blocks(source)
    text = find_format("text").write(parts, source)
    files: dict[str, bytes] = {}
    for name in names:
        written = find_format(name)
        content = written.write(parts, source)
        path = _with_suffix(naming.license_file(answers), written.SUFFIX)
        files[path] = content if isinstance(content, bytes) else content.encode()
    files[policy.FILE] = policy.as_json(policy.policy_of(made, files[made.file]))
    if answers.kit:
        files[odrl.FILE] = odrl.as_odrl(made, catalogue)
        files[f"LICENSES/{made.reference}.txt"] = text.encode()
        files["rail-license/cyclonedx.json"] = cyclonedx.as_cyclonedx(made, text.encode())
        family = naming.family_name(answers, made.variant.title)
        files["rail-license/badge.svg"] = badge.as_svg(family)
        files["rail-license/badge.json"] = badge.as_endpoint(family)
        files |= kit.kit(made)
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    locked = replace(answers, lock=Lock(clause_list=clauses.version, files=digests))
    files[FILE] = as_toml(locked)
    return Bundle(files, locked, made, text)


def _with_suffix(name: str, suffix: str) -> str:
    """Return the name of a licence file in one format; a name with the suffix keeps it."""
    return name if not suffix or name.endswith(suffix) else name + suffix
