"""Every key of the configuration: type and default from the schema, meaning and example beside it.

A key without a meaning here, or a meaning without a key, is an error: the page cannot fall behind.
"""

from typing import Any

import msgspec
from msgspec import inspect

from rail.config.schema import Config, Ignore, Override, Policy, Shared
from rail.domain.use import UseCase
from tests.reference._markdown import code, head, table

PAGE = "configuration.md"
_COMPUTED = {"line", "path"}
_TABLES: dict[str, type[msgspec.Struct]] = {
    "use-case": UseCase,
    "ignore": Ignore,
    "override": Override,
    "policy": Policy,
    "extends": Shared,
}


def markdown() -> str:
    """Return the page."""
    page = _HEAD + "\n## Top level\n" + _keys("top", Config) + _example("top")
    for name, struct in _TABLES.items():
        title = name if name == "extends" else f"\\[\\[{name}\\]\\]"
        page += f"\n## {title}\n\n{_INTRO[name]}\n" + _keys(name, struct) + _example(name)
    return page


def _keys(name: str, struct: type[msgspec.Struct]) -> str:
    said = dict(_MEANINGS[name])
    rows = []
    for field in msgspec.structs.fields(struct):
        key = field.encode_name
        if key in _COMPUTED:
            continue
        kind, meaning = _type(inspect.type_info(field.type)), said.pop(key)
        rows.append((code(key), kind, _default(field), meaning))
    assert not said, f"no such key in {name}: {', '.join(said)}"
    return table(["key", "type", "default", "meaning"], rows)


def _example(name: str) -> str:
    return f"\n```toml\n{_EXAMPLES[name].strip()}\n```\n"


def _default(field: Any) -> str:
    if field.required:
        return "required"
    default = field.default_factory() if field.default is msgspec.NODEFAULT else field.default
    if default is None:
        return "—"
    plain = msgspec.to_builtins(default)
    return code(msgspec.json.encode(plain).decode())


def _type(info: Any) -> str:
    """Return a type in the words of TOML."""
    match info:
        case inspect.UnionType():
            return " or ".join(_type(each) for each in info.types if not isinstance(each, inspect.NoneType))
        case inspect.VarTupleType(item_type=inspect.StructType()):
            return "tables"
        case inspect.VarTupleType():
            return f"list of {_type(info.item_type)}s"
        case inspect.DictType():
            return f"table of {_type(info.value_type)}"
        case inspect.EnumType():
            return ", ".join(code(each.value) for each in info.cls)
        case inspect.StructType():
            return "table"
        case inspect.BoolType():
            return "true or false"
        case _:
            return "string"


_HEAD = head(
    "Configuration",
    "`rail/config/schema.py`",
    "`rail.toml`, or the table `[tool.rail]` of a `pyproject.toml`: the nearest one from the current folder up "
    "to the root of the repository; `rail.toml` wins over a `pyproject.toml` beside it. `--config FILE` names "
    "another, `--no-config` none, and `-v` says which one holds. In `pyproject.toml` write "
    "`[[tool.rail.use-case]]` for `[[use-case]]`, and so on.",
    "An unknown key is an error with its line. Editors complete the keys with the [JSON "
    "Schema](../schema/rail-config.json). `rail init` writes a first file.",
)

_INTRO = {
    "use-case": "What the project is for: one table for each thing that it does.",
    "ignore": "A finding that you live with. Name a rule, a component, or both. In code, the comment `# rail: "
    "ignore[RAIL101] reason` does the same for [one line](../how-to/exceptions.md).",
    "override": "Your own conclusion about a licence, or about what you do with a component. It replaces what "
    "the files say, and the report shows it with the reason. Give `license`, `engagement`, or both.",
    "policy": "What the house decides about licences beyond uses: the first policy that meets a licence decides. "
    "It meets one when each selector that is given has an entry that fits. Give at least one selector.",
    "extends": "An organisation's file: by path, `extends = '../rail-policy.toml'`, or by address and digest. "
    "Its policies come before the project's own.",
}

