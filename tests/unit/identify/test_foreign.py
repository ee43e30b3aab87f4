"""Sentences of other languages beside a free licence: a ban is seen or, at least, not passed over."""

# ruff: noqa: RUF001 -- the letters of other scripts are what is tested

import pytest

from rail.catalogue.load import Catalogue
from rail.domain.evidence import Restricted
from rail.identify.reading import read_text

BANS = {
    "de": "Auf keinen Fall darf der Hafenbetrachter für militärische Zwecke verwendet werden.",
    "es": "En ningún caso podrá utilizarse el visor con fines militares.",
    "pt": "Em nenhum caso poderá o visor ser usado para fins militares.",
    "it": "In nessun caso il visore può essere usato per scopi militari.",
    "nl": "In geen geval mag de kijker voor militaire doeleinden worden gebruikt.",
    "da": "Under ingen omstændigheder må fremviseren bruges til militære formål.",
    "ko": "이 뷰어를 군사 목적으로 사용하지 마세요.",
    "ru": "Не используйте эту программу для слежки за людьми.",
    "ja": "本ビューアの軍事目的での利用はお断りします。",
    "zh": "请不要将本软件用于军事目的。",
    "pt, imperative": "Não use este modelo para fins militares.",
    "fr, imperative": "N'utilisez pas ce modèle à des fins militaires.",
    "zh, law": "禁止通过本程序进行违法行为。",
}
UNKNOWN_TO_RAIL = {
    "pl": "Zabrania się używania tej przeglądarki do celów wojskowych.",
    "tr": "Bu görüntüleyici askeri amaçlarla kullanılamaz.",
    "ar": "يحظر استخدام هذا البرنامج للأغراض العسكرية.",
    "uk": "Забороняється використовувати це програмне забезпечення у військових цілях.",
    "vi": "Không được sử dụng trình xem này cho mục đích quân sự.",
    "id": "Dilarang menggunakan penampil ini untuk tujuan militer.",
    "hi": "इस दर्शक का उपयोग सैन्य उद्देश्यों के लिए नहीं किया जा सकता।",
    "he": "אין להשתמש בתוכנה זו למטרות צבאיות.",
    "el": "Απαγορεύεται η χρήση αυτού του προγράμματος για στρατιωτικούς σκοπούς.",
    "hu": "Ezt a nézőt tilos katonai célokra használni.",
    "th": "ห้ามใช้โปรแกรมดูนี้เพื่อวัตถุประสงค์ทางทหาร",
    "zh, a bad place": "请勿将此用在不好的地方。",
    "zh, only for": "它仅适用于处理你本人账号的数据",
    "pt, no known conduct": "Não use este documento para justificar domínio, culto ou manipulação.",
    "fr, no known conduct": "N'utilisez pas ce document pour justifier domination ou culte.",
    "tr, ASCII": "Modeli askeri amaçlarla kullanmak yasaktir.",
    "ja, not meant": "本ビューアの軍事目的での利用は想定されておりません。",
}
HARMLESS = [
    "Autor: Jan Kowalski, Uniwersytet Warszawski",
    "Das Programm zeichnet Boote im Hafen.",
    "作者：张三，清华大学",
    "このプログラムは港の船を描きます。",
    "Merci à toute l'équipe du port.",
    "Автор: Иван Петров, Москва",
    "저자: 김철수, 서울",
    "感谢所有贡献者",
    "转载请保留版权声明，不得用于商业用途。",
]


@pytest.mark.parametrize("sentence", BANS.values(), ids=BANS.keys())
def test_a_ban_in_a_language_that_rail_knows_is_read(mit: str, catalogue: Catalogue, sentence: str) -> None:
    assert read_text(f"{mit}\n{sentence}\n", catalogue).restricted is Restricted.YES


@pytest.mark.parametrize("sentence", UNKNOWN_TO_RAIL.values(), ids=UNKNOWN_TO_RAIL.keys())
def test_what_cannot_be_read_is_not_passed_over(mit: str, catalogue: Catalogue, sentence: str) -> None:
    reading = read_text(f"{mit}\n{sentence}\n", catalogue)

    assert reading.restricted is not Restricted.NO
    assert reading.problems or reading.restrictions


@pytest.mark.parametrize("sentence", HARMLESS)
def test_names_and_harmless_sentences_leave_a_licence_free(mit: str, catalogue: Catalogue, sentence: str) -> None:
    assert read_text(f"{mit}\n{sentence}\n", catalogue).restricted is Restricted.NO
