from diffusers import DiffusionPipeline
from transformers import AutoModelForCausalLM

DiffusionPipeline.from_pretrained("runwayml/stable-diffusion-v1-5")
AutoModelForCausalLM.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")
AutoModelForCausalLM.from_pretrained("bigcode/starcoder")
AutoModelForCausalLM.from_pretrained("mistralai/Mistral-7B-Instruct-v0.2")
