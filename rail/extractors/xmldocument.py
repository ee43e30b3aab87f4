"""XML documents from strangers: no DTD, no entities, a bounded depth and size; every element knows its line.

A document type declaration is refused before anything else is read: with it come entities that read files or grow
without end. https://docs.python.org/3/library/xml.html#xml-vulnerabilities
"""

from collections.abc import Iterator

from rail.errors import ReadError

MAX_DEPTH = 64
MAX_ELEMENTS = 500_000
_HINT = "it was not read"


class Element:
    """An element: its name without namespace, its own text, its children, attributes and line."""

    __slots__ = ("attributes", "children", "line", "name", "pieces")

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name = name.rpartition(":")[2]
        self.attributes = attributes
        self.line = line
        self.pieces: list[str] = []
        self.children: list[Element] = []

    @property
    def text(self) -> str:
        """What stands directly in it, without the space around."""
        return "".join(self.pieces).strip()

    def each(self, *path: str) -> Iterator["Element"]:
        """Yield the elements below, step by step along `path`."""
        if not path:
            yield self
            return
        for child in self.children:
            if child.name == path[0]:
                yield from child.each(*path[1:])

    def child(self, name: str) -> "Element | None":
        """Return the first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def value(self, name: str) -> str | None:
        """Return the text of the first child of that name; `None` where it is missing or says nothing."""
        found = self.child(name)
        return found.text or None if found is not None else None


def read_xml(data: bytes, path: str) -> Element:
    """Return the root element.

    Raises:
        ReadError: it is not XML, has a document type declaration, or is nested too deeply or too large.
    """
    from xml.parsers import expat  # noqa: PLC0415 -- only for projects that have such a file

    parser = expat.ParserCreate()
    root = Element("", {}, 0)
    open_elements = [root]
    count = 0

    def fault(problem: str) -> ReadError:
        return ReadError(problem, place=path, hint=_HINT, line=parser.CurrentLineNumber)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(open_elements) > MAX_DEPTH:
            raise fault(f"nested deeper than {MAX_DEPTH}")
        if count > MAX_ELEMENTS:
            raise fault(f"more than {MAX_ELEMENTS:,} elements")
        element = Element(name, attributes, parser.CurrentLineNumber)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def refuse(*_: object) -> None:
        raise fault("a document type declaration, which can hide files and bombs")

    def end(_: str) -> None:
        open_elements.pop()

    def characters(text: str) -> None:
        open_elements[-1].pieces.append(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        message = f"not XML: {expat.ErrorString(problem.code)}"
        raise ReadError(message, place=path, hint=_HINT, line=problem.lineno) from problem
    except (ValueError, LookupError) as problem:
        raise ReadError(f"not XML: {problem}", place=path, hint=_HINT) from problem
    return root.children[0]
