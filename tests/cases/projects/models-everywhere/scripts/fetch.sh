#!/bin/sh
BASE=acme/shell-variable-28
hf download acme/shell-hf-29 --revision abc123
huggingface-cli download --repo-type dataset acme/shell-data-30
git clone https://huggingface.co/acme/shell-clone-31
ollama pull acme-shell:32
vllm serve "acme/shell-serve-33" --port 80
llama-server -hf acme/shell-llama-34:Q4_K_M
docker model run ai/acme-shell-docker
hf download ${BASE}
python -m sglang.launch_server --model-path acme/shell-sglang-35
for m in acme/shell-loop-36 acme/shell-loop-37; do hf download "$m"; done
echo ollama pull nothing
text-generation-launcher --model-id acme/shell-tgi-90
bash -c "vllm serve acme/shell-nested-91"
curl -L https://civitai.com/api/download/models/9292 -o m.safetensors
npx node-llama-cpp chat --model "hf:acme/shell-node-93/m.gguf"
python -m spacy download acme_core_94
