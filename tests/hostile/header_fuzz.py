"""Fuzz the readers of binary headers: `python -m tests.hostile.header_fuzz gguf 600 [SEED]` runs ten minutes.

Inputs are the golden files and what mutations make of them: changed bits and numbers, cuts, copies, splices. Whatever
the bytes are, a reader yields findings or raises `ReadError`, says the same twice, and stays within a gigabyte and
a few seconds of processor time for one input. On a fault the input is kept beside the message.
"""

import random
import resource
import signal
import struct
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from rail.domain.component import Component, Edge, Home
from rail.domain.evidence import Evidence, Unowned
from rail.errors import ReadError
from rail.extractors.models import gguf, onnx, safetensors
from rail.sources.decode import decode
from rail.sources.spi import MAX_TEXT

CASES = Path(__file__).parents[1] / "cases" / "extractors" / "models"
TARGETS = {"gguf": gguf, "onnx": onnx, "safetensors": safetensors}
MEMORY = 1024 * 1024 * 1024
SECONDS_FOR_ONE = 10
_NUMBERS = [
    0,
    1,
    2,
    7,
    8,
    9,
    127,
    128,
    255,
    256,
    2**15,
    2**16 - 1,
    2**31 - 1,
    2**31,
    2**32 - 1,
    2**53,
    2**63,
    2**64 - 1,
]
_LARGEST = 64 * 1024


class Bytes:
    """A file of made-up bytes, alone in its folder; `size` may claim more than there is."""

    def __init__(self, name: str, data: bytes, size: int) -> None:
        self.where = name
        self.path = PurePosixPath(name)
        self.size = size
        self._data = data

    def read(self, limit: int = MAX_TEXT) -> bytes:
        if self.size > limit:
            raise ReadError(f"larger than {limit:,} bytes", place=self.where)
        return self._data

    def head(self, count: int) -> bytes:
        return self._data[:count]

    def text(self, limit: int = MAX_TEXT) -> str:
        return decode(self.read(limit))

    def beside(self, name: str) -> None:
        assert isinstance(name, str)

    def names_beside(self) -> tuple[str, ...]:
        return ()


def fuzz(target: str, seconds: float, seed: int) -> int:
    """Run until the time is over; return how many inputs were read."""
    chance = random.Random(seed)
    seeds = [path.read_bytes()[:_LARGEST] for path in sorted(CASES.glob(f"{target}/*/input/**/*.{target}"))]
    assert seeds, f"no golden files of {target}"
    end = time.monotonic() + seconds
    count = 0
    while time.monotonic() < end:
        data = mutated(chance, seeds)
        size = len(data) if chance.random() < 0.8 else chance.choice([0, 40 * 2**30, len(data) * 2])
        attempt(target, data, size)
        if chance.random() < 0.01 and len(seeds) < 300:
            seeds.append(data)
        count += 1
    return count


def attempt(target: str, data: bytes, size: int) -> None:
    """Read one input twice.

    Raises:
        AssertionError: the reader broke its word.
    """
    module = TARGETS[target]
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_FOR_ONE)
    try:
        file = Bytes(f"w/m.{target}", data, size)
        first = told(module.extract, file)
        assert first == told(module.extract, file), "two readings differ"
        for each in first:
            if isinstance(each, Unowned) and "#" in each.statement:
                assert isinstance(module.license_field(file, each.statement.partition("#")[2]), str)
    except BaseException as fault:
        kept = Path(tempfile.mkdtemp(prefix=f"rail-fuzz-{target}-"), f"size-{size}.{target}")
        kept.write_bytes(data)
        raise AssertionError(f"{target}: {type(fault).__name__}: {fault}; the input is {kept}") from fault
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def told(extract: Callable[..., Iterator[object]], file: Bytes) -> list[object]:
    """Return what a reader yields, and the fault that it ends with."""
    found: list[object] = []
    try:
        for each in extract(file):
            assert isinstance(each, Component | Edge | Evidence | Unowned | Home), each
            found.append(each)
    except ReadError as fault:
        found.append((fault.problem, fault.place, fault.line))
    return found


def mutated(chance: random.Random, seeds: list[bytes]) -> bytes:
    """Return one of the seeds after a few mutations."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice([0, 1, 1, 2, 2, 3, 5, 9, 30])):
        mutate(chance, data, seeds)
    return bytes(data[:_LARGEST])


def mutate(chance: random.Random, data: bytearray, seeds: list[bytes]) -> None:
    """Change `data` in one place."""
    at = chance.randint(0, len(data))
    to = min(len(data), at + chance.choice([1, 2, 4, 8, 16, 200]))
    match chance.randint(0, 7):
        case 0 if at < len(data):
            data[at] ^= 1 << chance.randint(0, 7)
        case 1:
            form = chance.choice(["<B", "<H", "<I", "<Q", ">I", ">Q"])
            width = struct.calcsize(form)
            number = chance.choice([*_NUMBERS, chance.randint(0, 400)]) % 2 ** (8 * width)
            data[at : at + width] = struct.pack(form, number)
        case 2:
            del data[at:to]
        case 3:
            data[at:at] = data[at:to] * chance.choice([1, 2, 50])
        case 4:
            del data[at:]
        case 5:
            other = chance.choice(seeds)
            begin = chance.randint(0, len(other))
            data[at:to] = other[begin : begin + chance.choice([4, 30, 500])]
        case 6:
            data[at:at] = chance.randbytes(chance.choice([1, 4, 40]))
        case _:
            data[at:to] = chance.choice(
                [b"[" * 300, b'{"a":' * 99, b"\xff" * 9, b"\0" * 16, b'"\\u0000"', b"\x80" * 11]
            )


def main(words: list[str]) -> None:
    target, seconds, *rest = words
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    seed = int(rest[0]) if rest else time.time_ns()
    count = fuzz(target, float(seconds), seed)
    print(f"{target}: {count:,} inputs in {float(seconds):g} s, seed {seed}, nothing found")


if __name__ == "__main__":
    main(sys.argv[1:])
