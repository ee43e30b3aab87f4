"""Ignores: what they cover, until when, and what they are good for."""

import pytest

from rail.config.schema import Ignore
from rail.domain.finding import Finding, Level
from rail.policy.globs import covers_purl
from rail.policy.suppress import expired, suppress

TODAY = "2026-11-22"
FINDING = Finding(rule="RAIL101", level=Level.ERROR, message="m", component="pkg:pypi/a@1.0")


def ignore(**more):
    return Ignore(reason="why", **more)


@pytest.mark.parametrize(
    ("given", "covered"),
    [
        (ignore(rule="RAIL101"), True),
        (ignore(rule="RAIL102"), False),
        (ignore(component="pkg:pypi/a"), True),
        (ignore(component="pkg:pypi/*"), True),
        (ignore(component="pkg:pypi/a@1.0"), True),
        (ignore(component="pkg:pypi/b"), False),
        (ignore(component="PKG:PYPI/A"), False),
        (ignore(rule="RAIL101", component="pkg:npm/*"), False),
        (ignore(rule="RAIL101", until="2026-11-22"), True),
        (ignore(rule="RAIL101", until="2026-11-21"), False),
    ],
)
def test_an_ignore_covers_by_rule_component_and_date(given, covered):
    result = suppress([FINDING], [given], TODAY)
    assert (result.findings[0].suppressed is not None) is covered
    assert result.used == (frozenset({0}) if covered else frozenset())


def test_a_finding_without_component_is_covered_by_rule_only():
    bare = Finding(rule="RAIL302", level=Level.WARNING, message="m")
    assert suppress([bare], [ignore(component="*")], TODAY).used == frozenset()
    assert suppress([bare], [ignore(rule="RAIL302")], TODAY).used == {0}


def test_the_first_ignore_gives_the_reason_and_all_that_cover_count_as_used():
    ignores = [Ignore(reason="first", rule="RAIL101", line=3), Ignore(reason="second", component="pkg:pypi/*")]
    result = suppress([FINDING], ignores, TODAY, "rail.toml")
    assert result.findings[0].suppressed.reason == "first"
    assert result.findings[0].suppressed.location.line == 3
    assert result.used == {0, 1}


def test_the_last_day_still_counts():
    assert not expired(None, TODAY)
    assert not expired(TODAY, TODAY)
    assert expired("2026-11-21", TODAY)


def test_the_version_of_a_component_does_not_matter():
    assert covers_purl("pkg:huggingface/org/name", "pkg:huggingface/org/name@main")
    assert covers_purl("pkg:npm/%40scope/*", "pkg:npm/%40scope/x@1")
    assert not covers_purl("pkg:huggingface/org", "pkg:huggingface/org/name@main")
