"""Accuracy and speed of `rail identify` on workload B, 277 texts in nine disguises, beside licenseclassifier.

    python bench/identify.py --corpus-builder DIR/corpus_b.py --texts DIR/licensedcode/data/licenses
    python bench/identify.py --corpus-builder DIR/corpus_b.py --wheel scancode_toolkit_mini-32.5.0-*.whl

The builder and the texts may also be named by RAIL_BENCH_CORPUS and RAIL_LICENSE_TEXTS. Texts are unpacked into a
temporary folder only. Ends with 1 when a target is missed.

What is timed is the whole reading of a text (`rail.identify.reading.read_text`: recognition, residue, clauses, names),
in one process that has the index and the catalogue loaded. No text is read twice: "clean" is met cold, after 300 texts
that are not among the 277, and in the other variants its sentences come again in another shape. licenseclassifier reads
the same texts right after, variant by variant.
"""

import argparse
import gc
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from measure import limit, side_by_side, table
from peers import RAIL, tool

from rail.catalogue.load import Catalogue, load
from rail.catalogue.restricts import profile_restricts
from rail.domain.evidence import Restricted
from rail.domain.profile import LicenseProfile
from rail.identify.document import read_document
from rail.identify.reading import read_text
from rail.identify.recognise import Recognition, recognise
from rail.identify.retelling import default_readings

TARGETS = {
    **dict.fromkeys(("clean", "rewrap", "comment", "markdown", "copyright"), 0.995),
    **dict.fromkeys(("html", "pdf", "edited", "bundle"), 0.99),
}
OTHERS_CLEAN = 0.98
TEXTS_A_SECOND = 1000
TIMES_THE_PEER = 4
SLOWEST = 0.060
MOST_MEMORY = 100
ONE_FILE = 1.2
RENAMED = {"openmdw-1.0": "OpenMDW-1.0", "996-icu-1.0": "Anti996"}
HOMEMADE = """Terms of the harbour camera

The model may be used on the pier. It is licensed under the Apache License 2.0, and some of its parts are under others.
You may not use it to spy on neighbours, to harass the crew of a ferry, or for weapons of any kind. Whoever passes the
model on passes these terms on with it. Nobody answers for lenses that got wet, for gulls in the picture, for a tide
that came early, or for anything else that happened on the pier while the camera was looking the other way.
"""
"""A text that is in no index: it makes rail read all that is read once, the phrases of restrictions above all."""
PEER = """
import json, sys, time
from pathlib import Path
from licenseclassifier import identify_license
identify_license("MIT License")
for line in sys.stdin:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(line.strip()).glob("*.txt"))]
    start = time.process_time()
    for text in texts:
        identify_license(text)
    print(time.process_time() - start, flush=True)
"""
PEER_ONE = "import sys; from licenseclassifier import identify_license; identify_license(open(sys.argv[1]).read())"


class Scored(NamedTuple):
    """One variant: shares of right top answers, CPU seconds of rail and of the peer, the slowest text, the answers."""

    conduct: float
    others: float
    seconds: float
    peer: float
    slowest: float
    missed: list[str]
    answers: dict[str, Restricted]


