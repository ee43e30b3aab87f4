"""Models that an image is built with or starts: the Dockerfile's `RUN`, `CMD`, `ENTRYPOINT`, `ARG`, `ENV` and `ADD`.

What `RUN` and `ADD` fetch lies in a layer of the image, and goes wherever the image goes: it is redistributed. What
`CMD` and `ENTRYPOINT` name is fetched when the image runs. Commands are read as in scripts, JSON arrays as well; `ARG`
and `ENV` are the variables, and name a model where their name means one. The images of `FROM` are no models.

Specification: https://docs.docker.com/reference/dockerfile/
"""

import re
from collections.abc import Iterator

import msgspec

from rail.extractors.references import _shell
from rail.extractors.references._names import Named, addresses, report
from rail.extractors.references._whole import whole
from rail.extractors.spi import Found, extractor
from rail.sources.spi import SourceFile

_MAX_BYTES = 1024 * 1024
_INSTRUCTION = re.compile(
    r"(?:ONBUILD\s+)?(RUN|CMD|ENTRYPOINT|ARG|ENV|ADD|HEALTHCHECK|FROM|COPY|LABEL)\s+(.*)", re.DOTALL | re.IGNORECASE
)
_FLAGS = re.compile(r"\A(?:--\w+(?:=\S+)?\s+)+")
_ASSIGNMENT = re.compile(r"""([A-Za-z_]\w*)=("(?:[^"\\]|\\.)*"|'[^']*'|\S*)""")
_OLD = re.compile(r"([A-Za-z_]\w*)\s+(\S.*)", re.DOTALL)


@extractor("dockerfile", "dockerfile.*", "*.dockerfile", "containerfile", "containerfile.*", first_party=True)
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield a component and a `fetches` edge for each model that an instruction names."""
    if whole(file, _MAX_BYTES, _shell.CANDIDATE.search) is None:
        return
    yield from report(file, _named(file.text(_MAX_BYTES), file.where))


def _named(text: str, path: str) -> Iterator[Named]:
    commands: list[tuple[int, str]] = []
    layers: set[int] = set()
    for line, instruction in _shell.lines(text):
        found = _INSTRUCTION.match(instruction)
        if found is None:
            commands.append((line, instruction))  # the body of a here-document
            continue
        name, rest = found[1].upper(), found[2].strip()
        if name in ("ARG", "ENV"):
            commands += [(line, assignment) for assignment in _assignments(rest)]
        elif name == "ADD":
            yield from (each._replace(line=line, fetched=True, packed=True) for _, each in addresses(rest))
        elif name not in ("FROM", "COPY", "LABEL"):
            commands.append((line, _words(_FLAGS.sub("", rest, count=1))))
            if name == "RUN":
                layers.add(line)
    for each in _shell.names(commands, path):
        yield each._replace(packed=each.fetched and each.line in layers)


def _assignments(rest: str) -> list[str]:
    found = [f"{each[1]}={each[2]}" for each in _ASSIGNMENT.finditer(rest)]
    old = None if found else _OLD.match(rest)
    return [f"{old[1]}={old[2]}"] if old else found


def _words(command: str) -> str:
    """Return a command of the array form as one of the shell form."""
    begin = command.find("[")
    if begin < 0 or command[:begin].strip() not in ("", "CMD"):
        return command
    try:
        parts = msgspec.json.decode(command[begin:], type=list[str])
    except (msgspec.DecodeError, RecursionError):
        return command
    return " ".join("'" + part.replace("'", "") + "'" if " " in part else part for part in parts)
