from transformers import AutoModel

model = AutoModel.from_pretrained("meta-llama/Llama-2-7b-hf", revision="0123456789012345678901234567890123456789")
