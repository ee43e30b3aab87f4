"""The index: made reproducibly from texts it does not hold, and refused when it is damaged."""

import os
import zipfile
from pathlib import Path

import pytest

from rail.catalogue.load import Catalogue, load
from rail.datafiles import data_folder
from rail.errors import RailError
from rail.identify.build import compile_index, fingerprint
from rail.identify.document import read_document
from rail.identify.fingerprints import Fingerprints, open_fingerprints
from rail.identify.manifest import write_fingerprints
from rail.identify.recognise import recognise
from rail.identify.textsources import folder_texts, scancode_texts
from tests.unit.identify.prints import BOAT, KITE, KITE_2, TEXTS, small_index

NOTICE = "This kite flies under the terms of the club; ask the club for the page that says what everybody may do."
TEXTS_FOLDER = os.environ.get("RAIL_LICENSE_TEXTS")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """A wheel in the shape of ScanCode's, with made-up texts under real keys."""
    path = tmp_path / "scancode_toolkit_mini-1.0-py3-none-any.whl"
    files = {
        "licenses/mit.LICENSE": ("key: mit\nspdx_license_key: MIT", KITE),
        "licenses/json.LICENSE": ("key: json", KITE_2),
        "licenses/harbour.LICENSE": ("key: harbour\nspdx_license_key: LicenseRef-scancode-harbour", BOAT),
        "licenses/old.LICENSE": ("key: old\nis_deprecated: yes", f"{BOAT} Old."),
        "licenses/generic.LICENSE": ("key: generic\nis_generic: yes", f"{BOAT} Any."),
        "rules/mit_1.RULE": ("license_expression: mit\nis_license_text: yes", KITE.replace("it, paint", "it or paint")),
        "rules/mit_2.RULE": ("license_expression: mit\nis_license_text: yes", "Whoever holds a copy of the kite."),
        "rules/mit_3.RULE": ("license_expression: mit\nis_license_notice: yes", NOTICE),
        "rules/pair.RULE": ("license_expression: mit AND json\nis_license_text: yes", KITE + KITE_2),
    }
    with zipfile.ZipFile(path, "w") as out:
        for name, (head, text) in files.items():
            out.writestr(f"licensedcode/data/{name}", f"---\n{head}\n---\n\n{text}")
        out.writestr("licensedcode/match.py", "")
    return path


def test_no_word_of_a_text_is_in_the_index() -> None:
    data = compile_index(TEXTS)
    for word in set(BOAT.split()) - {"boat"}:
        assert len(word) < 6 or word.encode() not in data


def test_the_same_texts_give_the_same_bytes() -> None:
    assert compile_index(TEXTS) == compile_index(TEXTS)


def test_a_text_is_known_by_its_owner_and_length() -> None:
    index = small_index()
    assert len(index) == 3
    known = index.known(1)
    assert (known.id, known.is_profile, known.keys) == ("kite-2", True, ("kite-2.0", "kite-two"))
    assert known.words == index.length(1) == fingerprint(KITE_2)[1]


def test_owners_and_years_do_not_change_a_fingerprint() -> None:
    assert fingerprint(KITE) == fingerprint(KITE.replace("(c) 2020 The Kite Club", "(c) 1987-2031 Jo Doe, all of us"))


def test_texts_with_the_same_words_are_entered_once_under_the_first_owner() -> None:
    index = Fingerprints(compile_index([TEXTS[0], TEXTS[0]._replace(id="again")]))
    assert [index.known(text).id for text in range(len(index))] == ["kite-1"]


@pytest.mark.parametrize("damage", [b"", b"rail-prints/9\n\0\0" + bytes(100), bytes(200)])
def test_what_is_no_index_is_refused(damage: bytes) -> None:
    with pytest.raises(RailError):
        Fingerprints(damage)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.999])
def test_an_index_cut_short_is_refused(share: float) -> None:
    data = compile_index(TEXTS)
    with pytest.raises(RailError, match="cut short"):
        Fingerprints(data[: int(len(data) * share)] if share > 0.1 else data[:20])


def test_a_missing_or_empty_index_is_an_error_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "empty.bin").touch()
    for name in ("none.bin", "empty.bin"):
        with pytest.raises(RailError) as caught:
            open_fingerprints(tmp_path / name)
        assert caught.value.place.endswith(name)


