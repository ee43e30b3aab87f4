"""What a line of Python says about the model that it loads."""

import pytest

from rail.domain.component import Component, Kind
from rail.extractors.references import pythoncalls


def loaded(one_file, code, path="app.py"):
    found = pythoncalls.extract(one_file(path, code))
    return [(each.kind, each.name, each.version) for each in found if isinstance(each, Component)]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("m.from_pretrained('o/m')", "o/m"),
        ("m.from_pretrained(pretrained_model_name_or_path='o/m')", "o/m"),
        ("N = 'o/m'\ndef f(): m.from_pretrained(N)", "o/m"),
        ("class C:\n    N = 'o/m'\n    def f(self): m.from_pretrained(self.N)", "o/m"),
        ("class C:\n    N = 'o/m'\nm.from_pretrained(C.N)", "o/m"),
        ("class C:\n    N: str = 'o/m'\nc = C()\nm.from_pretrained(c.N)", "o/m"),
        ("def f(n='o/m'): m.from_pretrained(n)", "o/m"),
        ("import os\nm.from_pretrained(os.environ.get('N', 'o/m'))", "o/m"),
        ("from os import getenv\nm.from_pretrained(getenv('N') or 'o/m')", "o/m"),
        ("D = {'k': {'j': 1}, 'a': 'o/m'}\nm.from_pretrained(D['a'])", "o/m"),
        ("D = {'a': 'o/m'}\nm.from_pretrained(D.get(x, 'o/m'))", "o/m"),
        ("m.from_pretrained('o' + '/' + 'm')", "o/m"),
        ("S = 'm'\nm.from_pretrained(f'o/{S}')", "o/m"),
        ("m.from_pretrained(x if x else 'o/m')", "o/m"),
        ("if (n := 'o/m'): m.from_pretrained(n)", "o/m"),
        ("p.add_argument('--the-model', default='o/m')\nm.from_pretrained(args.the_model)", "o/m"),
        ("from transformers import AutoModel as A\nA.from_pretrained('gpt2')", "gpt2"),
        ("import transformers as t\nt.pipeline('task', 'gpt2')", "gpt2"),
        (
            "from sentence_transformers import SentenceTransformer\nSentenceTransformer('mini')",
            "sentence-transformers/mini",
        ),
        ("PeftModel.from_pretrained(base, 'o/m')", "o/m"),
        ("import open_clip\nopen_clip.create_model_and_transforms('hf-hub:o/m')", "o/m"),
        ("fetch('https://huggingface.co/o/m/resolve/main/x.bin')  # hf", "o/m"),
        ("u = 'hf://o/m/x.bin'", "o/m"),
    ],
)
def test_the_name_is_found(one_file, code, name):
    assert loaded(one_file, code) == [(Kind.MODEL, name, None)]


@pytest.mark.parametrize(
    "code",
    [
        "m.from_pretrained(path)",
        "m.from_pretrained('gpt2')",
        "m.from_pretrained('./o/m')",
        "m.from_pretrained('models/m')",
        "m.from_pretrained('a/b/c')",
        "m.from_pretrained('o/m.bin')",
        "m.from_pretrained('your-username/m')",
        "m.from_pretrained(f'{folder}/m')",
        "from sklearn.pipeline import pipeline\npipeline('x', 'word')",
        "LLM(model='o/m')",
        "from datasets import load_dataset\nload_dataset('csv', data_files='x.csv')",
        "u = 'https://huggingface.co/docs/transformers'",
        "'''https://huggingface.co/o/m'''",
        "m.from_pretrained('o/m', repo_type='space')",
    ],
)
def test_what_is_no_hub_name_is_left_alone(one_file, code):
    assert loaded(one_file, code) == []


def test_a_revision_pins_the_model_and_a_branch_does_not(one_file):
    assert loaded(one_file, "m.from_pretrained('o/m', revision='0a1b2c')") == [(Kind.MODEL, "o/m", "0a1b2c")]
    assert loaded(one_file, "m.from_pretrained('o/m', revision='main')") == [(Kind.MODEL, "o/m", None)]


def test_a_dataset_is_told_from_a_model(one_file):
    code = "hf_hub_download('o/d', 'f', repo_type='dataset')\nload_dataset('o/e')\nx = 'https://huggingface.co/datasets/o/f'\n"
    assert [(kind, name) for kind, name, _ in loaded(one_file, code)] == [
        (Kind.DATASET, f"o/{letter}") for letter in "def"
    ]


def test_a_name_that_the_file_cannot_complete_stays_visible(one_file):
    (found,) = [
        each
        for each in pythoncalls.extract(one_file("a.py", "m.from_pretrained(f'o/m-{size}')"))
        if isinstance(each, Component)
    ]
    assert (found.name, found.purl) == ("o/m-{size}", "pkg:generic/dynamic-model#a.py/L1")


def test_a_word_in_a_long_file_without_loaders_is_not_parsed(one_file):
    assert loaded(one_file, "this is not python ((( from_pretrained\n") == []
