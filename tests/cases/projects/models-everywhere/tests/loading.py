from transformers import AutoModel

AutoModel.from_pretrained("acme/tests-49")
