"""Golden cases: each folder `extractors/<group>/<format>/<case>/` is a test, nothing else to write.

`input/` holds the files, `expected.json` the whole output of that one extractor over them. `RAIL_UPDATE=1` rewrites
`expected.json`; review the diff. Without more, `input/` is scanned as a folder. A file `source` beside it says
otherwise: `archive NAME` packs `input/` into an archive of that name first (`demo-1.0-py3-none-any.whl`,
`demo-1.0.tar.gz`), `file PATH` names one file of it, `environment` takes it for a site-packages folder.
"""

import difflib
import importlib
import json
import os
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from rail.domain.component import Component, Edge, Home, Wish
from rail.domain.evidence import Evidence, Unowned
from rail.domain.inline import InlineIgnore
from rail.errors import ReadError
from rail.extractors.spi import EXTRACTORS, Dispatch
from rail.sources.open import open_input
from rail.sources.spi import Tree

EXTRACTOR_CASES = Path(__file__).parent / "extractors"
SECTIONS = {
    Component: "components",
    Edge: "edges",
    Wish: "edges",
    Evidence: "evidence",
    Home: "homes",
    Unowned: "unowned",
    InlineIgnore: "ignores",
}


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if path.parent.parent.parent == EXTRACTOR_CASES and (path / "input").is_dir():
        return CaseFolder.from_parent(parent, path=path)
    return None


class CaseFolder(pytest.Directory):
    def collect(self) -> Iterator[pytest.Item]:
        yield ExtractorCase.from_parent(self, name="golden", path=self.path)


class ExtractorCase(pytest.Item):
    def runtest(self) -> None:
        with tempfile.TemporaryDirectory() as workspace:
            actual = json.dumps(run(self.path, Path(workspace)), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
        expected = self.path / "expected.json"
        if os.environ.get("RAIL_UPDATE") == "1":
            expected.write_text(actual, encoding="utf-8")
        wanted = expected.read_text(encoding="utf-8") if expected.exists() else ""
        if actual != wanted:
            lines = difflib.unified_diff(wanted.splitlines(), actual.splitlines(), str(expected), "actual", lineterm="")
            pytest.fail("\n".join(lines) + "\n\nif the new output is right: RAIL_UPDATE=1", pytrace=False)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        return self.path, None, "/".join(self.path.parts[-3:])


def run(case: Path, workspace: Path) -> dict[str, list[object]]:
    """Return all that the extractor says about the input: each section sorted, empty ones left out."""
    group, form = case.parts[-3:-1]
    importlib.import_module(f"rail.extractors.{group}.{form}")
    dispatch = Dispatch([EXTRACTORS[f"{group}/{form}"]])
    output: dict[str, list[object]] = {}
    tree = open_case(case, workspace)
    for file in tree.files():
        for each in dispatch.wanting(file.path):
            try:
                for found in each.extract(file):
                    output.setdefault(SECTIONS[type(found)], []).append(msgspec.to_builtins(found))
            except ReadError as fault:  # noqa: PERF203 -- one file's fault must not end the run
                error = {"place": fault.place, "line": fault.line, "problem": fault.problem, "hint": fault.hint}
                output.setdefault("errors", []).append(error)
    output["homes"] = output.get("homes", []) + [msgspec.to_builtins(home) for home in tree.homes()]
    output["problems"] = [msgspec.to_builtins(problem) for problem in tree.problems()]
    return {
        section: sorted(entries, key=lambda entry: json.dumps(entry, sort_keys=True))
        for section, entries in output.items()
        if entries
    }


def open_case(case: Path, workspace: Path) -> Tree:
    """Open `input/` the way the file `source` says."""
    instruction = case / "source"
    words = instruction.read_text(encoding="utf-8").split(None, 1) if instruction.exists() else ["folder"]
    match [words[0], *(word.strip() for word in words[1:])]:
        case ["folder"]:
            return open_input("input", cwd=case)
        case ["environment"]:
            return open_input("env:input", cwd=case)
        case ["file", path]:
            return open_input(f"input/{path}", cwd=case)
        case ["archive", name]:
            pack(case / "input", workspace / name)
            return open_input(name, cwd=workspace)
    raise ValueError(f"{instruction}: expected `archive NAME`, `file PATH` or `environment`")


def pack(folder: Path, archive: Path) -> None:
    """Write the files below `folder` into a new archive, in the format that its name asks for."""
    members = sorted(path for path in folder.rglob("*") if path.is_file())
    if archive.suffix in {".whl", ".zip", ".egg"}:
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
            for path in members:
                bundle.write(path, path.relative_to(folder).as_posix())
        return
    compression = {".gz": "w:gz", ".tgz": "w:gz", ".bz2": "w:bz2", ".xz": "w:xz"}.get(archive.suffix, "w")
    with tarfile.open(archive, compression) as bundle:
        for path in members:
            bundle.add(path, path.relative_to(folder).as_posix())
