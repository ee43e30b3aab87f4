"""Which keys of a configuration, options of a command and variables mean a model, and what their values name."""

import re

from rail.extractors.references._names import Named, docker, hub, ollama

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MODEL = re.compile(
    r"(?:.*_)?(?:model|models|llm)(?:_(?:id|name|repo|repo_id|path|name_or_path|or_path|checkpoint|hub_id|source|uri))?\Z"
)
_OTHER = {
    "repo_id", "hf_repo", "hf_repo_id", "hf_hub_id", "hub_id", "hf_id", "hfr", "hf", "hfd", "hf_repo_draft", "hf_path",
    "policy_path",
    "huggingface_repo", "huggingface_id", "huggingface_repo_id", "pretrained", "pretrained_name", "base_checkpoint",
    "pretrained_name_or_path", "tokenizer", "tokenizer_name", "tokenizer_name_or_path", "tokenizer_id",
    "name_or_path", "lora_path", "lora_repo", "adapter", "adapter_path", "adapter_name_or_path", "vae", "controlnet",
}  # fmt: skip
_DATASET = re.compile(r"(?:.*_)?dataset(?:s)?(?:_(?:id|name|repo|repo_id|path|name_or_path))?\Z")
_HOSTED = {
    "anthropic", "azure", "azure_ai", "bedrock", "cerebras", "cloudflare", "cohere", "databricks", "deepinfra",
    "fireworks_ai", "fireworks", "gemini", "google_genai", "googleai", "groq", "litellm", "litellm_proxy", "openrouter",
    "perplexity", "sagemaker", "together_ai", "vertex_ai", "vertexai", "voyage", "watsonx", "x-ai", "xai",
}  # fmt: skip
"""Providers of models behind an interface, which routers put before the name of a model: nobody gets those weights."""
_OPEN_WEIGHTS = re.compile(
    r"databricks/(?:dbrx|dolly)-|cerebras/(?:cerebras-|btlm)|groq/llama-3-groq|cohere/(?:command|aya)-\S*-\d\d-20\d\d",
    re.IGNORECASE,
)
"""What some of these makers have on the hub themselves."""
_HOSTED_NAME = re.compile(
    r"(?:openai/(?:gpt-[345]|o\d|chatgpt|text-|dall-e|tts|whisper-1\Z)|google/(?:gemini|palm)|"
    r"mistral/|deepseek/|amazon/nova|minimax/|moonshot/|replicate/)",
    re.IGNORECASE,
)
_ROUTED = re.compile(r"(?:(ollama|ollama_chat)(?:/|:(?://)?)|(?:huggingface|hosted_vllm|vllm)/)")
_PREFIXED = re.compile(r"(?:(?:hf|hf-hub|hf_hub|huggingface):(?://)?|(?:hf|huggingface)\.co/)[A-Za-z0-9]", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*(?:[:@][\w.-]+)?\Z", re.ASCII)
_NO_WORD = re.compile(r"[A-Z0-9-]")
_TAGGED = re.compile(r"[a-z0-9][\w.-]*(?::[\w.-]+)?\Z", re.ASCII)


def plain(key: str) -> str:
    """Return a key in small letters with underscores: `modelId`, `MODEL-ID` and `model_id` are one."""
    return _CAMEL.sub("_", key.strip("\"' ")).replace("-", "_").replace(".", "_").replace(" ", "_").lower()


def means_model(key: str) -> bool:
    """Answer whether a key in its plain spelling means a model."""
    return bool(_MODEL.match(key)) or key in _OTHER


def means_dataset(key: str) -> bool:
    """Answer whether a key in its plain spelling means a dataset."""
    return bool(_DATASET.match(key))


def named_by(key: str, value: str, line: int) -> Named | None:
    """Return the model or dataset that a value names under a key that means one; `None` for anything else.

    Only `owner/name` is believed; a word alone is one only where the key says that it is Ollama's.
    """
    key = plain(key)
    dataset = means_dataset(key)
    if not dataset and not means_model(key):
        return None
    if (
        key.endswith("_path")
        and not key.endswith(("or_path", "hf_path"))
        and not _NO_WORD.search(value.partition("/")[2])
    ):
        return None  # `runs/last`: a path, as the key says
    if "ollama" in key and _TAGGED.match(value) and "/" not in value:
        return ollama(value, line)
    return named(value, line, dataset=dataset)


def named(value: str, line: int, *, dataset: bool = False) -> Named | None:
    """Return what a value means where a model (or dataset) is expected."""
    routed = _ROUTED.match(value)
    if routed:
        rest = value[routed.end() :]
        return ollama(rest, line) if routed[1] else named(rest, line)
    if _PREFIXED.match(value):
        return None if value.startswith("hf://datasets/") else hub(value, line, dataset=dataset)
    if not _ID.match(value) or _HOSTED_NAME.match(value):
        return None
    owner = value.partition("/")[0].lower()
    if (owner in _HOSTED and not _OPEN_WEIGHTS.match(value)) or value.partition("/")[2].isdigit():
        return None
    return docker(value, line) if owner == "ai" else hub(value, line, dataset=dataset)
