"""What a change brought in: the findings of an earlier revision are accepted, so that only new ones count."""

from collections.abc import Callable
from pathlib import Path

from rail.config.discover import from_content
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
    try:
        return from_content(content, loaded.path, f"as it was at {revision}")
    except UsageError:
        return None
