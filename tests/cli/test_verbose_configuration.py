"""`rail check -v` tells which configuration holds, why that one, and who decides what."""


def test_it_names_the_file_the_reason_the_use_cases_and_the_policies(here, tmp_path):
    (tmp_path / "org.toml").write_text('[[policy]]\nid = "org"\ndecide = "deny"\nfamilies = ["x"]\nreason = "r"\n')
    (tmp_path / "app.py").write_text("pass\n")
    (tmp_path / "rail.toml").write_text(
        'extends = "org.toml"\n[[use-case]]\nid = "a"\nuses = ["crime-prediction"]\n'
        '\n[[policy]]\nid = "own"\ndecide = "allow"\ncomponents = ["*"]\nreason = "r"\n'
    )

    run = here("check", "-v")

    assert "configuration: rail.toml (nearest rail.toml)" in run.stderr
    assert "use case a: law-enforcement.crime-prediction" in run.stderr
    assert "policy org: deny   org.toml:1" in run.stderr
    assert "policy own: allow   rail.toml:6" in run.stderr
    assert run.stderr.index("policy org") < run.stderr.index("policy own")
