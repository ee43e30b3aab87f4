"""setuptools' build script: `setup.py`, read as text and never run.

Reads the arguments of the call `setup(…)` as far as they are written out: literals, names bound once to literals in the
module, sums of lists, and dictionaries passed as `**arguments`. What is computed cannot be seen; computed dependencies
are a problem, unless a lockfile or a requirements file stands beside the script.
https://setuptools.pypa.io/en/latest/references/keywords.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rail.errors import ReadError
from rail.extractors.python._manifest import LOCKS
from rail.extractors.python._setuptools import Declared, Said, project
from rail.extractors.spi import Found, extractor

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator

    from rail.sources.spi import SourceFile

SOURCE = "python/setuppy"
_MAX_SIZE = 1024 * 1024
_MAX_STEPS = 50
_ELSEWHERE = (*LOCKS, "requirements.txt", "requirements.in", "setup.cfg", "pyproject.toml")


@extractor("setup.py")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the project with its declared licence, and its dependencies."""
    if file.beside("PKG-INFO"):
        return  # a source distribution: its metadata says the same, built
    text = file.text(_MAX_SIZE)
    if "setup" not in text:
        return
    script = _Script(_parsed(file, text))
    arguments = script.arguments()
    if arguments is None:
        return
    requirements: list[tuple[str | None, Said]] = [
        (None, said) for said in script.texts(arguments.get("install_requires"))
    ]
    requirements += [("build", said) for said in script.texts(arguments.get("setup_requires"))]
    requirements += [("test", said) for said in script.texts(arguments.get("tests_require"))]
    for extra, value in script.pairs(arguments.get("extras_require")):
        requirements += [(extra.partition(":")[0] or None, said) for said in script.texts(value)]
    computed = list(script.computed)
    declared = Declared(
        name=script.text(arguments.get("name")),
        version=script.text(arguments.get("version")),
        license=script.text(arguments.get("license")),
        expression=script.text(arguments.get("license_expression")),
        classifiers=tuple(script.texts(arguments.get("classifiers"))),
        license_files=(*script.texts(arguments.get("license_files")), *script.texts(arguments.get("license_file"))),
        requirements=tuple(requirements),
    )
    yield from project(file, declared, SOURCE)
    if computed and not any(file.beside(name) for name in _ELSEWHERE):
        problem = "dependencies are computed by the script, which is not run"
        hint = "scan a lockfile, or an environment in which the project is installed"
        raise ReadError(problem, place=str(file.path), line=computed[0], hint=hint)


def _parsed(file: SourceFile, text: str) -> ast.Module:
    import ast  # noqa: PLC0415 -- only for projects that have such a file
    import warnings  # noqa: PLC0415 -- same

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the parser's remarks on old code
            return ast.parse(text)
    except SyntaxError as fault:
        problem = f"not Python 3: {fault.msg}"
        raise ReadError(problem, place=str(file.path), line=fault.lineno, hint="the script was not read") from fault
    except (ValueError, RecursionError, MemoryError) as fault:
        raise ReadError("nested too deeply", place=str(file.path), hint="the script was not read") from fault


class _Script:
    """The module's own names that are bound once, and the values that they stand for."""

    def __init__(self, module: ast.Module) -> None:
        import ast  # noqa: PLC0415 -- with the parser

        self._ast = ast
        self._names: dict[str, ast.expr] = {}
        self._call: ast.Call | None = None
        self.computed: list[int] = []
        self._steps = 0
        bound: set[str] = set()
        for node in _walk(module):
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    if isinstance(target, ast.Name):
                        if target.id in bound:
                            self._names.pop(target.id, None)
                        else:
                            self._names[target.id] = node.value
                        bound.add(target.id)
            elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
                self._names.pop(node.target.id, None)
            elif isinstance(node, ast.Call) and _called(node) == "setup":
                self._call = node

    def arguments(self) -> dict[str, ast.expr] | None:
        """Return the arguments of the call, those passed as `**name` among them; `None` without a call."""
        if self._call is None:
            return None
        found: dict[str, ast.expr] = {}
        for keyword in self._call.keywords:
            if keyword.arg is not None:
                found[keyword.arg] = keyword.value
            else:
                found.update(self.pairs(keyword.value))
        return found

    def text(self, node: ast.expr | None) -> Said | None:
        """Return a text that is written out."""
        value = self._value(node)
        if isinstance(value, self._ast.Constant) and isinstance(value.value, str) and value.value.strip():
            return Said(value.value.strip(), value.lineno)
        return None

    def texts(self, node: ast.expr | None) -> list[Said]:
        """Return the texts of a list, tuple or sum of lists; one text with several lines is a list too."""
        value = self._value(node)
        if value is None:
            return []
        if isinstance(value, self._ast.List | self._ast.Tuple | self._ast.Set):
            return [said for each in value.elts for said in self._element(each)]
        if isinstance(value, self._ast.BinOp) and isinstance(value.op, self._ast.Add):
            return [*self.texts(value.left), *self.texts(value.right)] if self._step() else []
        if isinstance(value, self._ast.Constant) and isinstance(value.value, str):
            return [
                Said(line.strip(), value.lineno + number)
                for number, line in enumerate(value.value.split("\n"))
                if line.strip()
            ]
        if not isinstance(value, self._ast.Constant):
            self._miss(value)
        return []

    def pairs(self, node: ast.expr | None) -> list[tuple[str, ast.expr]]:
        """Return the entries of a dictionary whose keys are written out."""
        value = self._value(node)
        if isinstance(value, self._ast.Dict):
            return [
                (key.value, each)
                for key, each in zip(value.keys, value.values, strict=True)
                if isinstance(key, self._ast.Constant) and isinstance(key.value, str)
            ]
        if isinstance(value, self._ast.Call) and _called(value) == "dict":
            return [(each.arg, each.value) for each in value.keywords if each.arg is not None]
        if value is not None and not isinstance(value, self._ast.Constant):
            self._miss(value)
        return []

    def _element(self, node: ast.expr) -> list[Said]:
        if isinstance(node, self._ast.Starred):
            return self.texts(node.value) if self._step() else []
        said = self.text(node)
        if said is None:
            self._miss(node)
        return [said] if said is not None else []

    def _value(self, node: ast.expr | None) -> ast.expr | None:
        while isinstance(node, self._ast.Name) and node.id in self._names and self._step():
            node = self._names[node.id]
        return node

    def _step(self) -> bool:
        self._steps += 1
        return self._steps <= _MAX_STEPS * _MAX_STEPS

    def _miss(self, node: ast.expr) -> None:
        self.computed.append(node.lineno)


def _called(node: ast.Call) -> str | None:
    """Return the last name of what is called: `setup` for `setuptools.setup(…)`."""
    name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
    return name if isinstance(name, str) else None


def _walk(module: ast.Module) -> Iterator[ast.AST]:
    """Yield the nodes of the module in the order of the text, functions and classes included."""
    import ast  # noqa: PLC0415 -- with the parser

    pending: list[ast.AST] = [module]
    while pending:
        node = pending.pop()
        yield node
        pending.extend(reversed(list(ast.iter_child_nodes(node))))
