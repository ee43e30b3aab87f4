"""The calls by which Python code loads a model or a dataset: one row each."""

from typing import NamedTuple


class Call(NamedTuple):
    """A loader: which argument names what it loads, and what a name without an owner means there.

    `name` ends the called name (`PeftModel.from_pretrained` is more telling than `from_pretrained` and wins).
    `position` and `keywords` say which argument. `modules` are the packages that have it. `anywhere` means that the
    name alone tells: other objects may have such a method, and then only `owner/name` is believed. `bare` is put before
    a name without an owner, which counts only when the loader comes from `modules`; `None` means that such a name says
    nothing. `ecosystem` is the purl type, or how names are to be read: `routed` for those of routers
    (`ollama/llama3.2`), `registry` for those of a registry, whose name is `bare`. `always` is what a call without such
    an argument loads.
    """

    name: str
    position: int | None = 0
    keywords: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    bare: str | None = ""
    ecosystem: str = "huggingface"
    dataset: bool = False
    anywhere: bool = False
    always: str = ""


_HUB = (
    "transformers", "diffusers", "peft", "sentence_transformers", "optimum", "huggingface_hub", "setfit", "span_marker",
)  # fmt: skip
_REPO = ("repo_id",)
_NAMES = (
    "pretrained_model_name_or_path", "repo_id", "model_id", "model_name", "model_name_or_path", "pretrained_model_name",
    "pretrained_model_path", "repo_or_dir", "model_path",
)  # fmt: skip
_LANGCHAIN = (
    "langchain", "langchain_community", "langchain_huggingface", "langchain_ollama", "llama_index",
    "haystack_integrations",
)  # fmt: skip
_OLLAMA = (*_LANGCHAIN, "ollama", "agno", "crewai", "pydantic_ai", "autogen_ext")

