"""What there is appears in the documentation: verbs, options, rules, checks, keys, formats, licences, uses."""

import re

import msgspec
import typer.main

from rail.catalogue.load import load as load_catalogue
from rail.cli.main import VERBS
from rail.cli.program import app
from rail.config.schema import Config, Ignore, Override, Policy, Shared
from rail.domain.use import UseCase
from rail.extractors.spi import load as load_extractors
from rail.identify.linting.spi import load as load_checks
from rail.policy.spi import load as load_rules
from rail.report import names
from tests.conftest import ROOT
from tests.docs.pages import DOCS, anchors


def _page(name):
    return (DOCS / "reference" / name).read_text(encoding="utf-8")


def test_every_verb_with_every_option_is_on_the_page_of_commands():
    page = _page("commands.md")
    group = typer.main.get_command(app)
    context = group.make_context("rail", [], resilient_parsing=True)
    absent = []
    for verb in VERBS:
        command = group.get_command(context, verb)
        section = page.partition(f"\n## rail {verb}\n")[2].partition("\n## ")[0]
        commands = [command, *getattr(command, "commands", {}).values()]
        options = [each for one in commands for param in one.params for each in param.opts if each.startswith("-")]
        absent += [f"{verb} {option}" for option in options if option not in section and option != "--help"]
        absent += [] if section else [verb]

    assert absent == []


def test_every_rule_and_check_has_an_anchor():
    assert {each.id.lower() for each in load_rules()} <= anchors(DOCS / "reference" / "rules.md")
    assert [each.code for each in load_checks() if f"\n## {each.code}: " not in _page("lint.md")] == []


def test_every_key_of_the_configuration_is_on_its_page():
    page = _page("configuration.md")
    structs = (Config, UseCase, Ignore, Override, Policy, Shared)
    keys = {field.encode_name for each in structs for field in msgspec.structs.fields(each)} - {"line", "path"}

    assert [key for key in sorted(keys) if f"| `{key}` |" not in page] == []


def test_every_format_is_on_its_page():
    inputs, outputs = _page("input-formats.md"), _page("output-formats.md")

    assert [each.name for each in load_extractors() if f"\n### {each.name}\n" not in inputs] == []
    assert [each for each in names() if f"\n## {each}\n" not in outputs] == []


def test_every_licence_use_mode_and_obligation_is_on_its_page():
    catalogue = load_catalogue()
    licences, uses, modes, owed = _page("licences.md"), _page("uses.md"), _page("modes.md"), _page("obligations.md")

    assert [each for each in catalogue.profiles if f"[`{each}`]" not in licences] == []
    assert [each for each in catalogue.uses if f"`{each}`" not in uses and f"\n## {each}\n" not in uses] == []
    assert [each for each in catalogue.modes if f"`{each}`" not in modes] == []
    assert [each for each in catalogue.obligations.kinds if f"`{each}`" not in owed] == []


def test_every_verb_is_shown_at_work_outside_the_reference():
    pages = [page for page in DOCS.rglob("*.md") if page.parent.name != "reference"]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)

    assert [verb for verb in VERBS if f"$ rail {verb}" not in text] == []


def test_every_file_of_the_ci_folder_is_named():
    text = "\n".join(page.read_text(encoding="utf-8") for page in DOCS.rglob("*.md"))
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "ci").rglob("*") if path.is_file()]
    shown = [each for each in files if "__pycache__" not in each and not each.endswith("comment.py")]

    assert [each for each in ["action.yml", "Dockerfile", *shown] if each not in text] == []


def test_every_variable_of_the_environment_that_rail_reads_is_on_the_page_of_commands():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "rail").rglob("*.py"))

    assert [
        each for each in set(re.findall(r'"(RAIL_[A-Z_]+)"', sources)) if f"`{each}`" not in _page("commands.md")
    ] == []
