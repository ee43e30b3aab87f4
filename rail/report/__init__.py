"""One file per output format; a writer sees the report and nothing else."""

import os

_NOT_WRITERS = frozenset(
    {
        *("__init__", "__pycache__", "schema", "spi", "terminal"),
        *("compared", "explained", "identified", "linted", "listed", "owed"),
    }
)


def names() -> list[str]:
    """Return the format names without importing a writer: a writer's module is called like its format."""
    files = {entry.partition(".")[0] for entry in os.listdir(__path__[0])}  # noqa: PTH208 -- no pathlib for `--help`
    return sorted(name for name in files - _NOT_WRITERS if not name.startswith("_"))
