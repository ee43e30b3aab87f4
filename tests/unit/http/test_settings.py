"""Which index, which proxy, which token: from the settings of the package managers."""

from pathlib import Path

import pytest

from rail.errors import UsageError
from rail.http.settings import Settings, read_settings


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_a_password_in_an_index_address_becomes_a_token_of_that_host_alone(home: Path) -> None:
    settings = read_settings({"PIP_INDEX_URL": "https://me:hu%40sh@index.invalid/simple"}, home)

    assert settings.bases["pypi"] == ("https://index.invalid/simple",)
    assert settings.authorization("https://index.invalid/files/a.whl") == "Basic bWU6aHVAc2g="
    assert settings.authorization("https://index.invalid.evil.invalid/") is None
    assert settings.authorization("http://index.invalid/simple") is None


def test_the_environment_wins_over_the_file_of_the_user(home: Path) -> None:
    write(home / ".config/pip/pip.conf", "[global]\nindex-url = https://file.invalid/simple\n")

    assert read_settings({}, home).bases["pypi"] == ("https://file.invalid/simple",)
    named = read_settings({"PIP_INDEX_URL": "https://named.invalid/simple"}, home)
    assert named.bases["pypi"] == ("https://named.invalid/simple",)


def test_further_indexes_are_kept_unless_they_are_folders(home: Path) -> None:
    extra = "https://one.invalid/simple file:///opt/simple"

    assert read_settings({"PIP_EXTRA_INDEX_URL": extra}, home).bases["pypi:extra"] == ("https://one.invalid/simple",)


def test_uv_names_its_indexes_in_a_table(home: Path) -> None:
    write(
        home / ".config/uv/uv.toml",
        '[[index]]\nurl = "https://main.invalid/simple"\ndefault = true\n[[index]]\nurl = "https://other.invalid/s"\n'
        '[[index]]\nurl = "https://torch.invalid/s"\nexplicit = true\n[[index]]\nurl = 3\n',
    )
    settings = read_settings({"UV_INDEX": "name=https://env.invalid/simple"}, home)

    assert settings.bases["pypi"] == ("https://main.invalid/simple",)
    assert settings.bases["pypi:extra"] == ("https://env.invalid/simple", "https://other.invalid/s")


def test_npm_scopes_have_registries_and_tokens_of_their_own(home: Path) -> None:
    write(
        home / ".npmrc",
        "registry=https://npm.invalid/\n@team:registry=https://team.invalid/npm/\n; a remark\n"
        "//team.invalid/npm/:_authToken=${TEAM_TOKEN}\n//other.invalid/:_authToken=${NOT_SET}\n"
        "//old.invalid/:username=me\n//old.invalid/:_password=aHVzaA==\n",
    )
    settings = read_settings({"TEAM_TOKEN": "hush"}, home)

    assert settings.bases["npm"] == ("https://npm.invalid/",)
    assert settings.bases["npm:@team"] == ("https://team.invalid/npm/",)
    assert settings.authorization("https://team.invalid/npm/a") == "Bearer hush"
    assert settings.authorization("https://team.invalid/else") is None
    assert settings.authorization("http://team.invalid/npm/a") is None
    assert settings.authorization("https://other.invalid/a") is None
    assert settings.authorization("https://old.invalid/a") == "Basic bWU6aHVzaA=="


def test_a_token_goes_over_plain_http_only_where_the_registry_itself_is_plain(home: Path) -> None:
    write(home / ".npmrc", "registry=http://127.0.0.1:4873/\n//127.0.0.1:4873/:_authToken=hush\n")

    assert read_settings({}, home).authorization("http://127.0.0.1:4873/a") == "Bearer hush"


def test_the_hub_has_an_address_and_a_token_from_the_environment_or_the_login(home: Path) -> None:
    write(home / ".cache/huggingface/token", "from-login\n")
    hub = {"HF_ENDPOINT": "https://hub.invalid/"}

    assert read_settings(hub, home).authorization("https://hub.invalid/api/models/a") == "Bearer from-login"
    named = read_settings({**hub, "HF_TOKEN": "from-environment"}, home)
    assert named.authorization("https://hub.invalid/api/models/a") == "Bearer from-environment"
    assert named.authorization("https://elsewhere.invalid/") is None


def test_a_token_that_would_break_the_header_is_not_used(home: Path) -> None:
    settings = read_settings({"HF_ENDPOINT": "https://hub.invalid", "HF_TOKEN": "a\r\nX: b"}, home)

    assert settings.authorization("https://hub.invalid/") is None


