r"""RTF 1.5, in ASCII: other characters as `\u`.

https://www.biblioscape.com/rtf15_spec.htm
"""

from collections.abc import Sequence

from rail.generate.document import Block

SUFFIX = ".rtf"
_HEAD = "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\\f0\\fs22\n"
_ASCII = 128
_SIGNED = 32768


def write(blocks: Sequence[Block], _markdown: str) -> str:
    """Return the document."""
    return _HEAD + "".join(_written(block) for block in blocks) + "}\n"


def _written(block: Block) -> str:
    text = _escaped(f"{block.label} {block.text}" if block.label else block.text)
    if block.kind == "title":
        return f"\\pard\\qc\\sb240\\sa240\\b\\fs32 {text}\\b0\\fs22\\par\n"
    if block.kind == "heading":
        return f"\\pard\\keepn\\sb240\\sa120\\b {text}\\b0\\par\n"
    if block.kind == "bullet":
        return f"\\pard\\li360\\fi-180\\sa60 - {text}\\par\n"
    if block.kind == "item":
        return f"\\pard\\li540\\fi-360\\sa120 {text}\\par\n"
    return f"\\pard\\sa120 {text}\\par\n"


def _escaped(text: str) -> str:
    return "".join(_character(each) for each in text)


def _character(character: str) -> str:
    if character in "\\{}":
        return f"\\{character}"
    if ord(character) < _ASCII:
        return character
    units = character.encode("utf-16-le")
    numbers = [int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2)]
    return "".join(f"\\u{number - 2 * _SIGNED if number >= _SIGNED else number}?" for number in numbers)
