"""What restrictions are about, and how they bind."""

import pytest

from rail.identify.clauses import read_clauses
from rail.identify.clauses.demands import DEMANDS, DUTIES
from rail.identify.clauses.languages import SPACED, chinese, japanese, korean
from rail.identify.clauses.lexicon import Lexicon
from rail.identify.clauses.modes import FITTING, MODES
from rail.identify.clauses.tables import rows
from rail.identify.clauses.topics import MODULES
from rail.identify.document import read_document

TABLES = [table for module in (*MODULES, *SPACED, chinese, japanese, korean) for table in (module.TOPICS, module.WEAK)]

SENTENCES = [
    ("to break any law or regulation", "law-violation"),
    ("for unlawful ends", "law-violation"),
    ("to help others commit a crime", "law-violation.crime-facilitation"),
    ("to infringe the copyrights of others", "ip-infringement"),
    ("to follow protesters by video surveillance", "surveillance"),
    ("for espionage on behalf of a state", "surveillance.espionage"),
    ("to track individuals without telling them", "surveillance.tracking"),
    ("for device or person tracking", "surveillance.tracking"),
    ("to pass on unauthorized copies of copyrighted works", "ip-infringement"),
    ("to harm people, animals or property", "harm"),
    ("for facial recognition in the street", "biometrics.identification"),
    ("to recognise or detect emotions of pupils", "biometrics.emotion-recognition"),
    ("to infer the identity of a person from text", "profiling.identity-inference"),
    ("to infer further personal information about somebody", "profiling.personal-inference"),
    ("to rank citizens by social scoring", "profiling.social-scoring"),
    ("in law enforcement", "law-enforcement"),
    ("to predict that a person will commit a crime", "law-enforcement.crime-prediction.individual"),
    ("in the administration of justice", "justice"),
    ("in asylum or immigration procedures", "migration"),
    ("for automated decision-making that affects legal rights", "automated-decision.legal-rights"),
    ("for loan approvals or credit scoring", "essential-services.credit"),
    ("to sift job applicants in recruitment", "essential-services.employment.recruitment"),
    ("to set insurance premiums", "essential-services.insurance.pricing"),
    ("to discriminate against anyone because of race or gender", "discrimination.protected-characteristics"),
    ("to exploit the vulnerabilities of a group of persons", "discrimination.vulnerability-exploitation"),
    ("to manipulate behaviour by subliminal techniques", "manipulation.subliminal"),
    ("to sway voters in an election", "manipulation.elections"),
    ("to spread disinformation", "disinformation"),
    ("to defame or slander a person", "disinformation.defamation"),
    ("for phishing or scams", "disinformation.fraud"),
    ("to send spam", "disinformation.spam"),
    ("to write fake reviews", "disinformation.fake-engagement"),
    ("to impersonate a living person", "disinformation.impersonation"),
    ("to clone the voice of a singer", "disinformation.impersonation.voice-cloning"),
    ("to publish AI-generated text without a label", "disinformation.undisclosed-generation"),
    ("to harass, threaten or bully other people", "harassment"),
    ("to make sexual images of children", "content.csam"),
    ("to make pornography", "content.sexual"),
    ("to promote hatred of a people", "content.hate"),
    ("to harm minors", "minors"),
    ("to leak personally identifiable information", "privacy"),
    ("to extract training data from it", "privacy.data-extraction"),
    ("to give medical advice", "health.medical-advice"),
    ("for medical diagnosis", "health.diagnosis"),
    ("to promote suicide or self-harm", "health.self-harm"),
    ("to make illegal drugs", "health.controlled-substances"),
    ("to practise law by giving legal advice", "professional-practice.legal-advice"),
    ("for the military", "military"),
    ("to develop weapons", "military.weapons"),
    ("in warfare", "military.warfare"),
    ("for nuclear technology", "military.nuclear"),
    ("for biological weapons", "military.cbrn"),
    ("to incite violence", "violence.incitement"),
    ("for terrorism", "violence.extremism"),
    ("to run critical infrastructure", "critical-infrastructure"),
    ("in autonomous vehicles", "critical-infrastructure.transport"),
    ("to write malware", "cybersecurity.malware"),
    ("for denial of service attacks", "cybersecurity.attack"),
    ("to bypass the safety filters of it", "cybersecurity.safeguard-circumvention"),
    ("for academic dishonesty", "academic-dishonesty"),
    ("to violate human rights", "human-rights"),
    ("to hinder peaceful assembly", "human-rights.assembly-democracy"),
    ("for censorship", "human-rights.censorship"),
    ("in human trafficking or slavery", "human-rights.forced-labour"),
    ("to flout labour law", "human-rights.labour-rights"),
    ("to pollute rivers or harm the environment", "environment"),
    ("to extract fossil fuels", "environment.fossil-extraction"),
    ("for gambling", "societal.gambling"),
    ("to sell tobacco", "societal.tobacco"),
    ("to endanger national security", "public-interest"),
    ("to hurt people", "harm"),
    ("to train another model", "non-behavioural.model-training"),
]

