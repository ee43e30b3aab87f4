"""Who is asked, through which proxy, trusting whom, with which token: read from the ecosystems' own settings.

Environment first, then the files of the user and of the machine. Files inside a scanned project are not read: a project
from a stranger must not decide who is told what it depends on, nor which of the user's secrets go where.
Tokens are kept by address and given to that address only.
"""

import base64
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_CERTIFICATES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "PIP_CERT", "NODE_EXTRA_CA_CERTS")
_PLAIN_PORTS = {"http": 80, "https": 443}


class Settings(NamedTuple):
    """What the client and the registries go by.

    `bases` gives the addresses to ask by ecosystem (`pypi`, `npm`, `npm:@scope`, `huggingface`), where a setting names
    them. `tokens` maps the beginning of an address to the value of the Authorization header. `proxies` maps the scheme
    of an address to a proxy.
    """

    bases: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    tokens: Mapping[str, str] = MappingProxyType({})
    proxies: Mapping[str, str] = MappingProxyType({})
    no_proxy: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Settings(bases for {', '.join(sorted(self.bases)) or 'nothing'}, {len(self.tokens)} tokens)"

    def authorization(self, url: str) -> str | None:
        """Return the Authorization header for an address: that of the longest beginning which it has."""
        place = _normal(url)
        fitting = [begin for begin in self.tokens if place.startswith(begin)]
        return self.tokens[max(fitting, key=len)] if fitting else None

    def proxy(self, url: str) -> str:
        """Return the proxy for an address, "" for none."""
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        for each in self.no_proxy:
            name, _, port = each.partition(":")
            name = name.lstrip("*").lstrip(".").lower()
            if each == "*" or (
                name and (host == name or host.endswith("." + name)) and port in {"", str(_port(parts.scheme, url))}
            ):
                return ""
        return self.proxies.get(parts.scheme, "")


def read_settings(environment: Mapping[str, str], home: Path) -> Settings:
    """Return the settings of this user.

    Raises:
        UsageError: a settings file is there and cannot be understood.
    """
    from rail.http.ecosystems import read_huggingface, read_netrc, read_npm, read_pypi  # noqa: PLC0415 -- only with a network

    bases: dict[str, tuple[str, ...]] = {}
    tokens = {_normal(begin): value for begin, value in read_netrc(environment, home).items()}
    certificates = [environment[name] for name in _CERTIFICATES if environment.get(name)]
    for read in (read_pypi, read_npm, read_huggingface):
        found = read(environment, home)
        for ecosystem, addresses in found.bases.items():
            bases[ecosystem] = tuple(_take_user(each, tokens) for each in addresses)
        tokens.update({_normal(begin): value for begin, value in found.tokens.items()})
        certificates += found.certificates
    return Settings(
        bases=bases,
        tokens=tokens,
        proxies={scheme: proxy for scheme in ("http", "https") if (proxy := _proxy(environment, scheme))},
        no_proxy=tuple(_variable(environment, "no_proxy").replace(",", " ").split()),
        certificates=tuple(dict.fromkeys(certificates)),
    )


def basic(user: str, password: str) -> str:
    """Return the Authorization header for a user name and a password."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


def _take_user(address: str, tokens: dict[str, str]) -> str:
    """Move the user name and password of an address to the tokens; return the address without them."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if "@" not in parts.netloc:
        return address
    plain = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    tokens[_normal(f"{plain.scheme}://{plain.netloc}/")] = basic(
        unquote(parts.username or ""), unquote(parts.password or "")
    )
    return plain.geturl()


def _normal(address: str) -> str:
    """Return an address as tokens are looked up: lower-case host, no user, no default port, a path."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    host = parts.hostname or ""
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != _PLAIN_PORTS.get(parts.scheme):
        place = f"{place}:{port}"
    return f"{parts.scheme}://{place}{parts.path or '/'}"


def _port(scheme: str, url: str) -> int | None:
    try:
        return urlsplit(url).port or _PLAIN_PORTS.get(scheme)
    except ValueError:
        return None


def _proxy(environment: Mapping[str, str], scheme: str) -> str:
    said = _variable(environment, f"{scheme}_proxy") or _variable(environment, "all_proxy")
    return said if "://" in said or not said else f"http://{said}"


def _variable(environment: Mapping[str, str], name: str) -> str:
    """Return a variable that both spellings are in use for; the small one wins, as in curl."""
    return environment.get(name) or environment.get(name.upper()) or ""
