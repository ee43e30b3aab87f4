"""The usual terms of other languages."""

# ruff: noqa: RUF001 -- the letters and the punctuation of other languages are the point

import pytest

from rail.identify.clauses import read_clauses
from rail.identify.document import read_document

SENTENCES = {
    "german": (
        (
            "Das Modell darf nicht für militärische Zwecke oder zur Überwachung von Menschen verwendet werden, "
            "und es ist der Einsatz bei Waffen verboten. Die Nutzung ist für alle und nicht nur für eine Person."
        ),
        {"military", "surveillance", "military.weapons"},
    ),
    "french": (
        (
            "Vous ne devez pas utiliser le modèle pour la surveillance ou pour des fins militaires. Les usages "
            "dans la police sont interdits et une exception est exclue."
        ),
        {"military", "surveillance", "law-enforcement"},
    ),
    "spanish": (
        (
            "El modelo no se puede usar para la vigilancia de las personas ni para fines militares. Los usos para"
            " una guerra están prohibidos por el autor."
        ),
        {"military", "surveillance", "military.warfare"},
    ),
    "portuguese": (
        (
            "Você não deve usar o modelo para vigilância ou para fins militares. O uso para criar armas é "
            "proibido e não há uma exceção dos autores; os usos são estes."
        ),
        {"military", "surveillance", "military.weapons"},
    ),
    "italian": (
        (
            "Il modello non può essere usato per la sorveglianza di persone o per scopi militari. È vietato che "
            "gli autori di una guerra ne facciano uso; gli usi sono questi."
        ),
        {"military", "surveillance", "military.warfare"},
    ),
    "danish": (
        (
            "Modellen må ikke anvendes til overvågning eller til militære formål, og det er forbudt at bruge den "
            "til våben af en slags som er farlig."
        ),
        {"military", "surveillance", "military.weapons"},
    ),
    "dutch": (
        (
            "Het model mag niet worden gebruikt voor militaire doeleinden of voor het discrimineren van mensen, "
            "en wapens zijn verboden."
        ),
        {"military", "discrimination"},
    ),
    "russian": (
        (
            "Модель не может использоваться для слежки или в военных целях. Запрещается использовать её для "
            "оружия и на войне с людьми или по указу."
        ),
        {"military", "surveillance", "military.weapons"},
    ),
    "chinese": (
        "您不得将本模型用于军事目的或大规模监控，也不得用于传播虚假信息。",
        {"military", "surveillance.mass", "disinformation"},
    ),
    "traditional chinese": (
        "嚴禁將本模型用於軍事用途、歧視他人或散播謠言。",
        {"military", "discrimination", "disinformation"},
    ),
    "japanese": (
        "本モデルを軍事目的、監視または差別のために利用してはならない。",
        {"military", "surveillance", "discrimination"},
    ),
    "korean": (
        "본 모델을 군사 목적이나 감시, 차별에 사용해서는 안 됩니다.",
        {"military", "surveillance", "discrimination"},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.values(), ids=SENTENCES)
def test_the_usual_terms_are_read(text: str, wanted: set[str]) -> None:
    assert {clause.use for clause in read_clauses(read_document(text)).restrictions} >= wanted


def test_a_chinese_list_inherits_its_lead_in() -> None:
    reading = read_clauses(read_document("您不得将模型用于以下用途：\n1. 军事活动；\n2. 诽谤他人；"))
    assert {clause.use for clause in reading.restrictions} >= {"military", "disinformation.defamation"}


def test_chinese_and_english_words_of_one_line_are_both_read() -> None:
    reading = read_clauses(read_document("不得用于军事目的 / You may not use this model for surveillance."))
    assert {clause.use for clause in reading.restrictions} >= {"military", "surveillance"}


def test_a_foreign_prohibition_without_a_known_topic_is_suspicious() -> None:
    reading = read_clauses(read_document("您不得将本模型用于种植萝卜的目的。"))
    assert not reading.restricts
    assert reading.suspicion


def test_a_chinese_disclaimer_restricts_nothing() -> None:
    assert not read_clauses(read_document("作者不承担任何责任，包括人身伤害。")).restricts


@pytest.mark.parametrize(
    "text",
    [
        "Die Verordnung gilt nicht für Systeme, die nur für militärische Zwecke oder für die Polizei verwendet werden.",
        "La directive ne s'applique pas à:\n- les systèmes pour la recherche\n- les systèmes à des fins militaires\n",
        "Quedan excluidos del ámbito de aplicación:\n- Los sistemas con fines militares\n- Los modelos de la prensa\n",
    ],
)
def test_what_a_law_does_not_apply_to_is_not_barred(text: str) -> None:
    assert not read_clauses(read_document(text)).restricts


def test_foreign_stems_do_not_reach_into_english() -> None:
    assert not read_clauses(
        read_document("You may not exclude the notice. The medical department is true to form.")
    ).restricts
