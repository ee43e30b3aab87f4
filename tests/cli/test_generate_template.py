"""`rail generate --template`: a maintainer's own template, and the pinned ones (a stand-in, on loopback)."""

import hashlib
import json

import pytest

from rail.generate import official
from rail.generate.official import COMMIT, Pin
from tests.barred import missed_and_added
from tests.fakes.registry import Reply, running_registry

BASIC = ("--work", "Kestrel", "--licensor", "Example Lab", "-a", "MS", "-p", "surveillance-and-crime")
OWN = """\
# {{ name }} License

By {{ licensor }}.

You agree not to use the Artifact in any of the following ways:

{% for group in groups %}
## A.{{ group.number }} {{ group.heading }}

{% for item in group.clauses %}
({{ item.letter }}) {{ item.text }}. [{{ item.code }}]

{% endfor %}
{% endfor %}
"""
STAND_IN = """\
~~~
License ID: {{ LICENSE_ID }}, of {{ LICENSE_TIMESTAMP }}, template {{ LICENSE_TEMPLATE_VERSION }}
~~~
### **{{ LICENSE_NAME }} OpenRAIL-{{ SHORT_ARTIFACT_NAME }}**

Covered:
{% for artifact in ARTIFACTS %}
   - {{ artifact }}
{% endfor %}

**Attachment A**

You agree not to use it in any of the following ways:

{% for domain, rows in RESTRICTIONS.items() %}
{{ loop.index }}. {{ domain }}
{% for (letter, words) in rows %}
   ({{ letter }}) {{ words }}
{% endfor %}
{% endfor %}
"""


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "legal" / "own.md.j2"
    path.parent.mkdir()
    path.write_text(OWN)
    return path


@pytest.fixture
def stand_in(monkeypatch, tmp_path):
    """A server in the place of the public repository, and pins of what it serves."""
    content = STAND_IN.replace("\n", "\r\n").encode()
    pin = Pin("app/stand-in.jinja", hashlib.sha256(content).hexdigest())
    monkeypatch.setattr(official, "PINS", dict.fromkeys(official.PINS, pin))
    monkeypatch.setattr(official.fetch, "__defaults__", (official.BASE, dict.fromkeys(official.PINS, pin)))
    monkeypatch.setenv("RAIL_CACHE_DIR", str(tmp_path / "cache"))
    with running_registry() as server:
        server.serve(f"/{COMMIT}/{pin.path}", Reply(content, media_type="text/plain"))
        monkeypatch.setenv("RAIL_OFFICIAL_TEMPLATES", server.base)
        yield server


@pytest.mark.usefixtures("own")
def test_an_own_template_is_written_recorded_and_read_back(rail, tmp_path):
    done = rail("generate", "--out", "out", *BASIC, "--template", "legal/own.md.j2")

    assert done.returncode == 0, done.stderr
    text = (tmp_path / "out" / "LICENSE").read_text()
    assert "By Example Lab." in text
    assert 'template = "../legal/own.md.j2"' in (tmp_path / "out" / "rail-license.toml").read_text()
    assert rail("generate", "--out", "out", "--check").returncode == 0
    assert rail("generate", "--check", cwd=tmp_path / "out").returncode == 0
    read = json.loads(rail("identify", "--format", "json", "out/LICENSE").stdout)["files"][0]
    policy = json.loads((tmp_path / "out" / "rail-policy.json").read_bytes())
    told = ((each["use"], each["mode"]) for each in read["restrictions"])
    wanted = ((bars["use"], bars["mode"]) for clause in policy["clauses"] for bars in clause["restricts"])
    assert missed_and_added(told, wanted) == (set(), set())
    assert policy["research-exemption"] is False
    assert "I-TEMPLATE" in done.stderr


def test_a_template_that_moved_is_drift(rail, own):
    rail("generate", "--out", "out", *BASIC, "--template", str(own))
    own.write_text(OWN.replace("By {{", "Granted by {{"))

    done = rail("generate", "--out", "out", "--check")

    assert done.returncode == 1
    assert "does not say what the answers say" in done.stderr
    assert "+Granted by Example Lab." in rail("generate", "--out", "out", "--upgrade").stdout


def test_rails_own_template_can_be_gone_back_to(rail, own, tmp_path):
    rail("generate", "--out", "out", *BASIC, "--template", str(own))
    done = rail("generate", "--out", "out", "--template", "rail")

    assert done.returncode == 0, done.stderr
    assert "template" not in (tmp_path / "out" / "rail-license.toml").read_text()
    assert "Term and termination" in (tmp_path / "out" / "LICENSE").read_text()


