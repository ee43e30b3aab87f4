"""Against the real package indexes, with the settings of this machine (`make test-network`)."""

import os
from pathlib import Path

import pytest

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.evidence import Restricted
from rail.domain.record import Purl
from rail.pipeline.online import open_door

pytestmark = pytest.mark.network


def scan(identity: str, folder: Path, *, deep: bool) -> pipeline.Scan:
    online = open_door(os.environ, Path.home(), folder, deep=deep)
    return pipeline.scan([identity], loaded=Loaded(config=Config()), catalogue=load(), cwd=folder, online=online)


def answer(identity: str, folder: Path, *, deep: bool) -> tuple[Restricted, list[str]]:
    found = scan(identity, folder, deep=deep)
    return found.resolutions[Purl(identity)].restricted, [each.statement for each in found.evidence]


@pytest.mark.parametrize(
    ("identity", "free"), [("pkg:npm/react-leaflet@4.2.1", False), ("pkg:npm/react-leaflet@2.8.0", True)]
)
def test_npm_tells_the_licence_of_the_exact_version(identity: str, tmp_path: Path, *, free: bool) -> None:
    restricted, statements = answer(identity, tmp_path, deep=False)

    assert statements
    assert (restricted is Restricted.NO) is free


def test_what_the_python_index_says_of_requests_restricts_nothing(tmp_path: Path) -> None:
    restricted, _ = answer("pkg:pypi/requests@2.31.0", tmp_path, deep=True)

    assert restricted is Restricted.NO


@pytest.mark.parametrize(
    "identity",
    ["pkg:pypi/qary@0.7.27", "pkg:pypi/sdkit@1.0.103", "pkg:pypi/jslint@0.6.0", "pkg:npm/xlint-jslint@0.1.0"],
)
def test_the_archive_shows_what_the_metadata_does_not(identity: str, tmp_path: Path) -> None:
    restricted, _ = answer(identity, tmp_path, deep=True)

    assert restricted in (Restricted.YES, Restricted.BY_REFERENCE)


def test_a_version_that_was_never_published_stays_unknown(tmp_path: Path) -> None:
    restricted, statements = answer("pkg:npm/left-pad@999.0.0", tmp_path, deep=False)

    assert (restricted, statements) == (Restricted.UNKNOWN, [])


def test_a_license_that_only_the_description_names_is_flagged(tmp_path: Path) -> None:
    identity = "pkg:pypi/llama-cookbook@0.0.5.post1"

    found = scan(identity, tmp_path, deep=True)

    assert found.resolutions[Purl(identity)].restricted is Restricted.UNKNOWN, "of the code nothing is said"
    weights = f"{identity}?artifact=model"
    assert found.resolutions[Purl(weights)].restricted is Restricted.BY_REFERENCE


def test_packages_of_the_corpus_come_out_from_the_real_indexes(corpus: Path, tmp_path: Path) -> None:
    lines = (corpus / "packages.tsv").read_text("utf-8").splitlines()
    names = lines[0].split("\t")
    rows = [dict(zip(names, line.split("\t"), strict=False)) for line in lines[1:] if line]
    wrong = []
    for row in rows:
        kind, name = row["ecosystem"], row["name"].replace("@", "%40")
        found = scan(f"pkg:{kind}/{name}@{row['version']}", tmp_path, deep=True)
        answers = {each.restricted for each in found.resolutions.values()}  # weights in it are components of their own
        verdict = row["verdict"]
        flagged = bool(answers & {Restricted.YES, Restricted.BY_REFERENCE})
        clean = verdict.startswith(("clean", "not behavioural"))
        if flagged is clean or found.problems:
            wrong.append((row["name"], verdict, answers, found.problems))

    assert wrong == []
