import argparse
import os
import sys

from transformers import AutoModel, pipeline

from elsewhere import SETTINGS

MODEL_PATH = os.environ["MODEL_PATH"]
parser = argparse.ArgumentParser()
parser.add_argument("--model")
args = parser.parse_args()

AutoModel.from_pretrained(os.environ["MODEL"])
AutoModel.from_pretrained(args.model)
AutoModel.from_pretrained(sys.argv[1])
pipeline("summarization", model=SETTINGS.model)
AutoModel.from_pretrained(MODEL_PATH)
AutoModel.from_pretrained("./berth")
AutoModel.from_pretrained(None)


def load(name):
    return AutoModel.from_pretrained(name)


def of_caller(name):
    return AutoModel.from_pretrained(name)


class Berth:
    def __init__(self, model_id, size=1):
        self.model_id = model_id

    def moor(self):
        return AutoModel.from_pretrained(self.model_id)


class Buoy:
    def __init__(self, model_id):
        self.model_id = model_id

    def moor(self):
        return AutoModel.from_pretrained(self.model_id)


load("acme/passed-1")
Berth("acme/passed-2")
ADDRESS = "https://huggingface.co/acme/address"
AutoModel.from_pretrained(ADDRESS)
raise ValueError("see https://huggingface.co/acme/only-named")
