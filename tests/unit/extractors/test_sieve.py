"""Hardly any file of Python is parsed, and none that loads a model goes unparsed for want of a word."""

import pytest

from rail.extractors.references import _sieve
from rail.extractors.references._calls import CALLS, LIBRARIES

TOLD = [call for call in CALLS if call.anywhere]
OF_PACKAGES = [(call, module) for call in CALLS for module in call.modules]


@pytest.mark.parametrize("call", TOLD, ids=lambda call: call.name)
def test_a_name_that_tells_by_itself_is_among_the_words(call):
    argument = f"{call.keywords[0]}='o/m'" if call.keywords else "'o/m'"

    assert _sieve.may_load(f"x = {call.name}({argument})\n".encode())


@pytest.mark.parametrize(("call", "module"), OF_PACKAGES, ids=lambda each: getattr(each, "name", each))
def test_a_loader_of_an_imported_package_is_seen(call, module):
    holder, _, name = call.name.rpartition(".")

    assert _sieve.may_load(f"import {module}\nx = {module}.{call.name}('gpt2')\n".encode())
    if "(" not in holder:
        source = f"{module}.{holder}" if holder not in ("", module) else module
        assert _sieve.may_load(f"def f():\n    from {source} import {name}\n    {name}('gpt2')\n".encode())


@pytest.mark.parametrize("module", sorted(LIBRARIES))
def test_a_package_that_runs_models_is_seen(module):
    assert _sieve.may_load(f"from {module}.a import (\n    B,\n)\nB(model='o/m', model_name='x')\n".encode())


@pytest.mark.parametrize(
    "code",
    [
        "",
        "from transformers import AutoModel\n",
        "def from_pretrained(name='o/m'): ...\n",
        "class A:\n    '''Doc.\n\n    >>> A.from_pretrained('o/m')\n    '''\n",
        "# A.from_pretrained('o/m')\n",
        "A.from_pretrained(path)\n",
        "x = 'a/b'\nimport os\n",
        "def f():\n    '''See https://huggingface.co/o/m for more.'''\n",
        "def f():\n    '''\n    See https://huggingface.co/o/m\n    '''\n",
        "# https://huggingface.co/o/m\n",
        "from flair_of_mine import Model\nModel('o/m')\n",
    ],
)
def test_what_loads_nothing_is_not_parsed(code):
    first = code.startswith("def f():\n    '''See")  # a quote on the line: the parser tells a docstring from a string

    assert _sieve.may_load(code.encode()) is first


@pytest.mark.parametrize(
    "code",
    [
        "x = 'https://huggingface.co/o/m'\n",
        "x = '''\nurl: https://huggingface.co/o/m\n'''\n",
        "f(\n    '''\n    https://huggingface.co/o/m\n    '''\n)\n",
        "x = {'a': 1,\n 'b': '''\nhf://o/m\n'''}\n",
    ],
)
def test_an_address_in_a_string_is_seen(code):
    assert _sieve.may_load(code.encode())


@pytest.mark.parametrize("junk", [b"import " * 200_000, b"from_pretrained(" * 60_000, b"'" * 900_000, b'"a/' * 300_000])
def test_long_lines_are_sieved_soon(junk):
    assert _sieve.may_load(junk) in (True, False)
