"""Names of routers and providers, and those of what the same makers have on the hub."""

import pytest

from rail.extractors.references._keys import named


@pytest.mark.parametrize(
    "value", ["databricks/dbrx-instruct", "databricks/dolly-v2-12b", "cerebras/Cerebras-GPT-13B", "ollama/llama3.2"]
)
def test_open_weights_are_models(value: str) -> None:
    assert named(value, 1) is not None


@pytest.mark.parametrize(
    "value",
    ["databricks/databricks-gte", "cerebras/llama3.1-8b", "groq/llama3-8b-8192", "cohere/command-r", "openai/gpt-4o"],
)
def test_models_behind_an_interface_are_none(value: str) -> None:
    assert named(value, 1) is None
