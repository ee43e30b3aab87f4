import re
from itertools import pairwise

import pytest
from inline_snapshot import snapshot
from msgspec.structs import replace

from rail.domain.component import Component, Kind, Location
from rail.domain.evidence import Evidence, Form, Resolution, Restricted, Role, Status
from rail.domain.finding import Finding, Level
from rail.domain.record import Purl
from rail.domain.report import Problem
from rail.domain.verdict import Determination, Step, Verdict
from rail.report.spi import Style, find
from tests.unit.report.reports import CODE, FREE, MODEL, PACKAGE, PARENT, excerpt, report

STYLE = Style(excerpt=excerpt, places={"precinct-dashboard": "pyproject.toml:31"})


def written(value, **style):
    return b"".join(find("text").write(value, STYLE._replace(**style))).decode()


def test_a_check_shows_the_line_the_facts_and_the_way_out_and_then_counts():
    assert written(report()) == snapshot("""\
error[RAIL101]: prohibited use: law-enforcement.crime-prediction
  --> services/score/model.py:18:51
   |
18 |     pipe = pipeline("text-classification", model="acme/bloom-risk")
   |                                                   ^^^^^^^^^^^^^^^ this model
   |
   = component   pkg:huggingface/acme/bloom-risk@9f2c1ab  (used, not redistributed)
   = licence     not known: no licence was found; inherits bigscience-bloom-rail-1.0
   = lineage     acme/bloom-risk@9f2c1ab -finetuned-from-> bigscience/bloom   (README.md:7)
   = clause      Attachment A (m) bars law-enforcement (prohibited); covers the declared use
   = use case    precinct-dashboard   (pyproject.toml:31)
   = help        change the model, or narrow the use case

warning[RAIL301]: licence not recognised
  --> poetry.lock:212
   = component   pkg:pypi/visionkit@2.1.0  (used, not redistributed)
   = licence     not known: the words are not understood
   = found       "License :: Other/Proprietary License" (classifier), LICENSE.md: text
   = help        add an [[override]] with a reason

unread: not TOML
  --> uv.lock:3
   = help        lock the project anew

checked 5 components in 3 files against 1 use case
2 findings: 1 prohibited, 1 unknown, 0 conditional (1 ignored) · 1 input unreadable · catalogue 2026.11
unknown: 1 licence could restrict any use: visionkit@2.1.0
""")


def test_a_scan_lists_what_restricts_first_and_counts_what_does_not():
    assert written(report(), verb="scan") == snapshot("""\
component                            licence                       restricted  engagement  restrictions
huggingface/acme/bloom-risk@9f2c1ab  no licence was found          yes         uses        law-enforcement
huggingface/bigscience/bloom         bigscience-bloom-rail-1.0     yes         references  law-enforcement, minors
generic/precinct (this project)      no licence was found          unknown     uses
pypi/visionkit@2.1.0                 the words are not understood  unknown     uses

unread: not TOML
  --> uv.lock:3
   = help        lock the project anew

scanned 5 components in 3 files
2 restrict what they may be used for, 2 unknown, 1 restrict nothing · 1 input unreadable · catalogue 2026.11
""")


def test_a_verbose_scan_lists_what_restricts_nothing_too():
    assert "pypi/requests@2.31.0" not in written(report(), verb="scan")
    assert "pypi/requests@2.31.0" in written(report(), verb="scan", verbose=True)


def test_a_verbose_check_shows_every_step_of_the_proof():
    brief, whole = written(report()), written(report(), verbose=True)

    assert "= free        nothing else touches it" not in brief
    assert "= free        nothing else touches it" in whole
    assert "= licence     BigScience RAIL License v1.0" in whole


def test_errors_come_before_warnings_whatever_their_order_in_the_report():
    text = written(report())

    assert text.index("error[RAIL101]") < text.index("warning[RAIL301]")


def test_an_ignored_finding_is_counted_and_not_shown():
    text = written(report())

    assert "RAIL305" not in text
    assert "(1 ignored)" in text


def test_a_line_that_is_not_at_hand_leaves_the_place_alone():
    text = written(report(), excerpt=lambda _path, _line: None)

    assert "  --> services/score/model.py:18\n   = component" in text


def test_the_caret_stands_under_the_name_also_after_tabs_and_wide_characters():
    line = '\t限制 = load("acme/bloom-risk")'
    lines = written(report(), excerpt=lambda _path, _line: line).splitlines()
    shown, carets = next((a, b) for a, b in pairwise(lines) if "^" in b)

    wide = sum(2 if ord(each) > 0x2E80 else 1 for each in shown[: shown.index("acme")])
    assert carets.index("^") == wide
    assert carets.count("^") == len("acme/bloom-risk")


def test_a_name_too_far_to_the_right_is_not_underlined_in_empty_space():
    line = "x" * 500 + "acme/bloom-risk"
    text = written(report(), excerpt=lambda _path, _line: line)

    assert "^" not in text
    assert max(map(len, text.splitlines())) < 200


