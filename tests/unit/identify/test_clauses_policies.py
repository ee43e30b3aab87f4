"""Policies that bind by name or link."""

from rail.identify.clauses import Policy, read_clauses
from rail.identify.document import read_document


def policies(text: str) -> tuple[Policy, ...]:
    return read_clauses(read_document(text)).policies


def test_a_policy_at_an_address_binds() -> None:
    (policy,) = policies(
        "Your use must comply with the Acceptable Use Policy (https://example.org/aup), incorporated by reference."
    )
    assert (policy.url, policy.line) == ("https://example.org/aup", 1)


def test_a_policy_behind_a_link_binds() -> None:
    (policy,) = policies("Words.\n\nYou agree to follow the [Prohibited Use Policy](https://example.org/pup).")
    assert (policy.url, policy.line) == ("https://example.org/pup", 3)


def test_a_policy_that_is_only_named_binds_without_address() -> None:
    (policy,) = policies("Use of the model is subject to our use policy.")
    assert policy.url is None


def test_a_policy_is_listed_once() -> None:
    text = "You must follow the usage policy at https://example.org/p. "
    text += "Breach of the usage policy at https://example.org/p violates this licence."
    assert len(policies(text)) == 1


def test_a_policy_in_chinese_binds() -> None:
    (policy,) = policies("您必须遵守使用政策(https://example.org/zh)。")
    assert policy.url == "https://example.org/zh"


def test_a_policy_does_not_refer_to_itself() -> None:
    assert policies("By using the model you agree to this Acceptable Use Policy.") == ()


def test_a_trademark_policy_restricts_no_use_of_the_work() -> None:
    assert policies("Use of the marks must comply with our trademark usage guidelines.") == ()


def test_a_policy_that_binds_nobody_is_not_listed() -> None:
    assert policies("We are writing a usage policy.") == ()


def test_a_policy_may_be_a_file() -> None:
    (policy,) = policies("Use of this viewer is subject to ACCEPTABLE_USE.md.")
    assert "ACCEPTABLE_USE.md" in policy.text
