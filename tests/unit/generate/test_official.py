import hashlib

import pytest

from rail.errors import ReadError, UsageError
from rail.generate.answers import Answers, Artifact
from rail.generate.official import COMMIT, PINS, Pin, fetch, fitting
from rail.http.client import HttpClient
from rail.http.settings import Settings
from rail.http.spi import NotFoundError, Offline, OfflineError
from tests.fakes.registry import Reply, running_registry

STAND_IN = b"# {{ LICENSE_NAME }} in words of our own\r\n"
PIN = Pin("a/b/stand-in.jinja", hashlib.sha256(STAND_IN).hexdigest())
PATH = f"/{COMMIT}/{PIN.path}"


@pytest.fixture
def server():
    with running_registry() as fake:
        yield fake


def asked(server, cache, client=None) -> str:
    return fetch("openrail", client or HttpClient(Settings()), cache, server.base, {"openrail": PIN})


def test_the_template_is_fetched_once_and_then_taken_from_the_cache(server, tmp_path):
    server.serve(PATH, Reply(STAND_IN, media_type="text/plain"))

    first, second = asked(server, tmp_path), asked(server, tmp_path)
    third = asked(server, tmp_path, Offline())

    assert first == second == third == STAND_IN.decode()
    assert server.times(PATH) == 1


def test_other_bytes_than_the_pinned_are_refused_and_not_kept(server, tmp_path):
    server.serve(PATH, Reply(STAND_IN + b"and a clause that someone slipped in", media_type="text/plain"))

    for _ in range(2):
        with pytest.raises(ReadError, match="not the template that is pinned"):
            asked(server, tmp_path)

    assert server.times(PATH) == 2
    with pytest.raises(OfflineError):
        asked(server, tmp_path, Offline())


def test_offline_and_not_in_the_cache_says_what_to_do(server, tmp_path):
    with pytest.raises(OfflineError) as fault:
        asked(server, tmp_path, Offline())

    assert "--template FILE" in fault.value.hint
    assert server.asked == []


def test_without_an_answer_a_mirror_or_a_file_is_offered(server, tmp_path):
    with pytest.raises(NotFoundError) as fault:
        asked(server, tmp_path)

    assert "RAIL_OFFICIAL_TEMPLATES" in fault.value.hint


def test_every_variant_is_pinned_by_a_whole_digest():
    assert set(PINS) == {"openrail", "rail", "research"}
    assert all(len(bytes.fromhex(pin.sha256)) == 32 for pin in PINS.values())
    assert len(bytes.fromhex(COMMIT)) == 20


@pytest.mark.parametrize("given", [{"artifacts": (Artifact.DATA,)}, {"outputs_bound": False}])
def test_what_the_official_templates_cannot_carry_is_refused(given):
    answers = Answers(**{"work": "W", "licensor": "L", "artifacts": (Artifact.MODEL,), "clauses": ("law",), **given})

    with pytest.raises(UsageError, match="official templates"):
        fitting(answers)
