"""`rail check`: scan, hold what is found against the declared uses, and exit by policy."""

from pathlib import Path

from msgspec.structs import replace

from rail import pipeline
from rail.catalogue.load import load
from rail.cli import options
from rail.cli.failing import fail_on_option
from rail.cli.known import Known
from rail.cli.output import targets
from rail.cli.session import Request, configuration, deliver, scan, today
from rail.policy.fail_on import exit_status

_INCOMPLETE = 4

EPILOG = (
    "Exit codes: 0 clean, 1 findings at or above --fail-on, 2 usage or configuration error, 3 nothing to scan, "
    "4 incomplete (only with --strict)."
)


def check(
    *,
    inputs: options.Inputs = None,
    exclude: options.Exclude = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    no_texts: options.NoTexts = False,
    strict: options.Strict = False,
    use: options.Uses = None,
    fail_on: options.FailOnLevel = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = None,
    since: options.Since = None,
    no_ignores: options.NoIgnores = False,
    exit_zero: options.ExitZero = False,
    format_: options.Format = None,
    output: options.Output = None,
    color: options.Color = options.When.AUTO,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    online: options.Online = False,
    deep: options.Deep = False,
    offline: options.Offline = False,
) -> int:
    """Check dependencies against the declared uses."""
    request = Request(
        verb="check",
        inputs=tuple(inputs or (".",)),
        targets=targets(format_, output or ()),
        exclude=tuple(exclude or ()),
        config=config,
        no_config=no_config,
        no_texts=no_texts,
        strict=strict,
        online=online,
        deep=deep,
        offline=offline,
        color=color,
        quiet=quiet,
        verbose=verbose,
    )
    given = fail_on_option(fail_on) if fail_on is not None else None
    catalogue = load()
    loaded = configuration(request, catalogue, use or ())
    if no_ignores:
        loaded = replace(loaded, config=replace(loaded.config, ignore=(), baseline=None))
    known = Known(baseline=baseline, write=write_baseline, since=since)
    known.refuse_contradictions()
    acceptance = known.acceptance(request, loaded, catalogue, use or ())
    found = scan(request, loaded, catalogue, known.opener())
    if no_ignores:
        found = found._replace(ignores=())
    report = pipeline.check(
        found, loaded=loaded, catalogue=catalogue, today=today(), cwd=Path.cwd(), acceptance=acceptance
    )
    if known.write is not None:
        known.save(report, quiet=quiet)
        return 0
    deliver(report, request, loaded, catalogue)
    if exit_zero:
        return 0
    level, rules = given or (loaded.config.fail_on, loaded.config.fail_on_rules)
    return exit_status(report, level, rules) or (_INCOMPLETE if loaded.config.strict and report.problems else 0)
