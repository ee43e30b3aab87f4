"""Texts that speak of restrictions and make none, and those that only look like them."""

import pytest

from rail.identify.clauses import ClauseReading, read_clauses
from rail.identify.document import read_document


def read(text: str) -> ClauseReading:
    return read_clauses(read_document(text))


HEARSAY = {
    "a demo server's rules": (
        "# Fair use of the demo server\n\nThe demo website runs on one small server. Please do not use the service for "
        "spam or illegal content, and do not upload personal data of others. Accounts that do so are deleted.\n"
    ),
    "a code of conduct": (
        "# Code of Conduct\n\nWe do not tolerate:\n\n- harassment of any kind;\n- sexualized language;\n- threats.\n"
    ),
    "a security policy": (
        "# Security Policy\n\nPlease do not use denial of service attacks or phishing against our staff.\n"
    ),
    "a contribution guide": (
        "# Contributing\n\nDo not submit code that contains malware. Discriminatory remarks are not allowed.\n"
    ),
    "a report about licences": (
        "# Why we like RAIL\n\nResponsible licences let authors share a model and say what it must not be used for. "
        "The family began with a proposal by researchers who feared deepfakes. One licence of 2022 forbids using the "
        "model for medical advice, for law enforcement and for disinformation. Critics say that such licences are hard "
        "to enforce. Our blog will follow the debate about every licence of this kind, and about the courts.\n"
    ),
    "an appeal": (
        "The harbour viewer is under the BSD licence. Its authors ask that it not be used for weapons. This is a moral "
        "appeal, not a legal requirement.\n"
    ),
    "questions run together with their answers": (
        "What is a RAIL? A licence with rules. Why did we choose it? To prevent harm. Can I sell the model? Yes. "
        "Do I have to say so? According to rule (f) you cannot use the model for surveillance. What if I do not agree? "
        "Then do not use it for weapons.\n"
    ),
}


@pytest.mark.parametrize("text", HEARSAY.values(), ids=HEARSAY.keys())
def test_what_is_only_spoken_of_is_suspicious_and_no_restriction(text: str) -> None:
    reading = read(text)
    assert not reading.restricts
    assert reading.suspicion


def test_a_model_licence_that_asks_for_privacy_in_its_title_is_still_one() -> None:
    text = "# Use of the Moose model and its weights: what the licence and the privacy policy say\n\n"
    assert read(text + "You may not use the model for surveillance.\n").restricts


def test_a_licence_that_names_licences_often_is_still_one() -> None:
    text = "The licence binds all licences below. " * 20
    assert read(text + "You may not use the model for surveillance.\n").restricts
