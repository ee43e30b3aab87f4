"""`rail check --since REV`: only what a change brought in, in real git repositories."""

import json
import os
import subprocess

import pytest

BLOOM = 'AutoModel.from_pretrained("bigscience/bloom")\n'
CASE = '[[use-case]]\nid = "patrol"\nuses = ["crime-prediction"]\n'


def git(folder, *arguments):
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    run = subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return run.stdout.strip()


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "rail.toml").write_text(CASE)
    (tmp_path / "old.py").write_text(BLOOM)
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    git(tmp_path, "checkout", "-qb", "work")
    return tmp_path


def new(run):
    return {
        (each["rule"], each["location"]["path"])
        for each in json.loads(run.stdout)["findings"]
        if "suppressed" not in each
    }


def since(here, revision="main", *more):
    return here("check", "--since", revision, "--format", "json", *more)


@pytest.mark.usefixtures("repository")
def test_what_was_there_before_does_not_count(here):
    run = since(here)

    assert run.returncode == 0
    assert new(run) == set()
    assert json.loads(run.stdout)["findings"][0]["suppressed"] == {"reason": "was there at main"}


def test_a_new_file_counts_committed_or_not(here, repository):
    (repository / "new.py").write_text(BLOOM.replace("bloom", "bloomz"))
    loose = since(here)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    committed = since(here)

    assert loose.returncode == committed.returncode == 1
    assert new(loose) == new(committed) == {("RAIL101", "new.py"), ("RAIL305", "new.py")}


def test_another_place_of_a_model_that_is_used_already_is_not_new(here, repository):
    (repository / "a.py").write_text(BLOOM)
    (repository / "z.py").write_text(BLOOM)

    assert new(since(here)) == set()


def test_a_file_that_was_moved_brings_in_nothing_new(here, repository):
    (repository / "requirements.txt").write_text("nothing-known-of-this==1.0\n")
    (repository / "model").mkdir()
    (repository / "model" / "README.md").write_text(f"---\nlicense: bigscience-bloom-rail-1.0\n---\n{'words ' * 40}\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    git(repository, "branch", "-f", "main")
    (repository / "service").mkdir()
    git(repository, "mv", "requirements.txt", "service/requirements.txt")
    git(repository, "mv", "model", "models")
    git(repository, "mv", "old.py", "moved.py")
    staged = since(here)
    git(repository, "commit", "-qm", "three")
    (repository / "service" / "requirements.txt").write_text("nothing-known-of-this==1.0\nnor-of-this==1.0\n")
    changed = since(here)

    assert json.loads(staged.stdout)["findings"]
    assert new(staged) == set()
    assert new(changed) == {("RAIL302", "service/requirements.txt")}


def test_a_use_that_was_declared_since_brings_in_what_it_prohibits(here, repository):
    (repository / "rail.toml").write_text(CASE.replace("crime-prediction", "law-enforcement"))

    run = since(here)

    assert run.returncode == 1
    assert ("RAIL101", "old.py") in new(run)


def test_a_package_that_joins_a_lockfile_is_the_only_one_that_counts(here, repository):
    entry = '[[package]]\nname = "p{}"\nversion = "1"\n\n'
    lock = repository / "uv.lock"
    lock.write_text("version = 1\n\n" + "".join(entry.format(n) for n in range(40)))
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "lock")
    git(repository, "branch", "before")
    lock.write_text(lock.read_text() + entry.format("new"))

    run = since(here, "before", "--fail-on", "unknown")

    assert run.returncode == 1
    counted = [each for each in json.loads(run.stdout)["findings"] if "suppressed" not in each]
    assert [each["component"] for each in counted] == ["pkg:pypi/pnew@1"]


def test_of_a_branch_that_moved_on_the_common_ancestor_is_compared(here, repository):
    git(repository, "checkout", "-q", "main")
    (repository / "old.py").unlink()
    git(repository, "commit", "-qam", "two")
    git(repository, "checkout", "-q", "work")

    assert new(since(here)) == set()


def test_what_git_ignores_is_not_compared(here, repository):
    (repository / ".gitignore").write_text("node_modules/\n")
    package = repository / "node_modules" / "react-leaflet"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"name": "react-leaflet", "version": "5.0.0", "license": "Hippocratic-2.1"}')

    run = since(here)

    assert "react-leaflet" not in run.stdout


def test_a_folder_below_the_root_is_compared_with_itself(here, repository):
    below = repository / "service"
    below.mkdir()
    (below / "app.py").write_text(BLOOM)

    first = since(here, "main", "service")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    second = since(here, "HEAD", "service")

    assert first.returncode == 1
    assert second.returncode == 0
    assert [each["location"]["path"] for each in json.loads(second.stdout)["findings"]] == ["app.py"] * 2


def test_names_with_odd_characters_are_compared(here, repository):
    (repository / "naïve file\n.py").write_text(BLOOM)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")

    assert new(since(here, "HEAD")) == set()


