"""An installed Python environment: the metadata and licence files of its distributions, and nothing else.

`env` is the environment that a command in this shell would use; `env:PATH` a virtual environment, a conda prefix, a
Python executable or a site-packages folder. No interpreter is started.
https://packaging.python.org/specifications/recording-installed-packages/
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from rail.domain.component import Home, Location
from rail.domain.report import Problem
from rail.errors import UsageError
from rail.sources.disk import DiskFile, shown

_PACKAGES = frozenset({"site-packages", "dist-packages"})
_USUAL_NAMES = frozenset({".venv", "venv", ".env", "env"})
_MACHINERY = frozenset(
    {
        "RECORD",
        "RECORD.jws",
        "RECORD.p7s",
        "WHEEL",
        "INSTALLER",
        "REQUESTED",
        "top_level.txt",
        "entry_points.txt",
        "direct_url.json",
        "zip-safe",
        "not-zip-safe",
        "dependency_links.txt",
        "namespace_packages.txt",
        "requires.txt",
        "SOURCES.txt",
        "installed-files.txt",
        "native_libs.txt",
        "metadata.json",
        "pbr.json",
        "uv_cache.json",
        "uv_build.json",
    }
)
_PYTHON_FOLDER = re.compile(r"(?:python|pypy)\d(?:\.\d+)?t?\Z")
_PYTHON = re.compile(r"(?:python|pypy)[\d.]*t?w?(?:\.exe)?\Z", re.IGNORECASE)
_MAX_LEVELS = 6


def current_environment(*, cwd: Path) -> "Environment":
    """Return the active one: $VIRTUAL_ENV, $CONDA_PREFIX, `.venv` of `cwd`, else that of the running interpreter.

    Raises:
        UsageError: the variable names something that is no environment.
    """
    for variable in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        if prefix := os.environ.get(variable):
            return _of_prefix(prefix, "env", f"${variable} is {_base(prefix)}")
    if (cwd / ".venv" / "pyvenv.cfg").is_file():
        return _of_prefix(str(cwd / ".venv"), "env", ".venv")
    folders = [path for path in sys.path if _base(path) in _PACKAGES and Path(path).is_dir()]
    return Environment(_named(folders), label="env")


def named_environment(text: str, *, cwd: Path) -> "Environment":
    """Return the environment of `env:PATH`.

    Raises:
        UsageError: PATH is no environment.
    """
    path = str(cwd / text.removeprefix("env:"))
    label = f"env:{_base(path)}" if Path(text.removeprefix("env:")).is_absolute() else text
    if not text.removeprefix("env:") or "\0" in path or not Path(path).exists():
        raise UsageError(f"no such environment: {text}", hint="PATH is a folder or a python executable")
    if Path(path).is_file():
        return _of_prefix(_prefix_of_interpreter(path, text), label, text)
    if folders := site_folders(path) or _prefix_folders(path):
        return Environment(folders, label=label)
    if any(name.endswith((".dist-info", ".egg-info")) for name in os.listdir(path)):  # noqa: PTH208 -- names only
        return Environment([("", os.path.realpath(path))], label=label)
    raise _no_environment(text)


def site_folders(path: str) -> list[tuple[str, str]]:
    """Return the package folders of what is plainly an environment, each with its prefix in reports; else nothing."""
    if _base(os.path.realpath(path)) in _PACKAGES:
        return [("", os.path.realpath(path))]
    if Path(path, "pyvenv.cfg").is_file() or Path(path, "conda-meta").is_dir():
        return _prefix_folders(path)
    return []


class Environment:
    """The distributions below some package folders, given as (prefix in reports, real path)."""

    given = None
    groups = frozenset({"python/distinfo", "files/licensefile", "files/readmenotice"})
    first_party = False

    def __init__(self, folders: list[tuple[str, str]], *, label: str) -> None:
        self._folders = folders
        self._problems: list[Problem] = []
        self.label = label
        parts = list(Path(folders[0][1]).parts) if folders else []
        above = [part for part in parts if part not in _PACKAGES | _USUAL_NAMES | {"lib", "Lib", "lib64"}]
        self.root_name = next(
            (shown(part) for part in reversed(above) if not _PYTHON_FOLDER.match(part)), "environment"
        )

    def files(self) -> Iterator[DiskFile]:
        """Yield the documents of each distribution: its metadata and what else is for people to read."""
        self._problems.clear()
        for prefix, folder in self._folders:
            for name, is_folder in self._list(folder, "", prefix):
                if name.endswith((".dist-info", ".egg-info")):
                    if is_folder:
                        yield from self._documents(folder, name + "/", prefix)
                    else:
                        yield DiskFile(folder, name, prefix + shown(name))
                elif is_folder and name.endswith(".egg"):
                    yield from self._documents(folder, name + "/EGG-INFO/", prefix)

    def homes(self) -> Iterator[Home]:
        """Yield nothing: each distribution's metadata tells whose the folder is."""
        return iter(())

    def problems(self) -> tuple[Problem, ...]:
        """Return the folders that could not be listed."""
        return tuple(self._problems)

    def _documents(self, folder: str, relative: str, prefix: str, level: int = 0) -> Iterator[DiskFile]:
        entries = self._list(folder, relative, prefix)
        for name, is_folder in entries:
            if not is_folder and not (level == 0 and name in _MACHINERY):
                yield DiskFile(folder, relative + name, prefix + shown(relative + name))
        if level < _MAX_LEVELS:
            for name, is_folder in entries:
                if is_folder:
                    yield from self._documents(folder, relative + name + "/", prefix, level + 1)

    def _list(self, folder: str, relative: str, prefix: str) -> list[tuple[str, bool]]:
        """Return names and whether each is a folder; of links only those to files count."""
        try:
            with os.scandir(os.path.join(folder, relative)) as entries:  # noqa: PTH118 -- plain strings
                return sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries if _real(entry))
        except OSError as fault:
            place = Location(path=shown(prefix + relative).rstrip("/") or ".")
            message = f"folder cannot be listed: {fault.strerror}"
            self._problems.append(Problem(location=place, message=message, hint="check its permissions"))
            return []


