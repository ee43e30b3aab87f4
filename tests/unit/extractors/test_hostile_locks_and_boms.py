"""Lockfiles and bills of materials in the hands of somebody who means harm: values or a ReadError, and quickly."""

import contextlib
import importlib
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rail.domain.component import Component, Edge, Home, Kind
from rail.domain.evidence import Evidence, Unowned
from rail.errors import ReadError
from rail.extractors.spi import EXTRACTORS
from rail.purl import split

FOUND = (Component, Edge, Evidence, Unowned, Home)
TOML = """[[package]]
name = "a"
version = "1"
category = "main"
optional = true
extras = ["x"]
groups = ["main", "default"]
git = "https://user:pw@example.org/a.git"
files = [
    {file = "a", hash = "b"},
]
dependencies = ["b[x]>=1"]

[[package]]
name = "b"
version = "2"

[package.dependencies]
a = [{version = "1"}]

[package.source]
type = "git"
url = "https://example.org/b"

[extras]
x = ["a"]

[metadata]
lock-version = "2.1"
lock_version = "4.5"
"""
BOM = {
    "bomFormat": "CycloneDX",
    "specVersion": "1.6",
    "metadata": {"component": {"name": "whole", "bom-ref": "w"}},
    "components": [
        {
            "type": "machine-learning-model",
            "name": "m",
            "version": "1",
            "bom-ref": "m",
            "purl": "pkg:huggingface/a/m@1",
            "licenses": [{"license": {"id": "MIT"}}, {"expression": "MIT"}, {"license": {"name": "other", "url": "x"}}],
            "pedigree": {"ancestors": [{"name": "b"}]},
            "modelCard": {"modelParameters": {"datasets": [{"ref": "d"}, {"type": "dataset", "name": "e"}]}},
            "components": [
                {"name": "c", "scope": "optional", "properties": [{"name": "cdx:poetry:group", "value": "x"}]}
            ],
            "externalReferences": [{"url": "https://huggingface.co/a/m"}],
        },
        {"type": "data", "name": "d", "bom-ref": "d", "data": [{"type": "dataset", "contents": {"url": "y"}}]},
    ],
    "dependencies": [{"ref": "w", "dependsOn": ["m"]}, {"ref": "m", "dependsOn": ["d", "m"]}],
}
XML = """<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>
<component type="library" bom-ref="a"><name>a</name><version>1</version><purl>pkg:pypi/a@1</purl>
<licenses><license><name>x</name><text>y</text></license><expression>MIT</expression></licenses>
<pedigree><ancestors><component><name>b</name></component></ancestors></pedigree></component>
</components><dependencies><dependency ref="a"><dependency ref="b"/></dependency></dependencies></bom>
"""
SPDX2 = {
    "spdxVersion": "SPDX-2.3",
    "documentDescribes": ["SPDXRef-a"],
    "packages": [
        {
            "name": "a",
            "SPDXID": "SPDXRef-a",
            "versionInfo": "1",
            "licenseDeclared": "LicenseRef-1",
            "licenseConcluded": "MIT",
            "licenseInfoFromFiles": ["MIT"],
            "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:pypi/a"}],
        }
    ],
    "hasExtractedLicensingInfos": [{"licenseId": "LicenseRef-1", "name": "x"}],
    "relationships": [
        {"spdxElementId": "SPDXRef-a", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-a"}
    ],
}
SPDX3 = {
    "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
    "@graph": [
        {"type": "ai_AIPackage", "spdxId": "urn:a", "name": "a", "software_packageUrl": "pkg:pypi/a@1"},
        {"type": "expandedlicensing_DisjunctiveLicenseSet", "spdxId": "urn:l", "member": ["urn:l", "urn:m"]},
        {"type": "simplelicensing_LicenseExpression", "spdxId": "urn:m", "licenseExpression": "MIT"},
        {"type": "Relationship", "from": "urn:a", "relationshipType": "hasDeclaredLicense", "to": ["urn:l"]},
        {"type": "Relationship", "from": "urn:a", "relationshipType": "dependsOn", "to": ["urn:a"], "scope": "test"},
    ],
}
CONDA_LOCK = """version: 1
package:
- name: a
  version: 1.10
  manager: pip
  platform: linux-64
  dependencies: {b: ">=1"}
  category: dev
"""
PIXI = """version: 6
environments: {default: {packages: {linux-64: [conda: https://x.org/linux-64/a-1-0.conda]}}}
packages:
- conda: https://x.org/linux-64/a-1-0.conda
  license: MIT
  depends: [b >=1]
- pypi: ./
  name: b
  requires_dist: [a]
"""
TARGETS = {
    "python/poetrylock": ("poetry.lock", TOML),
    "python/pdmlock": ("pdm.lock", TOML),
    "python/pipfile": (
        "Pipfile",
        '[packages]\na = "==1"\nb = {git = "https://u:p@x.org/b", ref = "c"}\n[dev-packages.c]\nversion = "*"\n',
    ),
    "python/pipfilelock": (
        "Pipfile.lock",
        '{"default": {"a": {"version": "==1"}, "b": {"git": "https://u:p@x.org"}}, "develop": {"c": {"file": "x"}}}',
    ),
    "python/setupcfg": (
        "setup.cfg",
        (
            "[metadata]\nname = a\nlicense = MIT\nlicense_files = L*\n[options]\ninstall_requires =\n  b\n"
            "[options.extras_require]\nx = c; d\n"
        ),
    ),
    "python/setuppy": (
        "setup.py",
        (
            "import setuptools\nA = ['b'] + C\nC = A\nD = {'x': A}\nD['y'] = 3\n"
            "setuptools.setup(name='a', install_requires=[*A, f'{A}'], extras_require=dict(z=A, **D), **D)\n"
        ),
    ),
    "conda/environment": (
        "environment.yml",
        "dependencies:\n- a=1\n- x::b==1=2\n- pip:\n  - c==1\n  - -e .\n",
    ),
    "conda/condalock": ("conda-lock.yml", CONDA_LOCK),
    "conda/pixilock": ("pixi.lock", PIXI),
    "conda/condameta": ("conda-meta/a.json", '{"name": "a", "version": "1", "license": "MIT", "depends": ["b >=1"]}'),
    "sbom/cyclonedx": ("bom.json", json.dumps(BOM, indent=1)),
    "sbom/cyclonedxxml": ("bom.xml", XML),
    "sbom/spdx2": ("a.spdx.json", json.dumps(SPDX2, indent=1)),
    "sbom/spdx2tagvalue": (
        "a.spdx",
        (
            "SPDXVersion: SPDX-2.3\nPackageName: a\nSPDXID: SPDXRef-a\nExternalRef: X purl pkg:pypi/a@1\n"
            "PackageLicenseDeclared: LicenseRef-1\nLicenseID: LicenseRef-1\nLicenseName: <text>x\ny</text>\n"
            "Relationship: SPDXRef-a DEPENDS_ON SPDXRef-a\n"
        ),
    ),
    "sbom/spdx3": ("a.spdx3.json", json.dumps(SPDX3, indent=1)),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def read_all(name, file):
    """Return what the extractor yields, having checked that it yields only what it may."""
    importlib.import_module(f"rail.extractors.{name.replace('/', '.')}")
    found = []
    fault = None
    try:
        found += EXTRACTORS[name].extract(file)
    except ReadError as caught:
        fault = caught
    assert all(isinstance(each, FOUND) for each in found)
    assert fault is None or (fault.problem and fault.place == str(file.path))
    for each in found:
        if isinstance(each, Component) and each.kind is Kind.PACKAGE and "?" not in each.purl:
            assert each.version == split(each.purl)[2], each  # else the inventory would take it for another one
    return found


@pytest.mark.parametrize("name", TARGETS)
def test_the_good_file_is_read(one_file, name):
    path, good = TARGETS[name]
    found = read_all(name, one_file(path, good))
    assert any(isinstance(each, Component) for each in found)
    assert not any("u:p@" in str(each) or ":pw@" in str(each) for each in found)


@pytest.mark.parametrize("name", TARGETS)
def test_any_damage_to_a_good_file_gives_values_or_a_read_error(one_file, name):
    path, good = TARGETS[name]

    @settings(max_examples=100, deadline=None)
    @given(st.data())
    def damaged(data):
        raw = bytearray(good.encode())
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(raw)))
            cut = data.draw(st.integers(0, 12))
            raw[at : at + cut] = data.draw(
                st.binary(max_size=6)
                | st.sampled_from([b'"', b"{", b"[", b"]", b"\n", b"= 1\n", b"&a ", b"*a", b"<a>"])
            )
        read_all(name, one_file(path, bytes(raw)))

    damaged()


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("sbom/cyclonedx", BOM),
        ("sbom/spdx2", SPDX2),
        ("sbom/spdx3", SPDX3),
        ("python/pipfilelock", json.loads(TARGETS["python/pipfilelock"][1])),
        ("conda/condameta", json.loads(TARGETS["conda/condameta"][1])),
    ],
)
def test_any_type_may_stand_in_any_field(one_file, name, document):
    paths = list(places(document))

    @settings(max_examples=150, deadline=None)
    @given(st.sampled_from(paths), JSON)
    @example(paths[-1], {"a": [None]})
    def anywhere(place, value):
        changed = json.loads(json.dumps(document))
        holder = changed
        for step in place[:-1]:
            holder = holder[step]
        holder[place[-1]] = value
        read_all(name, one_file(TARGETS[name][0], json.dumps(changed)))

    anywhere()


