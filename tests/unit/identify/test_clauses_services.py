"""Rules of a website or a service in other languages, and licences that only speak of one."""

# ruff: noqa: RUF001 -- the letters and the punctuation of other languages are the point

import pytest

from rail.identify.clauses import read_clauses
from rail.identify.document import read_document

RULES = {
    "danish": (
        "Du må ikke bruge tjenesten til ulovlige formål eller forsøge at få adgang til andres data. Vi kan lukke "
        "konti, der misbruger tjenesten."
    ),
    "portuguese": (
        "É proibido o uso deste portal para fins ilícitos ou para o spam. O portal e os servidores são nossos, e não "
        "há outros."
    ),
    "spanish": (
        "El uso del sitio implica la aceptación de estas condiciones. No está permitido utilizar el sitio con fines "
        "ilícitos o que puedan dañar a los demás."
    ),
    "french": (
        "Vous pouvez lire le site et vos comptes. Il est interdit d'utiliser le site pour la diffamation ou pour des "
        "fins illégales."
    ),
    "japanese": "本サービスの掲示板で、次の行為をしてはいけません。\n\n- 他人への誹謗中傷、嫌がらせ\n- 差別的な投稿\n",
    "korean": "본 서비스는 모두에게 열려 있습니다. 불법적인 용도로의 사용을 금지합니다.",
    "chinese": "用户不得利用本网站传播色情内容，不得注册虚假账号，违者将被本网站封禁。",
}
LICENCES = {
    "spanish": (
        "El modelo se ofrece sin garantía. No está permitido utilizar el modelo ni sus pesos para la vigilancia, ni "
        "en un servicio de los militares."
    ),
    "japanese": "本モデルをサービスに組み込むことは自由です。ただし、本モデルを嫌がらせや差別に使用してはいけません。",
    "korean": "본 모델을 서비스에 넣을 수 있습니다. 본 모델을 군사 목적으로 사용하지 마십시오.",
    "chinese": "您可以在平台上部署本模型。不得将本模型用于军事用途。",
}


@pytest.mark.parametrize("text", RULES.values(), ids=RULES.keys())
def test_the_rules_of_a_service_bar_no_use_of_what_is_licensed(text: str) -> None:
    reading = read_clauses(read_document(text))
    assert not reading.restricts
    assert reading.suspicion


@pytest.mark.parametrize("text", LICENCES.values(), ids=LICENCES.keys())
def test_a_licence_that_speaks_of_a_service_still_bars(text: str) -> None:
    assert read_clauses(read_document(text)).restricts


DISCLAIMED = [
    "如果用户使用本软件从事非法活动，作者不承担任何责任。",
    "違法目的で使用した場合、責任を負いません。",
    "불법적인 용도로 사용한다면 해당 부분에 대해서는 개발자가 책임지지 않습니다.",
]
BARRED = [
    "本模型不得用于非法用途，由此造成的后果作者不承担责任。",
    "本モデルを軍事目的で使用することを禁止し、損害について責任を負いません。",
    "请勿将本软件用于军事用途，作者概不负责。",
]


@pytest.mark.parametrize("text", DISCLAIMED)
def test_nobody_is_barred_from_what_the_authors_do_not_answer_for(text: str) -> None:
    assert not read_clauses(read_document(text)).restricts


@pytest.mark.parametrize("text", BARRED)
def test_a_bar_and_a_disclaimer_in_one_sentence_are_told_apart(text: str) -> None:
    assert read_clauses(read_document(text)).restricts
