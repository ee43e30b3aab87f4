"""What the user typed, and what it is taken for."""

import io
from pathlib import Path

import pytest

from rail.domain.component import Home
from rail.errors import UsageError
from rail.sources.open import open_input
from rail.sources.spi import MAX_TEXT
from rail.sources.stdin import StandardInput, guess


def kind(text, cwd):
    return type(open_input(text, cwd=cwd)).__name__


def test_each_kind_of_input_has_its_source(tmp_path):
    for name in ("uv.lock", "model.gguf", "a.whl", "b.tar.gz", "c.TGZ", "d.zip"):
        (tmp_path / name).write_text("")
    (tmp_path / "venv").mkdir()
    (tmp_path / "venv" / "pyvenv.cfg").write_text("")
    expected = {
        ".": "Directory",
        "uv.lock": "SingleFile",
        "model.gguf": "SingleFile",
        "a.whl": "Archive",
        "b.tar.gz": "Archive",
        "c.TGZ": "Archive",
        "d.zip": "Archive",
        "pkg:pypi/x@1": "Given",
        "hf:a/b": "Given",
        "-": "StandardInput",
    }
    assert {text: kind(text, tmp_path) for text in expected} == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("nowhere", "expected a path"),
        ("bigscience/bloom", "hf:bigscience/bloom"),
        ("", "expected a path"),
        ("a\0b", "expected a path"),
    ],
)
def test_what_is_not_there_is_a_usage_error_with_advice(tmp_path, text, hint):
    with pytest.raises(UsageError, match="no such file or folder") as caught:
        open_input(text, cwd=tmp_path)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("text", "purl"),
    [
        ("pkg:pypi/Requests@2.0", "pkg:pypi/requests@2.0"),
        ("hf:bigscience/bloom", "pkg:huggingface/bigscience/bloom"),
        ("hf:gpt2", "pkg:huggingface/gpt2"),
        ("hf:bigscience/bloom@refs/pr/1", "pkg:huggingface/bigscience/bloom@refs%2Fpr%2F1"),
        ("hf:datasets/squad", "pkg:huggingface/squad?repository_type=dataset"),
    ],
)
def test_a_package_url_or_hub_id_is_its_own_home(tmp_path, text, purl):
    tree = open_input(text, cwd=tmp_path)
    assert tree.given == purl
    assert list(tree.homes()) == [Home(path="", component=purl)]
    assert list(tree.files()) == []
    assert tree.label == text


@pytest.mark.parametrize("text", ["pkg:nothing", "hf:", "hf:a/b/c", "hf:../x", "hf:a/b@", "hf:a b", "hf:a/b@x y"])
def test_a_malformed_identity_is_a_usage_error(tmp_path, text):
    with pytest.raises(UsageError):
        open_input(text, cwd=tmp_path)


def test_no_absolute_path_gets_into_a_label(tmp_path):
    (tmp_path / "uv.lock").write_text("")
    assert open_input(str(tmp_path), cwd=Path("/")).label == tmp_path.name
    assert open_input(str(tmp_path / "uv.lock"), cwd=Path("/nowhere")).label == "uv.lock"
    assert open_input(".", cwd=tmp_path).root_name == tmp_path.name


def test_a_single_file_is_shown_from_where_the_user_stands_and_can_refer_to_its_neighbours(tmp_path):
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "dev.txt").write_text("-r ../base.txt\n")
    (tmp_path / "base.txt").write_text("")
    (file,) = open_input("requirements/dev.txt", cwd=tmp_path).files()
    assert str(file.path) == "requirements/dev.txt"
    assert str(file.beside("../base.txt").path) == "base.txt"
    (file,) = open_input("dev.txt", cwd=tmp_path / "requirements").files()
    assert file.beside("../base.txt") is None
    (tmp_path / "elsewhere").mkdir()
    (file,) = open_input("../requirements/dev.txt", cwd=tmp_path / "elsewhere").files()
    assert str(file.path) == "dev.txt"


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ('{\n "name": "a",\n "lockfileVersion": 3 }', "package-lock.json"),
        ('{"bomFormat": "CycloneDX"}', "bom.cdx.json"),
        ('{"spdxVersion": "SPDX-2.3"}', "document.spdx.json"),
        ('{"name": "a", "dependencies": {}}', "package.json"),
        ("{}", "document.json"),
        ('version = 1\nrevision = 3\n\n[[package]]\nname = "a"\n', "uv.lock"),
        ('lock-version = "1.0"\n[[packages]]\nname = "a"\n', "pylock.toml"),
        ('[[package]]\nname = "a"\n\n[metadata]\ncontent-hash = "0"\n', "poetry.lock"),
        ('# mine\n[project]\nname = "a"\n', "pyproject.toml"),
        ("Metadata-Version: 2.1\nName: a\n", "stdin.dist-info/METADATA"),
        ("---\nlicense: mit\n---\n# Card\n", "README.md"),
        ("# pinned\nclick==8.1\nrequests[socks]>=2 ; python_version < '4'\n-r base.txt\n", "requirements.txt"),
        ("import os\nfrom transformers import pipeline\n", "code.py"),
        ("Acme License\n\nYou may use this, but not for harm.\n", "LICENSE"),
        ("MIT\n", "LICENSE"),
        ("", "LICENSE"),
    ],
)
def test_a_document_on_standard_input_is_named_after_what_it_looks_like(document, name):
    assert guess(document.encode()) == name


def test_standard_input_is_one_file():
    tree = StandardInput(io.BytesIO(b"\xef\xbb\xbfclick==8.1\n"))
    (file,) = tree.files()
    assert (str(file.path), file.text(), file.size) == ("stdin/requirements.txt", "click==8.1\n", 14)
    assert (file.head(3), file.beside("x"), file.names_beside()) == (b"\xef\xbb\xbf", None, ())
    assert tree.problems() == ()


def test_too_much_on_standard_input_is_a_problem():
    tree = StandardInput(io.BytesIO(b"x" * (MAX_TEXT + 1)))
    assert list(tree.files()) == []
    assert [problem.message for problem in tree.problems()] == ["standard input is larger than 16,777,216 bytes"]


def test_nothing_on_standard_input_is_nothing():
    assert list(StandardInput(io.BytesIO(b"")).files()) == []


def test_a_hostile_document_is_named_in_no_time():
    for document in (
        b"{" * 200_000,
        b"[[package]]\n" * 20_000,
        b"-\n" * 100_000,
        b"import a\n" * 30_000,
        b"a" * 300_000,
    ):
        guess(document)
