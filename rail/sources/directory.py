"""A project folder: what version control would keep of it, and the packages installed into its `node_modules`.

Left out: what `.gitignore` files and `.git/info/exclude` name, version control's own folders, virtual environments
(ask for `env:PATH`), and whatever a link leads to outside the folder. Of `node_modules`, ignored or not, and of what
pip installed into the folder, the manifests, licence files and model files are seen: they are what the project depends
on, not what it consists of.
"""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from pathlib import Path

from rail.domain.component import Home, Location
from rail.domain.report import Problem
from rail.errors import ReadError
from rail.sources.disk import NOT_CONTENT, DiskFile, inside, shown
from rail.sources.distributions import installed_names
from rail.sources.gitignore import Rules

_ENVIRONMENT = frozenset({"pyvenv.cfg", "conda-meta"})
_MARKS = _ENVIRONMENT | {".git"}
"""Entries that tell what a folder is."""
MAX_DEPTH = 200
"""How many folders deep the walk goes."""
INSTALLED = frozenset({"node_modules", "bower_components", "jspm_packages"})
"""Folders of installed packages: seen even when version control ignores them."""
_CODE = frozenset({"js", "mjs", "cjs", "ts", "map", "json", "css", "py", "tsx", "jsx", "snap", "svg", "png"})
_MOSTLY = (".js", ".ts", ".map", ".mjs", ".cjs", ".py", ".css", ".svg", ".png")
_OF_INSTALLED = (  # compiled when first used: few folders hold installed packages
    r"(?is)package\.json\Z|metadata\Z|.*(?:licen[cs]e|copying|notice|copyright|eula|terms|use[-_]policy|acceptable[-_]use|\brail\b)"
    r".*\Z|.*\.(?:gguf|safetensors|onnx|tflite)\Z"
)

_Chain = tuple[tuple[int, Rules], ...]


