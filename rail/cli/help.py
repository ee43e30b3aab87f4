"""Plain help with section headings, without Rich: a fourth of its cost."""

from typing import Any

import typer
import typer.core


class SectionedCommand(typer.core.TyperCommand):
    """A command whose options are listed under the headings given by `rich_help_panel`."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, then each section of options in the order of first appearance."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                default = "Arguments" if param.param_type_name == "argument" else "Options"
                sections.setdefault(getattr(param, "rich_help_panel", None) or default, []).append(record)
        for heading, records in sections.items():
            with formatter.section(heading):
                formatter.write_dl(records)


def plain_app(**settings: Any) -> typer.Typer:
    """Return a Typer application without Rich, completion and decorated tracebacks."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **settings)
