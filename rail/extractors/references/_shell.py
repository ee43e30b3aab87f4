"""What a shell script fetches and runs: downloads from the Hub, Ollama and Docker models, servers with a `--model`.

Words, quotes, continuation lines and simple variables (`MODEL=…`, `${MODEL:-…}`, `for m in …`) are understood; nothing
is executed, and what a command prints is not known. Bourne shells, PowerShell, batch files and make alike.
"""

import re
from collections.abc import Iterator
from itertools import islice, product

from rail.domain.component import Kind
from rail.errors import ReadError
from rail.extractors.references import _python, _sieve
from rail.extractors.references._keys import means_dataset, means_model, named, named_by, plain
from rail.extractors.references._names import Named, addresses, docker, hub, ollama
from rail.extractors.references._parse import parse

Variables = dict[str, list[str]]

CANDIDATE = re.compile(
    rb"huggingface|hf\.co|hf:|-hf|hf download|ollama|model|repo_id|civitai|r8\.im|from_pretrained|vllm|litgpt|"
    rb"lmdeploy|mlx|spacy|tune download|lms get|local-ai|transformers|sglang|lerobot|kaggle|_hub",
    re.IGNORECASE,
)
"""Without any of these a script names no model."""
_MAX_LINE = 20_000
_MAX_VALUES = 100
_MAX_VALUE = 300
_WORD = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s;|&()<>"'\\])+|[;|&()]+|[<>]+|["']""", re.DOTALL)
_QUOTES = re.compile(r""""((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)""", re.DOTALL)
_ASSIGNED = re.compile(
    r"\s*(?:(?:export|local|readonly|declare|set|env)\s+(?:-\w+\s+)?|\$env:|\$)?\"?([A-Za-z_]\w*)\s*(?:=|\?=|:=|::=)\s*(.*)",
    re.DOTALL,
)
_ARRAY = re.compile(
    r"\s*(?:(?:export|local|readonly|declare|typeset)\s+(?:-\w+\s+)*)?([A-Za-z_]\w*)\+?=\(([^()]*)", re.DOTALL
)
_KEYED = re.compile(r"\[[^\]]{1,80}\]=")
_LOOP = re.compile(r"\s*for\s+(\w+)\s+in\s+(.*?)(?:;|\bdo\b|\Z)", re.DOTALL)
_USED = re.compile(r"\$\{(\w+)(?:\[[^\]}]*\])?(?::?[-=]([^}]*))?\}|\$\((\w+)\)|\$env:(\w+)|\$(\w+)|%(\w+)%")
_REPOSITORY = {"hf", "huggingface-cli"}
_LITGPT = ("download", "chat", "finetune", "generate", "serve", "evaluate", "pretrain")
_PROGRAMS: dict[tuple[str, ...], str] = {
    ("ollama", "pull"): "ollama",
    ("ollama", "run"): "ollama",
    ("docker", "model", "pull"): "docker",
    ("docker", "model", "run"): "docker",
    ("spacy", "download"): "spacy",
    ("tune", "download"): "hub",
    ("lms", "get"): "hub",
    ("vllm", "serve"): "hub",
    ("local-ai", "run"): "hub",
    ("lmdeploy", "chat"): "hub",
    ("lmdeploy", "serve", "api_server"): "hub",
    ("transformers", "chat"): "hub",
    ("transformers-cli", "chat"): "hub",
    **dict.fromkeys((("litgpt", verb) for verb in _LITGPT), "hub"),
}
"""What takes the name of a model as its first argument, and whose names they are."""
_SHORT = {"onnxruntime_genai.models.builder": "-m", "sample_factory.huggingface.load_from_hub": "-r"}
_ADDRESSED = re.compile(r"://|@hf|\$|r8\.im/|^(?:hf|huggingface):")
_SHELLS = {"bash", "sh", "zsh", "dash", "pwsh", "powershell"}
_PREFIXED = re.compile(r"(?:hf|huggingface):(?://)?[\w-]+/[\w.-]+")
_ASKED = re.compile(r'\\?"model\\?"\s*:\s*\\?"([\w.:/-]{3,200})\\?"')
_MAX_NESTING = 3
_SAYING = {"echo", "printf", "write-host", "write-output", "@echo", "die", "log", "info", "warn", "error"}
_VALUELESS = {"-f", "--force", "-q", "--quiet", "-d", "--detach", "--verbose", "-v", "--insecure", "-y"}


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each command line with its number, continuation lines and lists joined, comments left out."""
    joined, begin = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if stripped.startswith(("#", "REM ", "rem ", "::")):
            continue
        joined, begin = (joined + " " + stripped, begin) if joined else (stripped, number)
        if stripped.endswith(("\\", " `", " ^")) and len(joined) < _MAX_LINE:
            joined = joined[:-1]
            continue
        if ")" not in joined and "=(" in joined and _ARRAY.match(joined) and len(joined) < _MAX_LINE:
            continue
        if joined.strip():
            yield begin, joined[:_MAX_LINE]
        joined = ""
    if joined.strip():
        yield begin, joined[:_MAX_LINE]


def names(commands: list[tuple[int, str]], path: str, variables: Variables | None = None) -> Iterator[Named]:
    """Yield what the command lines name; `variables` are those set elsewhere."""
    known: Variables = {name: list(values) for name, values in (variables or {}).items()}
    for _, command in commands:
        assign(command, known)
    for line, command in commands:
        found = _ASSIGNED.match(command)
        if found:
            for value in _values(_unquoted(next(iter(words(found[2])), "")), known):
                said = named_by(found[1], value, line)
                if said is not None:
                    yield said
        for simple in _simple(words(command)):
            yield from _named_in(simple, line, path, known)
        for asked in _ASKED.finditer(command):
            yield from filter(None, [named(asked[1], line)])


def assign(command: str, variables: Variables) -> None:
    """Remember what a command line sets a variable to."""
    loop = _LOOP.match(command)
    array = _ARRAY.match(command)
    found = _ASSIGNED.match(command)
    if loop:
        name = loop[1]
        walked = [each for word in words(loop[2]) for each in _values(_unquoted(word), variables)]
        values = [part for each in walked for part in each.split()]
    elif array:
        name = array[1]
        values = [_unquoted(_KEYED.sub("", word, count=1)) for word in words(array[2])]
    elif found:
        name = found[1]
        values = list(_values(_unquoted(next(iter(words(found[2])), "")), variables))
    else:
        return
    held = variables.setdefault(name, [])
    held += [each for each in values if len(each) <= _MAX_VALUE]
    del held[:-_MAX_VALUES]


def words(command: str) -> list[str]:
    """Return the words of a command line, quotes still on, and the operators between them."""
    found = []
    for word in _WORD.findall(re.sub(r"\$\((\w+)\)", r"${\1}", command)):
        if word.startswith("#"):
            break
        found.append(word)
    return found


def _simple(parts: list[str]) -> Iterator[list[str]]:
    """Split a line at its operators into simple commands."""
    command: list[str] = []
    for part in parts:
        if part[0] in ";|&()<>":
            if command:
                yield command
            command = []
        else:
            command.append(part)
    if command:
        yield command


def _named_in(command: list[str], line: int, path: str, variables: Variables, depth: int = 0) -> Iterator[Named]:
    """Yield what one simple command names."""
    if _program(command[0]) in _SAYING:
        return
    plain_words = [_unquoted(word).lstrip("@") for word in command]
    program = [_program(word) for word in plain_words]
    for at in range(len(program)):
        for each in _commanded(program[at : at + 3], plain_words[at + 1 :]):
            kind, name = each
            for value in _values(name, variables):
                said = _read(kind, value, line)
                if said is not None:
                    yield said
    yield from _optioned(plain_words, line, variables)
    yield from _addressed(plain_words, line, variables)
    if depth < _MAX_NESTING and not _SHELLS.isdisjoint(program):
        for simple in (each for word in plain_words if " " in word for each in _simple(words(word))):
            yield from _named_in(simple, line, path, variables, depth + 1)
    if any(word.startswith("python") for word in program) and "-c" in plain_words:
        yield from _in_python(plain_words[plain_words.index("-c") + 1 :][:1], line, path)


def _addressed(command: list[str], line: int, variables: Variables) -> Iterator[Named]:
    """Yield the addresses among the words of a command, and names with a prefix (`hf:owner/name`)."""
    for word in command:
        for value in _values(word, variables) if _ADDRESSED.search(word) else ():
            yield from (each._replace(line=line, fetched=True) for _, each in addresses(value))
            if _PREFIXED.match(value) and not value.startswith("hf://"):
                yield from filter(None, [hub(value, line)])


def _commanded(program: list[str], rest: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what a program that takes the name of a model as its argument is given, and whose name it is."""
    two = tuple(program[:2])
    if program[0] in _REPOSITORY and two[1:] == ("download",):
        kind = _after(rest, "--repo-type") or _after(rest, "--type")
        revision = _after(rest, "--revision")
        argument = _argument(rest[1:])
        if argument and kind != "space":
            yield "dataset" if kind == "dataset" else "hub", argument + (f"@{revision}" if revision else "")
    elif two in _PROGRAMS:
        yield _PROGRAMS[two], _argument(rest[1:])
    elif tuple(program) in _PROGRAMS:
        yield _PROGRAMS[tuple(program)], _argument(rest[2:])
    elif program[0] in _SHORT:
        yield "hub", _after(rest, _SHORT[program[0]]) or ""


