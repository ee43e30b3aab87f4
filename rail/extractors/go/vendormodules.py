"""The list of copied Go modules: `vendor/modules.txt`.

Each module named there lives in its folder below `vendor/`, so that the licence files found in it are its own.

https://go.dev/ref/mod#vendoring
"""

from collections.abc import Iterator

from rail.domain.component import Component, Home, Kind, Location
from rail.extractors.go._modules import VERSION, is_module, module_purl
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile


@extractor("vendor/modules.txt")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield one component per copied module, at home in its folder."""
    path = file.path.as_posix()
    folder = path.rpartition("/")[0]
    for number, line in enumerate(file.text().split("\n"), 1):
        words = line.split()
        if len(words) < 3 or words[0] != "#" or not is_module(words[1]) or not VERSION.match(words[2]):  # noqa: PLR2004 -- `# module version`
            continue
        name, version = words[1], words[2]
        if len(words) > 5 and words[3] == "=>" and is_module(words[4]) and VERSION.match(words[5]):  # noqa: PLR2004 -- `=> module version`
            identity = module_purl(words[4], words[5])
        else:
            identity = module_purl(name, version)
        where = Location(path=path, line=number)
        yield Component(purl=identity, kind=Kind.PACKAGE, name=name, version=version, locations=(where,))
        yield Home(path=f"{folder}/{name}", component=identity)
