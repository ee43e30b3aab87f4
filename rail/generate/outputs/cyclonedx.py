"""The licence as the value of `licenses` in a CycloneDX 1.6 component.

https://cyclonedx.org/docs/1.6/json/

The format cannot say that a licence restricts use, so the restrictions are properties of the licence.
"""

from typing import Any

import msgspec

from rail.generate.compose import Composition


def as_cyclonedx(made: Composition, text: bytes) -> bytes:
    """Return the document, an array of one licence."""
    licence: dict[str, Any] = {
        "name": made.reference,
        "acknowledgement": "declared",
        "text": {"contentType": "text/plain", "content": text.decode()},
        **({"url": made.answers.url} if made.answers.url else {}),
        "properties": [
            {"name": "rail:restricted", "value": "yes"},
            *(
                {"name": f"rail:restriction:{item.clause.code}", "value": f"{bars.use}={bars.mode}"}
                for item in made.items
                for bars in item.clause.restricts
            ),
        ],
    }
    return msgspec.json.format(msgspec.json.encode([{"license": licence}]), indent=2) + b"\n"
