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
    pythoncalls,
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


LOADS = "from transformers import AutoModel as A\n"
TOO_MUCH = {
    "a.py": [
        (pythoncalls.extract, LOADS + "".join(f"A.from_pretrained('acme/m-{at}')\n" for at in range(6_000))),
        (pythoncalls.extract, LOADS + "".join(f"n = 'a{at}'\nA.from_pretrained(n, m)\n" for at in range(4_000))),
        (
            pythoncalls.extract,
            LOADS + f"D = {{{', '.join(f'{at}: {at}' for at in range(90_000))}}}\n" + "A.from_pretrained(D[x])\n" * 900,
        ),
    ],
    "a.sh": [
        (shell.extract, "".join(f"M=acme/m-{at}\nvllm serve $M\n" for at in range(6_000))),
        (shell.extract, "vllm serve acme/m\n" + "#" * 1_100_000),
    ],
    "a.js": [
        (javascript.extract, "".join(f"n = 'acme/m-{at}'\nA.from_pretrained(n)\n" for at in range(6_000))),
        (javascript.extract, "A.from_pretrained('acme/m')\n" + "a" * 1_100_000),
    ],
    "a.yaml": [(configvalues.extract, "".join(f"m{at}:\n  model_name: acme/m-{at}\n" for at in range(6_000)))],
    "a.md": [(urls.extract, "".join(f"https://huggingface.co/acme/m-{at}\n" for at in range(6_000)))],
}


@pytest.mark.parametrize(("name", "target"), [(name, each) for name, targets in TOO_MUCH.items() for each in targets])
def test_what_is_left_out_for_want_of_room_is_told(name, target, one_file):
    extract, text = target
    found = []

    with pytest.raises(ReadError, match=r"more|larger"):
        found.extend(extract(one_file(name, text)))

    assert len(found) <= 10_000


@pytest.mark.parametrize("name", ["a.py", "a.js", "a.sh"])
def test_of_a_name_with_many_values_none_is_lost(name, one_file):
    forms = {
        "a.py": (pythoncalls.extract, LOADS, "n = 'acme/m-{}'\nA.from_pretrained(n)\n"),
        "a.js": (javascript.extract, "", "n = 'acme/m-{}'\nA.from_pretrained(n)\n"),
        "a.sh": (shell.extract, "", "M=acme/m-{}\nvllm serve $M\n"),
    }
    extract, head, line = forms[name]

    found = drain(extract(one_file(name, head + "".join(line.format(at) for at in range(60)))))

    assert {each.name for each in found if isinstance(each, Component)} == {f"acme/m-{at}" for at in range(60)}
