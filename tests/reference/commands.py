"""Every verb and option, from the command objects: the words of `--help`."""

from collections.abc import Iterator
from typing import Any

import typer.main

from rail.cli.main import VERBS
from rail.cli.program import app
from tests.reference._markdown import code, head, sentence, table

PAGE = "commands.md"
_HELP = "--help"


def markdown() -> str:
    """Return the page."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("rail", [], resilient_parsing=True)
    rows = [(f"[`rail {verb}`](#rail-{verb})", says) for verb, says in VERBS.items()]
    page = head(
        "Commands and options",
        "the command line itself",
        "What `--help` says of each verb. Every verb takes `-h` and `--help`; `rail --version` prints the version.",
    ) + table(["verb", "does"], rows)
    for verb in VERBS:
        page += "".join(_sections(group.get_command(context, verb), f"rail {verb}", context, 2))
    return page + "\n## Environment variables\n" + table(["variable", "means"], _VARIABLES)


def _sections(command: Any, path: str, parent: Any, level: int) -> Iterator[str]:
    """Yield what there is to say of a verb, then of the verbs below it."""
    context = command.context_class(command, info_name=path.rpartition(" ")[2], parent=parent)
    says = (command.help or command.short_help or "").strip()
    usage = " ".join(["rail", *command.get_usage(context).partition("rail ")[2].split()])
    yield f"\n{'#' * level} {path}\n\n{sentence(says)}\n\n```text\n{usage}\n```\n"
    for heading, records in _records(command, context).items():
        yield f"\n**{heading}**\n" + table(["", "meaning"], [(code(names), says) for names, says in records])
    if command.epilog:
        yield f"\n{' '.join(command.epilog.split())}\n"
    for name, below in getattr(command, "commands", {}).items():
        yield from _sections(below, f"{path} {name}", context, level + 1)


def _records(command: Any, context: Any) -> dict[str, list[tuple[str, str]]]:
    """Return the names and meanings of arguments and options under the headings that `--help` gives them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is None or _HELP in param.opts:
            continue
        default = "Arguments" if param.param_type_name == "argument" else "Options"
        found.setdefault(getattr(param, "rich_help_panel", None) or default, []).append(record)
    return found


_VARIABLES = [
    ("`RAIL_ONLINE`", "`1`: as `--online`"),
    ("`RAIL_OFFLINE`", "`1`: as `--offline`"),
    (
        "`RAIL_CACHE_DIR`",
        "the folder for what texts say and what registries answered; default, the user's cache folder",
    ),
    ("`RAIL_OFFICIAL_TEMPLATES`", "a mirror of the official licence templates"),
    ("`RAIL_DEBUG`", "`1`: a fault of rail itself prints its whole traceback"),
    ("`NO_COLOR`, `FORCE_COLOR`", "never, or always, colour the text; `--color` wins"),
    ("`HTTPS_PROXY`, `PIP_INDEX_URL`, `HF_TOKEN` …", "settings of other programs: [Ask registries](../registries.md)"),
]
