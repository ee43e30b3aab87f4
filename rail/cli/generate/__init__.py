"""`rail generate`: a licence of the RAIL family, with what goes along, from recorded answers."""

from typing import Annotated, Any

import typer

from rail.cli.help import SectionedCommand, plain_app

_WHAT, _CLAUSES, _TERMS, _OUTPUT = "Licence options", "Clause options", "Term options", "Output options"

app = plain_app()


def _option(*names: str, help_: str, panel: str, metavar: str | None = None) -> Any:
    return typer.Option(*names, help=help_, rich_help_panel=panel, metavar=metavar, show_default=False)


@app.command(
    cls=SectionedCommand,
    epilog="Without options it regenerates from rail-license.toml, or asks. Exit codes: 0 done, 1 drift (--check), "
    "errors, or warnings (--strict), 2 usage error.",
)
def generate(
    *,
    variant: Annotated[
        str | None,
        _option("--variant", help_="openrail, research or rail.  [default: openrail]", panel=_WHAT, metavar="VARIANT"),
    ] = None,
    template: Annotated[
        str | None,
        _option(
            "--template",
            help_="Your own Markdown template (Jinja2), or `official`: the RAIL Initiative's.  [default: rail's]",
            panel=_WHAT,
            metavar="FILE|official|rail",
        ),
    ] = None,
    artifact: Annotated[
        list[str] | None,
        _option(
            "--artifact",
            "-a",
            help_="data, application, model, source-code, or letters of D-A-M-S such as MS.",
            panel=_WHAT,
            metavar="ARTIFACT",
        ),
    ] = None,
    work: Annotated[
        str | None, _option("--work", help_="Name of what is licensed.", panel=_WHAT, metavar="NAME")
    ] = None,
    licensor: Annotated[
        str | None, _option("--licensor", help_="Who grants the licence.", panel=_WHAT, metavar="NAME")
    ] = None,
    preset: Annotated[
        list[str] | None,
        _option("--preset", "-p", help_="A named selection of clauses; see --list.", panel=_CLAUSES, metavar="NAME"),
    ] = None,
    clause: Annotated[
        list[str] | None,
        _option("--clause", "-c", help_="Add a clause; ID:MODE takes another wording.", panel=_CLAUSES, metavar="ID"),
    ] = None,
    drop: Annotated[
        list[str] | None, _option("--drop", help_="Leave a clause out.", panel=_CLAUSES, metavar="ID")
    ] = None,
    carve_out: Annotated[
        list[str] | None,
        _option("--carve-out", help_="Except something from a clause.", panel=_CLAUSES, metavar="ID:CARVE-OUT"),
    ] = None,
    custom: Annotated[
        list[str] | None,
        _option("--custom", help_="Add a clause of your own; see --list.", panel=_CLAUSES, metavar="ID:USE=TEXT"),
    ] = None,
    base: Annotated[
        bool | None,
        _option("--base/--no-base", help_="With or without the clauses mandatory elsewhere.", panel=_CLAUSES),
    ] = None,
    inherit: Annotated[
        list[str] | None,
        _option(
            "--inherit",
            help_="Carry every restriction of a licence, model (hf:ORG/NAME), project or report.",
            panel=_CLAUSES,
            metavar="INPUT",
        ),
    ] = None,
    with_: Annotated[
        list[str] | None,
        _option(
            "--with",
            help_="Tell whether the licence goes together with that of something used beside it.",
            panel=_CLAUSES,
            metavar="INPUT",
        ),
    ] = None,
    list_: Annotated[bool, _option("--list", help_="List presets, clauses and carve-outs.", panel=_CLAUSES)] = False,
    year: Annotated[
        int | None, _option("--year", help_="Year of the copyright notice.", panel=_TERMS, metavar="YEAR")
    ] = None,
    license_version: Annotated[
        str | None, _option("--license-version", help_="Version of your licence text.", panel=_TERMS, metavar="VERSION")
    ] = None,
    contact: Annotated[
        str | None, _option("--contact", help_="How to reach the licensor.", panel=_TERMS, metavar="TEXT")
    ] = None,
    url: Annotated[
        str | None, _option("--url", help_="Where the work is published.", panel=_TERMS, metavar="URL")
    ] = None,
    law: Annotated[
        str | None,
        _option("--law", help_="Governing law.  [default: of the licensor's seat]", panel=_TERMS, metavar="PLACE"),
    ] = None,
    venue: Annotated[
        str | None, _option("--venue", help_="Whose courts decide.", panel=_TERMS, metavar="PLACE")
    ] = None,
    outputs: Annotated[
        bool | None, _option("--outputs/--no-outputs", help_="Whether outputs are bound.", panel=_TERMS)
    ] = None,
    trained_models: Annotated[
        bool | None,
        _option("--trained-models/--no-trained-models", help_="Whether models trained on data are.", panel=_TERMS),
    ] = None,
    research: Annotated[
        bool | None,
        _option("--research-exemption/--no-research-exemption", help_="Exempt studies and audits.", panel=_TERMS),
    ] = None,
    personal_data: Annotated[
        str | None,
        _option(
            "--personal-data", help_="Are there any in the data: yes, no, unknown.", panel=_TERMS, metavar="ANSWER"
        ),
    ] = None,
    cure_days: Annotated[
        int | None, _option("--cure-days", help_="Days in which a breach can be mended.", panel=_TERMS, metavar="DAYS")
    ] = None,
    answers: Annotated[
        str | None, _option("--answers", help_="Take the answers from this file.", panel=_OUTPUT, metavar="FILE")
    ] = None,
    out: Annotated[
        str, _option("--out", "-o", help_="Folder to write to.  [default: .]", panel=_OUTPUT, metavar="DIR")
    ] = ".",
    file: Annotated[
        str | None, _option("--file", help_="Name of the licence file.", panel=_OUTPUT, metavar="NAME")
    ] = None,
    format_: Annotated[
        list[str] | None,
        _option(
            "--format",
            "-f",
            help_="text, markdown, html, latex, rtf, pdf.",
            panel=_OUTPUT,
            metavar="FORMAT",
        ),
    ] = None,
    kit: Annotated[
        bool | None, _option("--kit/--no-kit", help_="With cards, notices, SPDX, ODRL, badge.", panel=_OUTPUT)
    ] = None,
    print_: Annotated[bool, _option("--print", help_="Print the licence; write nothing.", panel=_OUTPUT)] = False,
    force: Annotated[bool, _option("--force", help_="Write over changed files.", panel=_OUTPUT)] = False,
    check: Annotated[bool, _option("--check", help_="Tell whether the files say the same.", panel=_OUTPUT)] = False,
    upgrade: Annotated[
        bool, _option("--upgrade", help_="Take the newest clause list and show the difference.", panel=_OUTPUT)
    ] = False,
    strict: Annotated[
        bool, _option("--strict", help_="Write nothing and exit with 1 on warnings.", panel=_OUTPUT)
    ] = False,
    offline: Annotated[
        bool, _option("--offline", help_="Open no connection; official templates come from the cache.", panel=_OUTPUT)
    ] = False,
    yes: Annotated[bool, _option("--yes", "-y", help_="Ask nothing.", panel=_OUTPUT)] = False,
    quiet: Annotated[bool, _option("--quiet", "-q", help_="Say only what is wrong.", panel=_OUTPUT)] = False,
) -> int:
    """Write a licence of the RAIL family for a model, data, code or an application."""
    from rail.cli.generate.run import Asked, Manner, listed, run  # noqa: PLC0415 -- `--help` needs none of it

    if list_:
        return listed()
    asked = Asked(
        variant=variant,
        artifacts=tuple(artifact or ()),
        presets=tuple(preset or ()),
        clauses=tuple(clause or ()),
        drop=tuple(drop or ()),
        carve_outs=tuple(carve_out or ()),
        base=base,
        inherit=tuple(inherit or ()),
        formats=tuple(format_ or ()),
        plain={
            "template": template,
            "work": work,
            "licensor": licensor,
            "year": year,
            "version": license_version,
            "contact": contact,
            "url": url,
            "law": law,
            "venue": venue,
            "outputs_bound": outputs,
            "trained_models_bound": trained_models,
            "research_exemption": research,
            "personal_data": personal_data,
            "cure_days": cure_days,
            "file": file,
            "kit": kit,
        },
        custom=tuple(custom or ()),
        combined=tuple(with_ or ()),
    )
    manner = Manner(answers, out, print_, force, check, upgrade, strict, yes, quiet, offline)
    return run(asked, manner)
