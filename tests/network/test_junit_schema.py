"""The JUnit report holds to the schema of Jenkins, which the source archive of pytest carries."""

import subprocess
import sys
import tarfile

import pytest

from tests.unit.report.hostile import ATTACKS, hostile
from tests.unit.report.reports import report
from tests.unit.report.test_writers import written

pytestmark = pytest.mark.network
SDIST = "pytest==8.3.4"
MEMBER = "pytest-8.3.4/testing/example_scripts/junit-10.xsd"


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    xmlschema = pytest.importorskip("xmlschema", reason="xmlschema is not installed")
    folder = tmp_path_factory.mktemp("schema")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", SDIST]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        content = archive.extractfile(MEMBER)
        assert content is not None
        (folder / "junit.xsd").write_bytes(content.read())
    return xmlschema.XMLSchema(str(folder / "junit.xsd"))


@pytest.mark.parametrize("attack", ["none", *ATTACKS])
def test_a_report_is_valid_by_the_schema_of_jenkins(schema, attack):
    value = report() if attack == "none" else hostile(attack)

    assert [str(each.reason) for each in schema.iter_errors(written("junit", value).decode())] == []
