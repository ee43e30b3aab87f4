"""A plain word is never a model: what looks like a name, and is a path, an image, a type of media, a branch, a date."""

import pytest

from rail.domain.component import Component
from rail.extractors.spi import Dispatch, load

DISPATCH = Dispatch(each for each in load() if each.name.startswith("references/"))
PLAIN = [
    ("a.py", "x = 'application/json'"),
    ("a.py", "open('data/train.csv')"),
    ("a.py", "load('acme/model')"),
    ("a.py", "model = Model('resnet/50')"),
    ("a.py", "m.from_pretrained('gpt2')"),
    ("a.py", "m.from_pretrained('./acme/model')"),
    ("a.py", "m.from_pretrained('/models/acme')"),
    ("a.py", "m.from_pretrained('outputs/checkpoint-500')"),
    ("a.py", "m.from_pretrained('acme/model.bin')"),
    ("a.py", "m.from_pretrained('a/b/c')"),
    ("a.py", "m.from_pretrained(path)"),
    ("a.py", "m.from_pretrained('<org>/<name>')"),
    ("a.py", "m.from_pretrained('your-org/your-model')"),
    ("a.py", "import whisper_free\nwhisper_free.load_model('large/v3')"),
    ("a.py", "from sklearn.pipeline import make_pipeline, pipeline\npipeline('scale', 'pca')"),
    ("a.py", "from django.db import models\nclass A(models.Model): x = models.CharField('acme/name')"),
    ("a.py", "import clip\nclip.load('ViT-B/32')"),
    ("a.py", "from vllm import LLM\nLLM(model='acme/chat').generate('and/or')\n".replace("acme/chat", "./chat")),
    ("a.py", "from langchain.prompts import PromptTemplate\nPromptTemplate.from_template('yes/no')"),
    ("a.py", "from haystack import Document\nDocument('and/or', content='either/or')"),
    ("a.py", "client.chat.completions.create(model='openai/gpt-4o')"),
    ("a.py", "client.chat.completions.create(model='anthropic/claude-3-5-sonnet')"),
    ("a.py", "client.chat.completions.create(model='gpt-4o')"),
    ("a.py", "from datasets import load_dataset\nload_dataset('json', data_files='a/b.json')"),
    ("a.py", '"""m.from_pretrained(\'acme/model\')"""'),
    ("a.py", "# m.from_pretrained('acme/model')"),
    ("a.py", "x = 'https://huggingface.co/docs/transformers/index'"),
    ("a.py", "x = 'https://huggingface.co/spaces/acme/demo'"),
    ("a.py", "x = 'https://huggingface.co/blog/acme'"),
    ("a.py", "x = 'https://github.com/acme/model'"),
    ("a.yaml", "image: acme/model:1.0"),
    ("a.yaml", "uses: actions/checkout@v4"),
    ("a.yaml", "model: small"),
    ("a.yaml", "model: runs/last"),
    ("a.yaml", "model: openai/gpt-4o"),
    ("a.yaml", "model: anthropic/claude-3-opus"),
    ("a.yaml", "path: acme/model"),
    ("a.yaml", "data_model: and/or\n".replace("data_model", "description")),
    ("a.yaml", "model_path: checkpoints/best"),
    ("a.yaml", "updated: 2024/05"),
    ("a.yaml", "car_model: 3/4"),
    ("a.toml", '[tool.model]\nfile = "src/model.py"'),
    ("a.toml", '[project]\nrepository = "acme/model"'),
    ("a.json", '{"name": "acme/model", "main": "lib/index"}'),
    ("a.json", '{"repository": "acme/model"}'),
    ("a.json", '{"contentType": "model/gltf-binary"}'),
    (".env", "GITHUB_REPOSITORY=acme/model"),
    (".env", "TZ=Europe/Paris"),
    (".env", "MODEL_DIR=/models/acme"),
    ("Dockerfile", "FROM acme/model:1"),
    ("Dockerfile", "COPY acme/model /model"),
    ("Dockerfile", "LABEL model=acme"),
    ("compose.yaml", "services:\n  model:\n    image: acme/model:1"),
    ("run.sh", "docker pull acme/model"),
    ("run.sh", "git clone https://github.com/acme/model"),
    ("run.sh", "cp acme/model /tmp/model"),
    ("run.sh", "echo ollama pull llama3"),
    ("run.sh", "python train.py --output acme/model"),
    ("run.sh", "pip install ollama vllm transformers"),
    ("run.sh", "ollama list"),
    ("app.ts", "import Model from './models/model'"),
    ("app.ts", "fetch('api/model')"),
    ("app.ts", "// pipeline('x', 'acme/model') of @huggingface/transformers"),
    ("app.ts", "const client = new OpenAI(); client.create({ model: 'gpt-4o' })"),
    ("README.md", "We use and/or a model such as GPT-2."),
    ("README.md", "See https://huggingface.co/join and https://civitai.com/user/acme"),
    ("Makefile", "model: data/train\n\tpython train.py"),
    ("values.yaml", "image:\n  repository: acme/model\n  tag: v1"),
]


@pytest.mark.parametrize(("path", "text"), PLAIN)
def test_a_plain_word_is_no_model(path, text, one_file):
    file = one_file(path, text + "\n")

    found = [each for extractor in DISPATCH.wanting(path) for each in extractor.extract(file)]

    assert [each.purl for each in found if isinstance(each, Component)] == []


def test_the_words_are_many():
    assert len(PLAIN) >= 40