def main() -> int:
    """Print one line a variant, then every bar with its figure."""
    options = _options()
    if not options.corpus_builder or not (options.texts or options.wheel):
        print("bench: skipped, it needs --corpus-builder and --texts or --wheel (see the head of this file)")
        return 0
    gc.set_threshold(300_000, 50, 100)  # as rail/__main__.py does
    catalogue = load()
    python = tool("licenseclassifier", "python")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"  # both tools as when installed
        corpus, texts = _corpus(options, Path(folder))
        alone = _one_file(corpus / "clean" / "bigscience-open-rail-m.txt", python)
        truth = json.loads((corpus / "truth.json").read_text(encoding="utf-8"))
        _load_what_is_loaded_once(texts, truth, catalogue)
        with subprocess.Popen([python, "-c", PEER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as peer:
            scores = {variant: _score(variant, corpus, truth, catalogue, peer) for variant in TARGETS}
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            peer.communicate()
        holds = [alone, *(_line(variant, scored, len(truth)) for variant, scored in scores.items())]
        holds += _bars(scores, len(truth), memory)
        holds.append(_permissive(scores, truth, catalogue))
    return int(not all(holds))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus-builder", type=Path, default=os.environ.get("RAIL_BENCH_CORPUS"))
    parser.add_argument("--texts", type=Path, default=os.environ.get("RAIL_LICENSE_TEXTS"))
    parser.add_argument("--wheel", type=Path)
    return parser.parse_args()


def _corpus(options: argparse.Namespace, folder: Path) -> tuple[Path, Path]:
    texts = options.texts
    if options.wheel:
        with zipfile.ZipFile(options.wheel) as wheel:
            names = [name for name in wheel.namelist() if "/data/licenses/" in name]
            wheel.extractall(folder / "texts", names)
        texts = folder / "texts" / "licensedcode" / "data" / "licenses"
    corpus = folder / "corpus"
    subprocess.run([sys.executable, str(options.corpus_builder), str(texts), str(corpus)], check=True)
    return corpus, Path(texts)


def _load_what_is_loaded_once(texts: Path, truth: dict[str, Any], catalogue: Catalogue) -> None:
    strangers = [path for path in sorted(texts.glob("*.LICENSE")) if path.stem not in truth]
    for path in strangers[:: len(strangers) // 300]:
        read_text(path.read_text(encoding="utf-8", errors="replace"), catalogue)
    read_text(HOMEMADE, catalogue)
    if not len(default_readings()):
        print("  the readings of known texts are out of date: every text is read anew (rail catalogue fingerprint)")


def _score(
    variant: str, corpus: Path, truth: dict[str, Any], catalogue: Catalogue, peer: "subprocess.Popen[str]"
) -> Scored:
    texts = {key: (corpus / variant / f"{key}.txt").read_text(encoding="utf-8") for key in truth}
    answers: dict[str, Restricted] = {}
    slowest = 0.0
    start = time.process_time()
    for key, text in texts.items():
        begun = time.process_time()
        answers[key] = read_text(text, catalogue).restricted
        slowest = max(slowest, time.process_time() - begun)
    seconds = time.process_time() - start
    assert peer.stdin is not None
    assert peer.stdout is not None
    peer.stdin.write(f"{corpus / variant}\n")
    peer.stdin.flush()
    beside = float(peer.stdout.readline())
    right: dict[str, list[bool]] = {"ai": [], "other": []}
    missed = []
    for key, told in truth.items():
        top = _is_right(variant, key, told, recognise(read_document(texts[key])))
        right[told["group"]].append(top)
        if not top:
            missed.append(key)
    shares = {group: sum(tops) / len(tops) for group, tops in right.items()}
    return Scored(shares["ai"], shares["other"], seconds, beside, slowest, missed, answers)


def _is_right(variant: str, key: str, told: dict[str, str], found: Recognition) -> bool:
    """Tell whether the region that explains most is the text's own licence (beside MIT, where the two are bundled)."""
    regions = sorted(found.regions, key=lambda region: -region.words * region.coverage)
    names = [{_plain(region.id), *map(_plain, region.keys)} for region in regions]
    if variant == "bundle" and not any("mit" in each for each in names):
        return False
    if variant == "bundle":
        names = [each for each in names if "mit" not in each]
    wanted = {_plain(key), _plain(told["spdx"]), _plain(RENAMED.get(key, ""))} - {""}
    return bool(names and names[0] & wanted)


def _plain(name: str) -> str:
    return re.sub(r"-(only|or-later)$|\+$", "", name.lower())


def _line(variant: str, scored: Scored, count: int) -> bool:
    short = scored.conduct < TARGETS[variant] or (variant == "clean" and scored.others < OTHERS_CLEAN)
    print(
        f"{variant:10} right {scored.conduct:6.1%} of 77, {scored.others:6.1%} of the others   "
        f"{count / scored.seconds:5.0f} texts/s   {scored.peer / scored.seconds:4.1f} x licenseclassifier   "
        f"slowest {scored.slowest * 1000:4.0f} ms{'   BELOW TARGET' if short else ''}  {' '.join(scored.missed)}"
    )
    return not short


def _bars(scores: dict[str, Scored], count: int, memory: float) -> list[bool]:
    whole = sum(each.seconds for each in scores.values())
    return [
        limit("ms for a text, clean", scores["clean"].seconds / count * 1000, 1000 / TEXTS_A_SECOND),
        limit("ms for a text, all nine variants", whole / count / len(scores) * 1000, 1000 / TEXTS_A_SECOND),
        limit("clean, x licenseclassifier", scores["clean"].seconds / scores["clean"].peer, 1 / TIMES_THE_PEER),
        limit("nine, x licenseclassifier", whole / sum(each.peer for each in scores.values()), 1 / TIMES_THE_PEER),
        limit("slowest text, s", max(each.slowest for each in scores.values()), SLOWEST),
        limit("peak memory, MB", memory, MOST_MEMORY),
    ]


def _permissive(scores: dict[str, Scored], truth: dict[str, Any], catalogue: Catalogue) -> bool:
    """Print each of the conduct texts that is answered `no`, with what the catalogue says of it."""
    owners: dict[str, LicenseProfile] = {
        key: profile for profile in catalogue.profiles.values() for key in profile.identifiers.scancode
    }
    false = 0
    for key, told in truth.items():
        said = Counter(scored.answers[key].value for scored in scores.values())
        if told["group"] != "ai" or not said["no"]:
            continue
        owner = owners.get(key)
        general = catalogue.by_symbol(f"LicenseRef-scancode-{key}") if owner is None else None
        rightly = profile_restricts(owner) is Restricted.NO if owner else general is not None
        false += 0 if rightly else said["no"]
        print(f"  `no` {said['no']} of {len(scores)}: {key:34} {'as the catalogue says' if rightly else 'FALSE'}")
    return limit("restricted texts answered `no`", false, 0)


def _one_file(path: Path, python: Path) -> bool:
    figures = side_by_side(
        {
            "rail identify FILE": [str(RAIL), "identify", str(path)],
            "licenseclassifier FILE": [str(python), "-c", PEER_ONE, str(path)],
        }
    )
    table("one process for one file", figures)
    rail, peer = figures.values()
    return limit("one file, x licenseclassifier", rail.median / peer.median, ONE_FILE)


if __name__ == "__main__":
    sys.exit(main())