@pytest.mark.parametrize(
    ("no_proxy", "url", "goes_through"),
    [
        ("", "https://a.invalid/", True),
        ("a.invalid", "https://a.invalid/", False),
        (".invalid", "https://a.invalid/", False),
        ("*.invalid", "https://a.invalid/", False),
        ("b.invalid,a.invalid:443", "https://a.invalid/", False),
        ("a.invalid:8443", "https://a.invalid/", True),
        ("a.invalid", "https://banana.invalid/", True),
        ("*", "https://a.invalid/", False),
    ],
)
def test_no_proxy_names_hosts_domains_and_ports(home: Path, no_proxy: str, url: str, *, goes_through: bool) -> None:
    settings = read_settings({"HTTPS_PROXY": "proxy.invalid:3128", "NO_PROXY": no_proxy}, home)

    assert settings.proxy(url) == ("http://proxy.invalid:3128" if goes_through else "")


def test_certificates_come_from_every_variable_in_use(home: Path) -> None:
    names = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "PIP_CERT", "NODE_EXTRA_CA_CERTS")

    assert set(read_settings({name: f"/ca/{name}" for name in names}, home).certificates) >= {f"/ca/{n}" for n in names}


def test_the_settings_are_never_shown_with_their_secrets() -> None:
    settings = Settings(tokens={"https://a.invalid/": "Bearer hush"}, proxies={"https": "http://me:hush@p.invalid"})

    assert "hush" not in repr(settings)
    assert "hush" not in f"{settings}"


@pytest.mark.parametrize(
    ("path", "text"), [(".config/pip/pip.conf", "index-url = x"), (".config/uv/uv.toml", "[[index\n")]
)
def test_a_settings_file_that_cannot_be_read_is_named(home: Path, path: str, text: str) -> None:
    write(home / path, text)

    with pytest.raises(UsageError) as told:
        read_settings({}, home)

    assert told.value.place.endswith(path)


NETRC = """\
machine index.invalid login me password hu@sh
machine other.invalid
  login you password x
default login all password y
"""


def test_netrc_gives_a_password_to_its_host_over_https_alone(home: Path) -> None:
    write(home / ".netrc", NETRC)

    settings = read_settings({"PIP_INDEX_URL": "https://index.invalid/simple"}, home)

    assert settings.authorization("https://index.invalid/simple/a/") == "Basic bWU6aHVAc2g="
    assert settings.authorization("http://index.invalid/simple/a/") is None
    assert settings.authorization("https://index.example.org/simple/a/") is None, "`default` would go to everybody"


def test_a_token_in_the_settings_wins_over_netrc(home: Path) -> None:
    write(home / "mine", NETRC)
    variables = {"NETRC": str(home / "mine"), "PIP_INDEX_URL": "https://a:b@index.invalid/simple"}

    assert read_settings(variables, home).authorization("https://index.invalid/simple") == "Basic YTpi"


@pytest.mark.parametrize("text", ["machine index.invalid login", '"', "machine a b c d e", "\0\xff", "macdef x\n"])
def test_a_netrc_that_cannot_be_understood_is_passed_over(home: Path, text: str) -> None:
    write(home / ".netrc", text)

    assert read_settings({}, home).authorization("https://index.invalid/") is None


def test_variables_of_npm_win_over_its_file(home: Path) -> None:
    write(home / ".npmrc", "registry=https://file.invalid/\n")
    variables = {
        "NPM_CONFIG_REGISTRY": "https://named.invalid/",
        "npm_config_@team:registry": "https://team.invalid/",
        "npm_config_//named.invalid/:_authToken": "hush",
    }

    settings = read_settings(variables, home)

    assert settings.bases["npm"] == ("https://named.invalid/",)
    assert settings.bases["npm:@team"] == ("https://team.invalid/",)
    assert settings.authorization("https://named.invalid/a") == "Bearer hush"


def test_pip_has_settings_for_all_users_too(home: Path) -> None:
    write(home / "machine/pip/pip.conf", "[global]\nindex-url = https://machine.invalid/simple\n")
    variables = {"XDG_CONFIG_DIRS": str(home / "machine"), "PIP_CONFIG_FILE": ""}

    assert read_settings(variables, home).bases["pypi"] == ("https://machine.invalid/simple",)
