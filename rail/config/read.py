"""From a TOML document to a `Loaded` configuration; whatever is wrong is answered with file, line and key."""

import datetime as dt
import re
from typing import Any, NoReturn

import msgspec

from rail.config.lines import Lines
from rail.config.nearest import nearest
from rail.config.schema import Config, Decision, FailOn, Ignore, Loaded, Override, Policy, Shared
from rail.domain.component import Engagement
from rail.domain.dates import is_date
from rail.domain.use import UseCase
from rail.errors import UsageError

_TABLES: dict[str, type[msgspec.Struct]] = {
    "use-case": UseCase,
    "ignore": Ignore,
    "override": Override,
    "policy": Policy,
}
_COMPUTED = frozenset({"line", "path"})
_PATH = r" - at `\$\.?(?:(use-case|ignore|override|policy)\[(\d+)\])?\.?([^`]*)`$"
_RULE = re.compile(r"RAIL\d{3}\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_WORDS = {
    "`array`": "a list",
    "`object`": "a table",
    "`str`": "a string",
    "`str | null`": "a string",
    "`bool`": "true or false",
    "`int`": "a number",
    "`datetime`": "a date and time",
}
_CHOICES = {"fail-on": FailOn, "engagement": Engagement, "decide": Decision}


def read(document: Any, text: str, *, path: str, why: str) -> Loaded:
    """Return the configuration that the table `document` holds; `text` is the whole file, for the lines.

    Raises:
        UsageError: an unknown key, a wrong type, a missing reason, a date that is none, an id given twice.
    """
    reader = _Reader(text, path)
    if not isinstance(document, dict):
        raise UsageError("[tool.rail] is not a table", place=path)
    reader.check_keys(document)
    config = reader.convert(document)
    reader.check_use_cases(config)
    reader.check_rules(config)
    for index, ignore in enumerate(config.ignore):
        reader.check_ignore(ignore, index)
    for index, policy in enumerate(config.policy):
        reader.check_policy(policy, index, [each.id for each in config.policy[:index]])
    reader.check_extends(config.extends)
    for index, override in enumerate(config.override):
        reader.check_override(override, index)
    return Loaded(config=reader.with_lines(config), path=path, why=why, lines=reader.use_case_lines(config))


