"""`rail catalogue`: look into the licences, uses and modes that rail knows, and check them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from rail.catalogue.load import Catalogue, load
from rail.catalogue.restricts import profile_restricts
from rail.cli import options
from rail.cli.console import colored
from rail.cli.help import SectionedCommand, plain_app
from rail.cli.output import write_stdout, write_text
from rail.domain.profile import GeneralLicense
from rail.errors import UsageError
from rail.report.explained import as_text
from rail.report.json import encode
from rail.report.listed import Entry, Listing
from rail.report.terminal import pad, visible

_KINDS = ("licenses", "uses", "modes")

app = plain_app(no_args_is_help=True)


@app.callback()
def catalogue() -> None:
    """Look into the catalogue of licences, uses and modes."""


@app.command("list", cls=SectionedCommand)
def list_(
    *,
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help="licenses, uses or modes.")] = "licenses",
    all_: Annotated[
        bool, typer.Option("--all", help="List the licences that restrict nothing, too.", show_default=False)
    ] = False,
    format_: options.TextOrJson = "text",
) -> int:
    """List the licences, uses or modes."""
    if kind not in _KINDS:
        raise UsageError(f"no list of {kind}", hint=f"one of {', '.join(_KINDS)}")
    _check_format(format_)
    known = load()
    entries = tuple(sorted(_entries(known, kind, whole=all_), key=lambda each: each.id))
    if format_ == "json":
        write_stdout(
            encode(Listing(version=known.version, digest=known.digest, kind=kind, entries=entries)),
        )
        return 0
    widest = max((len(each.id) for each in entries), default=0)
    lines = [
        f"{pad(each.id, widest)}  {pad(each.restricted, 14) if each.restricted else ''}{each.name}" for each in entries
    ]
    lines += ["", f"{len(entries)} {kind} · catalogue {known.version} ({known.digest[:12]})"]
    if kind == "licenses" and not all_:
        lines.append(f"and {len(known.general)} general licences that restrict no conduct (--all lists them)")
    write_text("".join(f"{visible(line).rstrip()}\n" for line in lines))
    return 0


@app.command(cls=SectionedCommand)
def show(
    *,
    identity: Annotated[list[str], typer.Argument(metavar="ID...", help="A licence, use or mode.")],
    format_: options.TextOrJson = "text",
    color: options.Color = options.When.AUTO,
) -> int:
    """Show one licence, use or mode, as `rail explain` does."""
    from rail.cli.explain.thing import explanation  # noqa: PLC0415 -- a list needs none of it

    _check_format(format_)
    found = explanation(" ".join(identity))
    if format_ == "json":
        write_stdout(encode(found))
    else:
        write_text(as_text(found, color=colored(color)))
    return 0


@app.command(cls=SectionedCommand, epilog="Exit codes: 0 all is well, 1 complaints, 2 usage error.")
def lint(
    *,
    folder: Annotated[
        str | None,
        typer.Argument(metavar="[FOLDER]", help="A licenses/ folder. Default: the one in use.", show_default=False),
    ] = None,
) -> int:
    """Check the catalogue's files against one another."""
    from rail.catalogue.lint import lint as complaints_of  # noqa: PLC0415 -- reads every YAML file; a list needs none
    from rail.datafiles import data_folder  # noqa: PLC0415 -- likewise

    place = Path(folder) if folder is not None else data_folder() / "licenses"
    if not place.is_dir():
        raise UsageError("no such folder", place=str(place))
    complaints = complaints_of(place)
    lines = [f"{each.path}: {each.message}" for each in complaints]
    lines.append(f"{len(complaints)} complaints" if len(complaints) != 1 else "1 complaint")
    write_text("".join(f"{visible(line)}\n" for line in lines))
    return 1 if complaints else 0


@app.command(cls=SectionedCommand, epilog="Exit codes: 0 all is well, 1 faults (only with --check), 2 usage error.")
def models(
    *,
    folder: Annotated[
        str | None,
        typer.Argument(metavar="[FOLDER]", help="A licenses/ folder. Default: the one in use.", show_default=False),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help="Check ids, spellings, licences, relations, dates, cycles, duplicates.", show_default=False
        ),
    ] = False,
) -> int:
    """Count the known models and datasets, or check their table."""
    from rail.catalogue.lint import lint_models  # noqa: PLC0415 -- reads every YAML file; a list needs none
    from rail.datafiles import data_folder  # noqa: PLC0415 -- likewise

    place = Path(folder) if folder is not None else data_folder() / "licenses"
    if not place.is_dir():
        raise UsageError("no such folder", place=str(place))
    table = lint_models(place)
    lines = [f"{each.path}: {each.message}" for each in table.complaints] if check else []
    lines += [f"{count:6,} rows  {name}" for name, count in sorted(table.rows.items())]
    lines.append(f"{sum(table.rows.values()):6,} rows, {table.edges:,} base edges")
    if check:
        lines.append(f"{len(table.complaints)} fault{'s' * (len(table.complaints) != 1)}")
    write_text("".join(f"{visible(line)}\n" for line in lines))
    return 1 if check and table.complaints else 0


@app.command(cls=SectionedCommand)
def fingerprint(
    *,
    packages: Annotated[
        list[str], typer.Argument(metavar="PACKAGE...", help="Wheels or unpacked folders of ScanCode's licence data.")
    ],
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Where to write index.bin and manifest.json.")],
    texts: Annotated[
        list[str] | None,
        typer.Option(
            "--texts", metavar="DIR", help="Folder of texts called ID.txt; may be repeated.", show_default=False
        ),
    ] = None,
) -> int:
    """Make the index by which licence texts are recognised."""
    from rail.identify.manifest import INDEX, write_fingerprints  # noqa: PLC0415 -- a list needs none of it

    folders = [Path(each) for each in texts or ()]
    for folder in folders:
        if not folder.is_dir():
            raise UsageError("no such folder", place=str(folder))
    sources = [Path(each) for each in packages]
    for source in sources:
        if not source.exists():
            raise UsageError("no such package", place=str(source), hint="pip download --no-deps scancode-toolkit-mini")
    manifest = write_fingerprints(sources, folders, load(), Path(out))
    index = Path(out, INDEX)
    lines = [f"{each.count:6,} texts  {each.source}" for each in manifest.inputs]
    lines.append(f"{index.stat().st_size:,} bytes  {index}  sha256 {manifest.sha256[:16]}")
    write_text("".join(f"{visible(line)}\n" for line in lines))
    return 0


def _entries(known: Catalogue, kind: str, *, whole: bool) -> Iterator[Entry]:
    if kind == "uses":
        yield from (Entry(id=each.id, name=each.label) for each in known.uses.values())
    elif kind == "modes":
        yield from (Entry(id=each.id, name=each.definition) for each in known.modes.values())
    else:
        yield from (
            Entry(id=each.id, name=each.name, restricted=profile_restricts(each).value)
            for each in known.profiles.values()
        )
        yield from (_general(each) for each in known.general.values() if whole)


def _general(license_: GeneralLicense) -> Entry:
    return Entry(id=license_.id, name=license_.name, restricted="no")


def _check_format(format_: str) -> None:
    if format_ not in {"text", "json"}:
        raise UsageError(f"unknown format: {format_}", hint="one of text, json")
