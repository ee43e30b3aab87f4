"""Build hook: compiles `licenses/` into the JSON that the wheel carries."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogue(BuildHookInterface):
    """Adds `rail/_data/compiled/*` to the wheel; an editable install compiles on first use instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected; `version` is `standard` or `editable`."""
        if version == "editable" or self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from rail.catalogue.compile import write_compiled  # noqa: PLC0415 -- importable once the root is on the path

        out = root / "build" / "compiled"
        for made in write_compiled(root / "licenses", out):
            build_data["force_include"][str(made)] = f"rail/_data/compiled/{made.name}"
