import msgspec
import pytest

from rail.errors import UsageError
from rail.generate.answers import Answers, Artifact, Custom
from rail.generate.bundle import bundle
from rail.generate.selection import expand, find


def test_a_clause_is_found_by_id_and_by_code(clauses):
    assert find("malware", clauses)[0] is find("SE-01", clauses)[0] is find("se-01", clauses)[0]


def test_a_mode_takes_another_wording(make):
    made = make(clauses=("surveillance:without-consent",))

    (bars,) = made.made.items[0].clause.restricts
    assert (bars.use, bars.mode) == ("surveillance", "without-consent")
    assert "without the consent" in made.text


@pytest.mark.parametrize(("name", "hint"), [("survelance", "surveillance"), ("malware:for-profit", "prohibited")])
def test_an_unknown_clause_or_mode_names_what_there_is(clauses, name, hint):
    with pytest.raises(UsageError) as fault:
        find(name, clauses)

    assert hint in fault.value.hint


def test_a_later_wording_takes_the_place_of_an_earlier(clauses):
    chosen = expand(["clinical-use", "surveillance", "surveillance:if-unlawful"], [], clauses, base=None)

    assert chosen == ("clinical-use", "surveillance:if-unlawful")


def test_the_base_can_be_left_out_of_a_preset_and_added_to_a_choice(clauses):
    assert set(clauses.base()).isdisjoint(expand([], ["surveillance-and-crime"], clauses, base=False))
    assert set(clauses.base()) < set(expand(["malware"], [], clauses, base=True))


def test_a_carve_out_stands_in_attachment_b_and_names_its_clause(make):
    made = make(names=("malware",), carve_outs={"malware": ("security-testing",)})

    assert "B.1 [SE-01] has an exception: tests that the owner" in made.text
    assert "B.2 Attachment A does not apply to studies" in made.text


def test_without_exemptions_there_is_no_attachment_b_and_no_word_of_it(make):
    assert "Attachment B" not in make(research_exemption=False).text
    assert "ATTACHMENT B" not in make(research_exemption=False).text


def test_a_clause_of_ones_own_stands_in_its_domain(make):
    made = make(custom=(Custom(id="WH-1", text="to locate whales for whaling", use="environment"),))

    own = next(item for item in made.made.items if item.clause.custom)
    assert own.label == "Attachment A, A.3 (a)"
    assert "whaling. [WH-1]" in made.text


@pytest.mark.parametrize(
    ("custom", "says"),
    [
        ({"use": "flying"}, "unknown use"),
        ({"mode": "sometimes"}, "unknown mode"),
        ({"domain": "Nowhere"}, "unknown domain"),
        ({"id": "malware"}, "has the id"),
        ({"id": "se-01"}, "has the id"),
    ],
)
def test_a_clause_of_ones_own_has_to_make_sense(make, custom, says):
    with pytest.raises(UsageError, match=says):
        make(custom=(Custom(**{"id": "own", "text": "to do it", "use": "minors", **custom}),))


def test_two_clauses_of_one_id_are_refused(make):
    twice = (Custom(id="own", text="x", use="minors"), Custom(id="OWN", text="y", use="minors"))
    with pytest.raises(UsageError, match="two custom clauses"):
        make(custom=twice)


@pytest.mark.parametrize(
    "given", [{"carve_outs": {"malware": ("security-testing",)}}, {"carve_outs": {"clinical-use": ("nonsense",)}}]
)
def test_a_carve_out_needs_a_chosen_clause_and_a_known_exception(make, given):
    with pytest.raises(UsageError, match="carve-out"):
        make(**given)


def test_a_licence_without_any_clause_is_refused(clauses, catalogue):
    nothing = Answers(work="W", licensor="L", artifacts=(Artifact.MODEL,), clauses=())
    with pytest.raises(UsageError, match="at least one clause"):
        bundle(nothing, clauses, catalogue)


def test_a_clause_of_ones_own_takes_exceptions_as_the_others_do(make):
    own = Custom(id="WH-1", text="to locate whales for whaling", use="environment")

    made = make(custom=(own,), carve_outs={"WH-1": ("academic-research",)})

    assert "B.1 [WH-1] has an exception: scholarly studies" in made.text
    policy = msgspec.json.decode(made.files["rail-policy.json"])
    assert [each["exceptions"] for each in policy["clauses"] if each["id"] == "WH-1"] == [["academic-research"]]


@pytest.mark.parametrize("carve_outs", [{"nowhere": ("consent",)}, {"malware": ("consent",)}, {"own": ("flying",)}])
def test_an_exception_needs_its_clause_and_has_to_be_known(make, carve_outs):
    with pytest.raises(UsageError, match="carve-out"):
        make(custom=(Custom(id="own", text="x", use="minors"),), carve_outs=carve_outs)
