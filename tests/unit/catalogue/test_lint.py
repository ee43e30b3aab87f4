"""Each fault, planted alone into a catalogue that has none."""

from pathlib import Path

import pytest

from rail.catalogue.lint import lint

PROFILE = "profiles/demo-rail-1.0.yaml"
MODELS = "models/acme.yaml"
GENERAL = "general/permissive.yaml"
MORE = "{id: acme/more, kind: model, license: MIT, confidence: stated, source: x"

FAULTS = [
    (PROFILE, "use: military", "use: millitary", "unknown use millitary"),
    (PROFILE, "mode: prohibited", "mode: forbidden", "unknown mode forbidden"),
    (PROFILE, "section: A 1", 'section: " "', "no section for military"),
    (PROFILE, "kind: give-copy", "kind: give-cake", "unknown obligation give-cake"),
    (PROFILE, "trigger: distribution", "trigger: birthday", "unknown trigger birthday"),
    (PROFILE, "id: demo-rail-1.0", "id: demo", "differs from the file name"),
    (PROFILE, "level: full-text", "level: partial", "complete, but the text"),
    (PROFILE, "level: full-text,", "level: full-text, policy: not read,", "complete, but the text or its policy"),
    (PROFILE, ", sources: [the maker's page]", "", "no source is named"),
    (PROFILE, 'conduct: "yes"', 'conduct: "no"', "conduct is no, but military is restricted"),
    (PROFILE, 'conduct: "yes"', "conduct: unknown", "conduct is unknown, so the list cannot be complete"),
    (PROFILE, "- {use: military, mode: prohibited, section: A 1}", "[]", "conduct is yes, but no conduct"),
    (PROFILE, "section: A 1}", "section: A 1}\n  - {use: military, mode: prohibited, section: A 1}", "listed twice"),
    (PROFILE, "family: rail", "family: rail\nnotes: TODO ask", "placeholder TODO"),
    (PROFILE, "expression: LicenseRef-rail-demo-rail-1.0", "expression: LicenseRef-demo++", "not a symbol"),
    (PROFILE, "expression: LicenseRef-rail-demo-rail-1.0", "expression: MIT OR ISC", "not a symbol"),
    (PROFILE, "expression: LicenseRef-rail-demo-rail-1.0", "expression: MIT", "mit is claimed by MIT, demo-rail-1.0"),
    (PROFILE, "[Demo Responsible License]", "[The EXPAT licence]", "means MIT, demo-rail-1.0"),
    (PROFILE, "[Demo Responsible License]", "[The License]", "nothing is left of the spelling"),
    (PROFILE, "family: rail", "family: rail\nfamily: rail", "duplicate key 'family'"),
    (PROFILE, "family: rail", "famly: rail", "unknown field `famly`"),
    (PROFILE, "conduct:", "conduct: maybe #", "Invalid enum value 'maybe'"),
    (PROFILE, "# yaml-language-server", "# yaml", "the first line must name the schema"),
    (PROFILE, "schema/x.json", "schema/y.json", "the first line must name the schema"),
    ("uses/military.yaml", "id: military", "id: warfare", "differs from the file name"),
    ("uses/military.yaml", "id: military", "id: Military", "Expected `str` matching regex"),
    ("uses/military.yaml", "label:", "may-involve: [nonsense]\nlabel:", "may-involve names nonsense"),
    ("uses/military.yaml", "label:", "may-involve: [military]\nlabel:", "may-involve names military"),
    ("modes.yaml", "silent: prohibited", "silent: allowed", "silence must not allow"),
    ("modes.yaml", "{silent: prohibited}", '{silent: unknown, "yes": allowed}', "needs a verdict for yes and for no"),
    (
        "modes.yaml",
        "when: {silent: prohibited}",
        'asks: {fact: f, question: q}, when: {silent: unknown, "yes": allowed, "no": allowed}',
        "one answer must allow and the other prohibit",
    ),
    ("modes.yaml", "modes:", "moods:", "unknown field `moods`"),
    ("catalogue.yaml", "version:", "edition:", "unknown field `edition`"),
    ("shared-aliases.yaml", "[]", "[{alias: x, ids: [MIT], reason: y}]", "needs two or more licences"),
    ("shared-aliases.yaml", "[]", "[{alias: x, ids: [MIT, none-such], reason: y}]", "needs two or more licences"),
    ("shared-aliases.yaml", "[]", '[{alias: x, ids: [MIT, demo-rail-1.0], reason: ""}]', "no reason given"),
    (
        "shared-aliases.yaml",
        "[]",
        "[{alias: x, ids: [MIT, demo-rail-1.0], reason: y}, {alias: The X, ids: [MIT, demo-rail-1.0], reason: y}]",
        "listed twice",
    ),
    (GENERAL, "category: permissive", "category: nice", "unknown category nice"),
    (GENERAL, "id: MIT", "id: demo-rail-1.0", "has a profile"),
    (GENERAL, "id: MIT", "id: M_I_T", "not a symbol"),
    (
        GENERAL,
        "aliases: [Expat]}",
        "scancode: x}\n  - {id: ISC, name: ISC, category: permissive, scancode: x}",
        "claimed by ISC, MIT",
    ),
    (MODELS, "license: MIT", "license: WTFPL", "unknown licence WTFPL"),
    (MODELS, "relation: finetune", "relation: cousin", "unknown relation cousin"),
    (MODELS, "base: [acme/base], ", "", "relation finetune to no base"),
    (MODELS, "acme/tuned, kind: model", "acme/tuned, kind: poem", "unknown kind poem"),
    (MODELS, "id: acme/tuned", "id: other/tuned", "belongs to another maker's file"),
    (MODELS, "id: acme/tuned", 'id: "acme/tuned*"', "not a hub id"),
    (MODELS, "id: acme/tuned", "id: acme/tu ned", "not a hub id"),
    (MODELS, "id: acme/tuned", "id: acme/tu--ned", "tu--ned: not a hub id"),
    (MODELS, "id: acme/tuned", f"id: acme/{'t' * 96}", "not a hub id (a glob"),
    (MODELS, "base: [acme/base]", "base: [https://huggingface.co/acme/base]", "base https://huggingface.co/acme/base"),
    (MODELS, "base: [acme/base]", "base: [acme/other, Acme/Other]", "one base twice"),
    (MODELS, "base: [acme/base]", "base: [acme/Base]", "base acme/Base is written acme/base in its own row"),
    (
        MODELS,
        "source: card}\n",
        f"source: card}}\n  - {MORE}, until: 2025-02-01}}\n  - {MORE.replace('more', 'More')}, since: 2025-02-01}}\n",
        "also written acme/more",
    ),
    (MODELS, "source: card}\n", f"source: card}}\n  - {MORE}, since: 2025-1-1}}\n", "dates are written"),
    (
        MODELS,
        "source: card}\n",
        f"source: card}}\n  - {MORE}, since: 2025-02-01, until: 2025-01-01}}\n",
        "since must be",
    ),
    (
        MODELS,
        "source: card}\n",
        f"source: card}}\n  - {MORE}}}\n  - {MORE}}}\n",
        "two rows hold at the same time",
    ),
    (
        MODELS,
        "source: card}\n",
        f"source: card}}\n  - {MORE}, until: 2025-02-01}}\n  - {MORE}, since: 2025-01-01}}\n",
        "two rows hold at the same time",
    ),
    (MODELS, "license: demo-rail-1.0,", "license: demo-rail-1.0, base: [acme/tuned],", "descends from itself"),
    (MODELS, "license: demo-rail-1.0,", "license: demo-rail-1.0, base: [acme/base],", "descends from itself"),
    (MODELS, "source: card", 'source: ""', "no source"),
]


