"""What check and scan share: configuration, scan with progress, and the writing of the report."""

import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from rail import pipeline
from rail.catalogue.load import Catalogue
from rail.cli.console import UNBOUNDED, colored, note, width
from rail.cli.excerpt import Excerpts
from rail.cli.options import When
from rail.cli.output import FOR_TERMINALS, Targets, write_files, write_stdout, write_text
from rail.cli.progress import Progress
from rail.config.check import check_facts, check_uses
from rail.config.discover import discover
from rail.config.schema import Config, Loaded
from rail.domain.record import UseId
from rail.domain.report import Report
from rail.domain.use import UseCase
from rail.errors import UsageError
from rail.report.spi import RuleText, Style, find

if TYPE_CHECKING:
    from rail.http.spi import Client
    from rail.pipeline.online import Online

ADHOC = "command-line"
"""The id of the use case that `--use` declares."""


class Request(NamedTuple):
    """The shared options of one command line, as given."""

    verb: str
    inputs: tuple[str, ...]
    targets: Targets
    exclude: tuple[str, ...]
    config: str | None
    no_config: bool
    no_texts: bool
    strict: bool
    online: bool
    deep: bool
    offline: bool
    color: When
    quiet: bool
    verbose: bool


def configuration(request: Request, catalogue: Catalogue, uses: Sequence[str] = ()) -> Loaded:
    """Return the configuration that holds for this run: the file's, checked, with the uses of the command line.

    Raises:
        UsageError: the file or a use cannot be understood.
    """
    if request.no_config and request.config is not None:
        raise UsageError("--config and --no-config exclude one another")
    if request.no_config:
        loaded = Loaded(config=Config(), why="--no-config")
    else:
        loaded = discover(Path(request.config) if request.config is not None else None, Path.cwd())
    loaded = completed(loaded, request, catalogue, uses)
    if request.verbose and not request.quiet:
        note(f"configuration: {loaded.path or 'none'} ({loaded.why})")
        for policy in loaded.config.policy:
            note(f"policy {policy.id}: {policy.decide.value}   {policy.path}:{policy.line}")
        for case in loaded.config.use_case:
            note(f"use case {case.id}: {', '.join(case.uses)}")
    return loaded


def completed(loaded: Loaded, request: Request, catalogue: Catalogue, uses: Sequence[str] = ()) -> Loaded:
    """Return a configuration with full use ids and what the command line adds.

    Raises:
        UsageError: a use or a fact that nobody knows.
    """
    if loaded.config.extends is not None:
        from rail.pipeline.extending import extended  # noqa: PLC0415 -- few configurations extend another

        own = loaded.config
        loaded = extended(loaded, lambda: _client(request, own), cache_folder())
    loaded = check_uses(loaded, lambda text: _use(catalogue, text))
    check_facts(loaded, {mode.asks.fact for mode in catalogue.modes.values() if mode.asks})
    strict = request.strict or loaded.config.strict
    loaded = replace(loaded, config=replace(loaded.config, strict=strict))
    return _with_uses(loaded, uses, catalogue, request) if uses else loaded


def scan(request: Request, loaded: Loaded, catalogue: Catalogue, opened: pipeline.Open | None = None) -> pipeline.Scan:
    """Scan the inputs, showing progress; `opened` finds the tree of an input where that is not what lies on disk."""
    with Progress(quiet=request.quiet) as progress:
        return pipeline.scan(
            request.inputs,
            loaded=loaded,
            catalogue=catalogue,
            cwd=Path.cwd(),
            exclude=request.exclude,
            online=_online(request, loaded.config),
            strict=loaded.config.strict,
            today=today(),
            cache=None if request.no_texts else cache_folder,
            texts=not request.no_texts,
            progress=progress,
            opened=opened,
        )


