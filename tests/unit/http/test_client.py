"""The client's patience and its limits, against a registry that misbehaves."""

import gzip
import io
import socket

import pytest

from rail.errors import ReadError, UsageError
from rail.http.client import Bounds, HttpClient
from rail.http.patience import MAX_FAILURES, PACES, Hosts, wait_of
from rail.http.settings import Settings
from rail.http.spi import DeniedError, NotFoundError, Offline, OfflineError, UnreachableError, shown
from tests.fakes.registry import FakeRegistry, Reply

QUICK = Bounds(connect=2.0, read=0.3, whole=0.4, pause=0.01)
BUSY = Reply(b"{}", 429, headers={"Retry-After": "7"})


class Naps(list[float]):
    """Stands in for sleeping: takes note and goes on."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def client(settings: Settings | None = None, naps: Naps | None = None) -> HttpClient:
    return HttpClient(settings or Settings(), QUICK, sleep=naps if naps is not None else Naps())


def test_an_answer_comes_with_its_media_type_and_address(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(b"{}", media_type="Application/JSON; charset=utf-8"))

    assert client().get(f"{registry.base}/a") == (b"{}", "application/json", f"{registry.base}/a")


def test_a_packed_answer_is_unpacked(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(gzip.compress(b"words"), headers={"Content-Encoding": "gzip"}))

    assert client().get(f"{registry.base}/a").body == b"words"


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_asked_for_once(registry: FakeRegistry, status: int) -> None:
    registry.serve("/a", Reply(b"", status))

    with pytest.raises(NotFoundError):
        client().get(f"{registry.base}/a")

    assert registry.times("/a") == 1


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_is_told_as_one(registry: FakeRegistry, status: int) -> None:
    registry.serve("/a", Reply(b"", status))

    with pytest.raises(DeniedError, match=str(status)):
        client().get(f"{registry.base}/a")


def test_a_busy_registry_is_left_alone_for_as_long_as_it_asks(registry: FakeRegistry) -> None:
    registry.serve("/a", BUSY, Reply(b"{}"))
    naps = Naps()

    assert client(naps=naps).get(f"{registry.base}/a").body == b"{}"
    assert [round(each) for each in naps] == [7]


def test_a_registry_that_asks_for_an_hour_is_not_asked_again(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(b"", 429, headers={"Retry-After": "3600"}))
    asking = client()

    for _ in range(3):
        with pytest.raises(UnreachableError, match="wait 3600 s"):
            asking.get(f"{registry.base}/a")

    assert registry.times("/a") == 1


def test_a_server_fault_is_tried_again_and_then_told(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(b"", 503))

    with pytest.raises(UnreachableError, match="503"):
        client().get(f"{registry.base}/a")

    assert registry.times("/a") == QUICK.attempts


def test_a_server_fault_that_passes_is_no_fault(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(b"", 500), Reply(b"", 502), Reply(b"{}"))

    assert client().get(f"{registry.base}/a").body == b"{}"


def test_a_host_that_fails_again_and_again_is_given_up(registry: FakeRegistry) -> None:
    asking = client()
    for at in range(MAX_FAILURES + 3):
        registry.serve(f"/{at}", Reply(b"", 500))
        with pytest.raises(UnreachableError):
            asking.get(f"{registry.base}/{at}")

    assert len(registry.asked) == MAX_FAILURES * QUICK.attempts


def test_a_truncated_answer_is_not_taken_for_whole(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(b'{"license": "MIT"}', announced=500))

    with pytest.raises(UnreachableError, match="broke off"):
        client().get(f"{registry.base}/a")


def test_a_registry_that_never_answers_is_not_waited_for(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(hang=True))

    with pytest.raises(UnreachableError):
        client().get(f"{registry.base}/a")


def test_a_registry_that_drips_is_not_waited_for(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(b"x" * 40, drip=0.05))

    with pytest.raises(UnreachableError, match=r"slowly|in time"):
        client().get(f"{registry.base}/a")


@pytest.mark.parametrize("announced", [None, 10_000_000])
def test_an_answer_beyond_the_limit_is_refused(registry: FakeRegistry, announced: int | None) -> None:
    registry.serve("/a", Reply(b"x" * 300_000, announced=announced))

    with pytest.raises(UnreachableError, match="larger than 1,000 bytes"):
        client().get(f"{registry.base}/a", limit=1000)


def test_an_answer_that_unpacks_beyond_the_limit_is_refused(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(gzip.compress(bytes(3_000_000)), headers={"Content-Encoding": "gzip"}))

    with pytest.raises(UnreachableError, match="larger than"):
        client().get(f"{registry.base}/a", limit=100_000)


def test_redirects_are_followed_but_not_for_ever(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(b"", 302, headers={"Location": "/b"}))
    registry.serve("/b", Reply(b"{}"))
    registry.serve("/loop", Reply(b"", 302, headers={"Location": "/loop"}))

    assert client().get(f"{registry.base}/a").url == f"{registry.base}/b"
    with pytest.raises(UnreachableError, match="redirects"):
        client().get(f"{registry.base}/loop")


@pytest.mark.parametrize("onward", ["file:///etc/passwd", "ftp://127.0.0.1/a", "http://[::1", "//"])
def test_a_redirect_to_something_else_than_the_web_is_refused(registry: FakeRegistry, onward: str) -> None:
    registry.serve("/a", Reply(b"", 302, headers={"Location": onward}))

    with pytest.raises(ReadError):
        client().get(f"{registry.base}/a")


def test_a_token_goes_to_the_address_it_is_for_and_not_on_to_another(registry: FakeRegistry) -> None:
    registry.serve("/mine/a", Reply(b"", 302, headers={"Location": "/theirs/a"}))
    registry.serve("/theirs/a", Reply(b"{}"))
    settings = Settings(tokens={f"{registry.base}/mine/": "Bearer hush"})

    client(settings).get(f"{registry.base}/mine/a")

    assert [each.headers.get("authorization") for each in registry.asked] == ["Bearer hush", None]


@pytest.mark.parametrize("reply", [Reply(b"", 401), Reply(b"", 500), Reply(b"", 404), Reply(b"x" * 99, announced=999)])
def test_no_failure_tells_a_password(registry: FakeRegistry, reply: Reply) -> None:
    registry.serve("/a?key=hush", reply)
    host = registry.base.removeprefix("http://")

    with pytest.raises(ReadError) as told:
        client().get(f"http://me:hush@{host}/a?key=hush")

    assert "hush" not in f"{told.value!s} {told.value.place} {told.value.hint}"


def test_a_closed_port_is_told_in_plain_words() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    with pytest.raises(UnreachableError, match=r"no connection to 127\.0\.0\.1"):
        client().get(f"http://127.0.0.1:{port}/a")


def test_a_proxy_is_used_where_the_settings_name_one(registry: FakeRegistry) -> None:
    registry.serve("http://registry.invalid/a", Reply(b"{}"))
    host = registry.base.removeprefix("http://")
    settings = Settings(proxies={"http": f"http://me:hush@{host}"})

    assert client(settings).get("http://registry.invalid/a").body == b"{}"
    assert registry.asked[0].headers["proxy-authorization"].startswith("Basic ")


def test_a_download_holds_only_the_last_attempt(registry: FakeRegistry) -> None:
    registry.serve("/a", Reply(b"half of it", announced=99), Reply(b"whole"))
    file = io.BytesIO()

    assert client().download(f"{registry.base}/a", file) == len(b"whole")
    assert file.getvalue() == b"whole"


def test_certificates_that_are_not_there_are_an_error_of_the_user() -> None:
    with pytest.raises(UsageError, match="not a file of certificates"):
        HttpClient(Settings(certificates=("/nowhere/ca.pem",)))


def test_without_a_network_no_socket_is_opened(registry: FakeRegistry) -> None:
    for ask in (lambda url: Offline().get(url), lambda url: Offline().download(url, io.BytesIO())):
        with pytest.raises(OfflineError, match="must not be used"):
            ask(f"{registry.base}/a")

    assert registry.asked == []


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("12", 12), (" 3 ", 3), ("", None), (None, None), ("soon", None), ("-1", None), ("٣", None),
     ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("99999999999999999999", 86_400)],
)  # fmt: skip
def test_retry_after_is_a_number_or_a_date(said: str | None, seconds: float | None) -> None:
    assert wait_of(said) == seconds


def test_an_address_is_shown_without_what_is_secret() -> None:
    assert shown("https://me:hush@host.invalid:8/a/b?token=hush#hush") == "https://host.invalid:8/a/b"
    assert "hush" not in shown("http://[hush")


def test_a_registry_that_asks_for_it_is_asked_once_a_second() -> None:
    hosts = Hosts({"slow.invalid": 1.0})

    assert [round(hosts.rest("slow.invalid")) for _ in range(4)] == [0, 1, 2, 3]
    assert [hosts.rest("other.invalid") for _ in range(2)] == [0, 0]
    assert PACES["crates.io"] >= 1
