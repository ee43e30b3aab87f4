"""Where `licenses/` and `templates/` lie: inside an installed wheel, or beside the package in a checkout."""

import os
from pathlib import Path

from rail.errors import RailError

_PACKAGE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 -- pathlib resolves slower at start-up


def data_folder() -> Path:
    """Return the folder that holds `licenses/` and `templates/`.

    Raises:
        RailError: neither an installed copy nor a checkout has them.
    """
    for candidate in (Path(_PACKAGE, "_data"), Path(_PACKAGE).parent):
        if (candidate / "licenses" / "modes.yaml").is_file():
            return candidate
    raise RailError("the licence catalogue is missing from this installation", hint="reinstall rail-compliance")


def compiled_folder() -> Path:
    """Return the folder of build output: `catalogue.json` and its companions (made on demand in a checkout)."""
    return Path(_PACKAGE, "_data", "compiled")


def is_checkout() -> bool:
    """Tell whether the data are the sources of a checkout rather than an installed copy."""
    return data_folder() == Path(_PACKAGE).parent
