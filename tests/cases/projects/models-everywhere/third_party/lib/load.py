from transformers import AutoModel

AutoModel.from_pretrained("acme/no-vendored")
