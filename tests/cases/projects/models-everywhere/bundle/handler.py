from transformers import AutoModel

AutoModel.from_pretrained("acme/beside-installed-89")