class Directory:
    """The folder `root`; `label` is how the user named it, `exclude` globs with the meaning of `.gitignore` lines."""

    given = None
    groups = None
    first_party = True

    def __init__(self, root: str, *, label: str, exclude: tuple[str, ...] = ()) -> None:
        self._root = os.path.realpath(root)
        self._exclude = Rules(glob.lstrip("!") for glob in exclude)
        self._excludes = bool(self._exclude)
        self._problems: list[Problem] = []
        self._inner: list[str] = []
        self._is_installed = os.path.basename(self._root) in INSTALLED  # noqa: PTH119 -- already a plain string
        self.label = label
        self.root_name = shown(os.path.basename(self._root)) or "root"  # noqa: PTH119 -- already a plain string

    def files(self) -> Iterator[DiskFile]:
        """Yield the files: of each folder its own first, by name, then those of its folders."""
        self._problems.clear()
        self._inner.clear()
        pending: list[tuple[str, _Chain, int, bool]] = [("", self._excluded_here(), 0, self._is_installed)]
        while pending:
            prefix, chain, depth, installed = pending.pop()
            entries = self._list(prefix, installed=installed)
            if not entries or self._is_environment(prefix, entries):
                continue
            if not installed and ".gitignore" in map(_name, entries):
                chain = self._extend(chain, prefix, ".gitignore")
            folders: list[tuple[str, _Chain, int, bool]] = []
            by_pip = frozenset() if installed else self._by_pip(prefix, entries)
            for entry in entries:
                name = entry.name
                folder = entry.is_dir(follow_symlinks=False)
                if folder and name in NOT_CONTENT:
                    continue
                relative = prefix + name
                kept = installed or (folder and name in INSTALLED)
                below_installed = kept or name in by_pip
                rules = () if kept else chain
                if (rules or self._excludes) and self._left_out(relative, name, folder, rules):
                    continue
                if folder:
                    folders.append((relative + "/", chain, depth + 1, below_installed))
                elif self._speaks(relative, name, installed=below_installed) and self._readable(entry, relative):
                    yield DiskFile(self._root, relative)
            if folders and depth >= MAX_DEPTH:
                self._problem(prefix, f"deeper than {MAX_DEPTH} folders", "what lies below was not read")
                continue
            pending.extend(reversed(folders))

    def homes(self) -> Iterator[Home]:
        """Yield nothing: whose a folder is, a manifest in it tells."""
        return iter(())

    def problems(self) -> tuple[Problem, ...]:
        """Return the folders that could not be listed and the links that lead out."""
        return tuple(self._problems)

    def is_of_others(self, where: str) -> bool:
        """Tell whether a file that was yielded lies in a repository within this one, such as a submodule."""
        return where.startswith(tuple(self._inner))

    def _list(self, prefix: str, *, installed: bool) -> list[os.DirEntry[str]]:
        """Return the entries by name; in an installed package only folders and what counts, of all that is there."""
        try:
            with os.scandir(self._root + os.sep + prefix) as entries:
                if not installed:
                    return sorted(entries, key=_name)
                counted = [
                    each
                    for each in entries
                    if each.is_dir(follow_symlinks=False)
                    or not ((name := each.name).endswith(_MOSTLY) or (not of_installed(name) and name not in _MARKS))
                ]
                return sorted(counted, key=_name)
        except OSError as fault:
            self._problem(prefix, f"folder cannot be listed: {fault.strerror}", "check its permissions")
            return []

    def _is_environment(self, prefix: str, entries: list[os.DirEntry[str]]) -> bool:
        """Tell whether a folder is an environment, which is not walked; take note of a repository within this one."""
        if not prefix or _MARKS.isdisjoint(map(_name, entries)):
            return False
        marks = _MARKS.intersection(map(_name, entries))
        if ".git" in marks:
            self._inner.append(prefix)
        return not _ENVIRONMENT.isdisjoint(marks)

    def _speaks(self, relative: str, name: str, *, installed: bool) -> bool:
        """Tell whether a file counts; in an installed package a `package.json` does where npm installed it."""
        if not installed:
            return True
        of_npm = name != "package.json" or self._is_installed or not INSTALLED.isdisjoint(relative.split("/"))
        return of_npm and of_installed(name)

    def _by_pip(self, prefix: str, entries: list[os.DirEntry[str]]) -> frozenset[str]:
        return installed_names(self._root + os.sep + prefix, [entry.name for entry in entries])

    def _left_out(self, relative: str, name: str, folder: bool, chain: _Chain) -> bool:
        if self._excludes and self._exclude.decide(relative, name, folder=folder):
            return True
        for base, rules in chain:
            ignored = rules.decide(relative[base:], name, folder=folder)
            if ignored is not None:
                return ignored
        return False

    def _readable(self, entry: os.DirEntry[str], relative: str) -> bool:
        """Answer whether it is a plain file, or a link to one inside the folder; links to folders are not followed."""
        if entry.is_file(follow_symlinks=False):
            return True
        try:
            if not entry.is_symlink() or not os.path.exists(entry.path):  # noqa: PTH110 -- pathlib is slow over many
                return False
            if not inside(entry.path, self._root):
                self._problem(relative, "link leads out of the scanned folder", "it was not followed")
                return False
            return entry.is_file()
        except (OSError, ValueError):
            return False  # a link that leads in a circle holds nothing

    def _excluded_here(self) -> _Chain:
        return self._extend((), "", ".git/info/exclude") if Path(self._root, ".git/info/exclude").is_file() else ()

    def _extend(self, chain: _Chain, prefix: str, name: str) -> _Chain:
        try:
            rules = Rules(DiskFile(self._root, prefix + name).text().split("\n"))
        except ReadError as fault:
            self._problem(prefix + name, fault.problem, "its rules were not applied")
            return chain
        return ((len(prefix), rules), *chain) if rules else chain

    def _problem(self, relative: str, message: str, hint: str) -> None:
        place = Location(path=shown(relative.rstrip("/")) or ".")
        self._problems.append(Problem(location=place, message=message, hint=hint))


def is_installed(where: str) -> bool:
    """Tell whether a file (POSIX path) lies among installed packages."""
    return not INSTALLED.isdisjoint(where.split("/")[:-1])


@lru_cache(maxsize=8192)
def of_installed(name: str) -> bool:
    """Tell whether a file of this name counts in an installed package: its manifest, licences and models do."""
    code = name.rpartition(".")[2].lower() in _CODE and name.lower() != "package.json"
    return not code and re.match(_OF_INSTALLED, name) is not None


_name = attrgetter("name")