def _online(request: Request, config: Config) -> "Online | None":
    """Return the way to the registries, if this run is to ask any.

    Raises:
        UsageError: the options contradict one another, or the user's settings cannot be read.
    """
    if request.deep and request.no_texts:
        raise UsageError("--deep and --no-texts exclude one another")
    if not (request.online or request.deep or config.online):
        return None
    from rail.pipeline.online import open_door  # noqa: PLC0415 -- only a run that asks registries

    offline = request.offline or config.offline
    return open_door(os.environ, Path.home(), cache_folder(), offline=offline, deep=request.deep)


def _client(request: Request, config: Config) -> "Client":
    """Return the way to the network, for a policy that is kept elsewhere."""
    from rail.http.spi import Offline  # noqa: PLC0415 -- few configurations extend an address

    if request.offline or config.offline:
        return Offline()
    from rail.http.client import HttpClient  # noqa: PLC0415 -- same
    from rail.http.settings import read_settings  # noqa: PLC0415 -- same

    return HttpClient(read_settings(os.environ, Path.home()))


def cache_folder() -> Path:
    """Return the folder for readings of texts: RAIL_CACHE_DIR, or the user's cache folder."""
    named = os.environ.get("RAIL_CACHE_DIR")
    if named:
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415 -- only a scan has a cache

    return user_cache_path("rail", appauthor=False)


def deliver(report: Report, request: Request, loaded: Loaded, catalogue: Catalogue) -> None:
    """Write the report to its files, then to standard output.

    Raises:
        RailError: it cannot be written.
    """
    excerpts = Excerpts(request.inputs, report.inputs, Path.cwd())
    plain = Style(
        verb=request.verb,
        width=UNBOUNDED,
        excerpt=excerpts.line,
        labels={use.id: use.label for use in catalogue.uses.values()},
        places={case: f"{loaded.path}:{line}" for case, line in loaded.lines.items() if loaded.path},
        rule=rule_text,
        verbose=request.verbose,
    )
    write(report, request.targets, plain, color=request.color, quiet=request.quiet)


def write(report: Report, wanted: Targets, plain: Style, *, color: When, quiet: bool) -> None:
    """Write the report in `plain` style to its files, then to standard output in the style of that.

    Raises:
        RailError: it cannot be written.
    """
    contents = [(path, b"".join(find(name).write(report, plain))) for name, path in wanted.files]
    write_files(contents)
    if wanted.stdout is not None:
        style = plain._replace(color=colored(color), width=width())
        content = b"".join(find(wanted.stdout).write(report, style))
        if wanted.stdout in FOR_TERMINALS:
            write_text(content.decode())
        else:
            write_stdout(content)
    if not quiet:
        for path, _ in contents:
            note(f"wrote {path}")


def rule_text(rule: str) -> RuleText | None:
    """Return what the rule of this id says of itself, or `None` where there is none."""
    from rail.policy.spi import RULES, load  # noqa: PLC0415 -- only some formats print it

    load()
    found = RULES.get(rule)
    return RuleText(found.id, found.slug, found.title, found.level, found.doc) if found else None


def today() -> str:
    """Return the date, on which ignores and overrides end, as ISO text."""
    return dt.date.today().isoformat()  # noqa: DTZ011 -- an ignore ends on the team's own day


def _with_uses(loaded: Loaded, uses: Sequence[str], catalogue: Catalogue, request: Request) -> Loaded:
    named = tuple(dict.fromkeys(_use(catalogue, each) for each in uses))
    for word in uses:
        full = _use(catalogue, word)
        if word != full and not request.quiet:
            note(f"--use {word} is {full}")
    case = UseCase(id=ADHOC, title="declared on the command line", uses=named)
    cases = (*(each for each in loaded.config.use_case if each.id != ADHOC), case)
    return replace(loaded, config=replace(loaded.config, use_case=cases))


def _use(catalogue: Catalogue, word: str) -> UseId:
    from rail.catalogue.covers import resolve_use  # noqa: PLC0415 -- a scan without declared uses has no words

    return resolve_use(catalogue, word)
