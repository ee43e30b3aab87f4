"""The form of `packages.dat`: sorted lines `pkg:type/name<TAB>JSON`, as in `models.dat`."""

from collections.abc import Iterable

import msgspec

from rail.catalogue.folder import PackageFile


def package_table(files: Iterable[PackageFile]) -> bytes:
    """Return the table of all rows in `files`."""
    rows = [(row.id.encode(), msgspec.json.encode(row)) for file in files for row in file.packages]
    return b"".join(key + b"\t" + content + b"\n" for key, content in sorted(rows))
