"""The layers composed, on small projects made here."""

import os
from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded, Override
from rail.domain.evidence import Restricted, Status
from rail.errors import NothingToScanError, UsageError

PERMISSIVE = """Permission is hereby granted, free of charge, to any person obtaining a copy of this software."""


def scan(folder: Path, *inputs: str, cache: Path | None = None, **options: object) -> pipeline.Scan:
    options.setdefault("loaded", Loaded(config=Config()))
    kept = (lambda: cache) if cache is not None else None
    return pipeline.scan(inputs or ["."], catalogue=load(), cwd=folder, cache=kept, **options)


def distribution(site: Path, name: str, **files: str) -> None:
    folder = site / f"{name}-1.0.dist-info"
    folder.mkdir(parents=True)
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nLicense: MIT\n")
    for path, text in files.items():
        (folder / path).write_text(text)


def test_a_model_loaded_in_code_is_found_with_its_licence_and_its_place(tmp_path):
    (tmp_path / "app.py").write_text('\nAutoModel.from_pretrained("bigscience/bloom")\n')
    found = scan(tmp_path)

    model = found.components["pkg:huggingface/bigscience/bloom"]
    assert [(place.path, place.line) for place in model.locations] == [("app.py", 2)]
    assert found.resolutions[model.purl].licenses == ("bigscience-bloom-rail-1.0",)
    assert found.resolutions[model.purl].restricted is Restricted.BY_REFERENCE


def test_what_only_the_table_of_known_models_says_names_it_as_its_source(tmp_path):
    (tmp_path / "app.py").write_text('AutoModel.from_pretrained("bigscience/bloom")\n')
    said = [each for each in scan(tmp_path).evidence if each.component == "pkg:huggingface/bigscience/bloom"]

    assert [each.source for each in said] == ["catalogue"]
    assert "stated" in said[0].statement or "secondary" in said[0].statement


def test_a_metadata_tag_over_a_text_nobody_knows_is_unknown(tmp_path):
    site = tmp_path / "lib" / "python3.11" / "site-packages"
    distribution(
        site, "tagged", LICENSE="Zorp the flimflam unto the seventh wizzle, and let no gribbet be frobbed.\n" * 4
    )
    found = scan(tmp_path, f"env:{site}")

    assert found.resolutions["pkg:pypi/tagged@1.0"].restricted is Restricted.UNKNOWN


def test_without_texts_licence_files_are_listed_and_stay_unknown(tmp_path):
    site = tmp_path / "lib" / "python3.11" / "site-packages"
    distribution(site, "shipped", LICENSE="Zorp.\n")
    distribution(site, "bare")
    found = scan(tmp_path, f"env:{site}", texts=False)

    assert found.resolutions["pkg:pypi/shipped@1.0"].restricted is Restricted.UNKNOWN
    assert found.resolutions["pkg:pypi/bare@1.0"].restricted is Restricted.NO
    assert any(each.statement.endswith("shipped-1.0.dist-info/LICENSE") for each in found.evidence)


def test_the_answer_is_the_same_with_a_warm_cache(tmp_path):
    site = tmp_path / "lib" / "python3.11" / "site-packages"
    distribution(site, "shipped", LICENSE="You may not use this software for military purposes.\n")
    first = scan(tmp_path, f"env:{site}", cache=tmp_path / "cache")
    second = scan(tmp_path, f"env:{site}", cache=tmp_path / "cache")

    assert list((tmp_path / "cache").glob("readings-*"))
    assert first == second
    assert first.resolutions["pkg:pypi/shipped@1.0"].restricted is Restricted.YES


@pytest.mark.parametrize("content", [b"", b"\xc1nonsense", b"\x80"])
def test_a_broken_cache_costs_time_and_nothing_else(tmp_path, content):
    site = tmp_path / "lib" / "python3.11" / "site-packages"
    distribution(site, "shipped", LICENSE="You may not use this software for military purposes.\n")
    scan(tmp_path, f"env:{site}", cache=tmp_path / "cache")
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(content)

    found = scan(tmp_path, f"env:{site}", cache=tmp_path / "cache")

    assert found.resolutions["pkg:pypi/shipped@1.0"].restricted is Restricted.YES


