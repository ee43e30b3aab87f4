"""Models and datasets that Python code loads: `from_pretrained`, `pipeline`, `hf_hub_download`, `load_dataset` etc.

Reads calls of known loaders (`_calls.py` lists them), `hf://` names and huggingface.co addresses in code. Names come
from constants, defaults, dictionaries and f-strings (`_values.py`), those of modules of the project that it imports
included (`_modules.py`); an f-string that they cannot complete stays visible as a model of unknown identity. Local
paths are not hub ids. Code in tests, documentation and examples only refers to what it names.

Specification: https://huggingface.co/docs/huggingface_hub for ids, and for the loaders
https://github.com/huggingface/huggingface.js/blob/main/packages/tasks/src/model-libraries-snippets.ts
"""

from collections.abc import Iterator

from rail.errors import ReadError
from rail.extractors.references._names import report
from rail.extractors.references._parse import parse
from rail.extractors.references._python import names
from rail.extractors.references._sieve import may_load
from rail.extractors.references._whole import whole
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 2 * 1024 * 1024


@extractor("*.py", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model or dataset that the code loads."""
    data = whole(file, _MAX_BYTES, may_load)
    if data is None:
        return
    path = file.path.as_posix()
    try:
        yield from report(file, names(parse(data, path), path, file))
    except RecursionError as fault:
        raise ReadError("Python code is nested too deeply", place=path, hint="it was not read to the end") from fault
