"""The settings that package managers keep: which index, which token. pip and uv, npm, the hub, and `.netrc`.

https://pip.pypa.io/en/stable/topics/configuration/ · https://docs.astral.sh/uv/reference/settings/
https://docs.npmjs.com/cli/configuring-npm/npmrc · https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables
"""

import base64
import binascii
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from rail.errors import UsageError
from rail.http.settings import basic

_MAX_FILE = 1024 * 1024
_HOST = re.compile(r"[A-Za-z0-9.-]+(?::\d+)?")
_VARIABLE = re.compile(r"\$\{([A-Za-z_]\w*)\}")
_HUB = "https://huggingface.co"
_NPM = "npm_config_"


class Found(NamedTuple):
    """What the settings of one ecosystem say: addresses, tokens by the beginning of an address, certificates."""

    bases: dict[str, tuple[str, ...]]
    tokens: dict[str, str]
    certificates: tuple[str, ...] = ()


def read_pypi(environment: Mapping[str, str], home: Path) -> Found:
    """Return the Python indexes: those of uv where it names any, else those of pip; the main index first."""
    pip = _pip_files(environment, home)
    main = environment.get("PIP_INDEX_URL") or pip.get("index-url", "")
    extra = (environment.get("PIP_EXTRA_INDEX_URL") or pip.get("extra-index-url", "")).split()
    uv_main, uv_extra = _uv(environment, home)
    main = uv_main or main
    extra = [*uv_extra, *extra]
    bases: dict[str, tuple[str, ...]] = {"pypi": (main,)} if main else {}
    if web := tuple(each for each in extra if each.startswith(("http://", "https://"))):
        bases["pypi:extra"] = web
    certificate = pip.get("cert", "")
    return Found(bases, {}, (certificate,) if certificate else ())


def read_npm(environment: Mapping[str, str], home: Path) -> Found:
    """Return the npm registries, by scope where a scope has its own, and their tokens."""
    lines: dict[str, str] = {}
    for path in (Path("/etc/npmrc"), home / ".npmrc", *_named(environment, "NPM_CONFIG_USERCONFIG")):
        lines.update(_npmrc(path, environment))
    lines.update(_npm_variables(environment))
    main = lines.get("registry", "")
    bases: dict[str, tuple[str, ...]] = {"npm": (main,)} if main else {}
    for key, value in lines.items():
        if key.startswith("@") and key.endswith(":registry"):
            bases[f"npm:{key.removesuffix(':registry').lower()}"] = (value,)
    plain = {urlsplit(each).netloc for addresses in bases.values() for each in addresses if each.startswith("http://")}
    tokens: dict[str, str] = {}
    for begin, header in _npm_tokens(lines):
        tokens["https:" + begin] = header
        if urlsplit(begin).netloc in plain:
            tokens["http:" + begin] = header
    certificate = lines.get("cafile", "")
    return Found(bases, tokens, (certificate,) if certificate else ())


def read_huggingface(environment: Mapping[str, str], home: Path) -> Found:
    """Return the hub's address and the user's token: HF_ENDPOINT, HF_TOKEN, or the file that `hf auth login` writes."""
    base = environment.get("HF_ENDPOINT", "").rstrip("/")
    token = environment.get("HF_TOKEN") or environment.get("HUGGING_FACE_HUB_TOKEN") or ""
    if not token:
        folder = environment.get("HF_HOME")
        named = environment.get("HF_TOKEN_PATH")
        path = Path(named) if named else (Path(folder) if folder else home / ".cache" / "huggingface") / "token"
        token = (_text(path) or "").strip()
    usable = token.isascii() and token.isprintable() and " " not in token
    tokens = {(base or _HUB) + "/": f"Bearer {token}"} if token and usable else {}
    return Found({"huggingface": (base,)} if base else {}, tokens)


def read_netrc(environment: Mapping[str, str], home: Path) -> dict[str, str]:
    """Return the user names and passwords of `.netrc` by the beginning of an address, for https alone.

    Its `default`, which is for any host, is not used. A file that cannot be understood is passed over, as pip does.

    https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html
    """
    named = environment.get("NETRC")
    places = [Path(named)] if named else [home / ".netrc", home / "_netrc"]
    path = next((each for each in places if _text(each) is not None), None)
    if path is None:
        return {}
    from netrc import NetrcParseError, netrc  # noqa: PLC0415 -- only where there is one

    try:
        hosts = netrc(str(path)).hosts
    except (NetrcParseError, OSError, ValueError):
        return {}
    return {
        f"https://{host}/": basic(user or account or "", password or "")
        for host, (user, account, password) in hosts.items()
        if host != "default" and _HOST.fullmatch(host) and password
    }


