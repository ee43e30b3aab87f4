"""A registry on loopback that replays answers: by path, with status, headers, and every way of misbehaving."""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

import msgspec

ANY = "*"
"""The path under which to serve what no other path has."""


class Reply(NamedTuple):
    """One answer. `announced` is a Content-Length that differs from the body; `drip` seconds pass between bytes."""

    body: bytes = b""
    status: int = 200
    media_type: str = "application/json"
    headers: Mapping[str, str] = {}
    announced: int | None = None
    drip: float = 0.0
    hang: bool = False


class Asked(NamedTuple):
    """One request that arrived: its path with query, and its headers with names in lower case."""

    path: str
    headers: dict[str, str]


class FakeRegistry:
    """The server's address, what it is to answer (the last of several answers repeats), and what it was asked.

    After `dies_after` requests it hangs up and is gone.
    """

    def __init__(self, port: int) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self.dies_after: int | None = None
        self._replies: dict[str, list[Reply]] = {}

    def serve(self, path: str, *replies: Reply) -> None:
        """Answer this path in this way, one reply after the other."""
        self._replies[path] = list(replies)

    def json(self, path: str, document: Any, **details: Any) -> None:
        """Answer this path with a JSON document."""
        self.serve(path, Reply(msgspec.json.encode(document), **details))

    def times(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(each.path == path for each in self.asked)

    def reply(self, path: str) -> Reply:
        replies = self._replies.get(path) or self._replies.get(ANY)
        if not replies:
            return Reply(b'{"message": "not found"}', 404)
        return replies.pop(0) if len(replies) > 1 else replies[0]


@contextmanager
def running_registry() -> Iterator[FakeRegistry]:
    """Run a registry until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            fake.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}))
            if fake.dies_after is not None and len(fake.asked) > fake.dies_after:
                self.close_connection = True
                threading.Thread(target=close, daemon=True).start()
                return
            reply = fake.reply(self.path)
            if reply.hang:
                fake.closing.wait(20)
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.media_type)
            self.send_header("Content-Length", str(len(reply.body) if reply.announced is None else reply.announced))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):  # the client may have had enough
                self._write(reply)

        def _write(self, reply: Reply) -> None:
            if not reply.drip:
                self.wfile.write(reply.body)
                return
            for byte in reply.body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(reply.drip)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake = FakeRegistry(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()

    def close() -> None:
        server.shutdown()
        server.server_close()

    try:
        yield fake
    finally:
        fake.closing.set()
        close()
        thread.join()
