"""Accuracy and speed of licence recognition on workload B: 277 texts in nine disguises.

    python bench/identify.py --corpus-builder DIR/corpus_b.py --texts DIR/licensedcode/data/licenses
    python bench/identify.py --corpus-builder DIR/corpus_b.py --wheel scancode_toolkit_mini-32.5.0-*.whl

The builder and the texts may also be named by RAIL_BENCH_CORPUS and RAIL_LICENSE_TEXTS. Texts are unpacked into a
temporary folder only. Ends with 1 when a target is missed.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

from rail.identify.document import read_document
from rail.identify.fingerprints import open_fingerprints
from rail.identify.recognise import Recognition, recognise

TARGETS = {
    **dict.fromkeys(("clean", "rewrap", "comment", "markdown", "copyright"), 0.995),
    **dict.fromkeys(("html", "pdf", "edited", "bundle"), 0.99),
}
OTHERS_CLEAN = 0.98
RENAMED = {"openmdw-1.0": "OpenMDW-1.0", "996-icu-1.0": "Anti996"}


class Scored(NamedTuple):
    """Shares of right top answers, texts a second, and the slowest text."""

    conduct: float
    others: float
    rate: float
    slowest: float
    missed: list[str]


def main() -> int:
    """Print one line a variant and the peak memory; say what was missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus-builder", type=Path, default=os.environ.get("RAIL_BENCH_CORPUS"))
    parser.add_argument("--texts", type=Path, default=os.environ.get("RAIL_LICENSE_TEXTS"))
    parser.add_argument("--wheel", type=Path)
    parser.add_argument("--index", type=Path)
    options = parser.parse_args()
    if not options.corpus_builder or not (options.texts or options.wheel):
        print("bench: skipped, it needs --corpus-builder and --texts or --wheel (see the head of this file)")
        return 0
    index = open_fingerprints(options.index)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        corpus = _corpus(options, Path(folder))
        truth = json.loads((corpus / "truth.json").read_text(encoding="utf-8"))
        texts = {v: {k: (corpus / v / f"{k}.txt").read_text(encoding="utf-8") for k in truth} for v in TARGETS}
        for text in texts["clean"].values():
            recognise(read_document(text), index)
        print("variant     conduct texts  others   texts/s  slowest")
        for variant, target in TARGETS.items():
            scored = _score(variant, texts[variant], truth, index)
            short = scored.conduct < target or (variant == "clean" and scored.others < OTHERS_CLEAN)
            failed = failed or short
            print(
                f"{variant:10}  {scored.conduct:13.1%}  {scored.others:6.1%}  {scored.rate:8.0f}  "
                f"{scored.slowest * 1000:4.1f} ms"
                f"{'  BELOW TARGET' if short else ''}  {' '.join(scored.missed)}"
            )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return int(failed)


def _corpus(options: argparse.Namespace, folder: Path) -> Path:
    texts = options.texts
    if options.wheel:
        with zipfile.ZipFile(options.wheel) as wheel:
            names = [name for name in wheel.namelist() if "/data/licenses/" in name]
            wheel.extractall(folder / "texts", names)
        texts = folder / "texts" / "licensedcode" / "data" / "licenses"
    corpus = folder / "corpus"
    subprocess.run([sys.executable, str(options.corpus_builder), str(texts), str(corpus)], check=True)
    return corpus


def _score(variant: str, texts: dict[str, str], truth: dict[str, Any], index: Any) -> Scored:
    found: dict[str, Recognition] = {}
    slowest = 0.0
    start = time.perf_counter()
    for key, text in texts.items():
        begun = time.perf_counter()
        found[key] = recognise(read_document(text), index)
        slowest = max(slowest, time.perf_counter() - begun)
    rate = len(texts) / (time.perf_counter() - start)
    right: dict[str, list[bool]] = {"ai": [], "other": []}
    missed = []
    for key, told in truth.items():
        top = _is_right(variant, key, told, found[key])
        right[told["group"]].append(top)
        if not top:
            missed.append(key)
    shares = {group: sum(answers) / len(answers) for group, answers in right.items()}
    return Scored(shares["ai"], shares["other"], rate, slowest, missed)


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


if __name__ == "__main__":
    sys.exit(main())
