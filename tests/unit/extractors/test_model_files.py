"""Headers of model files: only the head is read, and whatever the bytes are, nothing but `ReadError` comes out."""

import contextlib
import json
import os
import struct
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.component import LINEAGE, Component, Edge, Engagement, Kind
from rail.domain.evidence import Form, Unowned
from rail.errors import ReadError
from rail.extractors.models import (
    adapterconfig,
    croissant,
    gguf,
    kitfile,
    mergekit,
    mlmodel,
    modelfile,
    onnx,
    safetensors,
)

TEXT = "Acme Model Licence\n\nYou may run the model.\nYou must not use the model for crime prediction.\n"
CASES = Path(__file__).parents[2] / "cases" / "extractors" / "models"
BINARY = {
    "m.gguf": (gguf.extract, CASES / "gguf/licence-base-and-datasets/input/model-Q4_K_M.gguf"),
    "m.safetensors": (safetensors.extract, CASES / "safetensors/name-and-merge/input/models/lora.safetensors"),
    "m.onnx": (onnx.extract, CASES / "onnx/licence-in-metadata/input/m.onnx"),
}
WRITTEN = {
    "adapter_config.json": (adapterconfig.extract, '{"base_model_name_or_path": "acme/b", "revision": "1"}'),
    "Modelfile": (modelfile.extract, 'FROM acme\nLICENSE """\na\nb\nc\n"""\n'),
    "MLmodel": (mlmodel.extract, "flavors:\n  a:\n    source_model_name: acme/b\nmetadata:\n  license: mit\n"),
    "Kitfile": (kitfile.extract, "model:\n  license: mit\n  parts:\n  - license: a\ndatasets:\n- license: b\n"),
    "merge.yml": (
        mergekit.extract,
        "merge_method: x\nmodels:\n- model: acme/b@1\nslices:\n- sources:\n  - model: c/d\n",
    ),
    "croissant.json": (croissant.extract, '{"cr:a": 1, "license": ["mit", {"@id": "x"}], "isBasedOn": "a/b"}'),
}
FOUND = (Component, Edge, Unowned)


class HugeFile:
    """A file of 40 GB of which only the head may be asked for."""

    size = 40 * 1024**3

    def __init__(self, path, start):
        self.where = path
        self.path = Path(path)
        self.asked = 0
        self._start = start

    def head(self, count):
        self.asked = max(self.asked, count)
        return (self._start + b"\0" * max(0, count - len(self._start)))[:count]

    def read(self, _limit=0):
        raise AssertionError("a huge file was read whole")

    text = read

    def beside(self, _name):
        return None

    def names_beside(self):
        return ()


def drain(found):
    """Return all that an extractor yields before it ends or raises."""
    out = []
    with contextlib.suppress(ReadError):
        for each in found:
            out.append(each)  # noqa: PERF402 -- what came before the fault counts
    assert all(isinstance(each, FOUND) for each in out)
    return out


@pytest.mark.parametrize("name", BINARY)
def test_of_40_gigabytes_only_the_head_is_read(name):
    extract, example = BINARY[name]
    file = HugeFile(name, example.read_bytes())

    found = drain(extract(file))

    assert any(isinstance(each, Unowned) for each in found) or name == "m.onnx"
    assert file.asked <= 1024 * 1024


@pytest.mark.parametrize("name", ["m.gguf", "m.safetensors"])
def test_a_scan_reads_only_the_header_of_40_gigabytes_on_disk(name, tmp_path, monkeypatch):
    _, example = BINARY[name]
    with (tmp_path / name).open("wb") as file:
        file.write(example.read_bytes())
        try:
            file.truncate(40 * 1024**3)
        except OSError:
            pytest.skip("no sparse files here")
    taken = []
    read = os.read
    monkeypatch.setattr(os, "read", lambda descriptor, count: taken.append(len(got := read(descriptor, count))) or got)

    found = scanned(tmp_path, {})

    assert Engagement.REDISTRIBUTES in {each.engagement for each in found.components.values()}
    assert sum(taken) < 8 * 1024**2


@pytest.mark.parametrize("name", BINARY)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_broken_bytes_give_values_or_a_read_error(name, data, one_file):
    extract, example = BINARY[name]
    content = bytearray(example.read_bytes())
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))

    drain(extract(one_file(name, bytes(content[:cut]))))
    drain(extract(one_file(name, data.draw(st.binary(max_size=200)))))


@pytest.mark.parametrize("name", WRITTEN)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_broken_words_give_values_or_a_read_error(name, data, one_file):
    extract, example = WRITTEN[name]
    at = data.draw(st.integers(0, len(example)))
    to = data.draw(st.integers(at, len(example)))
    junk = data.draw(st.sampled_from(["", "\0", "[" * 300, "{", "'", '"""', "&a", "*a", "\t", "a: b\n", "\u202e", "/"]))

    drain(extract(one_file(name, example[:at] + junk + example[to:])))
    drain(extract(one_file(name, data.draw(st.binary(max_size=120)))))