CALLS = (
    Call(
        "from_pretrained",
        0,
        _NAMES,
        (*_HUB, "gliner", "timm", "auto_gptq", "awq", "llama_cpp", "unsloth", "ctransformers", "adapters"),
        anywhere=True,
    ),
    Call("PeftModel.from_pretrained", 1, ("model_id",), ("peft",), anywhere=True),
    Call("from_single_file", 0, ("pretrained_model_link_or_path",), ("diffusers",), anywhere=True),
    Call("load_lora_weights", 0, ("pretrained_model_name_or_path_or_dict",), anywhere=True),
    Call("load_textual_inversion", 0, ("pretrained_model_name_or_path",), anywhere=True),
    Call("load_ip_adapter", 0, ("pretrained_model_name_or_path_or_dict",), anywhere=True),
    Call("load_adapter", 0, ("peft_model_id", "adapter_name_or_path"), anywhere=True),
    Call("pipeline", 1, ("model",), ("transformers", "optimum", "modelscope"), anywhere=True),
    Call("pipeline", 0, ("model_path", "model"), ("lmdeploy", "mii"), bare=None),
    Call("compute", None, ("model_or_pipeline",), ("evaluate",), bare=None),
    Call("hf_hub_download", 0, _REPO, ("huggingface_hub",), anywhere=True),
    Call("snapshot_download", 0, (*_REPO, "model_id"), ("huggingface_hub", "modelscope"), anywhere=True),
    Call("cached_download", 0, _REPO, ("huggingface_hub",), anywhere=True),
    Call("load_from_hub", 0, _REPO, ("huggingface_sb3",), anywhere=True),
    Call("load_from_hf_hub", 0, (), anywhere=True),
    Call("from_hf_hub", 0, (), anywhere=True),
    Call("load_model_ensemble_and_task_from_hf_hub", 0, (), anywhere=True),
    Call("from_hf_repo", 0, (), anywhere=True),
    Call("StarterModel", None, ("source",), bare=None, anywhere=True),
    Call("from_config", 0, (), ("core",), bare=None),
    Call("from_hparams", 0, ("source",), anywhere=True),
    Call("get_pretrained", 0, ("name",), ("audiocraft",), bare="facebook/musicgen-", anywhere=True),
    Call("get_pretrained_model", 0, ("name",), anywhere=True),
    Call("from_pretrained_keras", 0, (), ("huggingface_hub",), anywhere=True),
    Call("from_pretrained_fastai", 0, (), ("huggingface_hub",), anywhere=True),
    Call("from_preset", 0, ("preset",), ("keras_hub", "keras_nlp", "keras_cv"), bare="keras/"),
    Call("InferenceClient", 0, ("model",), ("huggingface_hub",)),
    Call("AsyncInferenceClient", 0, ("model",), ("huggingface_hub",)),
    Call("create", None, ("model",), ("openai",), bare=None, ecosystem="routed"),
    Call("completions.create", None, ("model",), bare=None, ecosystem="routed", anywhere=True),
    Call("completions.parse", None, ("model",), bare=None, ecosystem="routed", anywhere=True),
    Call("embeddings.create", None, ("model",), bare=None, ecosystem="routed", anywhere=True),
    Call("responses.create", None, ("model",), bare=None, ecosystem="routed", anywhere=True),
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
    Call("LLM", 0, ("model",), ("vllm", "sglang", "tensorrt_llm")),
    Call("EngineArgs", 0, ("model",), ("vllm",)),
    Call("AsyncEngineArgs", 0, ("model",), ("vllm",)),
    Call("WhisperModel", 0, ("model_size_or_path",), ("faster_whisper",), bare="Systran/faster-whisper-"),
    Call("whisper.load_model", 0, ("name",), ("whisper",), bare="openai/whisper-"),
    Call("whisperx.load_model", 0, ("whisper_arch",), ("whisperx",), bare="Systran/faster-whisper-"),
    Call("spacy.load", 0, ("name",), ("spacy",), bare="spacy/"),
    Call("spacy.cli.download", 0, ("model",), ("spacy",), bare="spacy/"),
    Call("stanza.Pipeline", 0, ("lang",), ("stanza",), bare="stanfordnlp/stanza-"),
    Call("stanza.download", 0, ("lang",), ("stanza",), bare="stanfordnlp/stanza-"),
    Call("TextClassifier.load", 0, (), ("flair",), bare="flair/"),
    Call("SequenceTagger.load", 0, (), ("flair",), bare="flair/"),
    Call("Classifier.load", 0, (), ("flair",), bare="flair/"),
    Call("TransformerWordEmbeddings", 0, ("model",), ("flair",)),
    Call("TransformerDocumentEmbeddings", 0, ("model",), ("flair",)),
    Call("TTS", 0, ("model_name",), ("TTS",), bare="coqui/", ecosystem="registry"),
    Call("preload_models", None, (), ("bark",), always="suno/bark"),
    Call("generate_audio", None, (), ("bark",), always="suno/bark"),
    Call("kagglehub.model_download", 0, ("handle",), ("kagglehub",), bare="kaggle/models/", ecosystem="registry"),
    Call("model_download", 0, ("handle",), ("kagglehub",), bare="kaggle/models/", ecosystem="registry"),
    Call(
        "dataset_download", 0, ("handle",), ("kagglehub",), bare="kaggle/datasets/", ecosystem="registry", dataset=True
    ),
    Call("replicate.run", 0, ("ref",), ("replicate",), bare="replicate/", ecosystem="registry"),
    Call("replicate.stream", 0, ("ref",), ("replicate",), bare="replicate/", ecosystem="registry"),
    Call("HuggingFaceEmbeddings", None, ("model_name", "model"), _LANGCHAIN, bare="sentence-transformers/"),
    Call("HuggingFaceBgeEmbeddings", None, ("model_name",), _LANGCHAIN, anywhere=True),
    Call("HuggingFaceEmbedding", 0, ("model_name",), _LANGCHAIN, anywhere=True),
    Call("HuggingFaceEndpoint", None, (*_REPO, "model"), _LANGCHAIN, anywhere=True),
    Call("HuggingFacePipeline.from_model_id", 0, ("model_id",), _LANGCHAIN, anywhere=True),
    Call("HuggingFaceLLM", None, ("model_name", "tokenizer_name"), _LANGCHAIN, anywhere=True),
    Call("HuggingFaceCrossEncoder", None, ("model_name",), _LANGCHAIN, anywhere=True),
    Call("ChatOllama", None, ("model",), _OLLAMA, ecosystem="ollama"),
    Call("OllamaLLM", None, ("model",), _OLLAMA, ecosystem="ollama"),
    Call("OllamaEmbeddings", None, ("model",), _OLLAMA, ecosystem="ollama"),
    Call("OllamaEmbedding", None, ("model_name",), _OLLAMA, ecosystem="ollama"),
    Call("Ollama", None, ("model", "id"), _OLLAMA, ecosystem="ollama"),
    Call("OllamaGenerator", None, ("model",), _OLLAMA, ecosystem="ollama"),
    Call("OllamaChatGenerator", None, ("model",), _OLLAMA, ecosystem="ollama"),
    *(
        Call(f"{holder}.{verb}", 0, ("model",), ("ollama",), ecosystem="ollama")
        for holder in ("ollama", "Client()", "AsyncClient()")
        for verb in ("chat", "generate", "pull", "embed", "embeddings", "create", "show")
    ),
    Call("init_chat_model", 0, ("model",), ("langchain",), bare=None, ecosystem="routed"),
    *(
        Call(verb, 0, ("model",), ("litellm",), bare=None, ecosystem="routed")
        for verb in ("completion", "acompletion", "text_completion", "embedding", "aembedding")
    ),
    Call("LM", 0, ("model",), ("dspy",), bare=None, ecosystem="routed"),
    Call("LLM", 0, ("model",), ("crewai",), bare=None, ecosystem="routed"),
    Call("load", 0, ("path_or_hf_repo",), ("mlx_lm", "mlx_vlm", "mlx_embeddings"), bare=None),
    Call("transcribe", None, ("path_or_hf_repo",), ("mlx_whisper", "parakeet_mlx"), bare=None),
)
"""A file without any of the names (and a bracket), or without the packages that they must come from, is not parsed."""

