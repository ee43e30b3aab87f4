"""The to-do list as text and checklist, and the NOTICE; hostile names stay harmless."""

import msgspec
import pytest

from rail.domain.component import Engagement, Location, Relation
from rail.domain.duty import Bearer, Duty, General, Standing, Unheard, Words
from rail.domain.evidence import Hop
from rail.domain.record import Purl
from rail.domain.report import CatalogueStamp, Problem, Tool
from rail.report.json import encode
from rail.report.owed import ObligationsReport, markdown, text
from rail.report.owed.notice import is_unedited, notice
from tests.unit.report.hostile import ATTACKS, _replaced

OWN = Bearer(
    component=Purl("pkg:generic/lora"),
    name="lora",
    engagement=Engagement.USES,
    own=True,
    chain=(
        Hop(
            relation=Relation.ADAPTER_OF,
            target=Purl("pkg:huggingface/kite/one"),
            location=Location(path="README.md", line=3),
        ),
    ),
    declared=(Location(path="README.md", line=2),),
)


def duty(kind: str, standing: Standing = Standing.NOW, **fields: object) -> Duty:
    said: dict[str, object] = {"why": "it is used", "clause": Words(text="Do it"), "todo": f"Do {kind}.", **fields}
    return Duty(
        license="kite-1.0",
        license_name="Kite Licence",
        kind=kind,
        trigger="distribution",
        standing=standing,
        bearers=(OWN,),
        **said,  # type: ignore[arg-type]
    )


def listed(*duties: Duty) -> ObligationsReport:
    return ObligationsReport(
        tool=Tool(name="rail", version="0"),
        catalogue=CatalogueStamp(version="0", digest="0"),
        inputs=("project",),
        obligations=duties,
        unknown=(Unheard(component=Purl("pkg:huggingface/a/b"), reason="no licence was found"),),
        general=(General(license="MIT", category="permissive", components=2),),
        problems=(Problem(location=Location(path="x"), message="broken"),),
        summary={each.value: sum(of.standing is each for of in duties) for each in Standing},
    )


EVERY = (
    duty(
        "give-copy",
        section="§3",
        clause=Words(text="Give a copy.", quoted=True, location=Location(path="LICENSE", line=9)),
    ),
    duty(
        "notice-file",
        sentence="Kites are lent by the club, all rights kept.",
        clause=Words(text="…", quoted=True, location=Location(path="LICENSE", line=12)),
    ),
    duty("display-name", Standing.IF, phrase="Flown with Kite", why="it is passed on"),
    duty("cite", Standing.NOT_NOW, why="you only reference it"),
    duty("name-prefix", Standing.DONE, why="its name begins with it"),
)


def lines(report: ObligationsReport, *, verbose: bool = False) -> str:
    return "\n".join(text.as_lines(report, color=False, verbose=verbose, width=100))


def test_the_text_says_who_bears_it_by_which_chain_and_which_clause():
    said = lines(listed(*EVERY))

    assert "generic/lora (the project's own) → adapter-of huggingface/kite/one  [README.md:2, README.md:3]" in said
    assert "[ ] Do give-copy.  (§3)\n        LICENSE:9: “Give a copy.”" in said
    assert "depends, binds if: it is passed on" in said


def test_what_does_not_bind_now_is_counted_and_listed_only_when_asked():
    assert "Do cite." not in lines(listed(*EVERY))
    assert "-v lists the 2 that do not bind now or are done" in lines(listed(*EVERY))
    assert "not now: you only reference it\n    [ ] Do cite." in lines(listed(*EVERY), verbose=True)
    assert "[x] Do name-prefix." in lines(listed(*EVERY), verbose=True)


def test_what_is_not_known_is_always_told():
    said = lines(listed())

    assert "not known what is asked: no licence was found: huggingface/a/b" in said
    assert "2 components under general licences (MIT)" in said
    assert "1 input could not be read; they may ask for more" in said


def test_a_paraphrase_is_marked_as_one():
    assert "in rail's words: Do it" in lines(listed(duty("cite")), verbose=True)
    assert "“Do it”" not in lines(listed(duty("cite")), verbose=True)


def test_the_checklist_has_a_box_for_each_duty_and_ticks_what_is_done():
    said = "\n".join(markdown.as_lines(listed(*EVERY), verbose=True))

    assert said.count("- [ ] ") == 4
    assert said.count("- [x] ") == 1
    assert "## Not known what is asked" in said


@pytest.mark.parametrize("attack", sorted(ATTACKS))
def test_no_string_from_outside_reaches_the_terminal_or_the_page_as_more_than_words(attack):
    report = listed(*EVERY)
    report = msgspec.structs.replace(_replaced(report, ATTACKS[attack]), summary=report.summary)
    said = lines(report, verbose=True)
    page = "\n".join(markdown.as_lines(report, verbose=True))

    assert all(each.isprintable() or each == "\n" for each in said + page)
    assert "<script" not in page.replace("`", "") or "`" in page
    assert encode(report)
    assert notice(report).content.decode().replace("\n", "").isprintable()


def test_the_notice_carries_the_sentences_and_says_where_they_are_from():
    made = notice(listed(*EVERY))

    assert made.content.decode().startswith("NOTICE\n")
    assert "Kites are lent by the club, all rights kept.\n(from LICENSE:12)" in made.content.decode()
    assert "\nFlown with Kite\n" in made.content.decode()
    assert (made.carried, made.lacking) == (2, 0)


def test_a_sentence_whose_text_was_not_scanned_is_not_made_up():
    made = notice(listed(duty("notice-file", section="§1.b")))

    assert (made.carried, made.lacking) == (0, 1)
    assert "[TO FILL IN: the notice that section §1.b of the Kite Licence fixes." in made.content.decode()


def test_what_is_only_referenced_needs_no_notice():
    assert b"asks for a statement" in notice(listed(duty("notice-file", Standing.NOT_NOW))).content


def test_the_same_report_gives_the_same_notice_and_a_changed_one_is_known():
    content = notice(listed(*EVERY)).content

    assert content == notice(listed(*EVERY)).content
    assert is_unedited(content)
    assert not is_unedited(content.replace(b"lent", b"sold"))
    assert not is_unedited(content + b"more\n")
    assert not is_unedited(b"NOTICE\nours\n")
    assert not is_unedited(b"\xff\xfe")
