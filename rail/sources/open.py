"""From what the user typed to the tree that holds it."""

import os
from pathlib import Path

from rail.errors import UsageError
from rail.sources.spi import Tree

_ARCHIVES = (".whl", ".egg", ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")


def open_input(text: str, *, exclude: tuple[str, ...] = (), cwd: Path) -> Tree:
    """Return the tree that an INPUT names; `exclude` are globs relative to a folder's root.

    Raises:
        UsageError: there is no such thing, or it is no kind of input.
    """
    if text == "-":
        from rail.sources.stdin import StandardInput  # noqa: PLC0415 -- one kind of source a run

        return StandardInput()
    if text == "env" or text.startswith("env:"):
        from rail.sources.environment import current_environment, named_environment  # noqa: PLC0415 -- same

        return named_environment(text, cwd=cwd) if text.startswith("env:") else current_environment(cwd=cwd)
    if text.startswith("pkg:"):
        from rail.sources.purl import given_purl  # noqa: PLC0415 -- same

        return given_purl(text)
    if text.startswith("hf:"):
        from rail.sources.purl import given_model  # noqa: PLC0415 -- same

        return given_model(text)
    return _open_path(text, exclude, cwd)


def open_versioned(text: str, *, exclude: tuple[str, ...] = (), cwd: Path, revision: str | None = None) -> Tree:
    """Return the tree of a folder in a git repository: what git holds of it now, or held at `revision`.

    Raises:
        UsageError: it is no such folder, or there is no such revision.
    """
    from rail.sources.revision import Revision, Versioned  # noqa: PLC0415 -- one kind of source a run

    path = os.path.join(cwd, text)  # noqa: PTH118 -- a path may hold what pathlib drops
    if "\0" in text or not os.path.isdir(path):  # noqa: PTH112 -- same
        raise UsageError(f"--since compares folders: {text}", hint="leave out --since to check anything else")
    label = os.path.basename(os.path.realpath(path)) if os.path.isabs(text) else text  # noqa: PTH117, PTH119 -- same
    if revision is None:
        return Versioned(path, label=label or "/", exclude=exclude)
    return Revision(path, revision, label=label or "/", exclude=exclude)


def _open_path(text: str, exclude: tuple[str, ...], cwd: Path) -> Tree:
    path = os.path.join(cwd, text)  # noqa: PTH118 -- a path may hold what pathlib drops
    label = (os.path.basename(os.path.realpath(path)) if os.path.isabs(text) else text) or "/"  # noqa: PTH117, PTH119 -- same
    if not text or "\0" in text or not os.path.exists(path):  # noqa: PTH110 -- same
        raise UsageError(f"no such file or folder: {text}", hint=_advice(text))
    if os.path.isdir(path):  # noqa: PTH112 -- same
        return _open_folder(path, label, exclude)
    if not os.path.isfile(path):  # noqa: PTH113 -- same
        raise UsageError(f"neither a file nor a folder: {text}", hint="use - to read standard input")
    if text.lower().endswith(_ARCHIVES):
        from rail.sources.archive import Archive  # noqa: PLC0415 -- one kind of source a run

        return Archive(path, label=label)
    from rail.sources.singlefile import SingleFile  # noqa: PLC0415 -- same

    return SingleFile(path, label=label, cwd=cwd)


def _open_folder(path: str, label: str, exclude: tuple[str, ...]) -> Tree:
    from rail.sources.environment import Environment, site_folders  # noqa: PLC0415 -- one kind of source a run

    if folders := site_folders(path):
        return Environment(folders, label=label)
    from rail.sources.directory import Directory  # noqa: PLC0415 -- same

    return Directory(path, label=label, exclude=exclude)


def _advice(text: str) -> str:
    if text.count("/") == 1 and not text.startswith((".", "/")):
        return f"for a model on the Hugging Face hub say hf:{text}; for a package pkg:pypi/NAME"
    return "expected a path, env, env:PATH, a package URL (pkg:…), hf:ORG/NAME or -"