class _Reader:
    """One file: its lines, and the checks that quote them."""

    def __init__(self, text: str, path: str) -> None:
        self._lines = Lines(text)
        self._path = path

    def fail(self, problem: str, *, key: str = "", kind: str | None = None, index: int = 0, hint: str = "") -> NoReturn:
        """Raise a usage error at the line of `key` in the table `kind[index]`."""
        line = self._lines.key(key, kind, index)
        raise UsageError(problem, place=f"{self._path}:{line}", hint=hint)

    def check_keys(self, document: dict[str, Any]) -> None:
        self._check_table(document, Config, None, 0)
        for kind, struct in _TABLES.items():
            tables = document.get(kind, [])
            if isinstance(tables, dict):
                self.fail(f"[{kind}] is one table", kind=kind, key=kind, hint=f"write [[{kind}]], with two brackets")
            for index, table in enumerate(tables if isinstance(tables, list) else ()):
                if isinstance(table, dict):
                    self._check_table(table, struct, kind, index)

    def _check_table(self, table: dict[str, Any], struct: type[msgspec.Struct], kind: str | None, index: int) -> None:
        known = [name for name in struct.__struct_encode_fields__ if name not in _COMPUTED]
        for key in table:
            if key not in known:
                shown = key if key.isprintable() else ascii(key)
                self.fail(f"unknown key `{shown}`", key=key, kind=kind, index=index, hint=nearest(key, known))

    def convert(self, document: dict[str, Any]) -> Config:
        plain = {key: _dates_as_text(value) for key, value in document.items()}
        try:
            return msgspec.convert(plain, Config, strict=True)
        except msgspec.ValidationError as fault:
            self._explain(str(fault))

    def _explain(self, message: str) -> NoReturn:
        found = re.search(_PATH, message)
        kind, index, rest = (found[1], int(found[2] or 0), found[3]) if found else (None, 0, "")
        problem = re.sub(_PATH, "", message)
        missing = re.match(r"Object missing required field `(.+)`", problem)
        if missing:
            self.fail(f"[[{kind}]] needs `{missing[1]}`", kind=kind, index=index, hint=_WHY_NEEDED.get(missing[1], ""))
        for word, plain in _WORDS.items():
            problem = problem.replace(word, plain)
        key = re.split(r"[.\[]", rest)[0]
        shown = ".".join(filter(None, (f"{kind}[{index}]" if kind else "", rest)))
        hint = f"one of {', '.join(each.value for each in _CHOICES[key])}" if key in _CHOICES else ""
        self.fail(f"`{shown}`: {problem[:1].lower()}{problem[1:]}", key=key, kind=kind, index=index, hint=hint)

    def check_use_cases(self, config: Config) -> None:
        seen: set[str] = set()
        for index, case in enumerate(config.use_case):
            if not case.id.strip() or not case.id.isprintable():
                self.fail("a use case needs an id that can be printed", key="id", kind="use-case", index=index)
            if case.id in seen:
                self.fail(f"use case `{case.id}` is declared twice", key="id", kind="use-case", index=index)
            if not case.uses:
                hint = "see `rail catalogue list uses`"
                self.fail(f"use case `{case.id}` declares no use", key="uses", kind="use-case", index=index, hint=hint)
            seen.add(case.id)

    def check_rules(self, config: Config) -> None:
        for each in config.fail_on_rules:
            if not _RULE.match(each):
                self.fail(f"no rule id: `{each}`", key="fail-on-rules", hint="RAIL and 3 digits")

    def check_ignore(self, ignore: Ignore, index: int) -> None:
        self._check_reason(ignore.reason, ignore.until, "ignore", index)
        if ignore.rule is not None and not _RULE.match(ignore.rule):
            self.fail(f"no rule id: `{ignore.rule}`", key="rule", kind="ignore", index=index, hint="RAIL and 3 digits")
        if not ignore.rule and not ignore.component:
            hint = "name a rule, a component, or both"
            self.fail("an ignore of everything", key="reason", kind="ignore", index=index, hint=hint)

    def check_policy(self, policy: Policy, index: int, before: list[str]) -> None:
        self._check_reason(policy.reason, policy.until, "policy", index)
        if not policy.id.strip() or not policy.id.isprintable():
            self.fail("a policy needs an id that can be printed", key="id", kind="policy", index=index)
        if policy.id in before:
            self.fail(f"policy `{policy.id}` is declared twice", key="id", kind="policy", index=index)
        selectors = (policy.licenses, policy.families, policy.terms, policy.components, policy.groups)
        if not any(selectors):
            hint = 'name `licenses`, `families`, `terms`, `components` or `groups`; for all: components = ["*"]'
            self.fail(f"policy `{policy.id}` meets nothing", key="id", kind="policy", index=index, hint=hint)

    def check_extends(self, extends: str | Shared | None) -> None:
        if isinstance(extends, Shared):
            if not _SHA256.match(extends.sha256):
                hint = "64 hexadecimal digits: sha256sum FILE"
                self.fail("`extends.sha256` is no SHA-256", key="extends", hint=hint)
            if not extends.url.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
                self.fail("`extends.url` is no https address", key="extends")
        elif extends is not None and "://" in extends:
            hint = f'pin it: extends = {{url = "{extends}", sha256 = "…"}}'
            self.fail("an address without its SHA-256", key="extends", hint=hint)

    def check_override(self, override: Override, index: int) -> None:
        self._check_reason(override.reason, override.until, "override", index)
        if override.license is None and override.engagement is None:
            hint = "give `license`, `engagement`, or both"
            self.fail("an override that changes nothing", key="component", kind="override", index=index, hint=hint)

    def _check_reason(self, reason: str, until: str | None, kind: str, index: int) -> None:
        if not reason.strip():
            self.fail("empty `reason`", key="reason", kind=kind, index=index, hint=_WHY_NEEDED["reason"])
        if until is not None and not is_date(until):
            self.fail(f"`until` is not a date: {until}", key="until", kind=kind, index=index, hint="YYYY-MM-DD")

    def with_lines(self, config: Config) -> Config:
        return msgspec.structs.replace(
            config,
            ignore=tuple(
                msgspec.structs.replace(each, line=self._lines.table("ignore", index))
                for index, each in enumerate(config.ignore)
            ),
            override=tuple(
                msgspec.structs.replace(each, line=self._lines.table("override", index))
                for index, each in enumerate(config.override)
            ),
            policy=tuple(
                msgspec.structs.replace(each, line=self._lines.table("policy", index), path=self._path)
                for index, each in enumerate(config.policy)
            ),
        )

    def use_case_lines(self, config: Config) -> dict[str, int]:
        return {case.id: self._lines.key("id", "use-case", index) for index, case in enumerate(config.use_case)}


_WHY_NEEDED = {
    "id": "findings name it",
    "decide": "allow, warn or deny",
    "reason": "say why, for those who read this next year",
    "component": "a glob over package URLs",
}


def _dates_as_text(value: Any) -> Any:
    """TOML has dates of its own; `until` is kept as text."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, list):
        return [_dates_as_text(each) for each in value]
    if isinstance(value, dict):
        return {key: _dates_as_text(each) for key, each in value.items()}
    return value
