"""Many components at once: what is asked, what is kept, and what becomes of failures."""

from pathlib import Path

import pytest

from rail.domain.component import Component, Kind
from rail.domain.evidence import Evidence, Form, Role
from rail.http.cache import FactCache
from rail.http.settings import Settings
from rail.http.spi import Offline
from rail.registries.asking import MAX_ROUNDS, Answers, ask
from rail.registries.spi import DAY, Door, load
from tests.fakes.registry import FakeRegistry, Reply
from tests.unit.registries.documents import component, door, manifest, said

NOBODY = FactCache(None, "1")


def free(registry: FakeRegistry, *names: str) -> list[Component]:
    for name in names:
        registry.json(f"/npm/{name}/1.0.0", manifest(name, "1.0.0", license="MIT"))
    return [component(f"pkg:npm/{name}@1.0.0") for name in names]


def offline(registry: FakeRegistry) -> Door:
    return Door(Offline(), door(registry).settings)


def test_every_registry_is_found_by_the_type_of_package_url() -> None:
    assert {"pypi", "npm", "huggingface", "cargo", "golang", "maven", "nuget", "gem", "conda"} <= load().keys()


def test_only_what_nobody_speaks_of_is_asked_about(registry: FakeRegistry) -> None:
    known, unknown = free(registry, "known", "unknown")
    spoken = Evidence(component=known.purl, form=Form.NAME, role=Role.DECLARED, statement="MIT", source="lock")

    answers = ask([known, unknown], [spoken], door(registry), NOBODY)

    assert [each.component for each in answers.evidence] == [unknown.purl]
    assert len(registry.asked) == 1


@pytest.mark.parametrize(
    "identity",
    [
        "pkg:npm/a",
        "pkg:npm/a@1.0.0?download_url=https://x.invalid/a.tgz",
        "pkg:npm/a@1.0.0?artifact=model",
        "pkg:npm/a@1.0.0#sub",
        "pkg:hex/a@1.0.0",
        "pkg:generic/a@1.0.0",
    ],
)
def test_what_no_registry_can_know_exactly_is_not_asked_about(registry: FakeRegistry, identity: str) -> None:
    assert ask([component(identity)], [], door(registry), NOBODY) == Answers()
    assert registry.asked == []


def test_the_project_itself_is_not_asked_about(registry: FakeRegistry) -> None:
    assert ask([component("pkg:npm/mine@1.0.0", Kind.CODE)], [], door(registry), NOBODY) == Answers()


def test_many_are_answered_in_the_order_they_were_asked_in(registry: FakeRegistry) -> None:
    wanted = free(registry, *(f"p{at}" for at in range(60)))

    answers = ask(wanted, [], door(registry), NOBODY)

    assert [each.component for each in answers.evidence] == [each.purl for each in wanted]


def test_a_fact_is_asked_for_once_and_then_known_without_a_network(registry: FakeRegistry, tmp_path: Path) -> None:
    wanted = free(registry, "a", "b")
    with FactCache(tmp_path, "1") as cache:
        first = ask(wanted, [], door(registry), cache)
        asked = len(registry.asked)

        assert ask(wanted, [], door(registry), cache) == first
        assert ask(wanted, [], offline(registry), cache) == first
    assert len(registry.asked) == asked


def test_a_fact_of_one_index_is_not_taken_for_that_of_another(registry: FakeRegistry, tmp_path: Path) -> None:
    wanted = free(registry, "a")
    elsewhere = Door(Offline(), Settings(bases={"npm": ("https://other.invalid",)}))
    with FactCache(tmp_path, "1") as cache:
        ask(wanted, [], door(registry), cache)

        assert ask(wanted, [], elsewhere, cache).evidence == ()


def test_without_a_network_and_without_a_fact_the_report_says_so(registry: FakeRegistry) -> None:
    wanted = free(registry, "a", "b", "c", "d", "e")

    answers = ask(wanted, [], offline(registry), NOBODY)

    assert registry.asked == []
    assert [each.message for each in answers.problems] == [
        (
            "not in the cache, and the network must not be used; not known from the registry: "
            "a 1.0.0, b 1.0.0, c 1.0.0 and 2 more"
        )
    ]


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"", 401),
        Reply(b"", 404),
        Reply(b"", 429, headers={"Retry-After": "9999"}),
        Reply(b"", 500),
        Reply(b'{"version": "1.0.0", "lic', announced=900),
        Reply(b"not json"),
        Reply(b'{"version": "1.0.0", "license": "MIT", "dist": {}, "x": "' + b"x" * 40_000_000 + b'"}'),
    ],
)
def test_a_failure_is_a_problem_and_nothing_is_said_of_the_component(
    registry: FakeRegistry, reply: Reply, tmp_path: Path
) -> None:
    (bad,) = free(registry, "bad")
    registry.serve("/npm/bad/1.0.0", reply)

    with FactCache(tmp_path, "1") as cache:
        answers = ask([bad], [], door(registry), cache)

    assert len(answers.problems) == 1
    assert "bad 1.0.0" in answers.problems[0].message
    assert answers.evidence == ()


