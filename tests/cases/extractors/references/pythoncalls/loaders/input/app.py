"""A link in words, https://huggingface.co/doc/string, is no use of it."""
import os, argparse
import torch, timm
import open_clip as oc
from transformers import AutoModel, pipeline, AutoTokenizer as T
from diffusers import StableDiffusionPipeline
from peft import PeftModel
from datasets import load_dataset
from sentence_transformers import SentenceTransformer
from langchain_ollama import ChatOllama
from vllm import LLM
from sklearn.pipeline import Pipeline
from faster_whisper import WhisperModel
BASE = "meta-llama/" + "Llama-3.1-8B"
MODELS = {"a": "acme/a", "b": "acme/b", "c": BASE}
class Cfg:
    name = "cfg/name"
    def __init__(self, m="self/default"):
        self.m = m
        self.x = AutoModel.from_pretrained(self.m)
        self.y = AutoModel.from_pretrained(self.name, revision="abc123")
AutoModel.from_pretrained("gpt2")
T.from_pretrained(BASE)
def f(model_id="def/ault", *, other: str = os.environ.get("M", "env/default")):
    pipeline("text", model=model_id)
    pipeline("text", other)
    StableDiffusionPipeline.from_pretrained(f"DeepFloyd/{model_id}-x")
def g(path, size):
    AutoModel.from_pretrained(path)
    AutoModel.from_pretrained(f"DeepFloyd/IF-{size}")
    AutoModel.from_pretrained(f"{path}/weights")
    AutoModel.from_pretrained("./models/x"); AutoModel.from_pretrained("/models/x"); AutoModel.from_pretrained("models/x")
    AutoModel.from_pretrained(MODELS["a"]); AutoModel.from_pretrained(MODELS[size])
    foo.from_pretrained("plain"); foo.from_pretrained("own/er")
PeftModel.from_pretrained(base, "lora/adapter")
load_dataset("imdb"); load_dataset("json", data_files="hf://datasets/own/data@v1/x.json"); load_dataset("own/ds", revision="main")
SentenceTransformer("all-MiniLM-L6-v2")
ChatOllama(model="llama3.1:8b"); LLM(model="mistralai/Mistral-7B")
torch.hub.load("pytorch/vision:v0.10.0", "resnet18")
timm.create_model("hf-hub:timm/vit"); timm.create_model("resnet50")
oc.create_model_and_transforms("hf-hub:laion/CLIP")
WhisperModel("large-v3")
URL = "https://huggingface.co/runwayml/sd/resolve/main/x.ckpt"
D = "see https://huggingface.co/docs/transformers"
p = argparse.ArgumentParser(); p.add_argument("--model-name", default="arg/parse")
args = p.parse_args()
AutoModel.from_pretrained(args.model_name)
for m in ["loop/a", "loop/b"]:
    AutoModel.from_pretrained(m)
pipeline("sentiment-analysis")
Pipeline([("x", 1)])
from huggingface_hub import hf_hub_download
hf_hub_download(repo_id="lllyasviel/Annotators", filename="x.pth", repo_type="model")
hf_hub_download("own/dset", "x", repo_type="dataset")
