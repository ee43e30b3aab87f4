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
