"""The licence files that lie beside a card."""

from rail.errors import ReadError
from rail.identify.linting.card import Card
from rail.sources.spi import SourceFile

_STEMS = (
    "license",
    "licence",
    "copying",
    "model_license",
    "license-model",
    "license_model",
    "weights_license",
    "license-weights",
)
_MOST = 8


def license_files(file: SourceFile, card: Card) -> list[SourceFile]:
    """Return the text that the card points at; without one, the licence files in its folder."""
    names = [tag.text for tag in card.texts]
    folder = file.path.parent
    found = [beside for name in names if (beside := _beside(file, _relative(name, str(folder)))) is not None]
    if found:
        return found
    near = [name for name in file.names_beside() if "/" not in name and _is_license(name)]
    return [beside for name in near[:_MOST] if (beside := _beside(file, name)) is not None]


def _is_license(name: str) -> bool:
    stem, _, suffix = name.lower().partition(".")
    return suffix in {"", "md", "txt", "rst"} and (
        stem in _STEMS or stem.startswith(("license-", "license_", "licence-"))
    )


def _relative(path: str, folder: str) -> str:
    return path if folder == "." else path.removeprefix(folder + "/")


def _beside(file: SourceFile, name: str) -> SourceFile | None:
    try:
        return file.beside(name)
    except (ReadError, ValueError):
        return None