@pytest.mark.parametrize("name", ["MLmodel", "Kitfile", "merge.yml"])
def test_deep_nesting_is_refused_before_the_parser_sees_it(name, one_file):
    extract, _ = WRITTEN[name]

    with pytest.raises(ReadError, match="nested"):
        list(extract(one_file(name, "merge_method: " + "[" * 200_000)))


def test_a_huge_vocabulary_does_not_hide_what_follows(one_file):
    def text(value):
        return struct.pack("<Q", len(value)) + value

    tokens = struct.pack("<IQ", 8, 300_000) + text(b"token") * 300_000
    pairs = text(b"tokenizer.ggml.tokens") + struct.pack("<I", 9) + tokens
    pairs += text(b"general.license") + struct.pack("<I", 8) + text(b"openrail")
    head = b"GGUF" + struct.pack("<IQQ", 3, 0, 2) + pairs

    said = [each.statement for each in gguf.extract(one_file("m.gguf", head)) if isinstance(each, Unowned)]

    assert said == ["openrail"]


@pytest.mark.parametrize("depth", [3, 4, 5, 2000])
def test_lists_of_lists_end_the_walk(depth, one_file):
    key = struct.pack("<Q", 9) + b"general.x" + struct.pack("<I", 9)
    head = b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + key + struct.pack("<IQ", 9, 1) * depth

    with pytest.raises(ReadError):
        list(gguf.extract(one_file("m.gguf", head)))


def header(metadata):
    content = json.dumps({"__metadata__": metadata}).encode()
    return struct.pack("<Q", len(content)) + content


def scanned(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return pipeline.scan(["."], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder)


@pytest.mark.parametrize(
    ("name", "content"),
    [("w/m.safetensors", header({"modelspec.license": TEXT})), ("w/Modelfile", f'FROM acme\nLICENSE """{TEXT}"""\n')],
)
def test_a_licence_text_inside_a_model_file_is_read_clause_by_clause(tmp_path, name, content):
    found = scanned(tmp_path, {name: content})

    uses = {bar.use for each in found.resolutions.values() for bar in each.restrictions}
    assert "law-enforcement.crime-prediction" in uses
    assert [each.form for each in found.evidence if each.statement.startswith(f"{name}#")] == [Form.TEXT]


def test_weights_in_the_tree_are_passed_on_with_the_licence_of_the_card_above_them(tmp_path):
    card = "---\nlicense: openrail\n---\n"
    found = scanned(tmp_path, {"model/README.md": card, "model/unet/m.safetensors": header({"format": "pt"})})

    engaged = {each.name: each.engagement for each in found.components.values() if each.kind is Kind.MODEL}
    assert list(engaged.values()) == [Engagement.REDISTRIBUTES]


def test_weights_of_which_nobody_speaks_are_no_component_of_their_own(tmp_path):
    found = scanned(tmp_path, {"LICENSE": "MIT License\n", "m.safetensors": header({"format": "pt"})})

    assert [each.kind for each in found.components.values()] == [Kind.CODE]


def test_a_lora_says_what_it_was_trained_on_and_inherits_its_restrictions(tmp_path):
    meta = {"modelspec.license": "apache-2.0", "ss_sd_model_name": "runwayml/stable-diffusion-v1-5"}
    found = scanned(tmp_path, {"lora/l.safetensors": header({**meta, "ss_network_module": "networks.lora"})})

    part = next(each for each in found.components if "artifact=model" in each)
    assert {bar.from_ for bar in found.resolutions[part].restrictions} == {
        "pkg:huggingface/runwayml/stable-diffusion-v1-5"
    }


@pytest.mark.parametrize(
    ("metadata", "base"),
    [
        ({"ss_base_model_version": "sd_v1", "ss_sd_model_name": "mix.ckpt"}, "CompVis/stable-diffusion-v1-4"),
        ({"ss_base_model_version": "sdxl_base_v1-0"}, "stabilityai/stable-diffusion-xl-base-1.0"),
        ({"modelspec.architecture": "stable-diffusion-v2-768-v/lora"}, "stabilityai/stable-diffusion-2"),
        ({"ss_base_model_version": "sd_v1", "ss_sd_model_name": "acme/knights"}, "acme/knights"),
        ({"modelspec.architecture": "stable-diffusion-xl-v1-base"}, None),
        ({"ss_base_model_version": "acme_v1"}, None),
    ],
)
def test_an_adapter_whose_base_is_a_file_elsewhere_is_of_the_family_that_its_trainer_noted(
    tmp_path: Path, metadata: dict[str, str], base: str | None
) -> None:
    found = scanned(tmp_path, {"l.safetensors": header(metadata)})
    targets = {
        edge.target for edge in found.edges if edge.relation in LINEAGE and edge.source.startswith("pkg:generic")
    }
    assert targets >= ({f"pkg:huggingface/{base}"} if base else set())
    assert bool(targets) is bool(base)
