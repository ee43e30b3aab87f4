"""What imported names stand for, where their module lies in the project: `from app.settings import MODEL`.

Only constants, classes and instances are followed, through re-exports too; nothing is run. Modules are looked for
beside the file, in the folders above it and in their `src`; each is read once for a file, and only a few of them.
"""

import ast
from collections.abc import Iterator

from rail.errors import ReadError
from rail.extractors.references._effort import Effort
from rail.extractors.references._parse import parse
from rail.extractors.references._values import Scope
from rail.extractors.references._walk import Origin, walk
from rail.sources.spi import SourceFile

_MAX_MODULES = 12
_MAX_BYTES = 200_000
_MAX_ABOVE = 6


class Project:
    """The modules around a file that were read."""

    def __init__(self, effort: Effort) -> None:
        self._effort = effort
        self._read: dict[str, Scope | None] = {}
        self._found: dict[tuple[str, int, str], Scope | None] = {}

    def connect(self, scope: Scope, origins: dict[str, Origin], file: SourceFile) -> None:
        """Let the names that a module imports be looked up."""

        def elsewhere(name: str, attribute: str | None) -> Iterator[tuple[Scope, ast.expr]]:
            origin = origins.get(name)
            if origin is not None:
                yield from self._held(origin, attribute, file)

        scope.elsewhere.append(elsewhere)

    def _held(self, origin: Origin, attribute: str | None, file: SourceFile) -> Iterator[tuple[Scope, ast.expr]]:
        """Yield the expression that an imported name, or an attribute of it, is in the module that it comes from."""
        module = self._module(origin.level, origin.module, file)
        if origin.item is None:
            if module is not None and attribute is not None:
                yield module, ast.Name(attribute)
            return
        if module is not None:
            name = ast.Name(origin.item)
            yield module, name if attribute is None else ast.Attribute(name, attribute)
        if attribute is not None and (module is None or origin.item not in module.names):
            inner = self._module(origin.level, f"{origin.module}.{origin.item}".strip("."), file)
            if inner is not None:
                yield inner, ast.Name(attribute)

    def _module(self, level: int, module: str, file: SourceFile) -> Scope | None:
        asked = (file.path.parent.as_posix(), level, module)
        if asked not in self._found:
            self._found[asked] = self._look_for(level, module, file)
        return self._found[asked]

    def _look_for(self, level: int, module: str, file: SourceFile) -> Scope | None:
        tail = module.replace(".", "/")
        above = min(len(file.path.parts) - 1, _MAX_ABOVE)
        folders = (
            ["../" * (level - 1)]
            if level
            else ["../" * steps + way for steps in range(above + 1) for way in ("", "src/")]
        )
        names = ("__init__.py",) if not tail else (f"{tail}.py", f"{tail}/__init__.py")
        found = next((each for folder in folders for name in names if (each := file.beside(folder + name))), None)
        if found is None:
            return None
        path = found.path.as_posix()
        if path not in self._read and len(self._read) < _MAX_MODULES and found.size <= _MAX_BYTES:
            self._read[path] = None  # a module that imports itself finds nothing new
            self._read[path] = self._scope(found, path)
        return self._read.get(path)

    def _scope(self, file: SourceFile, path: str) -> Scope | None:
        try:
            module = walk(parse(file.read(_MAX_BYTES), path), self._effort)
        except (ReadError, RecursionError):
            return None  # what is wrong with it is told where it is read for itself
        self.connect(module.scope, module.origins, file)
        return module.scope
