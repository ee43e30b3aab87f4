"""The comment on a pull request, against a loopback server that answers as GitHub documents."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.conftest import ROOT

MARKER = "<!-- rail:report -->"
COMMENTS = "/repos/some/where/issues/7/comments"


class GitHub(BaseHTTPRequestHandler):
    def answer(self, status: int, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        if self.path == "/user":
            self.answer(*((200, {"login": self.server.login}) if self.server.login else (403, {})))
            return
        page = int(self.path.rpartition("=")[2])
        self.answer(200, self.server.comments[(page - 1) * 100 : page * 100])

    def do_POST(self) -> None:
        content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.written.append((self.command, self.path, content["body"], self.headers["Authorization"]))
        self.answer(*((201, {}) if self.server.writable else (403, {"message": "Resource not accessible"})))

    do_PATCH = do_POST  # noqa: N815 -- the server calls methods by the verb

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hub():
    server = ThreadingHTTPServer(("127.0.0.1", 0), GitHub)
    server.comments, server.written, server.login, server.writable = [], [], None, True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def said(number: int, login: str, body: str) -> dict:
    return {"id": number, "user": {"login": login}, "body": body}


def comment(hub, tmp_path, event: dict | None = None) -> subprocess.CompletedProcess[str]:
    (tmp_path / "event.json").write_text(json.dumps({"pull_request": {"number": 7}} if event is None else event))
    (tmp_path / "report.md").write_text(f"{MARKER}\n### rail: no finding\n")
    environment = {
        "PATH": os.environ["PATH"],
        "GITHUB_API_URL": f"http://127.0.0.1:{hub.server_port}",
        "GITHUB_REPOSITORY": "some/where",
        "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        "INPUT_TOKEN": "hush",
    }
    return subprocess.run(
        [sys.executable, str(ROOT / "ci/github/comment.py"), str(tmp_path / "report.md")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_first_run_writes_a_comment(hub, tmp_path):
    run = comment(hub, tmp_path)

    assert run.returncode == 0, run.stderr
    assert hub.written == [("POST", COMMENTS, f"{MARKER}\n### rail: no finding\n", "Bearer hush")]


def test_a_later_run_edits_its_own_comment_also_on_the_second_page(hub, tmp_path):
    hub.comments = [said(number, "someone", "talk") for number in range(100)]
    hub.comments.append(said(900, "github-actions[bot]", f"{MARKER}\nold"))

    comment(hub, tmp_path)

    assert [(verb, path) for verb, path, *_ in hub.written] == [("PATCH", "/repos/some/where/issues/comments/900")]


def test_somebody_elses_comment_with_the_marker_is_left_alone(hub, tmp_path):
    hub.comments = [said(5, "mallory", f"{MARKER}\nall is well")]

    comment(hub, tmp_path)

    assert [verb for verb, *_ in hub.written] == ["POST"]


def test_a_token_of_a_person_edits_that_persons_comment(hub, tmp_path):
    hub.login = "maintainer"
    hub.comments = [said(8, "github-actions[bot]", f"{MARKER}\na"), said(9, "maintainer", f"{MARKER}\nb")]

    comment(hub, tmp_path)

    assert [path for _, path, *_ in hub.written] == ["/repos/some/where/issues/comments/9"]


def test_a_token_that_may_not_write_warns_and_does_not_fail(hub, tmp_path):
    hub.writable = False

    run = comment(hub, tmp_path)

    assert run.returncode == 0
    assert run.stdout.startswith("::warning title=rail::the comment was not written (HTTP Error 403")
    assert "hush" not in run.stdout + run.stderr


def test_a_push_has_no_comment(hub, tmp_path):
    run = comment(hub, tmp_path, event={"ref": "refs/heads/main"})

    assert run.returncode == 0
    assert hub.written == []


def test_the_marker_is_the_one_that_the_report_carries():
    from rail.report import markdown

    assert markdown.MARKER == MARKER
    assert f'MARKER = "{MARKER}"' in (ROOT / "ci/github/comment.py").read_text()
