"""Policies of the house: by licence, family, term, component and group; shared by file or address."""

import hashlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

CASE = '[[use-case]]\nid = "shop"\nuses = ["non-behavioural.commercial"]\nexcludes = []\n'
LLAMA = 'AutoModel.from_pretrained("meta-llama/Llama-3.1-8B", revision="abc1234")\n'
PACKAGES = '{"name": "shop", "version": "1.0.0", "lockfileVersion": 3, "packages": {"": {"name": "shop"}, %s}}'


def policy(decide="deny", **selectors):
    lines = "\n".join(f"{key} = {json.dumps(value)}" for key, value in selectors.items())
    return f'[[policy]]\nid = "p"\ndecide = "{decide}"\nreason = "asked for"\n{lines}\n'


def locked(**packages):
    entries = ", ".join(
        json.dumps(f"node_modules/{name}")
        + ": "
        + json.dumps({"version": "1.0.0", "license": license_, "dev": name == "tool"})
        for name, license_ in packages.items()
    )
    return PACKAGES % entries


def rules(run):
    return {
        (each["rule"], each["component"].partition("@")[0])
        for each in json.loads(run.stdout)["findings"]
        if each["rule"].startswith("RAIL6") and "suppressed" not in each
    }


@pytest.fixture
def project(tmp_path):
    (tmp_path / "app.py").write_text(LLAMA)
    (tmp_path / "package-lock.json").write_text(
        locked(
            free="MIT", copy="GPL-3.0-only", choice="(MIT OR GPL-3.0-only)", paid="CC-BY-NC-4.0", tool="GPL-2.0-only"
        )
    )
    return tmp_path


LLAMA_PURL = "pkg:huggingface/meta-llama/Llama-3.1-8B"


@pytest.mark.parametrize(
    ("selectors", "met"),
    [
        ({"licenses": ["llama3*"]}, {LLAMA_PURL}),
        ({"licenses": ["LicenseRef-scancode-llama*"]}, {LLAMA_PURL}),
        ({"families": ["vendor"]}, {LLAMA_PURL}),
        ({"terms": ["name-prefix"]}, {LLAMA_PURL}),
        ({"terms": ["non-behavioural.commercial"]}, {LLAMA_PURL, "pkg:npm/paid"}),
        ({"terms": ["non-behavioural"], "families": ["non-*"]}, {"pkg:npm/paid"}),
        ({"terms": ["territory", "military"]}, {LLAMA_PURL}),
        ({"licenses": ["GPL-*"]}, {"pkg:npm/copy", "pkg:npm/tool"}),
        ({"families": ["copyleft"]}, {"pkg:npm/copy", "pkg:npm/tool"}),
        ({"families": ["copyleft"], "groups": ["dev"]}, {"pkg:npm/tool"}),
        ({"licenses": ["GPL-*"], "components": ["pkg:npm/c*"]}, {"pkg:npm/copy"}),
        ({"components": ["pkg:huggingface/*"]}, {LLAMA_PURL}),
        ({"licenses": ["MIT"]}, {"pkg:npm/free"}),
        ({"licenses": ["BSD-*"]}, set()),
    ],
)
def test_what_a_policy_meets(here, project, selectors, met):
    (project / "rail.toml").write_text(policy(**selectors))

    run = here("check", "--format", "json")

    assert {purl for rule, purl in rules(run)} == met
    assert run.returncode == int(bool(met))


def test_of_an_or_the_branch_that_is_not_denied_may_be_chosen(here, project):
    (project / "rail.toml").write_text(policy(licenses=["MIT", "GPL-*"]))

    assert ("RAIL601", "pkg:npm/choice") in rules(here("check", "--format", "json"))

    (project / "rail.toml").write_text(policy(licenses=["MIT"]))

    assert ("RAIL601", "pkg:npm/choice") not in rules(here("check", "--format", "json"))


def test_the_first_policy_that_meets_decides(here, project):
    first = policy("allow", licenses=["MIT", "GPL-2.0-only", "llama*"])
    rest = policy("deny", components=["*"]).replace('"p"', '"rest"')
    (project / "rail.toml").write_text(first + rest)

    assert {purl for _, purl in rules(here("check", "--format", "json"))} == {"pkg:npm/copy", "pkg:npm/paid"}


def test_an_allow_never_frees_what_a_use_prohibits(here, project):
    case = '[[use-case]]\nid = "patrol"\nuses = ["military"]\n'
    (project / "rail.toml").write_text(case + policy("allow", components=["*"]))

    run = here("check")

    assert run.returncode == 1
    assert "error[RAIL101]" in run.stdout


def test_a_warning_fails_from_conditional_on(here, project):
    (project / "rail.toml").write_text(policy("warn", licenses=["llama*"]))

    assert here("check").returncode == 0
    assert here("check", "--fail-on", "conditional").returncode == 1
    assert here("check", "--fail-on", "never,RAIL602").returncode == 1


def test_a_policy_that_ended_decides_nothing(here, project):
    (project / "rail.toml").write_text(policy(licenses=["llama*"], until="2020-01-01"))

    run = here("check", "--format", "json")

    assert rules(run) == set()
    assert "RAIL502" in run.stdout


def test_what_comes_down_from_a_base_is_denied_with_it(here, project):
    card = (
        "---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n# tuned\n"
    )
    (project / "tuned").mkdir()
    (project / "tuned" / "README.md").write_text(card)
    (project / "tuned" / "config.json").write_text('{"model_type": "llama"}')
    (project / "rail.toml").write_text(policy(licenses=["llama3.1"]))

    assert len(rules(here("check", "--format", "json"))) == 2


