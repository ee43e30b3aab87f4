"""The settings that pages show are read by what reads them: rail's own reader, YAML, the hooks and the action."""

import re

import msgspec
import pytest
import tomli
import yaml

from rail.config.discover import from_content
from rail.config.schema import Config
from tests.conftest import ROOT
from tests.docs.pages import blocks, name, pages

_KEYS = {field.encode_name for field in msgspec.structs.fields(Config)}
_DIGEST = '"' + 64 * "0" + '"'


def _blocks(language):
    found = [(page, block) for page in pages() for block in blocks(page) if block.language == language]
    return [pytest.param(block, id=f"{name(page)}:{block.line}") for page, block in found]


@pytest.mark.parametrize("block", _blocks("toml"))
def test_a_configuration_that_is_shown_can_be_read(block):
    text = block.text.replace('sha256 = "…"', f"sha256 = {_DIGEST}")
    document = tomli.loads(text)

    if "rail" in document.get("tool", {}):
        from_content(text.encode(), "pyproject.toml", "shown")
    elif _KEYS & set(document):
        from_content(text.encode(), "rail.toml", "shown")


@pytest.mark.parametrize("block", _blocks("yaml"))
def test_a_workflow_that_is_shown_names_hooks_and_inputs_that_there_are(block):
    document = yaml.safe_load(block.text)
    hooks = {each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    template = next(yaml.safe_load_all((ROOT / "ci/gitlab/rail.gitlab-ci.yml").read_text(encoding="utf-8")))

    for each in _tables(document):
        if "rail-compliance/rail" in str(each.get("repo", "")):
            assert {hook["id"] for hook in each["hooks"]} <= hooks
        if str(each.get("uses", "")).startswith("rail-compliance/rail@"):
            assert set(each.get("with", {})) <= set(action["inputs"])
        if re.search(r"rail\.gitlab-ci\.yml$", str(each.get("remote", ""))):
            assert set(each.get("inputs", {})) <= set(template["spec"]["inputs"])


def _tables(value):
    if isinstance(value, dict):
        yield value
        value = value.values()
    elif not isinstance(value, list):
        return
    for each in value:
        yield from _tables(each)
