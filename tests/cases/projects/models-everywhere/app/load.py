import os

from transformers import AutoModel, pipeline

MODEL = "acme/constant-1"
TABLE = {"small": "acme/dict-2"}


def load(name="acme/default-3"):
    AutoModel.from_pretrained("acme/literal-4")
    AutoModel.from_pretrained(MODEL)
    AutoModel.from_pretrained(TABLE["small"])
    AutoModel.from_pretrained(name)
    AutoModel.from_pretrained(os.environ.get("NAME", "acme/environment-5"))
    pipeline("summarization", model="acme/keyword-6")