@pytest.mark.parametrize(
    ("line", "caret"),
    [
        ("load('acme/bloom-risk-v2')", -1),
        ("load('my-acme/bloom-risk')", -1),
        ("load('acme/bloom-risk-v2', 'acme/bloom-risk')", 28),
        ("FROM bloom-risk", 5),
        ("FROM bloom-risky", -1),
    ],
)
def test_only_the_whole_name_is_underlined(line, caret):
    lines = written(report(), excerpt=lambda _path, _line: line).splitlines()

    carets = next((each for each in lines if "^" in each), "")
    assert carets.find("^") - len("18 | ") == caret or (not carets and caret == -1)


def test_long_facts_are_folded_between_words_to_the_width():
    text = written(report(), width=60)

    facts = [line for line in text.splitlines() if line.startswith("   ")]
    assert any(line.startswith(" " * 17) for line in facts)
    assert all(len(line) <= 60 for line in facts if " " in line[17:])


def test_nothing_is_called_clean_while_a_licence_is_unknown():
    text = written(report(findings=(), problems=()))

    assert "nothing bars" not in text
    assert "unknown: 1 licence could restrict any use: visionkit@2.1.0" in text


def test_the_project_itself_without_a_licence_is_not_counted_as_unknown():
    text = written(report(findings=(), problems=()))

    assert "precinct\n" not in text


def test_a_package_asked_about_by_its_name_is_counted_as_unknown():
    asked = Component(purl=PACKAGE, kind=Kind.PACKAGE, name="visionkit", root=True)
    missing = Resolution(component=PACKAGE, status=Status.MISSING, restricted=Restricted.UNKNOWN)

    text = written(report(components=(asked,), resolutions=(missing,), findings=(), problems=()))

    assert "unknown: 1 licence could restrict any use: visionkit@2.1.0" in text


def test_a_report_in_which_all_is_known_and_free_says_so_plainly():
    whole = report()
    known = tuple(each for each in whole.resolutions if each.restricted is not Restricted.UNKNOWN)
    summary = replace(whole.summary, ignored=0, unread=0)

    text = written(report(findings=(), problems=(), resolutions=known, determinations=(), summary=summary))

    assert text == snapshot("""\
checked 5 components in 3 files against 1 use case
0 findings (0 ignored) · catalogue 2026.11
nothing bars the declared uses, and no licence is unknown (2 licences restricting other uses)
""")


def test_a_verdict_that_no_rule_reports_keeps_a_report_from_being_called_clean():
    known = tuple(each for each in report().resolutions if each.restricted is not Restricted.UNKNOWN)

    assert "nothing bars" not in written(report(findings=(), problems=(), resolutions=known))


def test_an_unread_input_keeps_a_report_from_being_called_clean():
    known = tuple(each for each in report().resolutions if each.restricted is not Restricted.UNKNOWN)

    text = written(report(findings=(), resolutions=known, determinations=()))

    assert "nothing bars" not in text
    assert "unread: not TOML\n  --> uv.lock:3" in text
    assert "1 input unreadable" in text


def test_a_check_without_a_use_case_does_not_claim_to_have_judged():
    summary = replace(report().summary, use_cases=0)

    text = written(report(findings=(), problems=(), resolutions=(), determinations=(), summary=summary))

    assert "against no declared use" in text
    assert "nothing bars" not in text


def many(count, level=Level.WARNING, rule="RAIL302"):
    return tuple(
        Finding(rule=rule, level=level, message=f"number {each}", verdict=Verdict.UNKNOWN) for each in range(count)
    )


def test_a_long_list_of_one_rule_is_cut_and_says_how_to_see_the_rest():
    text = written(report(findings=many(40)))

    assert text.count("warning[RAIL302]") == 10
    assert "… and 30 more RAIL302 (use -v or --format json)" in text
    assert "40 findings: 0 prohibited, 40 unknown" in text
    assert written(report(findings=many(40)), verbose=True).count("warning[RAIL302]") == 40


def test_a_long_list_of_problems_is_cut_and_says_so():
    problems = tuple(Problem(location=Location(path=f"{each}.lock"), message="broken") for each in range(30))

    text = written(report(problems=problems))

    assert text.count("unread: broken") == 10
    assert "… and 20 more inputs unread" in text


def test_a_scan_of_very_many_restricted_components_is_cut_and_says_so():
    components = tuple(Component(purl=Purl(f"pkg:pypi/p{i}"), kind=Kind.PACKAGE, name=f"p{i}") for i in range(150))
    resolutions = tuple(
        Resolution(component=each.purl, status=Status.MISSING, restricted=Restricted.UNKNOWN) for each in components
    )

    text = written(report(components=components, resolutions=resolutions, problems=()), verb="scan")

    assert text.count("pypi/p") == 100
    assert "… and 50 more (use -v or --format json)" in text


def test_a_loop_in_the_lineage_ends():
    edges = report().edges
    loop = (*edges, replace(edges[0], source=PARENT, target=MODEL))

    assert written(report(edges=loop)).count("= lineage") == 2


