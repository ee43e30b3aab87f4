"""What pip installed into a folder is told from the code beside it."""

import pytest

from rail.sources.directory import Directory


def walked(folder):
    return [file.where for file in Directory(str(folder), label="x").files()]


def lay(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


INSTALLED = {
    "handler.py": "",
    "config.yaml": "",
    "kit/code.py": "",
    "kit/LICENSE": "",
    "kit/package.json": "{}",
    "kit/w/m.gguf": "",
    "six.py": "",
    "kit-1.0.dist-info/METADATA": "",
    "kit-1.0.dist-info/RECORD": "",
}


def test_code_beside_what_pip_installed_is_of_the_house(tmp_path):
    lay(tmp_path, {**INSTALLED, "kit-1.0.dist-info/RECORD": "kit/code.py,,\nsix.py,,\n../../bin/kit,,\n"})

    assert walked(tmp_path) == [
        "config.yaml",
        "handler.py",
        "kit/LICENSE",
        "kit/w/m.gguf",
        "kit-1.0.dist-info/METADATA",
    ]


@pytest.mark.parametrize("told", [{"kit-1.0.dist-info/top_level.txt": "kit\nsix\n"}, {}])
def test_without_a_record_the_names_tell(tmp_path, told):
    lay(tmp_path, {**INSTALLED, **told})

    assert "kit/code.py" not in walked(tmp_path)
    assert "handler.py" in walked(tmp_path)
    assert ("six.py" in walked(tmp_path)) is (not told)


def test_a_folder_of_npm_given_outright_is_installed(tmp_path):
    lay(tmp_path / "node_modules", {"a/package.json": "{}", "a/index.js": "", "a/LICENSE": ""})

    assert walked(tmp_path / "node_modules") == ["a/LICENSE", "a/package.json"]


def test_an_egg_info_beside_the_sources_is_no_installation(tmp_path):
    lay(tmp_path, {"src/kit.egg-info/PKG-INFO": "", "src/kit/code.py": ""})

    assert "src/kit/code.py" in walked(tmp_path)
