"""A thousand ids asked of a hub of 50,000: each once, whatever goes wrong, and only what is missing after a kill."""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from rail.domain.component import Component, Kind
from rail.http.cache import FactCache
from rail.http.client import Bounds, HttpClient
from rail.http.settings import Settings
from rail.http.spi import Offline
from rail.purl import model_purl
from rail.registries.asking import ask
from rail.registries.spi import Door
from tests.conftest import ROOT
from tests.fakes.hub import SIZE, FakeHub, base_of, is_busy, is_gated, is_missing, is_renamed, running_hub

WANTED = range(0, SIZE, SIZE // 1000)


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with running_hub() as running:
        yield running


def door(hub: FakeHub, *, offline: bool = False) -> Door:
    settings = Settings(bases={"huggingface": (hub.base,)}, tokens={})
    bounds = Bounds(connect=10.0, read=10.0, whole=20.0, pause=0.01)
    return Door(Offline() if offline else HttpClient(settings, bounds, sleep=lambda _: None), settings)


def model(number: int) -> Component:
    name = f"lab/m{number}"
    return Component(purl=model_purl(name), kind=Kind.MODEL, name=name)


def reachable(numbers: range) -> set[int]:
    """Return everything that must be asked about: the ids and the ancestors of those that answer."""
    found: set[int] = set()
    queue = list(numbers)
    while queue:
        number = queue.pop()
        if number in found:
            continue
        found.add(number)
        base = base_of(number)
        if base is not None and not is_gated(number) and not is_missing(number):
            queue.append(base)
    return found


def test_a_thousand_ids_and_their_ancestors_take_one_request_each(hub: FakeHub, tmp_path: Path) -> None:
    with FactCache(tmp_path, "1") as cache:
        answers = ask([model(each) for each in WANTED], [], door(hub), cache)
        first = hub.asked.total()
        known = ask([model(each) for each in WANTED], [], door(hub, offline=True), cache)

    every = reachable(WANTED)
    answered = {each for each in every if not is_gated(each) and not is_missing(each)}
    assert len(every) > 2 * len(WANTED)
    assert {each.component for each in answers.evidence} == {model_purl(f"lab/m{each}") for each in answered}
    assert {edge.source for edge in answers.edges} == {
        model_purl(f"lab/m{each}") for each in answered if base_of(each) is not None
    }
    again = sum(is_busy(each) for each in every) + sum(is_renamed(each) for each in answered)
    again += sum(is_busy(each) and is_renamed(each) for each in answered)
    assert len(every) <= first <= len(every) + again
    assert hub.asked.total() == first
    assert (known.evidence, known.edges) == (answers.evidence, answers.edges)


def test_a_chain_of_sixteen_is_followed_to_its_end_and_a_circle_ends(hub: FakeHub) -> None:
    chain, circle = 8 * 16, 24 * 16
    assert base_of(chain + 15) is None
    assert base_of(circle + 15) == circle

    answers = ask([model(chain), model(circle)], [], door(hub), FactCache(None, "1"))

    said = {each.component: each.statement for each in answers.evidence}
    assert said[model_purl(f"lab/m{chain + 15}")] == "llama3.1"
    assert len(answers.edges) == 15 + 16
    assert answers.problems == ()


def test_what_may_not_be_seen_or_is_not_there_is_told_with_its_cause(hub: FakeHub) -> None:
    gated = [each for each in range(2000) if is_gated(each) and not is_busy(each)][:4]
    missing = [each for each in range(2000) if is_missing(each) and not is_busy(each)][:2]

    answers = ask([model(each) for each in (*gated, *missing)], [], door(hub), FactCache(None, "1"))

    told = "\n".join(each.message for each in answers.problems)
    assert answers.evidence == ()
    assert all(f"lab/m{each}" in told or "more" in told for each in (*gated, *missing))
    assert all(count == 1 for count in hub.asked.values())


@pytest.mark.slow
def test_a_killed_run_is_taken_up_where_it_was(hub: FakeHub, tmp_path: Path) -> None:
    project, cache = tmp_path / "project", tmp_path / "cache"
    project.mkdir()
    lines = [f'model_{each} = AutoModel.from_pretrained("lab/m{each}")' for each in WANTED[:160]]
    (project / "app.py").write_text("from transformers import AutoModel\n" + "\n".join(lines) + "\n")
    command = [sys.executable, "-m", "rail", "scan", str(project), "-q", "--no-config", "--online", "-f", "json"]
    environment = {
        "PYTHONPATH": str(ROOT),
        "PATH": "",
        "HF_ENDPOINT": hub.base,
        "RAIL_CACHE_DIR": str(cache),
        "HOME": "/",
    }
    hub.mark = 60
    known: set[str] = set()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as first:
        while len(known) < hub.mark // 2 and first.poll() is None:
            time.sleep(0.02)
            known = kept(cache)
        first.kill()
        told = first.stderr.read() if first.stderr else b""
    before = dict(hub.asked)
    hub.open.set()
    assert known, told.decode()

    second = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)
    again = {path for path, count in hub.asked.items() if count > before.get(path, 0)}
    total = hub.asked.total()
    third = subprocess.run([*command, "--offline"], env=environment, capture_output=True, check=True, timeout=120)

    assert len(hub.asked) > 160
    assert not again & known
    assert hub.asked.total() == total
    assert json.loads(second.stdout)["resolutions"] == json.loads(third.stdout)["resolutions"]


def kept(cache: Path) -> set[str]:
    """Return the paths of the hub whose answers are in the cache."""
    found: set[str] = set()
    for file in cache.glob("facts-*.sqlite"):
        with suppress(sqlite3.Error), closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as link:
            keys = [key.partition(" ")[0] for (key,) in link.execute("SELECT key FROM facts")]
            found |= {f"/api/models/{key.partition('/')[2]}" for key in keys}
    return found
