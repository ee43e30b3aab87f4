"""The table of known models, where a licence changed over time: Yi was restricted once, and is free now."""

import pytest

from rail.catalogue.load import Catalogue, load
from rail.domain.component import Component, Kind
from rail.domain.evidence import Evidence, Form, Match, Restricted, Role, Status
from rail.domain.record import Purl, SpdxExpression
from rail.identify.known import readings, rows
from rail.purl import model_purl
from rail.resolve.merge import resolve

YI, FLUX = "01-ai/Yi-6B", "black-forest-labs/FLUX.1-dev"


@pytest.fixture(scope="module", name="full")
def full_catalogue() -> Catalogue:
    return load()


def model(name: str, revision: str | None = None) -> Component:
    return Component(purl=model_purl(name, revision), kind=Kind.MODEL, name=name)


def saying(component: Component, expression: str, source: str) -> Match:
    evidence = Evidence(
        component=component.purl, form=Form.TAG, role=Role.DECLARED, statement=expression, source=source
    )
    return Match(evidence=evidence, expression=SpdxExpression(expression), method="alias")


def answer(component: Component, catalogue: Catalogue, *said: Match):
    matches = [*said, *readings(component, rows(component), said, catalogue)]
    return resolve(component, matches, catalogue)


@pytest.mark.parametrize("revision", [None, "abc1234"])
def test_without_a_word_of_the_time_in_hand_it_depends_and_is_never_the_freer(full, revision):
    found = answer(model(YI, revision), full)

    assert found.restricted is Restricted.UNKNOWN
    assert found.status is Status.UNRECOGNISED
    assert found.reason == "it depends on the revision: yi-community-2.1 until 2024-05-30, Apache-2.0 since 2024-05-30"


def test_the_card_in_hand_tells_which_time_it_is_of(full):
    free = model(YI)
    old = model(YI)

    assert answer(free, full, saying(free, "Apache-2.0", "registries/huggingface")).restricted is Restricted.NO
    bound = answer(old, full, saying(old, "LicenseRef-rail-yi-community-2.1", "models/modelcard"))
    assert (bound.restricted, bound.status) == (Restricted.BY_REFERENCE, Status.RESOLVED)


def test_of_a_name_whose_tags_differ_an_unlisted_tag_is_unknown(full):
    found = answer(Component(purl=Purl("pkg:ollama/vicuna@33b"), kind=Kind.MODEL, name="vicuna:33b"), full)

    assert found.restricted is Restricted.UNKNOWN
    assert found.reason == "it depends on the tag: 13b/33b v1.3 tags are LLaMA 1"


def test_the_word_of_an_inventory_tells_no_time(full):
    component = model(YI)

    assert answer(component, full, saying(component, "Apache-2.0", "sbom/cyclonedx")).restricted is Restricted.UNKNOWN


def test_a_card_that_agrees_with_no_row_clears_nothing(full):
    component = model(YI)

    assert answer(component, full, saying(component, "MIT", "models/modelcard")).restricted is Restricted.UNKNOWN


def test_where_every_time_restricts_both_bind(full):
    found = answer(model(FLUX), full)

    assert found.restricted is Restricted.BY_REFERENCE
    assert set(found.licenses) == {"flux-1-dev-nc", "flux-dev-nc-2.0"}


def test_a_row_alone_speaks_as_before(full):
    assert answer(model("deepseek-ai/DeepSeek-V3"), full).restricted is Restricted.BY_REFERENCE
