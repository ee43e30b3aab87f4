"""The calls by which Python code loads a model or a dataset: one row each."""

from typing import NamedTuple


class Call(NamedTuple):
    """A loader: which argument names what it loads, and what a name without an owner means there.

    `name` ends the called name (`PeftModel.from_pretrained` is more telling than `from_pretrained` and wins).
    `position` and `keywords` say which argument. `modules` are the packages that have it. `anywhere` means that the
    name alone tells: other objects may have such a method, and then only `owner/name` is believed. `bare` is put before
    a name without an owner, which counts only when the loader comes from `modules`; `None` means that such a name says
    nothing. `ecosystem` is the purl type.
    """

    name: str
    position: int | None = 0
    keywords: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    bare: str | None = ""
    ecosystem: str = "huggingface"
    dataset: bool = False
    anywhere: bool = False


_HUB = (
    "transformers",
    "diffusers",
    "peft",
    "sentence_transformers",
    "optimum",
    "huggingface_hub",
    "setfit",
    "span_marker",
)
_REPO = ("repo_id",)
_NAMES = (
    "pretrained_model_name_or_path",
    "repo_id",
    "model_id",
    "model_name",
    "model_name_or_path",
    "pretrained_model_name",
)
_LANGCHAIN = ("langchain", "langchain_community", "langchain_huggingface", "langchain_ollama", "llama_index")

CALLS = (
    Call(
        "from_pretrained",
        0,
        _NAMES,
        (*_HUB, "gliner", "timm", "auto_gptq", "awq", "llama_cpp", "unsloth"),
        anywhere=True,
    ),
    Call("PeftModel.from_pretrained", 1, ("model_id",), ("peft",), anywhere=True),
    Call("from_single_file", 0, ("pretrained_model_link_or_path",), ("diffusers",), anywhere=True),
    Call("load_lora_weights", 0, ("pretrained_model_name_or_path_or_dict",), anywhere=True),
    Call("load_textual_inversion", 0, ("pretrained_model_name_or_path",), anywhere=True),
    Call("load_ip_adapter", 0, ("pretrained_model_name_or_path_or_dict",), anywhere=True),
    Call("load_adapter", 0, ("peft_model_id", "adapter_name_or_path"), anywhere=True),
    Call("pipeline", 1, ("model",), ("transformers", "optimum", "modelscope"), anywhere=True),
    Call("hf_hub_download", 0, _REPO, ("huggingface_hub",), anywhere=True),
    Call("snapshot_download", 0, (*_REPO, "model_id"), ("huggingface_hub", "modelscope"), anywhere=True),
    Call("cached_download", 0, _REPO, ("huggingface_hub",), anywhere=True),
    Call("load_from_hub", 0, _REPO, ("huggingface_sb3",), anywhere=True),
    Call("from_pretrained_keras", 0, (), ("huggingface_hub",), anywhere=True),
    Call("from_pretrained_fastai", 0, (), ("huggingface_hub",), anywhere=True),
    Call("InferenceClient", 0, ("model",), ("huggingface_hub",)),
    Call(
        "SentenceTransformer",
        0,
        ("model_name_or_path",),
        bare="sentence-transformers/",
        modules=("sentence_transformers",),
        anywhere=True,
    ),
    Call("CrossEncoder", 0, ("model_name", "model_name_or_path"), ("sentence_transformers",), anywhere=True),
    Call("SparseEncoder", 0, ("model_name_or_path",), ("sentence_transformers",), anywhere=True),
    Call("load_dataset", 0, ("path",), ("datasets",), dataset=True, anywhere=True),
    Call("load_dataset_builder", 0, ("path",), ("datasets",), dataset=True, anywhere=True),
    Call("hub.load", 0, ("repo_or_dir",), ("torch",), bare=None, ecosystem="github"),
    Call("create_model", 0, ("model_name",), ("timm",), bare=None),
    Call("create_model_and_transforms", 0, ("model_name",), ("open_clip",), bare=None, anywhere=True),
    Call("create_model_from_pretrained", 0, ("model_name",), ("open_clip",), bare=None, anywhere=True),
    Call("get_tokenizer", 0, ("model_name",), ("open_clip",), bare=None),
    Call("LLM", 0, ("model",), ("vllm", "sglang")),
    Call("EngineArgs", 0, ("model",), ("vllm",)),
    Call("AsyncEngineArgs", 0, ("model",), ("vllm",)),
    Call("WhisperModel", 0, ("model_size_or_path",), ("faster_whisper",), bare="Systran/faster-whisper-"),
    Call("HuggingFaceEmbeddings", None, ("model_name", "model"), _LANGCHAIN, bare="sentence-transformers/"),
    Call("HuggingFaceBgeEmbeddings", None, ("model_name",), _LANGCHAIN, anywhere=True),
    Call("HuggingFaceEmbedding", 0, ("model_name",), _LANGCHAIN, anywhere=True),
    Call("HuggingFaceEndpoint", None, (*_REPO, "model"), _LANGCHAIN, anywhere=True),
    Call("HuggingFacePipeline.from_model_id", 0, ("model_id",), _LANGCHAIN, anywhere=True),
    Call("HuggingFaceLLM", None, ("model_name", "tokenizer_name"), _LANGCHAIN, anywhere=True),
    Call("HuggingFaceCrossEncoder", None, ("model_name",), _LANGCHAIN, anywhere=True),
    Call("ChatOllama", None, ("model",), _LANGCHAIN, ecosystem="ollama"),
    Call("OllamaLLM", None, ("model",), _LANGCHAIN, ecosystem="ollama"),
    Call("OllamaEmbeddings", None, ("model",), _LANGCHAIN, ecosystem="ollama"),
    Call("Ollama", None, ("model",), _LANGCHAIN, ecosystem="ollama"),
    Call("ollama.chat", 0, ("model",), ("ollama",), ecosystem="ollama"),
    Call("ollama.generate", 0, ("model",), ("ollama",), ecosystem="ollama"),
    Call("ollama.pull", 0, ("model",), ("ollama",), ecosystem="ollama"),
)
"""A file without any of the names (and a bracket), or without the packages that they must come from, is not parsed."""

DATASET_BUILDERS = frozenset(
    {
        "arrow",
        "audiofolder",
        "csv",
        "generator",
        "imagefolder",
        "json",
        "pandas",
        "parquet",
        "spark",
        "sql",
        "text",
        "videofolder",
        "webdataset",
        "xml",
    }
)
"""Names that `load_dataset` takes for a file format, not for a dataset."""