_MEANINGS = {
    "top": {
        "use-case": "What the project is for; see [below](#use-case). Without one nothing is judged "
        "([RAIL501](rules.md#rail501)).",
        "exclude": "Globs over paths that are not read, beside what `.gitignore` names. As `--exclude`.",
        "fail-on": "The lowest verdict that makes `rail check` exit with 1. As `--fail-on`.",
        "fail-on-rules": "Rules whose findings fail a check whatever their verdict.",
        "baseline": "A file of accepted findings, beside the configuration. As `--baseline`.",
        "engagement": "What the project does with all its components, where an `[[override]]` says nothing else; "
        "else what is found.",
        "strict": "Exit with 4 when an input could not be read, and take common knowledge about models as "
        "unknown. As `--strict`.",
        "offline": "Never use the network. As `--offline`.",
        "online": "Ask registries about exact versions. As `--online`.",
        "ignore": "Findings to live with; see [below](#ignore).",
        "override": "Your own conclusions; see [below](#override).",
        "policy": "Decisions about licences; see [below](#policy).",
        "extends": "The organisation's file; see [below](#extends).",
    },
    "use-case": {
        "id": "The name by which findings speak of it; each only once.",
        "title": "What it is, in a sentence.",
        "uses": "Ids of [uses](uses.md), as narrow as is true.",
        "excludes": "Uses that it rules out, within those above or often brought along by them.",
        "facts": "Answers to the questions of [modes](modes.md): `human-decides = true`. What is left out is not "
        "known.",
        "applies-to": "Globs over paths; components found only elsewhere are not judged for it. Empty: the whole "
        "project.",
        "sector": "A word for people; nothing is derived from it.",
        "region": "A word for people; nothing is derived from it.",
    },
    "ignore": {
        "reason": "Why, for those who read it next year.",
        "rule": "A [rule](rules.md); without one, all rules.",
        "component": "A glob over package URLs without version; without one, all components.",
        "owner": "Who answers for it.",
        "until": "The last day on which it holds, `YYYY-MM-DD`; after it, [RAIL502](rules.md#rail502).",
    },
    "override": {
        "component": "A glob over package URLs without version.",
        "reason": "Why: a contract, a letter, where you looked.",
        "license": "An SPDX expression or a catalogue id.",
        "engagement": "What the project does with it.",
        "until": "The last day on which it holds, `YYYY-MM-DD`.",
    },
    "policy": {
        "id": "The name by which findings speak of it; each only once.",
        "decide": "Let pass, warn ([RAIL602](rules.md#rail602)), or fail ([RAIL601](rules.md#rail601)).",
        "reason": "Shown with the finding.",
        "licenses": "Globs over SPDX and catalogue ids.",
        "families": "Globs over the families and categories of [licences](licences.md): `rail`, `vendor*`, `copyleft`.",
        "terms": "[Uses](uses.md) that the licence restricts, [duties](obligations.md) that it imposes, or "
        "`territory`.",
        "components": "Globs over package URLs.",
        "groups": "Names of dependency groups: `dev`, an extra.",
        "owner": "Who answers for it.",
        "until": "The last day on which it holds, `YYYY-MM-DD`.",
    },
    "extends": {
        "url": "An https address.",
        "sha256": "The SHA-256 of the file's bytes, so that nobody changes it unseen.",
    },
}

_EXAMPLES = {
    "top": """
fail-on = "unknown"
fail-on-rules = ["RAIL201", "RAIL203"]
exclude = ["third_party/demo/**"]
baseline = "rail-baseline.json"
""",
    "use-case": """
[[use-case]]
id = "triage"
title = "Triage support in a hospital"
uses = ["health.clinical-use"]
excludes = ["essential-services.insurance"]
applies-to = ["services/triage/**"]
sector = "health"
region = "EU"

[use-case.facts]
human-oversight = true
""",
    "ignore": """
[[ignore]]
rule = "RAIL305"
component = "pkg:huggingface/sentence-transformers/*"
reason = "pinned by the digest of the image"
owner = "ml-platform@example.org"
until = 2030-12-31
""",
    "override": """
[[override]]
component = "pkg:pypi/visionkit"
license = "LicenseRef-Acme-Vision-EULA"
engagement = "uses"
reason = "contract 2026-17"
""",
    "policy": """
[[policy]]
id = "no-naming-duties"
decide = "deny"
terms = ["name-prefix", "territory"]
reason = "product names are ours"
owner = "legal@example.org"
""",
    "extends": """
[extends]
url = "https://example.org/rail-policy.toml"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
""",
}