def _pip_files(environment: Mapping[str, str], home: Path) -> dict[str, str]:
    """Return pip's [global] and [install] settings: machine, user, then the file that PIP_CONFIG_FILE names."""
    import configparser  # noqa: PLC0415 -- only where the network is used

    named = environment.get("PIP_CONFIG_FILE")
    if named == os.devnull:
        return {}
    config = environment.get("XDG_CONFIG_HOME")
    user = [home / ".pip" / "pip.conf", (Path(config) if config else home / ".config") / "pip" / "pip.conf"]
    windows = [Path(environment["APPDATA"]) / "pip" / "pip.ini"] if environment.get("APPDATA") else []
    settings: dict[str, str] = {}
    machine = [
        Path(each) / "pip" / "pip.conf" for each in environment.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":") if each
    ]
    for path in [*reversed(machine), Path("/etc/pip.conf"), *user, *windows, *([Path(named)] if named else [])]:
        text = _text(path)
        if text is None:
            continue
        parser = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            parser.read_string(text)
        except configparser.Error as fault:
            raise _broken(path, "pip") from fault
        for section in ("global", "install"):
            if parser.has_section(section):
                settings.update(parser.items(section))
    return settings


def _uv(environment: Mapping[str, str], home: Path) -> tuple[str, list[str]]:
    """Return uv's default index ("" when it names none) and the others."""
    main = environment.get("UV_DEFAULT_INDEX") or environment.get("UV_INDEX_URL") or ""
    extra = f"{environment.get('UV_INDEX', '')} {environment.get('UV_EXTRA_INDEX_URL', '')}".split()
    config = environment.get("XDG_CONFIG_HOME")
    path = (Path(config) if config else home / ".config") / "uv" / "uv.toml"
    text = _text(path)
    if text is not None:
        import tomli  # noqa: PLC0415 -- only where uv has settings

        try:
            table: dict[str, Any] = tomli.loads(text)
        except (tomli.TOMLDecodeError, RecursionError) as fault:
            raise _broken(path, "uv") from fault
        for index in _tables(table.get("index")):
            url = index.get("url")
            if isinstance(url, str) and index.get("default") is True:
                main = main or url
            elif isinstance(url, str) and index.get("explicit") is not True:
                extra.append(url)
        said = table.get("index-url")
        main = main or (said if isinstance(said, str) else "")
        others = table.get("extra-index-url")
        extra += [each for each in others if isinstance(each, str)] if isinstance(others, list) else []
    return _unnamed(main), [_unnamed(each) for each in extra]


def _unnamed(index: str) -> str:
    """Return the address of an index given as `name=address`."""
    name, equals, address = index.partition("=")
    return address if equals and "://" not in name else index


def _tables(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _npmrc(path: Path, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the `key=value` lines of an .npmrc, `${NAME}` replaced; one whose variable is not set is left out."""
    for line in (_text(path) or "").splitlines():
        key, equals, value = line.strip().partition("=")
        if not equals or key.startswith((";", "#")):
            continue
        said = value.strip().strip("\"'")
        if all(name in environment for name in _VARIABLE.findall(said)):
            yield key.strip(), _VARIABLE.sub(lambda found: environment[found[1]], said)


def _npm_variables(environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the settings of npm that variables make: `npm_config_registry`, `npm_config_//host/:_authToken`."""
    for name, value in environment.items():
        if value and name[: len(_NPM)].lower() == _NPM:
            key = name[len(_NPM) :]
            yield (key if key.startswith(("//", "@")) else key.lower()), value


def _npm_tokens(lines: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the beginning of an address (`//host/path/`) and its Authorization header."""
    for key, value in lines.items():
        begin, _, kind = key.rpartition(":")
        if not begin.startswith("//") or not value:
            continue
        begin = begin if begin.endswith("/") else begin + "/"
        if kind == "_authToken":
            yield begin, f"Bearer {value}"
        elif kind == "_auth":
            yield begin, f"Basic {value}"
        elif kind == "username":
            packed = lines.get(f"{key.removesuffix(':username')}:_password", "")
            try:
                yield begin, basic(value, base64.b64decode(packed).decode())
            except (binascii.Error, UnicodeDecodeError):
                continue


def _named(environment: Mapping[str, str], name: str) -> list[Path]:
    said = _either(environment, name.lower())
    return [Path(said)] if said else []


def _either(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name) or environment.get(name.upper()) or ""


def _text(path: Path) -> str | None:
    """Return a settings file's content; `None` when there is none that may be read."""
    try:
        if not path.is_file() or path.stat().st_size > _MAX_FILE:
            return None
        return path.read_text("utf-8-sig", "replace")
    except OSError:
        return None


def _broken(path: Path, program: str) -> UsageError:
    return UsageError(f"the settings of {program} cannot be read", place=str(path), hint="mend the file")
