"""Composer manifests: `composer.json`, of the project and of packages copied into its tree.

Reads who it is, its licences (a list is a choice), and its requirements where no `composer.lock` pins them.

https://getcomposer.org/doc/04-schema.md
"""

import re
from collections.abc import Iterator

from rail.domain.component import Component, Edge, Kind, Location, Relation
from rail.domain.evidence import Evidence, Form, Role, Unowned
from rail.domain.record import OWNER
from rail.extractors.firstparty import described, is_copy
from rail.extractors.jsondocument import decode, escaped, pointer_lines
from rail.extractors.php._composer import is_name, license_statement, package_purl, string, table
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "php/composerjson"
_EXACT = re.compile(r"v?\d+(?:\.\d+){1,3}(?:-[0-9A-Za-z.]+)?\Z")
_GROUPS: dict[str, tuple[str, ...]] = {"require": (), "require-dev": ("dev",)}


@extractor("composer.json")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the project or package with its home and licence, and its requirements where no lock has them."""
    path = file.path.as_posix()
    data = file.read()
    manifest = decode(data, path, "is it a manifest of Composer?")
    lines = pointer_lines(data)
    name = string(manifest.get("name"))
    said = license_statement(manifest.get("license"))
    where = Location(path=path, line=lines.get("/license"))
    if name is not None and is_name(name):
        itself, found = described(
            file, "composer", name.lower(), string(manifest.get("version")), line=lines.get("/name")
        )
        yield from found
        if said is not None:
            yield Evidence(
                component=itself, form=said[0], role=Role.DECLARED, statement=said[1], source=_SOURCE, location=where
            )
    elif said is not None:
        form: Form = said[0]
        yield Unowned(form=form, role=Role.DECLARED, statement=said[1], source=_SOURCE, location=where)
    if is_copy(file.path) or file.beside("composer.lock") is not None:
        return
    for section, groups in _GROUPS.items():
        for wanted, specifier in table(manifest.get(section)).items():
            if not is_name(wanted):
                continue
            exact = isinstance(specifier, str) and bool(_EXACT.match(specifier.strip()))
            version = str(specifier).strip() if exact else None
            target = package_purl(wanted, version)
            place = Location(path=path, line=lines.get(f"/{section}/{escaped(wanted)}"))
            yield Component(
                purl=target, kind=Kind.PACKAGE, name=wanted, version=version, groups=groups, locations=(place,)
            )
            yield Edge(source=OWNER, relation=Relation.DEPENDS_ON, target=target, location=place)
