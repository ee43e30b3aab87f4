"""`rail obligations`: the to-do list of what the licences ask, and the NOTICE that they ask for."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rail.cli import options
from rail.cli.console import UNBOUNDED, colored, note, width
from rail.cli.help import SectionedCommand, plain_app
from rail.cli.output import Targets, write_files, write_stdout, write_text
from rail.cli.session import Request, cache_folder, configuration
from rail.cli.session import scan as scan_inputs
from rail.errors import UsageError

if TYPE_CHECKING:
    from rail.report.owed import ObligationsReport

_INCOMPLETE = 4
_FORMATS = {"text": ".txt", "json": ".json", "markdown": ".md"}
_OUTPUT = "Output options"
_PEEK = 4096
_MOST = 20_000_000

app = plain_app()

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT]...",
        help="What `rail scan` takes, or reports that it saved as JSON. Default: the current folder.",
        show_default=False,
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="text, json or markdown (a checklist).  [default: text]",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the list to a file, in --format or the format of its suffix.",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]
NoticeFile = Annotated[
    str | None,
    typer.Option(
        "--notice",
        metavar="FILE",
        help="Write the NOTICE with the statements that the licences fix, quoted from the scanned texts.",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help="Write over a NOTICE that was edited, or that rail did not write.",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]


@app.command(
    cls=SectionedCommand,
    epilog="Exit codes: 0 done, whatever is owed, 2 usage or configuration error, 3 nothing to scan, 4 incomplete "
    "(only with --strict). Never 1.",
)
def obligations(
    *,
    inputs: Inputs = None,
    exclude: options.Exclude = None,
    config: options.ConfigFile = None,
    no_config: options.NoConfig = False,
    no_texts: options.NoTexts = False,
    strict: options.Strict = False,
    format_: Format = None,
    output: Output = None,
    notice: NoticeFile = None,
    force: Force = False,
    color: options.Color = options.When.AUTO,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    online: options.Online = False,
    deep: options.Deep = False,
    offline: options.Offline = False,
) -> int:
    """List what the licences ask of this project, and what of it binds now."""
    kind = _format(format_, output)
    request = Request(
        verb="obligations",
        inputs=tuple(inputs or (".",)),
        targets=Targets(None, ()),
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
    target = _notice_path(notice, force=force)
    report, is_strict = _report(request)
    files = [(Path(output), _written(report, kind, request, to_file=True))] if output else []
    if target is not None:
        files.append((target, _notice(report, target, force=force, quiet=quiet)))
    write_files(files)
    for path, _ in files if not quiet else ():
        note(f"wrote {path}")
    if output is None:
        content = _written(report, kind, request, to_file=False)
        if kind == "text":
            write_text(content.decode("utf-8", "surrogateescape"))
        else:
            write_stdout(content)
    return _INCOMPLETE if is_strict and report.problems else 0


def _format(named: str | None, output: str | None) -> str:
    if named is not None and named not in _FORMATS:
        raise UsageError(f"unknown format: {named}", hint=f"one of {', '.join(_FORMATS)}")
    if output is not None and not Path(output).absolute().parent.is_dir():
        raise UsageError("cannot write the list: no such folder", place=str(Path(output).parent), hint="make it first")
    if output is not None and Path(output).is_dir():
        raise UsageError("cannot write the list: is a folder", place=output)
    if named is not None or output is None:
        return named or "text"
    suffix = Path(output).suffix.lower()
    for name, ending in _FORMATS.items():
        if ending == suffix:
            return name
    raise UsageError(f"no format for {output}", hint=f"add --format {', '.join(_FORMATS)}")


def _report(request: Request) -> "tuple[ObligationsReport, bool]":
    """Return what is owed, and whether the run is a strict one."""
    from rail import pipeline  # noqa: PLC0415 -- a wrong option is answered before the readers are loaded
    from rail.catalogue.load import load  # noqa: PLC0415 -- likewise
    from rail.pipeline.obligations import Inputs  # noqa: PLC0415 -- likewise
    from rail.pipeline.obligations import obligations as find  # noqa: PLC0415 -- likewise
    from rail.report.owed import obligations_report  # noqa: PLC0415 -- likewise

    catalogue = load()
    if _are_saved(request.inputs):
        from rail.cli.convert import read  # noqa: PLC0415 -- only for saved reports

        saved = pipeline.merge([read(each) for each in request.inputs])
        owing = find(saved, None, catalogue=catalogue)
        return obligations_report(saved, owing), request.strict
    loaded = configuration(request, catalogue)
    scanned = pipeline.report_scan(scan_inputs(request, loaded, catalogue), catalogue=catalogue)
    inputs = Inputs(request.inputs, Path.cwd(), (*loaded.config.exclude, *request.exclude), cache_folder())
    owing = find(scanned, None if request.no_texts else inputs, catalogue=catalogue)
    return obligations_report(scanned, owing), loaded.config.strict


def _are_saved(inputs: Sequence[str]) -> bool:
    """Tell whether the inputs are saved reports.

    Raises:
        UsageError: some are and some are not.
    """
    saved = [_is_saved(each) for each in inputs]
    if any(saved) and not all(saved):
        raise UsageError("saved reports and other inputs do not mix", place=inputs[saved.index(False)])
    return all(saved)


def _is_saved(text: str) -> bool:
    from rail.domain.report import SCHEMA  # noqa: PLC0415 -- a wrong option is answered before

    try:
        with Path(text).open("rb") as stream:
            head = stream.read(_PEEK)
    except (OSError, ValueError):
        return False
    return head.lstrip()[:1] == b"{" and f'"{SCHEMA}"'.encode() in head


def _written(report: "ObligationsReport", kind: str, request: Request, *, to_file: bool) -> bytes:
    if kind == "json":
        from rail.report.json import encode  # noqa: PLC0415 -- one format a run

        return encode(report)
    if kind == "markdown":
        from rail.report.owed import markdown  # noqa: PLC0415 -- one format a run

        lines = list(markdown.as_lines(report, verbose=request.verbose))
    else:
        from rail.report.owed import text  # noqa: PLC0415 -- one format a run

        wide = UNBOUNDED if to_file else width()
        on = False if to_file else colored(request.color)
        lines = list(text.as_lines(report, color=on, verbose=request.verbose, width=wide))
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace")


def _notice_path(notice: str | None, *, force: bool) -> Path | None:
    """Return where the NOTICE goes, before anything is scanned.

    Raises:
        UsageError: it cannot be written, or would take the place of words that rail did not write.
    """
    if notice is None:
        if force:
            raise UsageError("--force needs --notice FILE")
        return None
    path = Path(os.path.realpath(notice))
    if path.is_dir() or not notice:
        raise UsageError("cannot write the NOTICE: is a folder", place=notice or "--notice")
    if not path.absolute().parent.is_dir():
        raise UsageError("cannot write the NOTICE: no such folder", place=str(path.parent), hint="make it first")
    return path


def _notice(report: "ObligationsReport", path: Path, *, force: bool, quiet: bool) -> bytes:
    from rail.report.owed.notice import is_unedited, notice  # noqa: PLC0415 -- only with --notice

    made = notice(report)
    there = _there(path)
    if there is not None and there != made.content and not force and not is_unedited(there):
        raise UsageError(
            "the file was edited, or rail did not write it", place=str(path), hint="--force writes over it"
        )
    if made.lacking and not quiet:
        all_ = made.lacking + made.carried
        note(f"{made.lacking} of {all_} statements must be filled in: their texts were not scanned")
    return made.content


def _there(path: Path) -> bytes | None:
    try:
        with path.open("rb") as stream:
            return stream.read(_MOST)
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise UsageError(f"cannot be read: {fault.strerror}", place=str(path)) from fault