def test_a_catalogue_without_faults_has_no_complaints(small: Path):
    assert lint(small) == []


@pytest.mark.parametrize(("path", "old", "new", "message"), FAULTS, ids=[each[3] for each in FAULTS])
def test_a_planted_fault_is_found(small: Path, path: str, old: str, new: str, message: str):
    text = (small / path).read_text(encoding="utf-8")
    assert old in text
    (small / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    found = lint(small)

    assert any(message in each.message for each in found), found
    assert all((small / each.path.partition(":")[0]).exists() for each in found)


def test_a_missing_single_file_is_a_complaint_not_a_crash(small: Path):
    (small / "obligations.yaml").unlink()

    assert [each.path for each in lint(small)] == ["obligations.yaml"]


def test_an_unreadable_file_does_not_hide_the_faults_of_others(small: Path):
    (small / "uses" / "military.yaml").write_bytes(b"\xff")

    messages = [each.message for each in lint(small)]

    assert "not UTF-8" in messages
    assert "unknown use military" in messages


def test_rows_that_follow_each_other_do_not_clash(small: Path):
    with (small / MODELS).open("a", encoding="utf-8") as file:
        file.write(f"  - {MORE}, until: 2025-02-01}}\n  - {MORE}, since: 2025-02-01}}\n")

    assert lint(small) == []


def test_a_declared_shared_spelling_is_no_clash(small: Path):
    profile = small / PROFILE
    profile.write_text(
        profile.read_text(encoding="utf-8").replace("[Demo Responsible License]", "[Expat]"), encoding="utf-8"
    )
    shared = small / "shared-aliases.yaml"
    text = shared.read_text(encoding="utf-8").replace("[]", "[{alias: expat, ids: [MIT, demo-rail-1.0], reason: both}]")
    shared.write_text(text, encoding="utf-8")

    assert lint(small) == []
