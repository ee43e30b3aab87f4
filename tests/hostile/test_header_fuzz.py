"""Headers of model files under mutation: seconds here, as long as `RAIL_FUZZ_SECONDS` says by hand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.header_fuzz import TARGETS

ROOT = Path(__file__).parents[2]
SECONDS = os.environ.get("RAIL_FUZZ_SECONDS", "5")


@pytest.mark.slow
@pytest.mark.parametrize("target", sorted(TARGETS))
def test_no_bytes_break_a_reader_of_headers(target):
    command = [sys.executable, "-m", "tests.hostile.header_fuzz", target, SECONDS]

    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr
    assert int(run.stdout.split()[1].replace(",", "")) > 100