MODED = [
    ("for surveillance without the consent of those watched", "surveillance", "without-consent"),
    (
        "to publish machine-generated text without disclosing it",
        "disinformation.undisclosed-generation",
        "without-disclosure",
    ),
    ("for fully automated decisions on asylum", "migration", "fully-automated"),
    ("to give medical advice without human oversight", "health.medical-advice", "without-human-oversight"),
    ("for the unlicensed practice of a profession", "professional-practice", "without-accreditation"),
    (
        "for any use intended to or which has the effect of discriminating against groups",
        "discrimination.protected-characteristics",
        "intended-or-effect",
    ),
    (
        "to spread false information with the purpose of harming others",
        "disinformation.false-information",
        "intent-to-harm",
    ),
    ("to impersonate people in order to deceive", "disinformation.impersonation", "intent-to-deceive"),
    ("to collect biometric data unlawfully", "biometrics.data-collection", "if-unlawful"),
    ("to build weapons", "military.weapons", "prohibited"),
]


def read(clause: str) -> dict[str, str]:
    reading = read_clauses(read_document(f"You may not use the Model {clause}."))
    return {restriction.use: restriction.mode for restriction in reading.restrictions}


@pytest.mark.parametrize(("clause", "use"), SENTENCES)
def test_the_use_is_named(clause: str, use: str) -> None:
    found = read(clause)
    assert any(name == use or name.startswith(use + ".") or use.startswith(name + ".") for name in found), found


@pytest.mark.parametrize(("clause", "use", "mode"), MODED)
def test_the_mode_is_read(clause: str, use: str, mode: str) -> None:
    assert read(clause)[use] == mode


def test_an_excluded_actor_is_a_matter_of_who() -> None:
    reading = read_clauses(read_document("The User is not law enforcement or military."))
    assert {clause.mode for clause in reading.restrictions} == {"actor-based"}


def test_the_longer_phrase_says_more() -> None:
    assert "surveillance" not in read("for mass surveillance of a population")


def test_general_harm_gives_way_to_the_harm_that_is_named() -> None:
    assert set(read("to harm people by building weapons")) == {"military.weapons"}


def test_all_phrases_are_well_formed() -> None:
    everything = [row for table in (*TABLES, DEMANDS, DUTIES, MODES) for row in rows(table)]
    assert Lexicon((phrase, key) for key, phrase in everything if phrase.isascii())


def test_no_phrase_stands_twice_in_a_table() -> None:
    for table in TABLES:
        found = rows(table)
        assert len(found) == len(set(found))


def test_every_use_of_a_row_has_the_form_of_a_use_id() -> None:
    for table in TABLES:
        for use, _ in rows(table):
            assert use.replace(".", "").replace("-", "").isalpha()
            assert use == use.lower()


def test_modes_that_fit_some_uses_exist() -> None:
    assert {mode for mode, _ in rows(FITTING)} <= {mode for mode, _ in rows(MODES)}
