"""The options that several verbs share."""

import enum
from typing import Annotated

from rail.cli.declared import Argument, Option
from rail.report import names

_INPUT, _POLICY, _OUTPUT, _NETWORK = "Input options", "Policy options", "Output options", "Network options"


class When(str, enum.Enum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Inputs = Annotated[
    list[str] | None,
    Argument(
        metavar="[INPUT]...",
        help="Folders, files, archives, 'env' or 'env:PATH', package URLs, 'hf:ORG/NAME', '-' for standard input. "
        "Default: the current folder.",
        show_default=False,
    ),
]
Exclude = Annotated[
    list[str] | None,
    Option("--exclude", metavar="GLOB", help="Leave out matching paths.", rich_help_panel=_INPUT, show_default=False),
]
NoTexts = Annotated[
    bool,
    Option(
        "--no-texts",
        help="List licence files without reading them; what they say stays unknown.",
        rich_help_panel=_INPUT,
        show_default=False,
    ),
]
Strict = Annotated[
    bool,
    Option(
        "--strict",
        help="Exit with 4 when an input could not be read; take common knowledge about models as unknown.",
        rich_help_panel=_INPUT,
        show_default=False,
    ),
]
ConfigFile = Annotated[
    str | None,
    Option(
        "--config",
        metavar="FILE",
        help="Read this configuration. Default: the nearest rail.toml, or pyproject.toml with [tool.rail].",
        rich_help_panel=_INPUT,
        show_default=False,
    ),
]
NoConfig = Annotated[
    bool,
    Option("--no-config", help="Read no configuration.", rich_help_panel=_INPUT, show_default=False),
]
Uses = Annotated[
    list[str] | None,
    Option(
        "--use",
        "-u",
        metavar="USE",
        help="Add a declared use to those in the configuration.",
        rich_help_panel=_POLICY,
        show_default=False,
    ),
]
FailOnLevel = Annotated[
    str | None,
    Option(
        "--fail-on",
        metavar="LEVEL",
        help="Lowest verdict that fails: prohibited, unknown, conditional, never; rules that fail in any case may "
        "follow, as in unknown,RAIL201.  [default: prohibited]",
        rich_help_panel=_POLICY,
        show_default=False,
    ),
]
NoIgnores = Annotated[
    bool,
    Option("--no-ignores", help="Count what is ignored, too.", rich_help_panel=_POLICY, show_default=False),
]
Baseline = Annotated[
    str | None,
    Option(
        "--baseline",
        metavar="FILE",
        help="Do not count the findings that this file accepts.",
        rich_help_panel=_POLICY,
        show_default=False,
    ),
]
WriteBaseline = Annotated[
    str | None,
    Option(
        "--write-baseline",
        metavar="FILE",
        help="Accept all findings of today: write them to this file, and exit with 0.",
        rich_help_panel=_POLICY,
        show_default=False,
    ),
]
Since = Annotated[
    str | None,
    Option(
        "--since",
        metavar="REV",
        help="Count only what changed since this git revision; of a branch, since the present work left it.",
        rich_help_panel=_POLICY,
        show_default=False,
    ),
]
ExitZero = Annotated[
    bool,
    Option("--exit-zero", help="Exit with 0 despite findings.", rich_help_panel=_POLICY, show_default=False),
]
Format = Annotated[
    str | None,
    Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{', '.join(names())}.  [default: text]",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]
TextOrJson = Annotated[
    str,
    Option("--format", "-f", metavar="FORMAT", help="text or json.", rich_help_panel=_OUTPUT),
]
Tree = Annotated[
    bool,
    Option(
        "--tree",
        help="Print the dependency tree, what restricts use marked, with the way to it; the same as --format tree.",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]
Output = Annotated[
    list[str] | None,
    Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the report to a file, in --format or the format of its suffix; may be repeated as FORMAT=FILE.",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]
Color = Annotated[When, Option("--color", help="Colour the text.", rich_help_panel=_OUTPUT)]
Quiet = Annotated[
    bool,
    Option(
        "--quiet", "-q", help="No progress and no notes on standard error.", rich_help_panel=_OUTPUT, show_default=False
    ),
]
Verbose = Annotated[
    bool,
    Option(
        "--verbose",
        "-v",
        help="Whole lists and whole proofs; say which configuration holds and why.",
        rich_help_panel=_OUTPUT,
        show_default=False,
    ),
]
Online = Annotated[
    bool,
    Option(
        "--online",
        envvar="RAIL_ONLINE",
        help="Ask package and model registries about exact versions whose licence the files do not tell.",
        rich_help_panel=_NETWORK,
        show_default=False,
    ),
]
Deep = Annotated[
    bool,
    Option(
        "--deep",
        help="Download each package's archive and read the licence files in it; implies --online.",
        rich_help_panel=_NETWORK,
        show_default=False,
    ),
]
Offline = Annotated[
    bool,
    Option(
        "--offline",
        envvar="RAIL_OFFLINE",
        help="Never use the network; --online then answers from the cache. Wins over --online and --deep.",
        rich_help_panel=_NETWORK,
        show_default=False,
    ),
]
