#!/bin/bash
MODELS=(
  "acme/list-1"
  # "acme/never-1"
  'acme/list-2'
)
declare -A NAMED=([small]="acme/named-1" [big]=acme/named-2)
MODELS+=(acme/list-3)
WORDS="acme/word-1 acme/word-2"
FILES=($(ls models))
for model in "${MODELS[@]}"; do
  vllm serve "$model"
done
for size in small big; do vllm serve "${NAMED[$size]}"; done
for word in $WORDS; do huggingface-cli download $word; done
vllm serve "${MODELS[0]:-acme/default-1}"
OPEN=(acme/never-2