def _optioned(command: list[str], line: int, variables: Variables) -> Iterator[Named]:
    """Yield what the options of a command name: `--model owner/name`, `--model=owner/name`, `MODEL_ID=owner/name`."""
    for at, word in enumerate(command):
        option, sign, value = word.partition("=")
        key = plain(option.lstrip("-"))
        if not (means_model(key) or means_dataset(key)):
            continue
        if not sign and word.startswith("-") and at + 1 < len(command):
            value = command[at + 1]
        for each in _values(value, variables):
            said = named_by(key, each, line) if value else None
            if said is not None:
                yield said


def _read(kind: str, value: str, line: int) -> Named | None:
    if kind == "ollama":
        return ollama(value, line) if value and not value.startswith(("-", ".", "/")) else None
    if kind == "spacy":
        return hub(f"spacy/{value}", line) if "/" not in value else None
    if kind == "docker":
        return docker(value, line)
    return hub(value, line, dataset=True) if kind == "dataset" else named(value, line) or hub(value, line)


def _in_python(code: list[str], line: int, path: str) -> Iterator[Named]:
    """Yield what the code of `python -c` names; what is no Python here was put together by the shell."""
    for each in code:
        if _sieve.may_load(each.encode("utf-8", "replace")):
            try:
                found = list(_python.names(parse(each.encode("utf-8", "replace"), path), path))
            except ReadError:
                found = []
            yield from (name._replace(line=line) for name in found if name.kind in (Kind.MODEL, Kind.DATASET))


