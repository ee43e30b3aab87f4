import tomli


def test_yes_asks_nothing_and_writes_a_starter_that_can_be_read(rail, tmp_path):
    run = rail("init", "--yes")

    assert (run.returncode, run.stdout) == (0, "")
    assert "next: name your uses in it, then: rail check" in run.stderr
    assert tomli.loads((tmp_path / "rail.toml").read_text())["fail-on"] == "prohibited"


def test_uses_on_the_command_line_are_written_as_full_ids(rail, tmp_path):
    rail("init", "--yes", "-u", "crime-prediction", "--title", 'a "quoted" title', "--fail-on", "unknown")

    written = tomli.loads((tmp_path / "rail.toml").read_text())
    assert written["fail-on"] == "unknown"
    assert written["use-case"][0]["uses"] == ["law-enforcement.crime-prediction"]
    assert written["use-case"][0]["title"] == 'a "quoted" title'


def test_the_questions_are_asked_on_standard_error_and_again_until_understood(rail, tmp_path):
    answers = "Patrol planning\nno such use at all\ncrime-prediction, surveillance\nsometimes\nunknown\n"

    run = rail("init", "--print", input=answers)

    assert run.returncode == 0
    written = tomli.loads(run.stdout)
    assert written["use-case"][0]["title"] == "Patrol planning"
    assert written["use-case"][0]["uses"] == ["law-enforcement.crime-prediction", "surveillance"]
    assert written["fail-on"] == "unknown"
    assert "unknown use: no such use at all" in run.stderr
    assert "no such level: sometimes" in run.stderr
    assert not (tmp_path / "rail.toml").exists()


def test_a_configuration_that_is_there_is_kept_unless_forced(rail, tmp_path):
    (tmp_path / "rail.toml").write_text("# mine\n")

    refused = rail("init", "--yes")
    assert refused.returncode == 2
    assert (
        refused.stderr == "error: there is a configuration already\n  --> rail.toml\n  help: --force writes over it\n"
    )
    assert (tmp_path / "rail.toml").read_text() == "# mine\n"

    assert rail("init", "--yes", "--force").returncode == 0
    assert (tmp_path / "rail.toml").read_text() != "# mine\n"


def test_no_answers_at_all_are_a_usage_error_that_names_the_way_out(rail, tmp_path):
    run = rail("init")

    assert run.returncode == 2
    assert run.stderr.endswith("error: no answer on standard input\n  help: --yes asks nothing\n")
    assert not (tmp_path / "rail.toml").exists()


def test_an_unknown_use_is_refused_with_the_nearest(rail):
    run = rail("init", "--yes", "-u", "survelance")

    assert run.returncode == 2
    assert "error: unknown use: survelance" in run.stderr
    assert "surveillance" in run.stderr