def test_a_cache_that_cannot_be_written_is_left_alone(tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    (tmp_path / "LICENSE").write_text("You may not use this software for military purposes.\n")

    assert scan(tmp_path, cache=tmp_path / "cache").resolutions


def test_an_override_decides_alone_and_ends_on_its_date(tmp_path):
    (tmp_path / "app.py").write_text('AutoModel.from_pretrained("bigscience/bloom")\n')
    rule = Override(component="pkg:huggingface/bigscience/*", license="MIT", reason="contract", until="2026-06-30")
    loaded = Loaded(config=Config(override=(rule,)))

    during = scan(tmp_path, loaded=loaded, today="2026-06-30").resolutions["pkg:huggingface/bigscience/bloom"]
    after = scan(tmp_path, loaded=loaded, today="2026-07-01").resolutions["pkg:huggingface/bigscience/bloom"]

    assert (during.restricted, during.status) == (Restricted.NO, Status.RESOLVED)
    assert after.restricted is Restricted.BY_REFERENCE


def test_an_override_that_names_no_licence_is_an_error(tmp_path):
    (tmp_path / "app.py").write_text('AutoModel.from_pretrained("bigscience/bloom")\n')
    rule = Override(component="pkg:huggingface/*", license="whatever we agreed", reason="contract")

    with pytest.raises(UsageError, match="names no licence"):
        scan(tmp_path, loaded=Loaded(config=Config(override=(rule,))))


def test_an_empty_folder_is_nothing_to_scan(tmp_path):
    with pytest.raises(NothingToScanError):
        scan(tmp_path)


def test_two_inputs_keep_their_paths_apart(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "app.py").write_text('AutoModel.from_pretrained("bigscience/bloom")\n')
    model = scan(tmp_path, "one", "two").components["pkg:huggingface/bigscience/bloom"]

    assert [place.path for place in model.locations] == ["one/app.py", "two/app.py"]


def test_the_order_of_inputs_does_not_change_what_is_found(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "app.py").write_text(f'AutoModel.from_pretrained("bigscience/bloom-{name}")\n')
    forth, back = scan(tmp_path, "one", "two"), scan(tmp_path, "two", "one")

    assert forth.components.keys() == back.components.keys()
    assert forth.resolutions == back.resolutions


def test_readings_of_long_ago_are_forgotten(tmp_path):
    (tmp_path / "cache").mkdir()
    for name, age in (
        ("readings-old.msgpack", 10**7),
        ("readings-of-yesterday.msgpack", 10**5),
        ("foreign.txt", 10**7),
    ):
        (tmp_path / "cache" / name).write_bytes(b"")
        stamp = (tmp_path / "cache").stat().st_mtime - age
        os.utime(tmp_path / "cache" / name, (stamp, stamp))
    (tmp_path / "LICENSE").write_text("You may not use this software for military purposes.\n")
    scan(tmp_path, cache=tmp_path / "cache")

    left = {each.name for each in (tmp_path / "cache").iterdir()}
    assert "readings-old.msgpack" not in left
    assert {"readings-of-yesterday.msgpack", "foreign.txt"} < left


def test_a_text_that_the_user_names_is_read_whatever_it_is_called(tmp_path):
    (tmp_path / "terms-of-ours.txt").write_text("You may not use this software for military purposes.\n")
    found = scan(tmp_path, "terms-of-ours.txt")

    assert [each.restricted for each in found.resolutions.values()] == [Restricted.YES]


def test_a_lockfile_that_the_user_names_is_not_taken_for_a_text(tmp_path):
    (tmp_path / "requirements.txt").write_text("requests==2.32.0\n")
    found = scan(tmp_path, "requirements.txt")

    assert "pkg:pypi/requests@2.32.0" in found.components
    assert not found.evidence


def test_an_input_that_is_called_like_the_second_of_two_others_does_not_speak_for_it(tmp_path):
    forbidding = "You may not put this program to work in weapons, nor for the forecasting of crimes."
    for folder, text in (("one/app", PERMISSIVE), ("two/app", forbidding), ("app~2", PERMISSIVE)):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "LICENSE").write_text(text)
    inputs = [str(tmp_path / each) for each in ("one/app", "two/app", "app~2")]

    found = scan(tmp_path, *inputs)

    assert len(set(found.inputs)) == len(inputs)
    assert Restricted.YES in {each.restricted for each in found.resolutions.values()}
