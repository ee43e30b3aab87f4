"""Plain help with section headings, without Rich: a fourth of its cost."""

from collections.abc import Callable
from types import FunctionType
from typing import Annotated, Any

import typer
import typer.core

from rail.cli.declared import Argument, Option


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


class _App(typer.Typer):
    """An application whose verbs may have options of `rail.cli.declared` beside those of Typer."""

    def command(self, *names: Any, **settings: Any) -> Callable[[Any], Any]:
        register = super().command(*names, **settings)
        return lambda verb: register(_spelled_out(verb))


def plain_app(**settings: Any) -> typer.Typer:
    """Return a Typer application without Rich, completion and decorated tracebacks."""
    return _App(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **settings)


def single(verb: Callable[..., int], epilog: str) -> typer.Typer:
    """Return the application of one verb."""
    app = plain_app()
    app.command(cls=SectionedCommand, epilog=epilog)(verb)
    return app


def _spelled_out(verb: Any) -> Any:
    """Return the same verb with options of Typer in place of the declared ones."""
    same = FunctionType(verb.__code__, verb.__globals__, verb.__name__, verb.__defaults__, verb.__closure__)
    same.__kwdefaults__ = verb.__kwdefaults__
    same.__annotations__ = dict(verb.__annotations__)
    for name, hint in verb.__annotations__.items():
        said = getattr(hint, "__metadata__", ())
        if said and isinstance(said[0], Option):
            made: Any = typer.Argument if isinstance(said[0], Argument) else typer.Option
            same.__annotations__[name] = Annotated[hint.__origin__, made(*said[0].spellings, **said[0].said)]
    return same