def test_attributes_and_filters_of_the_repository_do_not_act(here, repository):
    (repository / ".gitattributes").write_text("*.py filter=evil export-ignore\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    git(repository, "config", "filter.evil.smudge", "touch pwned; cat")
    git(repository, "config", "core.fsmonitor", "touch pwned")

    assert new(since(here, "HEAD")) == set()
    assert not (repository / "pwned").exists()


@pytest.mark.parametrize("revision", ["nowhere", "--help", "--output=x", "", "main:old.py", "HEAD~5"])
def test_what_is_no_revision_is_a_usage_error(here, repository, revision):
    run = here("check", f"--since={revision}")

    assert run.returncode == 2
    assert run.stderr.startswith("error: no such revision")
    assert not (repository / "x").exists()


def test_without_a_repository_it_is_a_usage_error(here, tmp_path):
    (tmp_path / "app.py").write_text(BLOOM)

    run = here("check", "--since", "main")

    assert run.returncode == 2
    assert "git" in run.stderr


@pytest.mark.parametrize("given", ["env", "-", "pkg:pypi/torch@2", "old.py"])
@pytest.mark.usefixtures("repository")
def test_only_folders_are_compared(here, given):
    run = here("check", "--since", "main", given)

    assert run.returncode == 2
    assert "--since compares folders" in run.stderr


def test_a_configuration_that_was_broken_then_accepts_nothing(here, repository):
    (repository / "rail.toml").write_text("not [ toml")
    git(repository, "commit", "-qam", "broken")
    (repository / "rail.toml").write_text(CASE)

    assert since(here, "HEAD").returncode == 1


def test_uses_of_the_command_line_hold_for_both_states(here, repository):
    (repository / "rail.toml").unlink()
    git(repository, "commit", "-qam", "two")

    assert since(here, "HEAD", "--use", "crime-prediction").returncode == 0


DENIES = '[[policy]]\nid = "none-of-these"\ndecide = "deny"\nlicenses = ["bigscience-bloom-rail-1.0"]\nreason = "no"\n'


@pytest.fixture
def extending(repository):
    (repository / "rail.toml").write_text('extends = "shared.toml"\n' + CASE)
    (repository / "shared.toml").write_text("")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "extends")
    git(repository, "branch", "-f", "main")
    return repository


def test_what_a_change_of_the_shared_policies_denies_counts(here, extending):
    (extending / "shared.toml").write_text(DENIES)

    assert ("RAIL601", "old.py") in new(since(here))


def test_what_the_shared_policies_denied_before_does_not_count(here, extending):
    (extending / "shared.toml").write_text(DENIES)
    git(extending, "commit", "-qam", "denies")

    assert new(since(here, "HEAD")) == set()


def test_shared_policies_outside_the_repository_hold_for_both_states(here, extending):
    outside = extending.parent / f"{extending.name}-shared.toml"
    outside.write_text(DENIES)
    (extending / "rail.toml").write_text(f'extends = "../{outside.name}"\n' + CASE)
    git(extending, "commit", "-qam", "elsewhere")

    assert new(since(here, "HEAD")) == set()


@pytest.fixture
def with_submodule(repository, tmp_path_factory):
    part = tmp_path_factory.mktemp("part")
    git(part, "init", "-q", "-b", "main")
    (part / "load.py").write_text(BLOOM.replace("bloom", "bloomz"))
    git(part, "add", "-A")
    git(part, "commit", "-qm", "part")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(part), "part")
    git(repository, "commit", "-qm", "with a submodule")
    return repository


@pytest.mark.usefixtures("with_submodule")
def test_a_submodule_that_was_added_counts(here):
    assert ("RAIL101", "part/load.py") in new(since(here))


@pytest.mark.usefixtures("with_submodule")
def test_a_submodule_that_stayed_as_it_was_does_not_count(here):
    assert new(since(here, "HEAD")) == set()


def test_what_is_new_in_a_submodule_counts(here, with_submodule):
    (with_submodule / "part" / "more.py").write_text(BLOOM.replace("bloom", "bloom-560m"))

    assert {path for _, path in new(since(here, "HEAD"))} == {"part/more.py"}


def test_a_submodule_whose_commit_is_not_here_was_not_there(here, with_submodule):
    git(with_submodule / "part", "commit", "-q", "--amend", "-m", "another")
    git(with_submodule / "part", "reflog", "expire", "--expire=now", "--all")
    git(with_submodule / "part", "update-ref", "-d", "refs/remotes/origin/main")
    git(with_submodule / "part", "update-ref", "-d", "refs/remotes/origin/HEAD")
    git(with_submodule / "part", "gc", "-q", "--prune=now")

    assert ("RAIL101", "part/load.py") in new(since(here, "HEAD"))


def test_another_repository_within_the_folder_counts(here, repository):
    inner = repository / "inner"
    inner.mkdir()
    git(inner, "init", "-q", "-b", "main")
    (inner / "load.py").write_text(BLOOM.replace("bloom", "bloomz"))
    git(inner, "add", "-A")
    git(inner, "commit", "-qm", "inner")

    assert ("RAIL101", "inner/load.py") in new(since(here))
