"""Every input format, from the extractors: which files, and what is read of them."""

import importlib
from itertools import groupby

from rail.extractors.spi import Extractor, load
from tests.reference._markdown import code, head, prose

PAGE = "input-formats.md"
_GROUPS = {
    "conda": "conda and pixi",
    "dart": "Dart",
    "dotnet": ".NET",
    "elixir": "Elixir",
    "files": "Licence files and notices",
    "go": "Go",
    "java": "Java",
    "javascript": "JavaScript",
    "models": "Models and datasets",
    "php": "PHP",
    "python": "Python",
    "r": "R",
    "references": "Models that code and settings name",
    "ruby": "Ruby",
    "rust": "Rust",
    "sbom": "Bills of materials",
    "swift": "Swift",
}


def markdown() -> str:
    """Return the page."""
    extractors = load()
    page = head(
        "Input formats",
        "`rail/extractors/`",
        f"{len(extractors)} readers. Patterns are names of files, whatever their case, or ends of paths; a file "
        "may be read by several. A file that cannot be read never ends a run: it is listed as a problem with its "
        "place. The field `found_by` of the JSON report names the reader. Folders, archives, wheels, sdists, "
        "installed environments (`env`), package URLs and standard input are opened the same way.",
    )
    for group, members in groupby(extractors, key=lambda each: each.name.partition("/")[0]):
        page += f"\n## {_GROUPS[group]}\n" + "".join(_section(each) for each in members)
    return page


def _section(extractor: Extractor) -> str:
    module = importlib.import_module(f"rail.extractors.{extractor.name.replace('/', '.')}")
    own = "\n\nOnly in files of the project itself." if extractor.first_party else ""
    patterns = " ".join(map(code, extractor.patterns))
    return f"\n### {extractor.name}\n\n{prose((module.__doc__ or '').strip())}{own}\n\nFiles: {patterns}\n".replace(
        "\n\n\n", "\n\n"
    )