NASTY = "x\x1b]0;owned\x07\x1b[2J\u202e\u2066\u200b\nerror[RAIL999]: forged"


def hostile():
    """Put the nasty string wherever a report takes words from outside."""
    place = Location(path=NASTY, line=18)
    purl = Purl(f"pkg:pypi/{NASTY}")
    finding = Finding(
        rule="RAIL101",
        level=Level.ERROR,
        message=NASTY,
        component=purl,
        use_case=NASTY,
        verdict=Verdict.PROHIBITED,
        location=place,
        trail=(Step(says=f"clause: {NASTY}", location=place), Step(says=NASTY)),
        help=NASTY,
    )
    return report(
        components=(Component(purl=purl, kind=Kind.PACKAGE, name=NASTY, locations=(place,)),),
        resolutions=(
            Resolution(
                component=purl,
                status=Status.CONFLICT,
                restricted=Restricted.UNKNOWN,
                reason=NASTY,
                unread=(NASTY,),
                complete=False,
            ),
        ),
        evidence=(Evidence(component=purl, form=Form.NAME, role=Role.DECLARED, statement=NASTY, source=NASTY),),
        findings=(finding,),
        problems=(Problem(location=replace(place, pointer=NASTY), message=NASTY, hint=NASTY),),
    )


@pytest.mark.parametrize("verb", ["check", "scan"])
@pytest.mark.parametrize("color", [False, True])
def test_hostile_names_paths_and_messages_are_inert(verb, color):
    text = written(hostile(), verb=verb, color=color, verbose=True, excerpt=lambda _path, _line: NASTY)

    bare = re.sub(r"\x1b\[[0-9;]+m", "", text) if color else text
    assert all(each.isprintable() for each in bare.replace("\n", ""))
    assert not any(line.startswith("error[RAIL999]") for line in bare.splitlines())
    assert "\\x1b]0;owned" in bare


def test_a_licence_text_put_into_a_metadata_field_does_not_flood_the_screen():
    said = Evidence(component=PACKAGE, form=Form.NAME, role=Role.DECLARED, statement="word " * 20_000, source="x")

    text = written(report(evidence=(said,)))

    assert max(map(len, text.splitlines())) < 600


def test_colour_changes_nothing_but_colour():
    colored = written(report(), color=True)

    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == written(report())


def test_the_component_is_named_with_how_it_is_dealt_with():
    assert f"{MODEL}  (used, not redistributed)" in written(report())
    assert FREE not in written(report())
    assert CODE.path in written(report())


def trail_of(*says: str, level: Level = Level.WARNING, verdict: Verdict | None = Verdict.CONDITIONAL) -> str:
    steps = tuple(Step(says=each) for each in says)
    return written(
        report(
            findings=(
                Finding(rule="RAIL102", level=level, message="m", component=PACKAGE, verdict=verdict, trail=steps),
            )
        )
    )


def test_the_clause_with_the_open_condition_comes_before_what_the_use_may_only_involve():
    text = trail_of("clause: one", "question: is it involved?", "clause: two", "asks: does a human decide?")

    assert re.findall(r"= (?:clause|asks|question) +(\w+)", text) == ["two", "does", "one", "is"]


def test_the_steps_of_several_uses_stay_below_their_use_and_each_use_shows_its_clause():
    text = trail_of(
        "use: a", "clause: one", "use: b", "clause: two", "use: c", "clause: three", verdict=Verdict.PROHIBITED
    )

    assert re.findall(r"= (?:use|clause) +(\w+)$", text, re.MULTILINE) == ["a", "one", "b", "two", "c", "three"]


def test_the_same_step_is_said_once():
    assert trail_of("clause: Att. A", "clause: Att. A").count("Att. A") == 1


def test_statements_that_are_the_proof_are_not_listed_twice():
    text = trail_of("declared: LICENSE.md (text)", "observed: other words (text)")

    assert "= found" not in text
    assert "= observed" in text


def test_a_note_without_a_verdict_is_short():
    assert "= licence" not in trail_of(level=Level.NOTE, verdict=None)
    assert "= licence" in trail_of(level=Level.NOTE)


def test_what_is_allowed_because_of_a_fact_names_the_fact():
    rulings = tuple(
        Determination(component=purl, use_case="x", use="health", verdict=Verdict.ALLOWED, trail=steps)
        for purl, steps in (
            (MODEL, (Step(says="asks: Does a doctor check it? — answered yes (fact `human-oversight`)"),)),
            (FREE, ()),
        )
    )

    text = written(report(determinations=rulings, findings=()))

    assert "its condition met: human-oversight)" in text
    assert "requests (Apache-2.0 restricts no use)" in text


def test_the_table_that_speaks_of_a_package_is_that_of_packages():
    said = Evidence(
        component=PACKAGE, form=Form.EXPRESSION, role=Role.DECLARED, statement="MIT (stated)", source="catalogue"
    )

    assert "table of known packages: MIT" in written(report(evidence=(said,)))
