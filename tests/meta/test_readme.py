"""The README shows what the program really says, and names what there really is."""

import re
import shlex
import subprocess
import sys

from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_screen_in_the_readme_is_what_the_demo_prints():
    screen = re.search(r"```text\n\$ cd examples/precinct-dashboard && rail check\n(.*?)```", README, re.DOTALL)
    run = subprocess.run(
        [sys.executable, "-m", "rail", "check"],
        cwd=ROOT / "examples" / "precinct-dashboard",
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    printed = run.stdout.splitlines()

    missing = [line for line in screen[1].splitlines() if line not in ("", "…") and line not in printed]

    assert missing == []


def test_the_screen_of_generating_is_what_is_printed_and_written(tmp_path):
    screen = re.search(r"## A licence of your own\n\n```text\n(.*?)```", README, re.DOTALL)[1]
    command, shown, *files = re.split(r"^\$ (?:rail|grep|head) (.*)\n", screen, flags=re.MULTILINE)[1:]
    run = subprocess.run(
        [sys.executable, "-m", "rail", *shlex.split(command)],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert run.stderr == shown.rstrip("\n") + "\n"
    assert files
    for asked, part in zip(files[::2], files[1::2], strict=True):
        assert part.strip("\n") in (tmp_path / asked.split()[-1]).read_text(encoding="utf-8")


def test_every_verb_in_the_readme_exists():
    listed = re.findall(r"^\| `rail (\w+)", README, re.MULTILINE)
    run = subprocess.run([sys.executable, "-m", "rail", "--help"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert listed
    assert [verb for verb in listed if not re.search(rf"^  {verb}\s", run.stdout, re.MULTILINE)] == []


def test_every_file_that_the_readme_links_to_is_there():
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in link]

    assert [link for link in links if not (ROOT / link).exists()] == []
