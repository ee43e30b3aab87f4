"""A badge for a README: an SVG of its own and the JSON of https://shields.io/badges/endpoint-badge."""

from html import escape

import msgspec

_LEFT = "license"
_COLOR = "#5b3b8c"
_CHARACTER = 6.6
_PADDING = 12


def as_svg(name: str) -> bytes:
    """Return the drawing; `name` is what stands at its right, for example `OpenRAIL-M`."""
    left, right = _width(_LEFT), _width(name)
    words = escape(name)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img" '
        f'aria-label="{_LEFT}: {words}">\n'
        f"<title>{_LEFT}: {words}</title>\n"
        f'<rect width="{left}" height="20" fill="#444"/>\n'
        f'<rect x="{left}" width="{right}" height="20" fill="{_COLOR}"/>\n'
        f'<g fill="#fff" font-family="Verdana,sans-serif" font-size="11" text-anchor="middle">'
        f'<text x="{left / 2}" y="14">{_LEFT}</text><text x="{left + right / 2}" y="14">{words}</text></g>\n</svg>\n'
    ).encode()


def as_endpoint(name: str) -> bytes:
    """Return the JSON that shields.io draws from."""
    badge = {"schemaVersion": 1, "label": _LEFT, "message": name, "color": _COLOR.lstrip("#")}
    return msgspec.json.format(msgspec.json.encode(badge), indent=2) + b"\n"


def _width(words: str) -> int:
    return round(len(words) * _CHARACTER) + _PADDING
