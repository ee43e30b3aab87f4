"""The reference pages that are made from the code: one module a page, each with `PAGE` and `markdown()`."""

import importlib
import pkgutil
from pathlib import Path


def pages(folder: Path) -> dict[Path, bytes]:
    """Return what each page of the reference has to hold, by its path below `folder`."""
    names = [each.name for each in pkgutil.iter_modules(__path__) if not each.name.startswith("_")]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return {folder / module.PAGE: module.markdown().encode() for module in modules}
