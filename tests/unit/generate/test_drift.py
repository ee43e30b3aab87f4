from msgspec.structs import replace

from rail.generate.bundle import bundle
from rail.generate.drift import changed_by_others, drift


def test_what_was_written_has_not_drifted(make):
    made = make()

    assert drift(made, made.answers.lock, made.files.get) == ()
    assert changed_by_others(made, made.answers.lock, made.files.get) == ()


def test_other_line_ends_are_no_drift(make):
    made = make()
    windows = {path: content.replace(b"\n", b"\r\n") for path, content in made.files.items()}

    assert drift(made, made.answers.lock, windows.get) == ()


def test_a_change_by_hand_is_told_from_answers_that_moved(make):
    before, after = make(), make(names=("malware",))
    there = {**before.files, "NOTICE": b"mine"}

    found = {each.path: each.kind for each in drift(after, before.answers.lock, there.get)}

    assert found["LICENSE-MODEL"] == "stale"
    assert found["rail-policy.json"] == "stale"
    assert found["NOTICE"] == "changed"
    assert changed_by_others(after, before.answers.lock, there.get) == ("NOTICE",)


def test_a_missing_file_is_told(make):
    made = make()
    there = {path: content for path, content in made.files.items() if path != "LICENSE-MODEL"}

    assert [(each.path, each.kind) for each in drift(made, made.answers.lock, there.get)] == [
        ("LICENSE-MODEL", "missing")
    ]


def test_without_a_record_every_other_file_counts_as_someone_elses(make):
    made = make()

    assert changed_by_others(made, None, {"LICENSE-MODEL": b"MIT"}.get) == ("LICENSE-MODEL",)
    assert changed_by_others(made, None, made.files.get) == ()


def test_a_clause_list_that_moved_makes_the_files_stale(make, clauses, catalogue):
    before = make()
    after = bundle(replace(before.answers, lock=None), replace(clauses, version="9.9"), catalogue)

    assert {each.kind for each in drift(after, before.answers.lock, before.files.get)} == {"stale"}
