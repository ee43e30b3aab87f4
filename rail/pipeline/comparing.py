"""Two licences, each a file or a licence of the catalogue, to their difference: `rail diff`."""

from pathlib import Path

from rail.catalogue.index import Index
from rail.catalogue.load import Catalogue
from rail.domain.difference import Difference
from rail.domain.evidence import Form
from rail.errors import UsageError
from rail.identify.compare import Side, compare, side_of_license, side_of_text
from rail.identify.text import TextReader
from rail.pipeline.onefile import open_file


def diff(before: str, after: str, *, catalogue: Catalogue, cwd: Path) -> Difference:
    """Return how `after` differs from `before`. Each is a file, `-`, or the id, tag or name of a licence.

    Raises:
        UsageError: it is neither, or the name stands for several licences.
        ReadError: the file is not a text.
    """
    index = Index(catalogue)
    sides = [_side(each, catalogue, index, cwd) for each in (before, after)]
    return compare(sides[0], sides[1], catalogue)


def _side(given: str, catalogue: Catalogue, index: Index, cwd: Path) -> Side:
    if given == "-" or ("\0" not in given and (cwd / given).is_file()):
        file = open_file(given, cwd)
        return side_of_text(given, TextReader(catalogue).read(file, str(file.path)), catalogue)
    license_ = index.by_id(given)
    if license_ is None:
        named = index.find(given, Form.NAME) or index.find(given, Form.TAG)
        if named is not None and named.shared:
            raise UsageError(f"{given} may be several licences", hint=f"say which: {', '.join(named.ids)}")
        license_ = index.by_id(named.ids[0]) if named is not None else None
    if license_ is None:
        near = index.nearest("license", given)
        hint = f"the nearest licences are {', '.join(near)}" if near else "name a file or a licence of the catalogue"
        raise UsageError(f"neither a file nor a known licence: {given}", hint=hint)
    return side_of_license(given, license_)
