"""Every registry that does not answer as documented: an error that says why, and never a fact."""

import gzip

import pytest

from rail.domain.record import Purl
from rail.errors import ReadError
from rail.http.client import Bounds
from rail.http.spi import DeniedError, NotFoundError, UnreachableError
from rail.purl import split
from rail.registries.spi import load
from tests.fakes.registry import ANY, FakeRegistry, Reply
from tests.unit.registries.documents import door

HASTY = Bounds(connect=1.0, read=0.1, whole=0.15, attempts=2, pause=0.01)
THINGS = (
    "pkg:pypi/thing@1.0",
    "pkg:npm/thing@1.0.0",
    "pkg:npm/%40team/thing@1.0.0",
    "pkg:huggingface/org/model",
    "pkg:cargo/thing@1.0.0",
    "pkg:golang/example.com/thing@v1.0.0",
    "pkg:conda/thing@1.0",
)
REPLIES = {
    "not found": (Reply(b"", 404), NotFoundError),
    "gone": (Reply(b"{}", 410), NotFoundError),
    "no token": (Reply(b"", 401), DeniedError),
    "forbidden": (Reply(b"", 403), DeniedError),
    "too many": (Reply(b"", 429), UnreachableError),
    "too many for an hour": (Reply(b"", 429, headers={"Retry-After": "3600"}), UnreachableError),
    "a fault": (Reply(b"", 500), UnreachableError),
    "a teapot": (Reply(b"", 418), UnreachableError),
    "a page": (Reply(b"<html>welcome</html>", media_type="text/html"), UnreachableError),
    "bytes": (Reply(b"\x80\x81\xff", media_type="text/html"), UnreachableError),
    "nothing": (Reply(b""), UnreachableError),
    "null": (Reply(b"null"), UnreachableError),
    "a list": (Reply(b"[]"), UnreachableError),
    "a word": (Reply(b'"MIT"'), UnreachableError),
    "deep": (Reply(b"[" * 200_000), UnreachableError),
    "truncated": (Reply(b'{"license": "MI', announced=4000), UnreachableError),
    "announced as huge": (Reply(b"{}", announced=10**12), UnreachableError),
    "unpacks to a bomb": (
        Reply(gzip.compress(bytes(40_000_000)), headers={"Content-Encoding": "gzip"}),
        UnreachableError,
    ),
    "broken packing": (Reply(b"not packed", headers={"Content-Encoding": "gzip"}), UnreachableError),
    "silent": (Reply(hang=True), UnreachableError),
    "dripping": (Reply(b" " * 30, drip=0.03), UnreachableError),
    "in circles": (Reply(b"", 302, headers={"Location": "/again"}), UnreachableError),
}


def test_each_registry_is_here() -> None:
    registries = load()
    assert {registries[split(Purl(each))[0]].name for each in THINGS} == {each.name for each in registries.values()}


@pytest.mark.parametrize("identity", THINGS)
@pytest.mark.parametrize("name", REPLIES)
def test_an_answer_that_is_none_is_an_error(registry: FakeRegistry, identity: str, name: str) -> None:
    reply, kind = REPLIES[name]
    registry.serve(ANY, reply)

    with pytest.raises(kind) as told:
        load()[split(Purl(identity))[0]].ask(Purl(identity), door(registry, bounds=HASTY))

    assert isinstance(told.value, ReadError)
    assert told.value.problem
    assert told.value.hint


@pytest.mark.parametrize("identity", THINGS)
def test_a_registry_that_is_busy_for_a_moment_is_asked_again(registry: FakeRegistry, identity: str) -> None:
    registry.serve(ANY, Reply(b"", 429, headers={"Retry-After": "1"}), Reply(b"", 404))

    with pytest.raises(NotFoundError):
        load()[split(Purl(identity))[0]].ask(Purl(identity), door(registry, bounds=HASTY))

    first = registry.asked[0].path
    assert [each.path for each in registry.asked[:2]] == [first, first]
