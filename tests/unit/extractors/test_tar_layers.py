"""Licence files in the tar layers of a ModelPack artefact are read clause by clause; nothing else comes of a tar."""

import gzip
import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.extractors.models._tarlayer import MAX_LAYER

DOCUMENTS = "application/vnd.cncf.model.doc.v1.tar"
TEXT = "Acme Model Licence\n\nYou may run the model.\nYou must not use the model for crime prediction.\n"


@pytest.fixture(scope="module")
def catalogue():
    return load()


def tar(*members: tuple[str, bytes], link: str = "") -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        if link:
            entry = tarfile.TarInfo(link)
            entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(entry)
    return packed.getvalue()


def layout(folder: Path, layer: bytes, kind: str) -> None:
    def blob(content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        (folder / "blobs/sha256" / digest).write_bytes(content)
        return f"sha256:{digest}"

    (folder / "blobs/sha256").mkdir(parents=True)
    config = blob(json.dumps({"descriptor": {"name": "acme"}}).encode())
    manifest = {
        "artifactType": "application/vnd.cncf.model.manifest.v1+json",
        "config": {"mediaType": "application/vnd.cncf.model.config.v1+json", "digest": config},
        "layers": [{"mediaType": kind, "digest": blob(layer)}],
    }
    (folder / "oci-layout").write_text('{"imageLayoutVersion": "1.0.0"}')
    (folder / "index.json").write_text(json.dumps({"manifests": [{"digest": blob(json.dumps(manifest).encode())}]}))


def scanned(folder: Path, catalogue):
    found = pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=catalogue, cwd=folder)
    answers = {each.restricted.value for each in found.resolutions.values()}
    return answers, [each for each in found.evidence if each.source == "models/ocilayout"], found.problems


@pytest.mark.parametrize("packed", [False, True])
def test_a_licence_in_a_layer_of_documents_is_read(packed, tmp_path, catalogue):
    content = tar(("README", b"words"), ("docs/LICENSE-MODEL.md", TEXT.encode()))
    layout(tmp_path, gzip.compress(content) if packed else content, DOCUMENTS + "+gzip" * packed)

    answers, said, problems = scanned(tmp_path, catalogue)

    assert "yes" in answers
    assert [each.statement.rpartition("/")[2] for each in said] == ["LICENSE-MODEL.md"]
    assert not problems


@pytest.mark.parametrize(
    "layer",
    [
        b"",
        b"no tar" * 1000,
        gzip.compress(b"\0" * (MAX_LAYER + 10)),
        tar(("LICENSE", TEXT.encode()))[:600],
        b"\x1f\x8b\x00",
    ],
    ids=["empty", "other", "bomb", "cut", "broken gzip"],
)
def test_a_layer_that_cannot_be_read_leaves_the_model_unknown_and_says_so(layer, tmp_path, catalogue):
    layout(tmp_path, layer, DOCUMENTS)

    answers, said, problems = scanned(tmp_path, catalogue)

    assert (answers, said) == ({"unknown"}, [])
    assert problems


@pytest.mark.parametrize("kind", [DOCUMENTS, "application/vnd.cncf.model.weight.v1.tar"])
def test_a_link_or_the_tar_of_the_weights_is_no_licence(kind, tmp_path, catalogue):
    layout(tmp_path, tar(("w.bin", b"x"), link="LICENSE") if kind == DOCUMENTS else tar(("LICENSE", b"x")), kind)

    assert scanned(tmp_path, catalogue) == ({"unknown"}, [], ())