def test_texts_get_the_id_of_the_catalogue_else_of_spdx_else_of_scancode(wheel: Path, catalogue: Catalogue) -> None:
    found = {each.name: (each.known.id, each.known.is_profile) for each in scancode_texts(wheel, catalogue)}
    assert found == {
        "licenses/harbour.LICENSE": ("LicenseRef-scancode-harbour", False),
        "licenses/json.LICENSE": ("json", True),
        "licenses/mit.LICENSE": ("MIT", False),
        "rules/mit_1.RULE": ("MIT", False),
        "rules/mit_3.RULE": ("MIT", False),
    }


def test_a_notice_is_told_from_the_licence(wheel: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    write_fingerprints([wheel], [], catalogue, tmp_path / "out")
    index = open_fingerprints(tmp_path / "out" / "index.bin")
    assert [region.is_notice for region in recognise(read_document(KITE), index).regions] == [False]
    assert [(each.id, each.is_notice) for each in recognise(read_document(NOTICE), index).regions] == [("MIT", True)]


def test_an_unpacked_wheel_is_read_like_the_wheel(wheel: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "unpacked")
    assert scancode_texts(tmp_path / "unpacked", catalogue) == scancode_texts(wheel, catalogue)


def test_a_package_without_texts_is_refused(tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(RailError, match="no licence texts"):
        scancode_texts(tmp_path, catalogue)
    (tmp_path / "broken.whl").write_bytes(b"PK")
    with pytest.raises(RailError, match="wheel"):
        scancode_texts(tmp_path / "broken.whl", catalogue)


def test_loose_texts_are_named_after_their_licence(tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "json_old.txt").write_text(KITE, encoding="utf-8")
    (tmp_path / "MIT.txt").write_text(BOAT, encoding="utf-8")
    assert [(each.known.id, each.known.is_profile) for each in folder_texts(tmp_path, catalogue)] == [
        ("MIT", False),
        ("json", True),
    ]
    (tmp_path / "no-such-licence.txt").touch()
    with pytest.raises(RailError, match="no-such-licence"):
        folder_texts(tmp_path, catalogue)


def test_the_index_and_its_record_are_written_and_read_back(wheel: Path, tmp_path: Path, catalogue: Catalogue) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "hippocratic-3.0.txt").write_text(BOAT, encoding="utf-8")
    manifest = write_fingerprints([wheel], [tmp_path / "texts"], catalogue, tmp_path / "out")
    again = write_fingerprints([wheel], [tmp_path / "texts"], catalogue, tmp_path / "again")
    assert manifest == again
    assert [each.source for each in manifest.inputs] == ["texts", wheel.name]
    index = open_fingerprints(tmp_path / "out" / "index.bin")
    (region,) = recognise(read_document(BOAT), index).regions
    assert region.id == "hippocratic-3.0", "the text of a profile wins over the same text of another"


def test_every_id_in_the_index_is_one_that_the_catalogue_or_spdx_has(catalogue: Catalogue) -> None:
    if not (data_folder() / "licenses" / "fingerprints" / "index.bin").exists():
        pytest.skip("no index")
    index = open_fingerprints()
    known = [index.known(text) for text in range(len(index))]
    assert {each.id for each in known if each.is_profile} <= set(catalogue.profiles)
    assert {each.id for each in known if not each.is_profile}.isdisjoint(catalogue.profiles)


@pytest.mark.skipif(not TEXTS_FOLDER, reason="RAIL_LICENSE_TEXTS names no folder of ScanCode's licence texts")
@pytest.mark.parametrize(
    "key",
    [
        "mit",
        "apache-2.0",
        "gpl-3.0",
        "bigscience-open-rail-m",
        "llama-3.1-license-2024",
        "llama-3.3-license-2024",
        "json",
    ],
)
def test_real_texts_are_named(key: str) -> None:
    assert TEXTS_FOLDER
    text = (Path(TEXTS_FOLDER) / f"{key}.LICENSE").read_text(encoding="utf-8").split("\n---\n", 1)[-1]
    (region,) = recognise(read_document(text)).regions
    assert region.keys == (key,)
    assert region.coverage > 0.99
