"""What the settings of a configuration name: a value under a key that means a model, an option, a variable."""

from collections.abc import Iterator

from rail.extractors.references import _shell
from rail.extractors.references._keys import means_dataset, means_model, named, named_by, plain
from rail.extractors.references._names import Named, ollama
from rail.extractors.references._settings import Setting, settings

_IDENTIFIES = {"id", "name", "path", "repo", "hub", "uri", "source", "pretrained", "repository", "hf", "ref", "url"}
_COMMANDS = {"args", "command", "cmd", "entrypoint", "run", "script", "extra_args", "arguments"}
_PULLED = {"pull", "run", "create", "models", "preload"}


def names(text: str, path: str, *, tables: bool = False) -> Iterator[Named]:
    """Yield the models and datasets that the settings in `text` name."""
    option, variable = "", Setting((), "", 0)
    for setting in settings(text, tables=tables):
        found = [*_valued(setting), *_commanded(setting, option, path)]
        if plain(setting.key) == "value" and variable.keys[:-1] == setting.keys[:-1]:
            found += filter(None, [named_by(variable.value, setting.value, setting.line)])
        if plain(setting.key) == "name":
            variable = setting
        option = setting.value if setting.item and setting.value.startswith("-") and "=" not in setting.value else ""
        yield from found


def _valued(setting: Setting) -> Iterator[Named]:
    """Yield what a value means by its key, or by the key above that."""
    key, above = plain(setting.key), plain(setting.above)
    said = None
    if _of_ollama(setting):
        said = ollama(setting.value, setting.line)
    elif setting.item and "=" in setting.value:
        variable, _, value = setting.value.partition("=")
        said = named_by(variable, value.strip("\"' "), setting.line)
    elif means_model(key) or means_dataset(key):
        said = named_by(key, setting.value, setting.line)
    elif key in _IDENTIFIES and (means_model(above) or means_dataset(above)):
        said = named(setting.value, setting.line, dataset=means_dataset(above))
    if said is not None:
        yield said


def _of_ollama(setting: Setting) -> bool:
    """Is the value one of the models that a chart or service of Ollama pulls?"""
    keys = [plain(each) for each in setting.keys]
    return (
        setting.item and "ollama" in keys[:-1] and "models" in keys and keys[-1] in _PULLED and "=" not in setting.value
    )


def _commanded(setting: Setting, option: str, path: str) -> Iterator[Named]:
    """Yield what a command names, whether it is written as one line or as a list of words."""
    if plain(setting.key) not in _COMMANDS:
        return
    if option:
        said = named_by(option.lstrip("-"), setting.value, setting.line)
        if said is not None:
            yield said
    if " " in setting.value or "=" in setting.value:
        yield from _shell.names([(setting.line, setting.value)], path)
