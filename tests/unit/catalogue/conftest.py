from pathlib import Path

import pytest

from rail.catalogue.folder import Sources, read_folder
from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue, load

LICENSES = Path(__file__).resolve().parents[3] / "licenses"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture(scope="session")
def index(catalogue: Catalogue) -> Index:
    return Index(catalogue)


@pytest.fixture(scope="session")
def sources() -> Sources:
    return read_folder(LICENSES)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A catalogue of one licence, one use and one model, with nothing wrong in it."""
    folder = tmp_path / "licenses"
    for name, text in SMALL.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        depth = name.count("/")
        schema = f"# yaml-language-server: $schema={'../' * depth}schema/x.json\n"
        path.write_text(text if name.endswith(".json") else schema + text, encoding="utf-8")
    return folder


SMALL = {
    "schema/x.json": "{}",
    "catalogue.yaml": 'version: "2026.11"\n',
    "modes.yaml": "modes:\n  - {id: prohibited, definition: Barred., when: {silent: prohibited}}\n",
    "obligations.yaml": "kinds: {give-copy: Give a copy.}\ntriggers: {distribution: It is passed on.}\n",
    "shared-aliases.yaml": "shared: []\n",
    "uses/military.yaml": "id: military\nlabel: Military use\ndefinition: Use by or for armed forces.\n",
    "profiles/demo-rail-1.0.yaml": """\
id: demo-rail-1.0
name: Demo RAIL 1.0
family: rail
expression: LicenseRef-rail-demo-rail-1.0
artifacts: [model]
identifiers:
  names: [Demo Responsible License]
conduct: "yes"
restrictions:
  - {use: military, mode: prohibited, section: A 1}
complete: true
flow-down: {required: true}
obligations:
  - {kind: give-copy, trigger: distribution}
verification: {level: full-text, sources: [the maker's page]}
""",
    "general/permissive.yaml": "licenses:\n  - {id: MIT, name: MIT License, category: permissive, aliases: [Expat]}\n",
    "models/acme.yaml": """\
models:
  - {id: acme/base, kind: model, license: demo-rail-1.0, confidence: stated, source: the card}
  - {id: acme/tuned, kind: model, license: MIT, base: [acme/base], relation: finetune, confidence: stated, source: card}
""",
}
