"""What a change brought in: the findings of an earlier revision are accepted, so that only new ones count."""

import os
from collections.abc import Callable
from pathlib import Path

from rail.config.discover import from_content
from rail.config.extend import extend
from rail.config.schema import Config, Loaded
from rail.domain.report import Report
from rail.errors import NothingToScanError, UsageError
from rail.policy.baseline import Acceptance, Baseline, accepting


def accept_what_was(revision: str, before: Callable[[Loaded], Report], loaded: Loaded, cwd: Path) -> Acceptance:
    """Return the acceptance of all that was found at `revision`; `before` checks that state with a configuration.

    The earlier state is judged by the configuration of its own time: a use that was declared since then brings in
    findings, too. A configuration that was not there or cannot be read any more accepts nothing.

    Raises:
        UsageError: no repository, or no such revision.
    """
    then = _configuration_at(revision, loaded, cwd)
    accepted = Baseline()
    if then is not None:
        try:
            report = before(then)
        except NothingToScanError:
            pass
        else:
            accepted = accepting(report.findings, report.determinations)
    return Acceptance(accepted, f"was there at {revision}")


def _configuration_at(revision: str, loaded: Loaded, cwd: Path) -> Loaded | None:
    from rail.sources.revision import commit, content_at  # noqa: PLC0415 -- git is asked for `--since` alone

    identity = commit(str(cwd), revision)
    if loaded.path is None:
        return Loaded(config=Config(), why="none")
    content = content_at(str(cwd), identity, loaded.path)
    if content is None:
        return None
    why = f"as it was at {revision}"
    try:
        return _extended_then(from_content(content, loaded.path, why), identity, why, cwd)
    except UsageError:
        return None


def _extended_then(then: Loaded, identity: str, why: str, cwd: Path) -> Loaded:
    """Return a configuration with the shared file that it extended, as that was then; one from elsewhere is pinned.

    A shared file outside the repository has no earlier state: it is read as it is now.

    Raises:
        UsageError: the shared file was not there, or says what it cannot.
    """
    from rail.sources.revision import content_at, is_within  # noqa: PLC0415 -- git is asked for `--since` alone

    extends = then.config.extends
    if not isinstance(extends, str) or then.path is None:
        return then
    path = Path(then.path).parent / extends
    if not is_within(str(cwd), str(cwd / path)):
        return then
    content = content_at(str(cwd), identity, os.path.normpath(path))
    if content is None:
        raise UsageError("what `extends` names was not there", place=path.as_posix())
    return extend(then, from_content(content, path.as_posix(), why))
