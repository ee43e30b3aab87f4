"""The wizard of `rail generate`, on a pseudo-terminal and by keyboard alone."""

import os
import select
import signal
import subprocess
import sys

import pytest

from rail.generate.answers import FILE
from rail.generate.official import COMMIT, PINS
from tests.conftest import ROOT
from tests.fakes.registry import Reply, running_registry

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")

OWN = """\
# {{ name }} License

By {{ licensor }}. Words of our own. You agree not to use the Artifact in any of the following ways:

{% for group in groups %}
## A.{{ group.number }} {{ group.heading }}

{% for item in group.clauses %}
({{ item.letter }}) {{ item.text }}. [{{ item.code }}]

{% endfor %}
{% endfor %}
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "out"


def test_the_wizard_can_be_left_and_taken_up_again_by_keyboard_alone(environment, folder):
    first = typed(environment, folder, ["", "DM", None])
    assert not (folder / FILE).exists()
    assert "What is licensed?" in first

    (folder / "LICENSE").write_text("MIT\n")
    second = typed(
        environment,
        folder,
        ["", "", "official", "", "surveillance-and-crime", "?", "malware", "tracking",
         "WH-1", "WH-1:environment=to locate whales", "WH-2:environment=to hunt seals", "",
         "tracking:consent", "malware:flying", "wh-1:academic-research, malware:security-testing", "",
         "Example Lab", "Kestrel", *[""] * 7, "LICENSE", "LICENSE-RAIL"],
    )  # fmt: skip

    assert "Taking up where you left" in second
    assert "not a clause: WH-1" in second
    assert "such as Kestrel OpenRAIL-M" in second.replace('"', "")
    assert "There is a file LICENSE already" in second
    assert "that is the file that is there" in second
    assert "next: rail-license/for-model.txt and rail-license/for-dataset.txt" in second
    assert (folder / "LICENSE").read_text() == "MIT\n"
    assert "the official templates do not cover data" in second
    assert "emotion-recognition may want: academic-research, accessibility, consent" in second
    assert "a carve-out for a clause that is not chosen: tracking" in second
    assert "unknown carve-out: flying" in second
    text = (folder / "LICENSE-RAIL").read_text()
    assert "[WH-2]" in text
    assert "[SE-01] has an exception" in text
    assert "[WH-1] has an exception" in text
    assert "[DM]" in second
    assert "Others may: use, change, pass on" in second
    assert "Emotion recognition (prohibited)" in second
    assert "Kestrel OpenRAIL-DM: 28 clauses" in second
    assert (folder / FILE).is_file()
    assert [each for each in folder.iterdir() if "draft" in each.name] == []


def test_a_wizard_that_ends_in_an_error_keeps_its_answers(environment, folder):
    answers = ["", "M", *[""] * 5, "no-such-base", "Example Lab", "Kestrel", *[""] * 5]

    first = typed(environment, folder, answers)
    second = typed(environment, folder, [*[""] * 7, "-", *[""] * 7])

    assert "no-such-base" in first
    assert "Taking up where you left" in second
    assert "Kestrel OpenRAIL-M: 13 clauses" in second


def test_the_readme_shows_what_the_wizard_asks(environment, folder):
    told = (ROOT / "README.md").read_text("utf-8").partition("`rail generate` alone asks")[2]
    screen = told.partition("```text\n")[2].partition("```")[0].splitlines()
    answers = [each.partition("]: ")[2] for each in screen if "]: " in each]

    shown = typed(environment, folder, ["", "", "", answers[0], *[""] * 5, *answers[1:], *[""] * 5]).splitlines()

    assert len(answers) == 3
    lines = iter(each.rstrip() for each in shown)
    for line in (each for each in screen if each.strip() != "…"):
        wanted = line.partition("]: ")[0].partition(" to ./")[0]
        assert any(each.startswith(wanted) for each in lines), wanted


def test_the_wizard_takes_a_template_of_ones_own(environment, folder, tmp_path):
    own = tmp_path / "own.md.j2"
    own.write_text(OWN)

    shown = typed(
        environment, folder, ["", "M", "no-such.j2", str(own), *[""] * 5, "Example Lab", "Kestrel", *[""] * 5]
    )

    assert "no such template: no-such.j2" in shown
    assert "Words of our own." in (folder / "LICENSE-MODEL").read_text()


def test_official_words_are_asked_for_without_what_they_have_answered(environment, folder, tmp_path):
    with running_registry() as server:
        pin = PINS["openrail"]
        server.serve(f"/{COMMIT}/{pin.path}", Reply(b"other words", media_type="text/plain"))
        there = {**environment, "RAIL_CACHE_DIR": str(tmp_path / "cache"), "RAIL_OFFICIAL_TEMPLATES": server.base}
        first = typed(there, folder, ["", "M", "official", *[""] * 5, "Example Lab", "Kestrel", ""])
    second = typed(environment, folder, ["", "", "rail", *[""] * 12])

    assert "Which law governs?" not in first
    assert "not the template that is pinned" in first
    assert "Which law governs?" in second
    assert "Kestrel OpenRAIL-M: 13 clauses" in second


def typed(environment, folder, lines):
    """Run the wizard on a pseudo-terminal and type each line when it asks; `None` is Ctrl-C."""
    master, slave = os.openpty()
    command = [sys.executable, "-m", "rail", "generate", "--out", str(folder)]
    with subprocess.Popen(
        command,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
        start_new_session=True,
        # A shell's background job ignores Ctrl-C, and its children would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 -- this test has no threads
    ) as process:
        os.close(slave)
        shown, waiting = b"", list(lines)
        while select.select([master], [], [], 30)[0]:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
            if waiting and shown.endswith(b"]: "):
                line = waiting.pop(0)
                if line is None:
                    process.send_signal(signal.SIGINT)
                else:
                    os.write(master, f"{line}\n".encode())
                shown += b"\n"
        else:
            process.kill()
    os.close(master)
    return shown.decode()
