from transformers import AutoModel

model = AutoModel.from_pretrained("acme/llama-2-7b-4bit")
