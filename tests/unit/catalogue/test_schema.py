"""The generated schemas describe the files, as an editor would check them."""

import json

import jsonschema
import pytest

from rail.catalogue.documents import read_document
from rail.catalogue.schema import schemas
from tests.unit.catalogue.conftest import LICENSES

SMALL = ("profiles/*.yaml", "uses/*.yaml", "general/families.yaml", "models/registries/*.yaml", "*.yaml")


def test_the_schemas_in_the_folder_are_up_to_date():
    assert {path.name: path.read_bytes() for path in (LICENSES / "schema").iterdir()} == schemas()


@pytest.mark.parametrize("pattern", SMALL)
def test_every_file_agrees_with_the_schema_that_its_first_line_names(pattern: str):
    paths = sorted(LICENSES.glob(pattern))

    assert paths
    for path in paths:
        named = path.read_text(encoding="utf-8").partition("\n")[0].partition("$schema=")[2]
        schema = json.loads((path.parent / named).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(read_document(path, dict))


def test_a_misspelt_key_does_not_agree():
    schema = json.loads(schemas()["use.json"])

    with pytest.raises(jsonschema.ValidationError, match="Additional properties"):
        jsonschema.validate({"id": "a", "label": "A", "definition": "A.", "labell": "A"}, schema)
