sudo ollama run 'acme-chat:1b' "hello"; exec vllm serve "${MODEL:-acme/base-1}" & (hf download --revision main acme/base-2 | tee log)
hf download acme/base-3 model.gguf --local-dir "a b"
MODEL="acme/base-4" python serve.py --draft-model="acme/base-5"
wget -O m.bin "https://huggingface.co/acme/base-6/resolve/v1/m.bin"
git clone git@hf.co:acme/base-7.git
hf download "unclosed