def places(value, above=()):
    """Yield the way to each value inside a document."""
    for key, each in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*above, key)
        if isinstance(each, dict | list):
            yield from places(each, (*above, key))


NESTED_BOM = '{"bomFormat": "CycloneDX", "components": [' + '{"name": "a", "components": [' * 400 + "]}" * 400 + "]}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sbom/cyclonedx", '{"bomFormat": "CycloneDX", "a": ' + "[" * 200_000),
        ("sbom/cyclonedx", NESTED_BOM),
        ("sbom/spdx3", '{"@context": "spdx.org/rdf/3", "@graph":' * 5_000),
        ("sbom/cyclonedxxml", "<cyclonedx>" + "<a>" * 100_000),
        ("sbom/cyclonedxxml", '<?xml version="1.0" encoding="utf-77"?><cyclonedx/>'),
        ("sbom/cyclonedxxml", '<!-- cyclonedx --><!DOCTYPE a SYSTEM "https://example.org/x.dtd"><bom/>'),
        ("conda/environment", "dependencies: " + "[" * 200_000),
        ("conda/environment", "dependencies:\n" + "- " * 100_000),
        ("conda/environment", "dependencies: &x [*x]\n"),
        (
            "conda/environment",
            "a0: &a0 [x]\n"
            + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))
            + "dependencies: []",
        ),
        ("conda/condalock", "package:\n" + "".join(" " * n + "a:\n" for n in range(3_000))),
        ("conda/pixilock", "packages: {" * 100_000),
        ("python/setuppy", "setup(" + "(" * 100_000),
        ("python/setuppy", "setup(install_requires=" + "[] + " * 5_000 + "[])"),
        ("python/poetrylock", "a = " + "[" * 100_000),
        ("python/pipfile", "a = " + "{a=" * 50_000),
    ],
)
def test_what_is_nested_too_deeply_is_a_read_error(one_file, name, text):
    importlib.import_module(f"rail.extractors.{name.replace('/', '.')}")
    with pytest.raises(ReadError):
        list(EXTRACTORS[name].extract(one_file(TARGETS[name][0], text)))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("python/poetrylock", '[[package]]\nname = "a"\nversion = "1"\n[package.dependencies]\na = "1"\n' * 3_000),
        ("python/pdmlock", '[[package]]\nname = "a"\nversion = "1"\ndependencies = ["a"]\n' * 3_000),
        ("python/setuppy", "A = []\n" + "A += A + A\n" * 3_000 + "setup(install_requires=A)"),
        ("python/setupcfg", "[metadata]\nname = a\n[options]\ninstall_requires =\n" + "  b\n" * 5_000),
        ("python/pipfilelock", json.dumps({"default": {f"a{n}": {"version": "==1"} for n in range(5_000)}})),
        ("conda/condalock", "version: 1\npackage:\n" + "- {name: a, dependencies: {a: x}}\n" * 5_000),
        (
            "conda/pixilock",
            "version: 6\npackages:\n" + "- {conda: https://x/linux-64/a-1-0.conda, depends: [a]}\n" * 5_000,
        ),
        ("sbom/spdx2tagvalue", "SPDXVersion: SPDX-2.3\n" + "PackageName: <text>a\n" * 50_000),
        ("sbom/cyclonedx", json.dumps({**BOM, "components": BOM["components"] * 2_000})),
        (
            "sbom/spdx3",
            json.dumps(
                {
                    "@context": "spdx.org/rdf/3",
                    "@graph": [
                        {"type": "ai_AIPackage", "spdxId": "urn:a", "name": "a"},
                        {
                            "type": "Relationship",
                            "from": "urn:a",
                            "relationshipType": "hasDeclaredLicense",
                            "to": "urn:0",
                        },
                        *(
                            {"type": "ConjunctiveLicenseSet", "spdxId": f"urn:{n}", "member": [f"urn:{n + 1}"] * 4}
                            for n in range(40)
                        ),
                    ],
                }
            ),
        ),
    ],
)
def test_work_grows_with_the_document_and_no_faster(one_file, name, text):
    read_all(name, one_file(TARGETS[name][0], text))  # the test would not end otherwise


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7", "utf-32", "cp037"])
def test_no_entity_is_expanded_in_any_encoding(one_file, encoding):
    bomb = XML.replace("<bom", '<!DOCTYPE bom [<!ENTITY b "bomb">]><bom').replace("<name>a<", "<name>&b;<")
    data = bomb.replace("?>", f' encoding="{encoding}"?>', 1).encode(encoding)
    importlib.import_module("rail.extractors.sbom.cyclonedxxml")
    found = []
    with contextlib.suppress(ReadError):
        found += EXTRACTORS["sbom/cyclonedxxml"].extract(one_file("bom.xml", data))
    assert not any("bomb" in str(each) for each in found)


def test_a_build_script_is_read_and_never_run(one_file, tmp_path):
    mark = tmp_path / "ran"
    script = (
        f"open({str(mark)!r}, 'w').close()\nfrom setuptools import setup\nsetup(name='a', install_requires=['b'])\n"
    )
    found = read_all("python/setuppy", one_file("setup.py", script))
    assert any(isinstance(each, Component) and each.name == "b" for each in found)
    assert not mark.exists()