def _real(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False) or entry.is_file()


def _base(path: str) -> str:
    return shown(os.path.basename(path.rstrip("/\\")))  # noqa: PTH119 -- plain strings


def _of_prefix(prefix: str, label: str, place: str) -> Environment:
    folders = site_folders(prefix) or _prefix_folders(prefix)
    if not folders:
        raise _no_environment(place)
    return Environment(folders, label=label)


def _no_environment(place: str) -> UsageError:
    return UsageError(
        f"not a Python environment: {place}",
        hint="expected a virtual environment, a conda prefix, a python executable or a site-packages folder",
    )


def _prefix_of_interpreter(path: str, text: str) -> str:
    """Return the prefix of an executable: its own folder's in a virtual environment, else where it links to."""
    if not _PYTHON.match(_base(path)):
        raise _no_environment(text)
    for executable in (os.path.abspath(path), os.path.realpath(path)):  # noqa: PTH100 -- plain strings
        folder = Path(executable).parent
        for prefix in (folder.parent, folder):
            if site_folders(str(prefix)) or _prefix_folders(str(prefix)):
                return str(prefix)
    raise _no_environment(text)


def _prefix_folders(prefix: str) -> list[tuple[str, str]]:
    """Return the package folders below a prefix; with those of the base where the environment shares them."""
    found = _below(prefix)
    base = _shared_base(prefix)
    return _named(found + (_below(base) if base else []))


def _below(prefix: str) -> list[str]:
    found = []
    for library in ("lib", "lib64", "local/lib", "Lib"):
        folder = Path(prefix, library)
        if not folder.is_dir():
            continue
        versions = sorted(child for child in folder.iterdir() if _PYTHON_FOLDER.match(child.name))
        found += [
            str(each / name) for each in (*versions, folder) for name in sorted(_PACKAGES) if (each / name).is_dir()
        ]
    return found


def _shared_base(prefix: str) -> str | None:
    try:
        settings = Path(prefix, "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")[:100_000]
    except OSError:
        return None
    if not re.search(r"(?mi)^include-system-site-packages\s*=\s*true\s*$", settings):
        return None
    home = re.search(r"(?mi)^home\s*=\s*(.+?)\s*$", settings)
    return str(Path(home[1]).parent) if home and "\0" not in home[1] else None


def _named(paths: list[str]) -> list[tuple[str, str]]:
    """Return each real folder once; the first needs no prefix in reports, the others are told apart by a number."""
    real = dict.fromkeys(os.path.realpath(path) for path in paths)
    return [("" if not number else f"{_base(path)}-{number + 1}/", path) for number, path in enumerate(real)]
