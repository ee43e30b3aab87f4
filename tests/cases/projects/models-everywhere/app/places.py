import argparse
import os
from dataclasses import dataclass

from huggingface_hub import hf_hub_download
from transformers import AutoModel, pipeline

SIZE = os.environ["SIZE"]
OWNER = "acme"
TABLE = {"a": {"model": "acme/nested-dict-58"}}


@dataclass
class Settings:
    model: str = "acme/dataclass-59"


class Loader:
    NAME = "acme/class-60"

    def __init__(self):
        self.other = "acme/attribute-61"

    def load(self):
        AutoModel.from_pretrained(self.NAME)
        AutoModel.from_pretrained(self.other)


def main(settings=Settings()):
    parser = argparse.ArgumentParser()
    parser.add_argument("--the-model", default="acme/option-62")
    args = parser.parse_args()
    AutoModel.from_pretrained(args.the_model)
    AutoModel.from_pretrained(Settings().model if args else "acme/branch-63")
    AutoModel.from_pretrained(f"{OWNER}/joined-64")
    AutoModel.from_pretrained(f"acme/dynamic-{SIZE}")
    for name in ("acme/loop-65", "acme/loop-66"):
        pipeline("summarization", name)
    hf_hub_download("acme/pinned-67", "model.bin", revision="abc123")
    AutoModel.from_pretrained(os.getenv("NAME") or "acme/or-68")
    AutoModel.from_pretrained("acme/" + "added-69")
    AutoModel.from_pretrained(TABLE["a"]["model"])
