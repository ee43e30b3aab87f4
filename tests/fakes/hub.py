"""A model hub of 50,000 models on loopback, whose answers are made when they are asked for.

Models `lab/m0` to `lab/m49999` stand in families of 16. In every eighth family each is made from the next, down to the
last, which is licensed (every third such family closes into a circle); in the others each is made from the last one.
Some are gated, missing, renamed, or answered only at the second attempt.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import msgspec

SIZE = 50_000
FAMILY = 16
_PATH = "/api/models/lab/m"
_NEW = "/api/models/lab/new-m"


def base_of(number: int) -> int | None:
    """Return the number of the model that a model is made from."""
    first = number - number % FAMILY
    family, last = number // FAMILY, first + FAMILY - 1
    if family % 8:
        return None if number == last else last
    if number == last:
        return first if family % 24 == 0 else None
    return number + 1


def is_gated(number: int) -> bool:
    return number % 101 == 50


def is_missing(number: int) -> bool:
    return number % 107 == 50


def is_renamed(number: int) -> bool:
    return number % 103 == 50


def is_busy(number: int) -> bool:
    """Tell whether the first request is turned away with 429."""
    return number % 97 == 50


class FakeHub:
    """The hub's address, and how often each path was asked for. Past `mark` requests all wait for `open`."""

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.asked: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.open = threading.Event()
        self.mark = 1_000_000

    def count(self, path: str) -> int:
        """Count a request and return how often the path was asked for before."""
        with self.lock:
            self.asked[path] += 1
            late = self.asked.total() > self.mark
            before = self.asked[path] - 1
        if late:
            self.open.wait(60)
        return before

    def reply(self, path: str) -> tuple[int, dict[str, str], Any]:
        """Return status, headers and document for a path."""
        before = self.count(path)
        number = path.removeprefix(_NEW).removeprefix(_PATH)
        if not number.isdigit() or int(number) >= SIZE:
            return 404, {}, {"error": "Repository not found"}
        return self._of(int(number), before, is_new=path.startswith(_NEW))

    def _of(self, number: int, before: int, *, is_new: bool) -> tuple[int, dict[str, str], Any]:
        if is_busy(number) and not before:
            return 429, {"Retry-After": "1"}, {"error": "slow down"}
        if is_gated(number):
            return (401 if number % 2 else 403), {}, {"error": "gated"}
        if is_missing(number):
            return 404, {}, {"error": "Repository not found"}
        if is_renamed(number) and not is_new:
            return 307, {"Location": f"{_NEW}{number}"}, {}
        base = base_of(number)
        tags = ["license:llama3.1" if number % FAMILY == FAMILY - 1 else "license:apache-2.0"]
        tags += [f"base_model:finetune:lab/m{base}"] if base is not None else []
        return 200, {}, {"id": f"lab/m{number}", "tags": tags}


@contextmanager
def running_hub() -> Iterator[FakeHub]:
    """Run a hub until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            status, headers, document = hub.reply(self.path)
            body = msgspec.json.encode(document)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 64

        def handle_error(self, *_: Any) -> None:
            """A client that was killed has hung up; nobody wants to know."""

    server = Server(("127.0.0.1", 0), Handler)
    hub = FakeHub(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.open.set()
        server.shutdown()
        server.server_close()
        thread.join()
