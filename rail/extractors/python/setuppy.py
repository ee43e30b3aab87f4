"""setuptools' build script: `setup.py`, read as text and never run.

Reads the arguments of the call `setup(…)` as far as they are written out: literals, names bound to literals in the
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
_MAX_STEPS = 2_000
_ELSEWHERE = (*LOCKS, "requirements.txt", "requirements.in", "setup.cfg", "pyproject.toml")


@extractor("setup.py")
def extract(file: SourceFile) -> Iterator[Found]:
    """Yield the project with its declared licence, and its dependencies."""
    if file.beside("PKG-INFO"):
        return  # a source distribution: its metadata says the same, built
    text = file.text(_MAX_SIZE)
    if "setup" not in text:
        return
    try:
        said = _said(_Script(_parsed(file, text)))
    except RecursionError as fault:
        raise ReadError("nested too deeply", place=str(file.path), hint="the script was not read") from fault
    if said is None:
        return
    declared, computed = said
    yield from project(file, declared, SOURCE)
    if computed and not any(file.beside(name) for name in _ELSEWHERE):
        problem = "dependencies are computed by the script, which is not run"
        hint = "scan a lockfile, or an environment in which the project is installed"
        raise ReadError(problem, place=str(file.path), line=computed[0], hint=hint)


def _said(script: _Script) -> tuple[Declared, list[int]] | None:
    """Return what the call of `setup` declares, and the lines of what is computed; `None` when nothing is called."""
    arguments = script.arguments()
    if arguments is None:
        return None
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
    return declared, computed


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
    """The module's own names and all the values that are bound or added to them; a list may grow in branches."""

    def __init__(self, module: ast.Module) -> None:
        import ast  # noqa: PLC0415 -- with the parser

        self._ast = ast
        self._names: dict[str, list[ast.expr]] = {}
        self._call: ast.Call | None = None
        self.computed: list[int] = []
        self._steps = 0
        for node in _walk(module):
            if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value is not None:
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    if isinstance(target, ast.Name):
                        self._names.setdefault(target.id, []).append(node.value)
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
        values = self._values(node)
        value = values[0] if len(values) == 1 else None
        if isinstance(value, self._ast.Constant) and isinstance(value.value, str) and value.value.strip():
            return Said(value.value.strip(), value.lineno)
        return None

    def texts(self, node: ast.expr | None) -> list[Said]:
        """Return the texts of a list, tuple or sum of lists; one text with several lines is a list too."""
        found: list[Said] = []
        for value in self._values(node):
            if isinstance(value, self._ast.List | self._ast.Tuple | self._ast.Set):
                found += [said for each in value.elts for said in self._element(each)]
            elif isinstance(value, self._ast.BinOp) and isinstance(value.op, self._ast.Add) and self._step():
                found += [*self.texts(value.left), *self.texts(value.right)]
            elif isinstance(value, self._ast.Constant):
                lines = value.value.split("\n") if isinstance(value.value, str) else []
                found += [Said(line.strip(), value.lineno + at) for at, line in enumerate(lines) if line.strip()]
            else:
                self.computed.append(value.lineno)
        return found

    def pairs(self, node: ast.expr | None) -> list[tuple[str, ast.expr]]:
        """Return the entries of a dictionary whose keys are written out."""
        found: list[tuple[str, ast.expr]] = []
        for value in self._values(node):
            if isinstance(value, self._ast.Dict):
                found += [
                    (key.value, each)
                    for key, each in zip(value.keys, value.values, strict=True)
                    if isinstance(key, self._ast.Constant) and isinstance(key.value, str)
                ]
            elif isinstance(value, self._ast.Call) and _called(value) == "dict":
                found += [(each.arg, each.value) for each in value.keywords if each.arg is not None]
            elif not isinstance(value, self._ast.Constant):
                self.computed.append(value.lineno)
        return found

    def _element(self, node: ast.expr) -> list[Said]:
        if isinstance(node, self._ast.Starred):
            return self.texts(node.value) if self._step() else []
        said = self.text(node)
        if said is None:
            self.computed.append(node.lineno)
        return [said] if said is not None else []

    def _values(self, node: ast.expr | None) -> list[ast.expr]:
        """Return what an expression can stand for: itself, or all that is bound to the name that it is."""
        pending = [node] if node is not None else []
        found: list[ast.expr] = []
        while pending and self._step():
            value = pending.pop()
            if isinstance(value, self._ast.Name) and value.id in self._names:
                pending += reversed(self._names[value.id])
            else:
                found.append(value)
        return found

    def _step(self) -> bool:
        self._steps += 1
        return self._steps <= _MAX_STEPS


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
