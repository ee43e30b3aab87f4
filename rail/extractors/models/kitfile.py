"""KitOps: the `Kitfile` of a ModelKit, with a licence for each of its parts.

Reads `model.license`, `model.parts[].license`, `datasets[].license`, `code[].license` and `package.license` (which
speaks for the model where the kit has one without a licence of its own).

Specification: https://kitops.org/docs/kitfile/format/
"""

from collections.abc import Iterator

from rail.domain.component import Kind, Location
from rail.domain.evidence import Form, Role, Unowned
from rail.extractors.conda._yaml import Block, Word, blocks, read_yaml
from rail.extractors.models._lineage import MAX_NAME, clean, declared
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_SOURCE = "models/kitfile"


@extractor("kitfile", "kitfile.yml", "kitfile.yaml")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the licences of the kit and of its parts."""
    kit = read_yaml(file)
    path = file.path.as_posix()
    model, package = kit.get("model"), kit.get("package")
    of_model = list(_of_model(model, path)) if isinstance(model, Block) else []
    for said, where in of_model:
        yield from declared(said, _SOURCE, where, texts=False)
    for at, data in enumerate(blocks(kit.get("datasets"))):
        for said, where in _license(data, path, f"/datasets/{at}"):
            yield from declared(said, _SOURCE, where, about=Kind.DATASET, texts=False)
    for at, code in enumerate(blocks(kit.get("code"))):
        for said, where in _license(code, path, f"/code/{at}"):
            yield _of_code(said, where)
    for said, where in _license(package, path, "/package"):
        if not isinstance(model, Block):
            yield _of_code(said, where)
        elif not of_model:
            yield from declared(said, _SOURCE, where, texts=False)


def _of_model(model: Block, path: str) -> Iterator[tuple[str, Location]]:
    yield from _license(model, path, "/model")
    for at, part in enumerate(blocks(model.get("parts"))):
        yield from _license(part, path, f"/model/parts/{at}")


def _license(part: object, path: str, pointer: str) -> Iterator[tuple[str, Location]]:
    said = part.get("license") if isinstance(part, Block) else None
    if isinstance(said, Word) and said.strip():
        yield said, Location(path=path, line=said.line, pointer=f"{pointer}/license")


def _of_code(said: str, where: Location) -> Unowned:
    words = clean(said)[:MAX_NAME]
    return Unowned(form=Form.NAME, role=Role.DECLARED, statement=words, source=_SOURCE, location=where)
