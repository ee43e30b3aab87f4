import io

import pytest

from rail.cli import progress
from rail.cli.progress import Progress


class Screen(io.StringIO):
    def __init__(self, *, terminal=True):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.fixture
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def shown(monkeypatch, clock, *, seconds, quiet=False, terminal=True):
    screen = Screen(terminal=terminal)
    monkeypatch.setattr(progress.sys, "stderr", screen)
    with Progress(quiet=quiet) as report:
        for each in range(10):
            clock[0] += seconds / 10
            report(each, f"src/\x1b[2J{each}.py")
    return screen.getvalue()


def test_a_short_scan_shows_nothing(monkeypatch, clock):
    assert shown(monkeypatch, clock, seconds=0.9) == ""


def test_a_long_scan_shows_one_line_and_erases_it(monkeypatch, clock):
    text = shown(monkeypatch, clock, seconds=20)

    assert "9 files  src/\\x1b[2J9.py" in text
    assert "\n" not in text
    assert text.endswith("\r\x1b[2K")
    assert text.count("files") == 10


def test_the_line_is_drawn_at_most_ten_times_a_second(monkeypatch, clock):
    assert shown(monkeypatch, clock, seconds=1.1).count("files") <= 2


@pytest.mark.parametrize("settings", [{"quiet": True}, {"terminal": False}])
def test_it_is_silent_when_asked_to_and_where_nobody_looks(monkeypatch, clock, settings):
    assert shown(monkeypatch, clock, seconds=20, **settings) == ""


def test_the_line_is_erased_also_after_a_failure(monkeypatch, clock):
    screen = Screen()
    monkeypatch.setattr(progress.sys, "stderr", screen)

    def fail():
        with Progress(quiet=False) as report:
            clock[0] += 5
            report(1, "x")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert screen.getvalue().endswith("\r\x1b[2K")
