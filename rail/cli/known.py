"""Findings that were there before: `--baseline`, `--write-baseline` and `--since`."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rail import pipeline
from rail.catalogue.load import Catalogue
from rail.cli.console import note
from rail.cli.output import write_files
from rail.cli.session import Request, completed, scan, today
from rail.config.schema import Loaded
from rail.domain.report import Report
from rail.errors import UsageError
from rail.policy.baseline import Acceptance


class Known(NamedTuple):
    """The three options as given."""

    baseline: str | None
    write: str | None
    since: str | None

    def refuse_contradictions(self) -> None:
        """Refuse options that say two things at once.

        Raises:
            UsageError: more than one of them.
        """
        given = [
            name
            for name, value in zip(("--baseline", "--write-baseline", "--since"), self, strict=True)
            if value is not None
        ]
        if len(given) > 1:
            raise UsageError(f"{' and '.join(given)} exclude one another")

    def acceptance(
        self, request: Request, loaded: Loaded, catalogue: Catalogue, uses: Sequence[str]
    ) -> Acceptance | None:
        """Return what does not count in this run; a baseline that the configuration names holds where no option does.

        Raises:
            UsageError: the baseline cannot be read, or there is no such revision.
        """
        if self.write is not None:
            return None
        if self.since is not None:
            return self._since(self.since, request, loaded, catalogue, uses)
        from rail.pipeline.accepted import read_baseline  # noqa: PLC0415 -- few runs have a baseline

        if self.baseline is not None:
            return read_baseline(Path(self.baseline), self.baseline)
        if loaded.config.baseline is not None and loaded.path is not None:
            path = Path(loaded.path).parent / loaded.config.baseline
            return read_baseline(path, path.as_posix())
        return None

    def opener(self) -> pipeline.Open | None:
        """Return how inputs are opened: with `--since` without what git ignores."""
        if self.since is None:
            return None
        from rail.sources.open import open_versioned  # noqa: PLC0415 -- only for `--since`

        return open_versioned

    def save(self, report: Report, *, quiet: bool) -> None:
        """Write the baseline that accepts every open finding of the report.

        Raises:
            RailError: it cannot be written.
        """
        from rail.pipeline.accepted import baseline_of  # noqa: PLC0415 -- few runs write one

        assert self.write is not None
        write_files([(Path(self.write), baseline_of(report))])
        if not quiet:
            count = sum(each.suppressed is None for each in report.findings)
            note(f"wrote {self.write}: {count} findings are accepted from now on")

    def _since(
        self, revision: str, request: Request, loaded: Loaded, catalogue: Catalogue, uses: Sequence[str]
    ) -> Acceptance:
        from rail.pipeline.since import accept_what_was  # noqa: PLC0415 -- only for `--since`
        from rail.sources.open import open_versioned  # noqa: PLC0415 -- same

        opened = partial(open_versioned, revision=revision)

        def before(then: Loaded) -> Report:
            then = completed(then, request._replace(quiet=True), catalogue, uses)
            found = scan(request._replace(quiet=True), then, catalogue, opened)
            return pipeline.check(found, loaded=then, catalogue=catalogue, today=today(), cwd=Path.cwd())

        return accept_what_was(revision, before, loaded, Path.cwd())
