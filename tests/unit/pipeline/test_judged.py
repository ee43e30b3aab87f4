"""What is held against the declared uses: what the project deals with, and not what it is built on a second time."""

import pytest
from msgspec.structs import replace

from rail import pipeline
from rail.catalogue.load import load
from rail.config.schema import Config, Loaded
from rail.domain.component import Component, Edge, Engagement, Kind, Relation
from rail.domain.evidence import Resolution, Restricted, Status
from rail.domain.record import Purl
from rail.domain.use import UseCase
from rail.domain.verdict import Verdict

LOADED = Loaded(config=Config(use_case=(UseCase(id="demo", uses=("law-enforcement",)),)))
BASE = "pkg:huggingface/runwayml/stable-diffusion-v1-5"
CARD = "---\nlicense: mit\nbase_model: runwayml/stable-diffusion-v1-5\n---\n"


@pytest.fixture(scope="module")
def catalogue():
    return load()


def verdicts(folder, catalogue) -> dict[str, Verdict]:
    scan = pipeline.scan(["."], loaded=LOADED, catalogue=catalogue, cwd=folder)
    report = pipeline.check(scan, loaded=LOADED, catalogue=catalogue, today="2026-11-22")
    return {each.component: each.verdict for each in report.determinations}


def test_what_a_base_bars_is_told_of_what_is_built_on_it_and_not_twice(tmp_path, catalogue):
    (tmp_path / "README.md").write_text(CARD)

    found = verdicts(tmp_path, catalogue)

    assert BASE not in found
    assert list(found.values()) == [Verdict.PROHIBITED]


def test_a_base_that_the_code_loads_too_is_judged_by_itself(tmp_path, catalogue):
    (tmp_path / "README.md").write_text(CARD)
    (tmp_path / "app.py").write_text('pipe = DiffusionPipeline.from_pretrained("runwayml/stable-diffusion-v1-5")\n')

    assert verdicts(tmp_path, catalogue)[BASE] is Verdict.PROHIBITED


@pytest.mark.parametrize("kind", [Kind.MODEL, Kind.CODE])
def test_a_base_is_judged_where_nothing_that_is_judged_is_built_on_it(kind, catalogue):
    """Two models that only name one another, or a base of the project's own code, of which nothing is told."""
    base = Component(
        purl=Purl(BASE), kind=Kind.MODEL, name="sd", engagement=Engagement.REFERENCES, found_by=("sbom/x",)
    )
    engagement = Engagement.USES if kind is Kind.CODE else Engagement.REFERENCES
    other = replace(base, purl=Purl("pkg:generic/other"), kind=kind, engagement=engagement, root=kind is Kind.CODE)
    edges = tuple(
        Edge(source=one.purl, relation=Relation.FINETUNED_FROM, target=two.purl)
        for one, two in ((base, other), (other, base))
    )
    missing = Resolution(component=base.purl, status=Status.MISSING, restricted=Restricted.UNKNOWN, complete=False)
    scan = pipeline.Scan(
        inputs=("demo",),
        components={each.purl: each for each in (base, other)},
        edges=edges,
        evidence=(),
        resolutions={each.purl: replace(missing, component=each.purl) for each in (base, other)},
        problems=(),
        files=1,
    )

    report = pipeline.check(scan, loaded=LOADED, catalogue=catalogue, today="2026-11-22")

    assert BASE in {each.component for each in report.determinations}


def test_data_that_a_model_was_trained_on_are_judged_by_themselves(tmp_path, catalogue):
    (tmp_path / "README.md").write_text("---\nlicense: mit\ndatasets: [acme/never-heard-of-it]\n---\n")

    assert verdicts(tmp_path, catalogue)["pkg:huggingface/acme/never-heard-of-it?repository_type=dataset"] is (
        Verdict.UNKNOWN
    )
