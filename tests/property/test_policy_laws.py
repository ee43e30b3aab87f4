"""Laws of judging: what can only make a verdict stricter, and what must not matter."""

from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rail.catalogue.load import Catalogue, CatalogueData
from rail.config.schema import Config, Ignore, Loaded
from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import BoundUse, Origin, Resolution, Restricted, Status
from rail.domain.finding import Finding, Level
from rail.domain.profile import Restriction
from rail.domain.use import UseCase
from rail.domain.verdict import Verdict
from rail.policy.determine import determine
from rail.policy.fail_on import worst
from rail.policy.judge import judge
from rail.policy.suppress import suppress

DATA = msgspec.json.decode(
    (Path(__file__).parents[1] / "cases" / "rules" / "catalogue.json").read_bytes(), type=CatalogueData
)
CATALOGUE = Catalogue(DATA)
PURL = "pkg:huggingface/acme/m@1"
COMPONENT = Component(purl=PURL, kind=Kind.MODEL, name="m")

uses = st.sampled_from(sorted(CATALOGUE.uses))
modes = st.sampled_from(sorted(CATALOGUE.modes))
licenses = st.sampled_from([*(p.expression for p in DATA.profiles), "MIT", "CC-BY-NC-4.0", "LicenseRef-nobody-knows"])
expressions = licenses | st.builds("{} {} {}".format, licenses, st.sampled_from(["AND", "OR"]), licenses)
facts = st.dictionaries(st.sampled_from(["consent", "human-decides", "within-scope"]), st.booleans())
bounds = st.builds(
    BoundUse,
    use=uses,
    mode=modes,
    license=st.none() | st.sampled_from(sorted(CATALOGUE.profiles)),
    origin=st.sampled_from(Origin),
)
resolutions = st.builds(
    Resolution,
    component=st.just(PURL),
    status=st.sampled_from(Status),
    restricted=st.sampled_from(Restricted),
    expression=expressions,
    restrictions=st.lists(bounds, min_size=1, max_size=3).map(tuple),
    complete=st.booleans(),
)


@st.composite
def use_cases(draw):
    declared = draw(uses)
    excludes = draw(st.lists(uses.filter(lambda each: not (declared + ".").startswith(each + ".")), max_size=3))
    return UseCase(id="a", uses=(declared,), excludes=tuple(excludes), facts=draw(facts))


def verdict(resolution, case, catalogue=CATALOGUE, *, strict=False):
    return determine(COMPONENT, resolution, case, catalogue, strict=strict)[0].verdict


@given(resolutions, use_cases(), bounds)
def test_adding_a_restriction_never_frees(resolution, case, bound):
    more = replace(resolution, restrictions=(*resolution.restrictions, bound))
    assert verdict(more, case) >= verdict(resolution, case)


@given(resolutions, use_cases(), uses, modes)
def test_adding_a_restriction_to_a_license_never_frees(resolution, case, use, mode):
    row = Restriction(use=use, mode=mode, section="new")
    profiles = tuple(replace(each, restrictions=(*each.restrictions, row)) for each in DATA.profiles)
    stricter = Catalogue(replace(DATA, profiles=profiles))
    assert verdict(resolution, case, stricter) >= verdict(resolution, case)


@given(resolutions, use_cases())
def test_what_is_unknown_never_becomes_allowed_by_more_doubt(resolution, case):
    doubtful = replace(resolution, restricted=Restricted.UNKNOWN, complete=False)
    assert verdict(doubtful, case) >= Verdict.UNKNOWN
    assert verdict(doubtful, case) >= verdict(resolution, case)


@given(resolutions, licenses, use_cases())
def test_another_license_that_binds_never_frees(resolution, license_, case):
    both = replace(resolution, expression=f"({resolution.expression}) AND {license_}")
    assert verdict(both, case) >= verdict(resolution, case)


@given(resolutions, use_cases())
def test_strict_never_frees(resolution, case):
    assert verdict(resolution, case, strict=True) >= verdict(resolution, case)


@given(resolutions, use_cases())
def test_exclusions_never_make_it_stricter_and_never_lift_a_bar_on_the_use_itself(resolution, case):
    bare = replace(case, excludes=())
    assert verdict(resolution, case) <= verdict(resolution, bare)
    if verdict(resolution, bare) is Verdict.PROHIBITED:
        assert verdict(resolution, case) is Verdict.PROHIBITED


@given(resolutions, use_cases())
def test_the_order_of_restrictions_does_not_matter(resolution, case):
    turned = replace(resolution, restrictions=resolution.restrictions[::-1])
    assert verdict(turned, case) is verdict(resolution, case)


@given(resolutions, use_cases())
def test_every_verdict_has_a_proof_and_every_verdict_above_allowed_a_finding(resolution, case):
    component = replace(COMPONENT, locations=(Location(path="a.py", line=1),))
    loaded = Loaded(config=Config(use_case=(case,)))
    judgement = judge(
        components=[component], resolutions=[resolution], catalogue=CATALOGUE, loaded=loaded, today="2026-11-22"
    )
    assert all(each.trail for each in judgement.determinations)
    assert worst(judgement.findings) is worst([], judgement.determinations)
    assert len({each.fingerprint for each in judgement.findings}) == len(judgement.findings)


findings = st.builds(
    Finding,
    rule=st.sampled_from(["RAIL101", "RAIL102"]),
    level=st.sampled_from(Level),
    message=st.just("m"),
    component=st.none() | st.sampled_from(["pkg:pypi/a@1", "pkg:npm/b@2"]),
)
ignores = st.builds(
    Ignore,
    reason=st.sampled_from(["x", "y"]),
    rule=st.none() | st.sampled_from(["RAIL101", "RAIL102"]),
    component=st.none() | st.sampled_from(["pkg:pypi/*", "pkg:npm/b", "*"]),
    until=st.none() | st.sampled_from(["2026-11-21", "2026-11-22"]),
)


@given(st.lists(findings, max_size=5), st.lists(ignores, max_size=4))
def test_suppressing_twice_changes_nothing(given_findings, given_ignores):
    once = suppress(given_findings, given_ignores, "2026-11-22", "rail.toml")
    assert suppress(once.findings, given_ignores, "2026-11-22", "rail.toml") == once
    assert len(once.findings) == len(given_findings)