def test_a_template_without_the_clauses_is_an_error_and_nothing_is_written(rail, own, tmp_path):
    own.write_text("# {{ name }} License\n\nYou agree to be good to {{ licensor }}.\n")

    done = rail("generate", "--out", "out", *BASIC, "--template", str(own))

    assert done.returncode == 1
    assert "E-TEMPLATE" in done.stderr
    assert "EQ-01" in done.stderr
    assert not (tmp_path / "out").exists()


def test_what_the_template_does_not_say_is_told(rail, own):
    done = rail(
        "generate", "--out", "out", *BASIC, "--template", str(own), "--law", "Ireland",
        "--carve-out", "surveillance:accessibility",
    )  # fmt: skip

    assert "W-TEMPLATE: the template does not say what you answered for: law" in done.stderr
    assert "W-TEMPLATE: the template has no words for the exceptions from PR-04" in done.stderr
    assert (
        "W-TEMPLATE: the template is silent on what is granted, warranty, liability, termination, severability"
        in done.stderr
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"a\n\n{{ nope }}", "'nope' is undefined"),
        (b"a\n\n{% include 'x' %}", "`include`"),
        (b"\xff\xfe", "not UTF-8"),
        (b"x" * 2_000_000, "too large"),
    ],
)
def test_a_template_that_cannot_be_rendered_is_named_with_its_line(rail, own, content, says, tmp_path):
    own.write_bytes(content)

    done = rail("generate", "--out", "out", *BASIC, "--template", str(own))

    assert done.returncode == 2
    assert says in done.stderr
    assert "own.md.j2" in done.stderr
    if content.startswith(b"a"):
        assert "own.md.j2:3" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_template_that_is_not_there_is_a_usage_error(rail):
    done = rail("generate", *BASIC, "--template", "nowhere.j2")

    assert done.returncode == 2
    assert "no such template" in done.stderr


def test_the_official_template_is_fetched_filled_and_kept(here, stand_in, tmp_path):
    done = here("generate", "--out", "out", *BASIC, "--template", "official", "--year", "2026")

    assert done.returncode == 0, done.stderr
    text = (tmp_path / "out" / "LICENSE").read_text()
    assert "Kestrel OpenRAIL-MS" in text
    assert f"of 2026, template {COMMIT}" in " ".join(text.split())
    assert "not by the RAIL Initiative's generator" in " ".join(text.split())
    assert "    - Source Code" in text
    assert "  (a) To discriminate against" in text
    assert 'template = "official"' in (tmp_path / "out" / "rail-license.toml").read_text()
    assert len(stand_in.asked) == 1
    assert here("generate", "--out", "out", "--check", "--offline").returncode == 0
    assert len(stand_in.asked) == 1
    read = json.loads(here("identify", "--format", "json", "out/LICENSE").stdout)["files"][0]
    policy = json.loads((tmp_path / "out" / "rail-policy.json").read_bytes())
    told = ((each["use"], each["mode"]) for each in read["restrictions"])
    wanted = ((bars["use"], bars["mode"]) for clause in policy["clauses"] for bars in clause["restricts"])
    assert missed_and_added(told, wanted) == (set(), set())
    assert policy["clauses"][0]["place"] == "Attachment A, 1. (a)"


@pytest.mark.usefixtures("stand_in")
def test_an_official_template_carries_exceptions_in_the_clause(here, tmp_path):
    here("generate", "--out", "out", *BASIC, "--template", "official", "--carve-out", "surveillance:accessibility")

    assert "by whoever it is, except: aids that" in " ".join((tmp_path / "out" / "LICENSE").read_text().split())


def test_offline_and_not_in_the_cache_is_an_error_that_says_what_to_do(here, stand_in, tmp_path):
    done = here("generate", "--out", "out", *BASIC, "--template", "official", "--offline")

    assert done.returncode == 2
    assert "not in the cache" in done.stderr
    assert "--template FILE" in done.stderr
    assert stand_in.asked == []
    assert not (tmp_path / "out").exists()


def test_a_template_of_another_digest_is_refused_and_nothing_is_written(rail, tmp_path):
    with running_registry() as server:
        path = official.PINS["openrail"].path
        server.serve(f"/{COMMIT}/{path}", Reply(STAND_IN.encode(), media_type="text/plain"))
        env = {"RAIL_OFFICIAL_TEMPLATES": server.base, "RAIL_CACHE_DIR": str(tmp_path / "cache")}
        done = rail("generate", "--out", "out", *BASIC, "--template", "official", env=env)

    assert done.returncode == 2
    assert "not the template that is pinned" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("stand_in")
def test_the_official_templates_do_not_take_data(here):
    done = here("generate", *BASIC, "-a", "D", "--template", "official")

    assert done.returncode == 2
    assert "do not cover data" in done.stderr
