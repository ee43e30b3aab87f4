"""The commented rail.toml that `rail init` writes: text from answers, no questions asked here."""

import re

from rail.domain.record import Record

_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")


class Answers(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was asked: the use case with full use ids, the facts that were answered, and the questions left open.

    `questions` maps a fact to its wording (from modes.yaml); those without an answer are written as comments.
    """

    id: str = "main"
    title: str = ""
    uses: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    facts: dict[str, bool] = {}  # noqa: RUF012 -- msgspec copies it for each value
    questions: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies it for each value
    fail_on: str = "prohibited"


def starter(answers: Answers) -> str:
    """Return a rail.toml; it can be read as it is, and without uses it declares no use case but shows one."""
    case = _use_case(answers)
    if not answers.uses:
        case = "".join(f"# {line}\n" if line else "#\n" for line in case.splitlines())
    return f"{_HEAD}fail-on = {_string(answers.fail_on)}\n\n{_CASE}{case}\n{_TAIL}"


def _use_case(answers: Answers) -> str:
    uses = answers.uses or ("law-enforcement.crime-prediction.place-based",)
    lines = [
        "[[use-case]]",
        f"id = {_string(answers.id)}",
        f"title = {_string(answers.title or 'What the project does, in a sentence')}",
        f"uses = {_list(uses)}",
        "# What it does not do, within the uses above:",
        f"excludes = {_list(answers.excludes)}" if answers.excludes else '# excludes = ["biometrics.identification"]',
        "# Paths that it covers; without this line the whole project:",
        '# applies-to = ["services/score/**"]',
        "# Answers to what restrictions turn on (true or false; leave out what you do not know):",
        "[use-case.facts]",
    ]
    for fact in dict.fromkeys([*answers.facts, *answers.questions]):
        question = answers.questions.get(fact)
        if question:
            lines.append(f"# {_comment(question)}")
        known = answers.facts.get(fact)
        lines.append(f"# {_key(fact)} = true" if known is None else f"{_key(fact)} = {str(known).lower()}")
    return "\n".join(lines) + "\n"


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_string, values))}]"


def _string(value: str) -> str:
    """Write a TOML basic string; what cannot be printed becomes an escape. https://toml.io/en/v1.0.0#string."""
    return '"' + "".join(map(_escaped, value)) + '"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if 0xD800 <= ord(char) <= 0xDFFF:  # noqa: PLR2004 -- half a surrogate pair, which no UTF-8 file can hold
        return "\ufffd"
    if 0xD800 <= ord(char) <= 0xDFFF:  # noqa: PLR2004 -- half a surrogate pair, which no UTF-8 file can hold
        return "\ufffd"
    return char if char.isprintable() else f"\\U{ord(char):08x}"


def _key(name: str) -> str:
    return name if _BARE.match(name) else _string(name)


def _comment(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


_HEAD = """\
# What this project uses models, data and packages for, so that `rail check` can hold their licences against it.
# Use ids: `rail catalogue list uses`. What a licence says on one: `rail explain LICENCE`.

# The lowest verdict that fails a build: prohibited, unknown, conditional or never.
"""
_CASE = """\
# One table for each thing that the project does.
"""
_TAIL = """\
# A finding that you have decided to live with; `reason` is required, `until` is the last day on which it holds:
#
# [[ignore]]
# rule = "RAIL305"
# component = "pkg:huggingface/sentence-transformers/*"
# reason = "pinned by the digest of the image"
# until = 2027-03-31

# Your own conclusion about a licence, where the evidence is missing or wrong:
#
# [[override]]
# component = "pkg:pypi/visionkit"
# license = "LicenseRef-Acme-Vision-EULA"
# reason = "contract 2026-17"
"""
