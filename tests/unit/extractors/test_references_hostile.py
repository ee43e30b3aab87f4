"""Whatever stands in a script, a configuration or a notebook: values or `ReadError`, and soon."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rail.domain.component import Component, Edge
from rail.errors import ReadError
from rail.extractors.references import (
    compose,
    configvalues,
    dockerfile,
    envfile,
    javascript,
    notebook,
    shell,
    urls,
)

CELL = '{"cells": [{"cell_type": "code", "source": ["a.from_pretrained(\'o/m\')\\n", "!hf download a/b"]}]}'
TARGETS = {
    "a.sh": (shell.extract, 'M="o/m"\nfor i in a/b c/d; do hf download "${M:-$i}" \\\n --revision 1; done\n'),
    ".gitlab-ci.yml": (shell.extract, "a:\n  script:\n    - ollama pull x:1 && vllm serve o/m\n"),
    "Dockerfile": (dockerfile.extract, 'ARG M=o/m\nENV A=1 B="$M"\nRUN hf download $B\nCMD ["--model", "a/b"]\n'),
    "compose.yml": (compose.extract, "services:\n  a:\n    command: --model o/m\nmodels:\n  l:\n    model: ai/x:1\n"),
    ".env": (envfile.extract, "MODEL_ID=o/m\nexport OLLAMA_MODEL='a:1'\n"),
    "a.yaml": (configvalues.extract, "model:\n  name: o/m\nargs: ['--model', a/b]\nmodels:\n- c/d\n"),
    "a.toml": (configvalues.extract, '[model]\nname = "o/m"\nmodels = ["a/b", "c/d"]\n'),
    "a.json": (configvalues.extract, '{"model": {"name": "o/m"}, "models": ["a/b"]}'),
    "a.ts": (javascript.extract, "const M = 'o/m'; // x\npipeline('a', M); A.from_pretrained(`a/b`); 'hf:c/d'\n"),
    "a.md": (urls.extract, "https://huggingface.co/o/m/resolve/1/a https://civitai.com/models/1 r8.im/a/b\n"),
    "a.ipynb": (notebook.extract, CELL),
}
JUNK = [
    "",
    "\0",
    "\\",
    '"',
    "'",
    "`",
    "$",
    "${",
    "$(",
    "[" * 400,
    "{" * 400,
    "- " * 300,
    "=",
    ": ",
    "\n",
    "\u2028",
    "/",
]


def drain(found):
    """Return all that an extractor yields before it ends or raises."""
    out = []
    with contextlib.suppress(ReadError):
        for each in found:
            out.append(each)  # noqa: PERF402 -- what came before the fault counts
    assert all(isinstance(each, Component | Edge) for each in out)
    return out


@pytest.mark.parametrize("name", TARGETS)
def test_the_unharmed_text_names_something(name, one_file):
    extract, text = TARGETS[name]

    assert drain(extract(one_file(name, text)))


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_broken_text_gives_values_or_a_read_error(name, data, one_file):
    extract, text = TARGETS[name]
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, min(len(text), begin + 12)))
    junk = data.draw(st.sampled_from(JUNK) | st.text(max_size=6))
    broken = (text[:begin] + junk + text[end:]).encode("utf-8", "replace")

    for each in drain(extract(one_file(name, broken))):
        if isinstance(each, Component):
            assert each.purl.startswith("pkg:")
            assert each.locations[0].line >= 1


LONG = [
    "a" * 1_000_000,
    "model " * 150_000,
    "model: " + "x/" * 400_000,
    '"' * 900_000,
    "model='" * 120_000,
    "hf:" + "a/b" * 300_000,
    "M=$M$M\n" * 20_000 + "hf download $M\n",
    "for m in " + "$m " * 100_000,
    "$(" * 300_000 + "model",
    "https://huggingface.co/" * 40_000,
    "https://huggingface.co/a/b " * 30_000,
    "pipeline(" * 90_000 + "from_pretrained(",
    "model: {" * 100_000,
    "  " * 400_000 + "model: a/b",
    "\n".join(" " * (depth % 400) + "model:" for depth in range(3000)),
    "const a = process.env." + "a." * 400_000 + "from_pretrained",
]


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "a.ipynb"])
@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_monotonous_text_comes_to_an_end(name, text, one_file):
    extract, _ = TARGETS[name]

    assert len(drain(extract(one_file(name, text)))) <= 10_000
