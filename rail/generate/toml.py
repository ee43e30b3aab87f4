"""The answers as a TOML document, for people to read and to change."""

from typing import Any

import msgspec

from rail.generate.answers import FILE, Answers, Lock

_HEAD = f"""\
# The decisions behind the licence in this folder. Change them here, then: rail generate --answers {FILE}
# rail generate --check tells whether the files still say the same.
"""


def as_toml(answers: Answers) -> bytes:
    """Return the document; the same answers give the same bytes."""
    document = msgspec.to_builtins(answers)
    fields = [(each.encode_name, getattr(answers, each.name)) for each in msgspec.structs.fields(answers)]
    plain = {
        key: msgspec.to_builtins(value)
        for key, value in fields
        if key not in _TABLES and value is not None and (value != "" or key in _SHOWN)
    }
    parts = [_HEAD, *(f"{key} = {_value(value)}\n" for key, value in plain.items())]
    carve_outs = document.get("carve-outs", {})
    if carve_outs:
        parts.append("\n[carve-outs]\n")
        parts += [f"{key} = {_value(value)}\n" for key, value in sorted(carve_outs.items())]
    for name in ("custom", "inherited", "combined"):
        for row in document.get(name, ()):
            parts.append(f"\n[[{name}]]\n")
            parts += [f"{key} = {_value(value)}\n" for key, value in row.items()]
    return ("".join(parts) + _lock(answers.lock)).encode()


def relocked(written: bytes, answers: Answers) -> bytes:
    """Return a document that holds these answers already with a new lock: its order and comments stay.

    A document whose lock is not where rail puts it is written anew.
    """
    head, mark, tail = written.decode().replace("\r\n", "\n").partition(_MARK)
    if ("[lock" in head) or "#" in tail or (mark and not tail.lstrip().startswith("[lock]")):
        return as_toml(answers)
    return (head.rstrip("\n") + "\n" + _lock(answers.lock)).encode()


def _lock(lock: Lock | None) -> str:
    if lock is None:
        return ""
    files = "".join(f"{_value(name)} = {_value(digest)}\n" for name, digest in sorted(lock.files.items()))
    return f"\n{_MARK}[lock]\nclause-list = {_value(lock.clause_list)}\n\n[lock.files]\n{files}"


def _value(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        row = ", ".join(_value(each) for each in value)
        if len(row) <= _WIDE:
            return f"[{row}]"
        return "[\n" + "".join(f"    {_value(each)},\n" for each in value) + "]"
    return msgspec.json.encode(value).decode()


_MARK = "# What the last run wrote.\n"
_TABLES = frozenset({"carve-outs", "custom", "inherited", "combined", "lock"})
_SHOWN = frozenset({"work", "licensor", "law", "contact"})
"""Empty answers that are worth showing."""
_WIDE = 90
"""Characters up to which a list stands on one line."""
