import pytest

from rail.generate.answers import Answers, Artifact, checked
from rail.generate.naming import letter, license_file, license_name, reference

D, A, M, S = Artifact


def answers(*artifacts: Artifact, work: str = "Kestrel", file: str = "") -> Answers:
    return checked(Answers(work=work, licensor="L", artifacts=artifacts, clauses=("law",), file=file))


def test_the_suffix_follows_the_order_of_the_convention():
    assert license_name(answers(S, M, A, D), "OpenRAIL") == "Kestrel OpenRAIL-DAMS"


@pytest.mark.parametrize(("artifacts", "name"), [((M,), "LICENSE-MODEL"), ((D,), "LICENSE-DATA"), ((M, S), "LICENSE")])
def test_the_file_is_named_for_the_artifact(artifacts, name):
    assert license_file(answers(*artifacts)) == name


def test_a_name_of_ones_own_wins():
    assert license_file(answers(M, file="LICENSE")) == "LICENSE"


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        ("Kestrel", "LicenseRef-Kestrel-OpenRAIL-M"),
        ("Kestrel 7B (chat)", "LicenseRef-Kestrel-7B-chat-OpenRAIL-M"),
        ("Müller++", "LicenseRef-Muller-OpenRAIL-M"),
        ("隼", "LicenseRef-OpenRAIL-M"),
    ],
)
def test_the_spdx_reference_has_only_what_spdx_allows(work, expected):
    assert reference(answers(M, work=work), "OpenRAIL") == expected


def test_letters_go_on_past_z():
    labels = [letter(at) for at in range(1000)]

    assert labels[24:29] == ["y", "z", "aa", "ab", "ac"]
    assert len(set(labels)) == 1000