def test_the_finding_says_who_decided_and_where(here, project):
    (project / "rail.toml").write_text("\n\n" + policy(licenses=["llama*"], owner="legal@example.org"))

    run = here("check")

    assert "error[RAIL601]: denied by policy p" in run.stdout
    assert "rail.toml:3" in run.stdout
    assert "reason" in run.stdout
    assert "ask legal@example.org" in run.stdout


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[policy]]\nid = "p"\ndecide = "deny"\nlicenses = ["x"]\n', "[[policy]] needs `reason`"),
        (policy("forbid", licenses=["x"]), "`policy[0].decide`: invalid enum value 'forbid'"),
        (policy(), "policy `p` meets nothing"),
        (policy(licenses=["x"]) * 2, "policy `p` is declared twice"),
        (policy(license="x"), "unknown key `license`"),
        (policy(licenses=["x"], until="soon"), "`until` is not a date: soon"),
        ('extends = "https://example.org/rail.toml"\n', "an address without its SHA-256"),
        ('extends = {url = "https://example.org/rail.toml", sha256 = "1"}\n', "`extends.sha256` is no SHA-256"),
        ('extends = {url = "ftp://example.org/x", sha256 = "%s"}\n' % ("0" * 64), "`extends.url` is no https address"),
        ('extends = "missing.toml"\n', "cannot read what `extends` names: No such file or directory"),
    ],
)
def test_a_policy_that_cannot_be_is_a_usage_error(here, project, text, problem):
    (project / "rail.toml").write_text(text)

    run = here("check")

    assert run.returncode == 2
    assert run.stderr.startswith(f"error: {problem}")
    assert "rail.toml" in run.stderr


def test_the_organisations_file_decides_first_and_the_stricter_level_holds(here, project):
    shared = project / "org" / "rail.toml"
    shared.parent.mkdir()
    shared.write_text('fail-on = "conditional"\n' + policy("warn", licenses=["llama*"]).replace('"p"', '"org"'))
    (project / "rail.toml").write_text('extends = "org/rail.toml"\n' + policy("allow", components=["*"]))

    run = here("check", "--format", "json", "--exclude", "org")

    assert run.returncode == 1
    assert rules(run) == {("RAIL602", LLAMA_PURL)}
    place = next(each for each in json.loads(run.stdout)["findings"] if each["rule"] == "RAIL602")["trail"][0][
        "location"
    ]
    assert place == {"path": "org/rail.toml", "line": 2}


@pytest.mark.parametrize(
    ("shared", "problem"),
    [
        (CASE, "`use-case` in a shared policy file"),
        ('[[ignore]]\nrule = "RAIL101"\nreason = "x"\n', "`ignore` in a shared policy file"),
        ('extends = "more.toml"\n', "`extends` in a shared policy file"),
        (policy(licenses=["x"]), "policy `p` is the organisation's"),
        ("not [ toml", "not TOML"),
    ],
)
def test_a_shared_file_says_only_what_an_organisation_may(here, project, shared, problem):
    (project / "org.toml").write_text(shared)
    (project / "rail.toml").write_text('extends = "org.toml"\n' + policy(licenses=["y"]))

    run = here("check")

    assert run.returncode == 2
    assert problem in run.stderr


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked += 1
        self.send_response(200 if self.server.content else 404)
        self.send_header("Content-Length", str(len(self.server.content)))
        self.end_headers()
        self.wfile.write(self.server.content)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    it = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    it.asked, it.content = 0, policy("deny", licenses=["llama*"]).replace('"p"', '"org"').encode()
    threading.Thread(target=it.serve_forever, daemon=True).start()
    yield it
    it.shutdown()
    it.server_close()


@pytest.fixture
def pinned(project, server, monkeypatch, tmp_path_factory):
    monkeypatch.setenv("RAIL_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    digest = hashlib.sha256(server.content).hexdigest()
    url = f"http://127.0.0.1:{server.server_port}/rail.toml"
    (project / "rail.toml").write_text(f'extends = {{url = "{url}", sha256 = "{digest}"}}\n')
    return server


def test_an_address_is_asked_once_and_then_answers_from_the_cache(here, pinned):
    first = here("check", "--format", "json")
    second = here("check", "--format", "json", "--offline")

    assert rules(first) == rules(second) == {("RAIL601", LLAMA_PURL)}
    assert pinned.asked == 1


def test_without_network_and_cache_the_policy_is_missing_and_nothing_passes(here, pinned):
    run = here("check", "--offline")

    assert run.returncode == 2
    assert "cannot have what `extends` names" in run.stderr
    assert pinned.asked == 0


def test_another_file_than_the_pinned_one_is_refused_and_not_kept(here, pinned):
    good, pinned.content = pinned.content, policy("allow", components=["*"]).encode()
    changed = here("check")
    pinned.content = good
    again = here("check", "--format", "json")

    assert changed.returncode == 2
    assert "is not what was pinned" in changed.stderr
    assert rules(again) == {("RAIL601", LLAMA_PURL)}


def test_an_address_that_does_not_answer_is_a_usage_error(here, pinned):
    pinned.content = b""

    run = here("check")

    assert run.returncode == 2
    assert "cannot have what `extends` names" in run.stderr
