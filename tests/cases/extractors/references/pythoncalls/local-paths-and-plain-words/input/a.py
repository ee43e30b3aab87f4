from transformers import AutoModel
import spacy


def load(path, args):
    AutoModel.from_pretrained(path)
    AutoModel.from_pretrained(args.model_path)
    AutoModel.from_pretrained("./model")
    AutoModel.from_pretrained("/models/x")
    AutoModel.from_pretrained("checkpoints/step-1")
    AutoModel.from_pretrained("acme/weights.safetensors")
    AutoModel.from_pretrained(f"{path}/last")
    AutoModel.from_pretrained("saved/here")
    registry.from_pretrained("default")
    pipeline(model="default")
    LLM(model="acme/not-imported")
