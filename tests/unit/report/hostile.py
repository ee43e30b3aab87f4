"""A report in which every string from outside is an attack."""

from typing import Any

import msgspec

from rail.domain.report import Report
from tests.unit.report.reports import report

ATTACKS = {
    "control": "a\x1b[31mred\x07\x00\x9b2Jb",
    "bidi": "user\u202etxt.exe\u2066\u200b\ufeff",
    "broken-bytes": "caf\udce9",
    "lines": "one\r\n::error::two\n##[error]three\u2028four",
    "html": "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;{{7*7}}<!--",
    "markdown": "[x](javascript:alert(1)) ![y](http://evil.test/z.png) `</code>` <!-- @everyone #1 | --- | **b** https://evil.test",
    "workflow": "::add-mask::x%0A::set-env name=PATH::y,title=z",
    "formula": "=cmd|' /C calc'!A0;=1+1",
    "graph": '"]; evil["x"] --> y\\\n}{ click a "javascript:alert(1)" %%{init: {}}%% end',
    "template": "${{ secrets.TOKEN }} {% raw %} {0} $(id) `id`",
    "xml": "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "long": "x" * 200_000,
    "empty": "",
    "path": "../../../etc/passwd\\..\\C:|<>?*",
}
_KEPT = frozenset({"schema", "use", "rule"})


def hostile(attack: str) -> Report:
    """Return the report with the attack in every free string, consistently."""
    return msgspec.structs.replace(_replaced(report(), ATTACKS[attack]), summary=report().summary)


def _replaced(value: Any, attack: str, name: str = "") -> Any:
    if isinstance(value, msgspec.Struct):
        changes = {each: _replaced(getattr(value, each), attack, each) for each in value.__struct_fields__}
        return msgspec.structs.replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(_replaced(each, attack, name) for each in value)
    if isinstance(value, str) and name not in _KEPT:
        return f"{attack}{value}" if name in {"purl", "component", "source", "target", "from_"} else attack
    return value
