# hf download acme/comment-1
echo "ollama pull word"
hf auth login
hf download --help
hf download "$UNKNOWN"
hf download acme/space-1 --repo-type space
ollama list
ollama create mine -f Modelfile
git clone https://github.com/acme/model
python train.py --model resnet50 --model-path ./runs/a --output acme/model-1
vllm serve /models/local
