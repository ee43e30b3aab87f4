"""The reference page of the checks, made from the checks themselves."""

from rail.identify.linting.spi import Check, load

_HEAD = """\
# What `rail lint` says

Made by `make generated` from `rail/identify/linting/checks/`. Errors (`E-`) make `rail lint` exit with 1;
warnings (`W-`) only with `--strict`; notes (`I-`) never. `rail explain CODE` shows one of them. None of this is
legal advice.
"""


def as_markdown() -> str:
    """Return the page."""
    return _HEAD + "".join(_section(each) for each in load())


def _section(check: Check) -> str:
    text = check.doc.partition(": ")[2]
    rule = f" In `rail check` the rule {check.rule} speaks of the same thing." if check.rule else ""
    reads = {None: "texts and cards", True: "cards", False: "texts"}[check.cards]
    return (
        f"\n## {check.code}: {check.title}\n\n{check.level.value.capitalize()}; reads {reads}.{rule}\n\n"
        f"- Why it matters: {check.why}.\n- What to do: {check.remedy}.\n\n{text[0].upper()}{text[1:]}\n"
    )
