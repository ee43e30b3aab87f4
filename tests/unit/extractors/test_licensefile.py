"""File names that hold a licence, and names that only look like it."""

import pytest

from rail.domain.component import Kind
from rail.domain.evidence import Form, Role
from rail.extractors.files import licensefile
from rail.extractors.spi import EXTRACTORS, Dispatch

DISPATCH = Dispatch([EXTRACTORS["files/licensefile"]])


def said(one_file, path, text="these licence terms restrict use"):
    return [each for extract in DISPATCH.wanting(path) for each in extract.extract(one_file(path, text))]


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE",
        "a/b/LICENCE.txt",
        "COPYING",
        "NOTICE",
        "UNLICENSE",
        "LICENSE-SD1+SD2.txt",
        "LICENSE.Ethical-3.0-ECO.md",
        "LICENSE_ZH.txt",
        "USE_POLICY.md",
        "ACCEPTABLE_USE_POLICY.md",
        "PROHIBITED_USE.md",
        "Acme-Thing-RAIL.md",
        "OpenRAIL-M.txt",
        "open_rail_m.md",
        "TERMS_OF_USE.md",
        "terms.txt",
        "ACME_TERMS_OF_USE.txt",
        "licenses/any.txt",
        "x-1.dist-info/licenses/a/b",
        "LICENSES/LicenseRef-A.txt",
        "LICENSE.pdf",
        "mit-license.txt",
        "THIRD-PARTY-NOTICES.txt",
        "EULA.rtf",
        "Licence",
        "LICENSE.MIT",
    ],
)
def test_a_licence_file_stands_for_its_text(one_file, path):
    (found,) = said(one_file, path)
    assert (found.form, found.role, found.statement, found.about) == (Form.TEXT, Role.OBSERVED, path, None)


@pytest.mark.parametrize(
    ("path", "about"),
    [
        ("LICENSE-MODEL", Kind.MODEL),
        ("MODEL_LICENSE.md", Kind.MODEL),
        ("WEIGHTS_LICENSE", Kind.MODEL),
        ("LICENSE-WEIGHTS.txt", Kind.MODEL),
        ("DATASET_LICENSE", Kind.DATASET),
        ("LICENSE-DATA", Kind.DATASET),
        ("LICENSE-CODE", None),
    ],
)
def test_a_name_can_narrow_it_to_weights_or_data(one_file, path, about):
    (found,) = said(one_file, path)
    assert found.about is about


@pytest.mark.parametrize(
    "path",
    [
        "license.py",
        "license_test.go",
        "license.js",
        "LICENSE.png",
        "license-checker.md",
        "guardrail.md",
        "GUARDRAIL.md",
        "trail.md",
        "railway.md",
        "rails.md",
        "light-rail.md",
        "monorail.txt",
        "rail.md",
        "src/rail/text.md",
        "noticeboard.md",
        "terminology.md",
        "privacy-policy.md",
        "licenses/profiles/a.yaml",
        "licenses/README.md",
        "licensing.py",
        "x.py.license",
        "docs/guardrails.md",
    ],
)
def test_a_look_alike_is_left_alone(one_file, path):
    assert said(one_file, path) == []


def test_a_name_that_only_says_rail_needs_licence_words(one_file):
    assert said(one_file, "RAIL.md", "response, animation, idle, load") == []
    assert licensefile.is_license_name("RAIL.md") is False


@pytest.mark.parametrize(
    "words", ["You may not put it to work in weapons.", "Use in weapons is forbidden.", "It mustn't / must  not harm."]
)
def test_a_file_called_terms_that_forbids_without_the_words_of_a_licence_counts(one_file, words):
    assert said(one_file, "TERMS", words)
