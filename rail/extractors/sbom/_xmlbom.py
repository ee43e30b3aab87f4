"""CycloneDX in XML as the same document in JSON would be; an object knows the line of its element.

A document type declaration is refused before anything is read: no entity is ever expanded and nothing outside the file
is opened.
"""

from typing import TYPE_CHECKING, Any

from rail.errors import ReadError
from rail.extractors.sbom._bom import Raw

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MAX_DEPTH = 200
"""The deepest nesting of elements that is read."""
_HINT = "let the tool that made it write it anew"
_LISTS = {
    "components": "component",
    "externalReferences": "reference",
    "properties": "property",
    "ancestors": "component",
    "datasets": "dataset",
}


def read_document(data: bytes, path: str) -> Raw | None:
    """Return the bill of materials in the JSON form; `None` when the document is none.

    Raises:
        ReadError: it is not XML, declares a document type, or is nested too deeply.
    """
    root = _parsed(data, path)
    return _document(root) if root.name == "bom" else None


class Element:
    """An element: its name without namespace, attributes, children, words and line (from 1)."""

    __slots__ = ("attributes", "children", "line", "name", "words")

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name, self.attributes, self.line = name, attributes, line
        self.children: list[Element] = []
        self.words: list[str] = []

    @property
    def text(self) -> str:
        """The words between the tags."""
        return "".join(self.words).strip()

    def child(self, name: str) -> "Element | None":
        """Return the first child of that name."""
        return next((each for each in self.children if each.name == name), None)


class _Object(dict[str, Any]):
    """An object of the JSON form that knows its line."""

    line: int = 1


def _parsed(data: bytes, path: str) -> Element:
    from xml.parsers import expat  # noqa: PLC0415 -- only for projects that have such a file

    parser = expat.ParserCreate(namespace_separator=" ")
    builder = _Builder(parser, path)
    parser.StartDoctypeDeclHandler = builder.refuse
    parser.EntityDeclHandler = builder.refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        problem = f"not XML: {expat.ErrorString(fault.code)}"
        raise ReadError(problem, place=path, line=fault.lineno, hint=_HINT) from fault
    except (ValueError, LookupError) as fault:  # an encoding that Python does not know
        raise ReadError(f"not XML: {fault}", place=path, hint=_HINT) from fault
    if builder.root is None:
        raise ReadError("not XML: no element", place=path, hint=_HINT)
    return builder.root


class _Builder:
    def __init__(self, parser: "XMLParserType", path: str) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._parser, self._path = parser, path

    def refuse(self, *_: object) -> None:
        """Stop at a document type declaration: bombs and outside files come that way, bills of materials never do."""
        line = self._parser.CurrentLineNumber
        hint = "remove the <!DOCTYPE …>; the document was not read"
        raise ReadError("declares a document type", place=self._path, line=line, hint=hint)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        if len(self._open) >= MAX_DEPTH:
            raise ReadError(f"nested deeper than {MAX_DEPTH}", place=self._path, line=line, hint=_HINT)
        element = Element(name.rpartition(" ")[2], attributes, line)
        if self._open:
            self._open[-1].children.append(element)
        elif self.root is None:
            self.root = element
        self._open.append(element)

    def end(self, _name: str) -> None:
        self._open.pop()

    def characters(self, words: str) -> None:
        if self._open:
            self._open[-1].words.append(words)


def _document(root: Element) -> Raw:
    document: Raw = {"metadata": {}, "components": None, "dependencies": []}
    metadata, components = root.child("metadata"), root.child("components")
    if metadata is not None and (subject := metadata.child("component")) is not None:
        document["metadata"] = {"component": _object(subject)}
    if components is not None:
        document["components"] = _list(components)
    if (dependencies := root.child("dependencies")) is not None:
        for each in dependencies.children:
            targets = [child.attributes.get("ref") for child in each.children if child.name == "dependency"]
            document["dependencies"].append({"ref": each.attributes.get("ref"), "dependsOn": targets})
    return document


def _object(element: Element) -> Raw:
    """Return an element in the JSON form: attributes and children are fields, a leaf is its text."""
    found = _Object(element.attributes)
    found.line = element.line
    for child in element.children:
        if child.name == "licenses":
            found["licenses"] = [_choice(each) for each in child.children]
        elif child.name in _LISTS:
            found[child.name] = _list(child)
        elif child.name == "data" and element.name == "component":
            found.setdefault("data", []).append(_object(child))
        elif child.children or (child.attributes and child.name != "text"):
            found[child.name] = _object(child)
        else:
            found[child.name] = child.text
    return found


def _list(element: Element) -> list[Any]:
    """Return the entries of a wrapper element; a reference to a data set stands in `ref`."""
    found: list[Any] = []
    for child in element.children:
        if child.name != _LISTS[element.name]:
            continue
        entry = _object(child)
        if child.name == "property":
            entry["value"] = child.text
        found.append(entry)
    return found


def _choice(element: Element) -> Raw:
    if element.name == "expression":
        return {"expression": element.text}
    fields: Raw = {child.name: child.text for child in element.children if child.name in ("id", "name", "url")}
    if (text := element.child("text")) is not None:
        fields["text"] = {**text.attributes, "content": text.text}
    return {"license": fields}
