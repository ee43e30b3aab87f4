"""`rail scan`: the inventory with licences and what they restrict, without a judgement."""

from rail import pipeline
from rail.catalogue.load import load
from rail.cli import options
from rail.cli.output import targets
from rail.cli.session import Request, configuration, deliver
from rail.cli.session import scan as scan_inputs
from rail.errors import UsageError

_INCOMPLETE = 4

EPILOG = "Exit codes: 0 done, 2 usage or configuration error, 3 nothing to scan, 4 incomplete (only with --strict)."


def scan(
    *,
    inputs: options.Inputs = None,
    exclude: options.Exclude = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    no_texts: options.NoTexts = False,
    strict: options.Strict = False,
    format_: options.Format = None,
    tree: options.Tree = False,
    output: options.Output = None,
    color: options.Color = options.When.AUTO,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    online: options.Online = False,
    deep: options.Deep = False,
    offline: options.Offline = False,
) -> int:
    """List what is there, with licences and what they restrict."""
    if tree and format_ not in {None, "tree"}:
        raise UsageError(f"--tree and --format {format_} exclude one another")
    request = Request(
        verb="scan",
        inputs=tuple(inputs or (".",)),
        targets=targets("tree" if tree else format_, output or ()),
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
    catalogue = load()
    loaded = configuration(request, catalogue)
    report = pipeline.report_scan(scan_inputs(request, loaded, catalogue), catalogue=catalogue)
    deliver(report, request, loaded, catalogue)
    return _INCOMPLETE if loaded.config.strict and report.problems else 0