_RUNNERS = (
    "FlagEmbedding", "InstructorEmbedding", "allennlp", "araclip", "asteroid", "audiocraft", "audioseal", "auto_gptq",
    "awq", "bertopic", "bm25s", "cartesia_mlx", "colbert", "colipri", "colpali_engine", "ctranslate2", "dia2",
    "diffusionkit", "edsnlp", "exllamav2", "fastembed", "flair", "gliner", "gliner2", "gptqmodel", "guidance", "hezar",
    "keybert", "kernels", "kimia_infer", "kittentts", "lightning_ir", "litgpt", "llama_cpp", "llmware", "lmdeploy",
    "matanyone", "mii", "mlx_embeddings", "mlx_lm", "mlx_vlm", "mlx_whisper", "mlxim", "model2vec", "optimum",
    "outlines", "paddlenlp", "parakeet_mlx", "pocket_tts", "pylate", "pythae", "ragatouille", "rerankers", "sglang",
    "skops", "stable_audio_tools", "tensorrt_llm", "terratorch", "trl", "txtai", "videoprism", "vllm", "xinference",
)  # fmt: skip
_FRAMEWORKS = (
    "chonkie", "haystack", "haystack_integrations", "langchain", "langchain_community", "langchain_huggingface",
    "langchain_text_splitters", "llama_index", "semantic_router", "smolagents",
)  # fmt: skip
_GIVEN = (
    "model", "model_name", "model_id", "repo_id", "model_path", "model_name_or_path", "embedding_model", "reranker",
    "pretrained_model_name_or_path", "path_or_hf_repo", "model_version", "hf_repo", "model_or_path", "tokenizer",
    "embedder", "embedding_model_name",
)  # fmt: skip
LIBRARIES = {
    **dict.fromkeys(_RUNNERS, Call("", 0, (*_GIVEN, "path", "checkpoint", "source"), bare=None, ecosystem="routed")),
    **dict.fromkeys(_FRAMEWORKS, Call("", None, _GIVEN, bare=None, ecosystem="routed")),
    "paddleocr": Call("", None, ("model_name",), ("paddleocr",), bare="PaddlePaddle/"),
}
"""Packages that run models of the Hub: an `owner/name` that one of their functions is given is such a model, where no
row tells otherwise. The functions of frameworks take texts as well, so that only a keyword tells."""

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