def test_a_failure_that_passes_is_not_kept(registry: FakeRegistry, tmp_path: Path) -> None:
    (wanted,) = free(registry, "a")
    registry.serve("/npm/a/1.0.0", Reply(b"", 403))
    with FactCache(tmp_path, "1") as cache:
        assert ask([wanted], [], door(registry), cache).evidence == ()
        free(registry, "a")

        assert said(ask([wanted], [], door(registry), cache).evidence) == [("expression", "MIT")]


def test_a_registry_that_dies_in_the_middle_costs_only_what_it_had_not_said(registry: FakeRegistry) -> None:
    wanted = free(registry, *(f"p{at}" for at in range(40)))
    for each in wanted[20:]:
        registry.serve(f"/npm/{each.name}/1.0.0", Reply(b"", 503))

    answers = ask(wanted, [], door(registry), NOBODY)

    told = {each.component for each in answers.evidence}
    assert told <= {each.purl for each in wanted[:20]}
    assert sum(each.message.count(" more") for each in answers.problems) >= 1


def test_a_broken_fact_in_the_cache_is_asked_for_anew(registry: FakeRegistry, tmp_path: Path) -> None:
    wanted = free(registry, "a")
    with FactCache(tmp_path, "1") as cache:
        ask(wanted, [], door(registry), cache)
        key = cache._link.execute("SELECT key FROM facts").fetchone()[0]  # type: ignore[union-attr]
        cache.put(key, b"\xc1 no fact")

        assert said(ask(wanted, [], door(registry), cache).evidence) == [("expression", "MIT")]


def test_lineage_is_followed_to_the_bases_of_the_bases(registry: FakeRegistry) -> None:
    for at in range(3):
        card = {"base_model": f"org/m{at + 1}", "license": "openrail"}
        registry.json(f"/huggingface/api/models/org/m{at}", {"id": f"org/m{at}", "cardData": card})
    registry.json("/huggingface/api/models/org/m3", {"id": "org/m3", "cardData": {"base_model": "org/m0"}})

    answers = ask([component("pkg:huggingface/org/m0", Kind.MODEL)], [], door(registry), NOBODY)

    assert [each.name for each in answers.components] == ["org/m1", "org/m2", "org/m3", "org/m0"]
    assert len(registry.asked) == 4
    assert len(answers.evidence) == 3


def test_lineage_without_end_is_left(registry: FakeRegistry) -> None:
    for at in range(MAX_ROUNDS + 2):
        registry.json(f"/huggingface/api/models/o/m{at}", {"id": "m", "cardData": {"base_model": f"o/m{at + 1}"}})

    answers = ask([component("pkg:huggingface/o/m0", Kind.MODEL)], [], door(registry), NOBODY)

    assert len(registry.asked) == MAX_ROUNDS
    assert [each.message for each in answers.problems] == [
        f"the lineage goes on further than it is followed; not known from the registry: o/m{MAX_ROUNDS}"
    ]


def test_lineage_without_bound_is_left(registry: FakeRegistry, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rail.registries.asking.MAX_MET", 5)
    bases = [f"o/b{at}" for at in range(9)]
    registry.json("/huggingface/api/models/o/m", {"id": "o/m", "cardData": {"base_model": bases}})

    answers = ask([component("pkg:huggingface/o/m", Kind.MODEL)], [], door(registry), NOBODY)

    assert len(registry.asked) == 1 + 5
    assert any("further than it is followed" in each.message for each in answers.problems)


@pytest.mark.parametrize(
    ("reply", "holds"), [(None, 30 * DAY), (Reply(b"", 404), DAY / 24)], ids=["a fact", "that there is none"]
)
def test_what_was_said_is_asked_anew_when_it_is_old(
    registry: FakeRegistry, tmp_path: Path, reply: Reply | None, holds: float
) -> None:
    wanted = free(registry, "a")
    if reply is not None:
        registry.serve("/npm/a/1.0.0", reply)
    now = [1e9]
    with FactCache(tmp_path, "1", clock=lambda: now[0]) as cache:
        ask(wanted, [], door(registry), cache)
        now[0] += holds - 1
        ask(wanted, [], door(registry), cache)
        assert registry.times("/npm/a/1.0.0") == 1
        now[0] += 2
        ask(wanted, [], door(registry), cache)
        assert registry.times("/npm/a/1.0.0") == 2
        now[0] += 1000 * DAY
        ask(wanted, [], offline(registry), cache)
    assert registry.times("/npm/a/1.0.0") == 2