def _program(word: str) -> str:
    return re.split(r"[/\\]", word)[-1].removesuffix(".exe").lower()


def _argument(rest: list[str]) -> str:
    """Return the first word that is neither an option nor the value of one."""
    skip = False
    for word in rest:
        if skip:
            skip = False
        elif word.startswith("-"):
            skip = "=" not in word and word not in _VALUELESS
        else:
            return word
    return ""


def _after(rest: list[str], option: str) -> str | None:
    for at, word in enumerate(rest):
        if word.startswith(option + "="):
            return word[len(option) + 1 :]
        if word == option and at + 1 < len(rest):
            return rest[at + 1]
    return None


def _values(word: str, variables: Variables) -> Iterator[str]:
    """Yield what a word can be with its variables filled in; nothing when one is not known."""
    used = list(_USED.finditer(word))[:4]
    if not used:
        if word:
            yield word
        return
    choices = []
    for each in used:
        name = each[1] or each[3] or each[4] or each[5] or each[6]
        default = [each[2]] if each[2] else []
        choices.append([value for value in variables.get(name, []) if "$" not in value][:_MAX_VALUES] + default)
    for chosen in islice(product(*choices), _MAX_VALUES):
        out = word
        for each, value in zip(reversed(used), reversed(chosen), strict=True):
            out = out[: each.start()] + value.strip("\"'") + out[each.end() :]
        yield out


def _unquoted(word: str) -> str:
    return _QUOTES.sub(lambda found: found[1] or found[2] or found[3] or "", word)
