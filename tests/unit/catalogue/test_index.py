"""Which spellings mean which licence, and which mean nothing."""

import json
from importlib.metadata import files
from pathlib import Path

import pytest
from packaging.licenses import _spdx

from rail.catalogue.index import Index, by_id, find
from rail.catalogue.load import Catalogue
from rail.catalogue.normalise import normal_name, normal_url
from rail.domain.evidence import Form
from rail.domain.profile import Conduct, LicenseProfile

HUB_TAGS = [
    "apache-2.0",
    "mit",
    "openrail",
    "bigscience-openrail-m",
    "creativeml-openrail-m",
    "bigscience-bloom-rail-1.0",
    "bigcode-openrail-m",
    "afl-3.0",
    "artistic-2.0",
    "bsl-1.0",
    "bsd",
    "bsd-2-clause",
    "bsd-3-clause",
    "bsd-3-clause-clear",
    "c-uda",
    "cc",
    "cc0-1.0",
    "cc-by-2.0",
    "cc-by-2.5",
    "cc-by-3.0",
    "cc-by-4.0",
    "cc-by-sa-3.0",
    "cc-by-sa-4.0",
    "cc-by-nc-2.0",
    "cc-by-nc-3.0",
    "cc-by-nc-4.0",
    "cc-by-nd-4.0",
    "cc-by-nc-nd-3.0",
    "cc-by-nc-nd-4.0",
    "cc-by-nc-sa-2.0",
    "cc-by-nc-sa-3.0",
    "cc-by-nc-sa-4.0",
    "cdla-sharing-1.0",
    "cdla-permissive-1.0",
    "cdla-permissive-2.0",
    "wtfpl",
    "ecl-2.0",
    "epl-1.0",
    "epl-2.0",
    "etalab-2.0",
    "eupl-1.1",
    "eupl-1.2",
    "agpl-3.0",
    "gfdl",
    "gpl",
    "gpl-2.0",
    "gpl-3.0",
    "lgpl",
    "lgpl-2.1",
    "lgpl-3.0",
    "isc",
    "h-research",
    "intel-research",
    "lppl-1.3c",
    "ms-pl",
    "apple-ascl",
    "apple-amlr",
    "mpl-2.0",
    "odc-by",
    "odbl",
    "openmdw-1.0",
    "openmdw-1.1",
    "openrail++",
    "osl-3.0",
    "postgresql",
    "ofl-1.1",
    "ncsa",
    "unlicense",
    "zlib",
    "pddl",
    "lgpl-lr",
    "deepfloyd-if-license",
    "fair-noncommercial-research-license",
    "llama2",
    "llama3",
    "llama3.1",
    "llama3.2",
    "llama3.3",
    "llama4",
    "grok2-community",
    "gemma",
]

LEFT_OUT = {
    # They ask more of the user than attribution, and no profile says yet how much.
    "ASWF-Digital-Assets-1.0",
    "ASWF-Digital-Assets-1.1",
    "IEC-Code-Components-EULA",
    "JPL-image",
    "NLOD-1.0",
    "NLOD-2.0",
    "OGL-UK-1.0",
    "PPL",
    "Unicode-TOU",
}

SAYS_NOTHING = {
    "License :: DFSG approved",
    "License :: Free For Educational Use",
    "License :: Free For Home Use",
    "License :: Free To Use But Restricted",
    "License :: Freely Distributable",
    "License :: Freeware",
    "License :: OSI Approved",
    "License :: Other/Proprietary License",
}

SPELLINGS = [
    ("MIT License", "MIT"),
    ("The MIT License (MIT)", "MIT"),
    ("mit", "MIT"),
    ("Apache 2.0", "Apache-2.0"),
    ("Apache License, Version 2.0", "Apache-2.0"),
    ("apache2", "Apache-2.0"),
    ("Apache Software License", "LicenseRef-rail-apache-family"),
    ("BSD", "LicenseRef-rail-bsd-family"),
    ("BSD License", "LicenseRef-rail-bsd-family"),
    ("new BSD", "BSD-3-Clause"),
    ("BSD 3-Clause", "BSD-3-Clause"),
    ("3-clause BSD licence", "BSD-3-Clause"),
    ("GPLv3+", "GPL-3.0-or-later"),
    ("GPLv3", "GPL-3.0-only"),
    ("GPL-2.0+", "GPL-2.0-or-later"),
    ("GNU General Public License v2 or later (GPLv2+)", "GPL-2.0-or-later"),
    ("GPL", "LicenseRef-rail-gpl-family"),
    ("LGPL", "LicenseRef-rail-lgpl-family"),
    ("ISC license (ISCL)", "ISC"),
    ("PSF", "PSF-2.0"),
    ("MPL 2.0", "MPL-2.0"),
    ("Public Domain", "LicenseRef-rail-public-domain"),
    ("CC-BY", "LicenseRef-rail-cc-by-family"),
    ("CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
    ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
    ("CreativeML Open RAIL-M", "LicenseRef-scancode-stable-diffusion-2022-08-22"),
    ("CreativeML OpenRAIL-M", "LicenseRef-scancode-stable-diffusion-2022-08-22"),
    ("creativeml-openrail-m", "LicenseRef-scancode-stable-diffusion-2022-08-22"),
    ("CreativeML OpenRAIL++-M License", "LicenseRef-scancode-bigscience-open-rail-m2"),
    ("openrail++", "LicenseRef-scancode-bigscience-open-rail-m2"),
    ("sdxl-license", "LicenseRef-scancode-bigscience-open-rail-m2"),
    ("BigScience OpenRAIL-M", "LicenseRef-scancode-bigscience-open-rail-m"),
    ("OpenRAIL-M", "LicenseRef-rail-openrail-family-tag"),
    ("openrail", "LicenseRef-rail-openrail-family-tag"),
    ("LicenseRef-OpenRAIL", "LicenseRef-rail-openrail-family-tag"),
    ("LicenseRef-OpenRAIL-M", "LicenseRef-rail-openrail-family-tag"),
    ("LicenseRef-OpenRAIL-PP-M", "LicenseRef-scancode-bigscience-open-rail-m2"),
    ("LicenseRef-OpenRAIL-PlusPlus", "LicenseRef-scancode-bigscience-open-rail-m2"),
    ("LicenseRef-CreativeML-OpenRAIL-M", "LicenseRef-scancode-stable-diffusion-2022-08-22"),
    ("LicenseRef-BigCode-OpenRAIL-M", "LicenseRef-scancode-bigcode-open-rail-m-v1"),
    ("LicenseRef-scancode-llama-2-license-2023", "LicenseRef-scancode-llama-2-license-2023"),
    ("Llama 2 Community License Agreement", "LicenseRef-scancode-llama-2-license-2023"),
    ("llama-3", "LicenseRef-rail-llama3"),
    ("deepseek-license", "LicenseRef-scancode-deepseek-la-1.0"),
    ("OpenRAIL-AS license", "LicenseRef-rail-facefusion-openrail-as"),
    ("JSON", "JSON"),
    ("The JSON License", "JSON"),
    ("OpenMDW-1.0", "OpenMDW-1.0"),
]


@pytest.mark.parametrize(("spelling", "expression"), SPELLINGS, ids=[each for each, _ in SPELLINGS])
def test_a_spelling_means_its_licence(index: Index, spelling: str, expression: str):
    found = index.find(spelling, Form.NAME)

    assert found is not None
    assert found.expression == expression
    assert not found.shared


@pytest.mark.parametrize("symbol", ["LicenseRef-DeepSeek-License", "LicenseRef-bilibili-Model-Use", "LicenseRef-gemma"])
def test_a_private_symbol_named_after_a_restricting_licence_means_it(index: Index, symbol: str):
    found = index.find(symbol, Form.EXPRESSION)

    assert found is not None
    assert all(by_id(each).conduct is not Conduct.NO for each in found.ids)


@pytest.mark.parametrize("symbol", ["LicenseRef-MIT", "LicenseRef-BSD", "LicenseRef-qwen", "LicenseRef-Proprietary"])
def test_a_private_symbol_named_after_a_free_licence_stays_unknown(index: Index, symbol: str):
    assert index.find(symbol, Form.EXPRESSION) is None


@pytest.mark.parametrize("tag", HUB_TAGS)
def test_every_tag_of_the_hub_is_known(index: Index, tag: str):
    assert index.find(tag, Form.TAG) is not None


@pytest.mark.parametrize("tag", ["other", "unknown", "", " ", "none"])
def test_tags_that_name_no_licence_find_none(index: Index, tag: str):
    assert index.find(tag, Form.TAG) is None


def test_every_spdx_id_is_known(catalogue: Catalogue, index: Index):
    ids = [each["id"] for each in _spdx.LICENSES.values()]

    assert {each for each in ids if index.find(each, Form.EXPRESSION) is None} == LEFT_OUT
    assert {each for each in ids if catalogue.by_symbol(each) is None} == LEFT_OUT
    assert [each["id"] for each in _spdx.EXCEPTIONS.values() if catalogue.by_symbol(each["id"]) is None] == []


def test_every_classifier_that_says_something_is_known(index: Index):
    trove = pytest.importorskip("trove_classifiers")
    licenses = [each for each in trove.classifiers if each.startswith("License ::")]

    assert {each for each in licenses if index.find(each, Form.CLASSIFIER) is None} == SAYS_NOTHING


@pytest.mark.parametrize(
    "statement",
    [
        "guardrail",
        "trail",
        "OpenRAILway",
        "rail-routing",
        "MIT or later",
        "MIT with military restriction",
        "not MIT",
        "MIT/Apache-2.0",
        "SEE LICENSE IN LICENSE.md",
        "UNLICENSED",
        "Proprietary",
        "All rights reserved",
        "NVIDIA License",
        "MIT-style",
        "License",
        "the",
        "openrail-m-but-different",
        "x" * 100_000,
        "MIT\x00evil",
        "https://example.org/LICENSE",
        "https://huggingface.co/acme/model/blob/main/LICENSE",
    ],
)
def test_what_is_no_known_spelling_means_nothing(index: Index, statement: str):
    assert index.find(statement, Form.NAME) is None
    assert index.find(statement, Form.URL) is None


@pytest.mark.parametrize(
    ("url", "expression"),
    [
        ("https://opensource.org/licenses/MIT", "MIT"),
        ("http://www.opensource.org/licenses/mit-license.php", "MIT"),
        ("opensource.org/licenses/MIT", None),
        ("http://www.apache.org/licenses/LICENSE-2.0.txt", "Apache-2.0"),
        ("https://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
        ("https://spdx.org/licenses/BSD-3-Clause.html", "BSD-3-Clause"),
        ("https://creativecommons.org/licenses/by-nc/4.0/legalcode.en", "CC-BY-NC-4.0"),
        ("https://creativecommons.org/licenses/by/4.0/deed.de#ref", "CC-BY-4.0"),
        ("https://www.llama.com/llama3_1/license/", "LicenseRef-scancode-llama-3.1-license-2024"),
        (
            "https://huggingface.co/spaces/CompVis/stable-diffusion-license",
            "LicenseRef-scancode-stable-diffusion-2022-08-22",
        ),
        ("https://www.json.org/license.html", "JSON"),
    ],
)
def test_an_address_means_the_licence_that_it_shows(index: Index, url: str, expression: str | None):
    found = index.find(url, Form.URL)

    assert (found.expression if found else None) == expression


@pytest.mark.parametrize(
    ("spelling", "ids"),
    [
        ("gemma", {"gemma-2024-04-01", "gemma-2025-03-24"}),
        ("Hippocratic License", {"hippocratic-1.x", "hippocratic-2.1", "hippocratic-3.0"}),
        ("modified-mit", {"modified-mit-kimi", "minimax-model"}),
        ("RAIL-S", {"aipubs-openrail-s", "debonx-rail-s", "rail-generator-rail"}),
    ],
)
def test_a_shared_spelling_means_all_of_its_licences_at_once(index: Index, spelling: str, ids: set[str]):
    found = index.find(spelling, Form.TAG)

    assert found is not None
    assert found.shared
    assert set(found.ids) == ids
    assert found.expression.count(" AND ") == len(ids) - 1
    assert spelling in found.note


def test_an_exact_symbol_is_itself_where_an_expression_is_asked_for(index: Index):
    assert index.find("Fair", Form.EXPRESSION).ids == ("Fair",)
    assert index.find("Fair", Form.NAME).shared


@pytest.mark.parametrize("word", ["Python 3", "curl", "Llama 3", "JSON", "Vim", "light rail", "Gemma 2", "the public"])
def test_words_of_a_sentence_that_are_also_names_are_no_notice(index: Index, word: str):
    assert index.find(word, Form.NOTICE) is None


@pytest.mark.parametrize(
    "words", ["MIT", "MIT License", "Apache 2.0", "CC BY-NC 4.0", "CreativeML OpenRAIL-M", "Llama 2 license"]
)
def test_words_of_a_sentence_that_stand_out_are_a_notice(index: Index, words: str):
    assert index.find(words, Form.NOTICE) is not None


def test_every_profile_is_found_by_its_id_its_name_and_its_keys(catalogue: Catalogue, index: Index):
    for profile in catalogue.profiles.values():
        known = profile.identifiers
        for spelling in (profile.id, profile.name, profile.expression, *known.scancode, *known.names, *known.urls):
            found = index.find(spelling, Form.NAME)
            assert found is not None, spelling
            assert profile.id in found.ids, spelling


def test_no_scancode_key_that_restricts_conduct_is_called_free(catalogue: Catalogue):
    """The licences whose texts name military, weapons, human rights and the like are profiles or not known at all."""
    for key in RESTRICTING_KEYS:
        found = catalogue.by_symbol(f"LicenseRef-scancode-{key}")
        assert found is None or isinstance(found, LicenseProfile), key


RESTRICTING_KEYS = [
    "woodruff-2002",
    "cosli",
    "colt",
    "hessla",
    "do-no-harm-0.1",
    "cpol-1.0",
    "hippocratic-1.0",
    "katharos-0.1.0",
    "anti-capitalist-1.4",
    "ocsl-1.0",
    "non-violent-4.0",
    "gemma-pup-2024-02-21",
    "llama-4-license-2025",
    "opnl-1.0",
    "opnl-2.0",
    "oculus-sdk",
    "dbad-1.1",
    "rh-eula",
    "scsl-3.0",
    "deepseek-la-1.0",
    "dynamic-drive-tou",
    "openai-tou-20230314",
    "amazon-sl",
]


def test_categories_that_scancode_reserves_for_restrictions_stay_out_of_the_general_licences(catalogue: Catalogue):
    table = next((f for f in files("license-expression") or () if f.name == "scancode-licensedb-index.json"), None)
    if table is None:
        pytest.skip("license-expression ships no index here")
    rows = json.loads(Path(table.locate()).read_text(encoding="utf-8"))
    reserved = {"Proprietary Free", "Commercial", "Free Restricted", "CLA", "Patent License"}
    kept = [
        row["license_key"] for row in rows if row["category"] in reserved and _is_general(catalogue, row["license_key"])
    ]

    assert sorted(kept) == KEPT_DESPITE_CATEGORY


KEPT_DESPITE_CATEGORY = sorted(
    [
        "caldera",
        "hpnd-export-us",
        "hpnd-export-us-acknowledgement",
        "hpnd-uc-export-us",
        "issl-2022",
        "ncgl-uk-2.0",
        "sgi-fslb-1.0",
        "sofa",
        "sun-sissl-1.1",
        "sun-sissl-1.2",
        "sustainable-use-1.0",
        "sybase",
    ]
)
"""Commercial terms, export notices and file formats: read, and no conduct in them."""


def _is_general(catalogue: Catalogue, key: str) -> bool:
    found = catalogue.by_symbol(f"LicenseRef-scancode-{key}")
    return found is not None and not isinstance(found, LicenseProfile)


def test_ids_and_symbols_find_their_licence():
    assert by_id("llama3.1").id == "llama3.1"
    assert by_id("MIT").id == "MIT"
    assert by_id("licenseref-scancode-mit").id == "MIT"
    assert by_id("no-such-licence") is None
    assert find("MIT", Form.NAME).ids == ("MIT",)


def test_near_misses_are_suggested_and_never_answered(index: Index):
    assert index.find("creativeml-openrial-m", Form.NAME) is None
    assert "creativeml-openrail-m" in index.nearest("license", "creativeml-openrial-m")
    assert "law-enforcement.crime-prediction" in index.nearest("use", "law-enforcment.crime-predicton")
    assert "fully-automated" in index.nearest("mode", "fuly-automated")
    assert index.nearest("license", "qqqqqqqqqqqq") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GPLv3+", "gpl 3.0 or later"),
        ("GPL v3 or any later version", "GPL-3.0+"),
        ("Apache License, Version 2.0", "apache licence v2"),
        ("OpenRAIL++", "openrail-++"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str):
    assert normal_name(one) == normal_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("openrail", "openrail++"),
        ("openrail", "openrail-m"),
        ("GPLv3", "GPLv3+"),
        ("llama3", "llama3.1"),
        ("BSD-3-Clause-No-Nuclear-License", "BSD-3-Clause-No-Nuclear-Warranty"),
        ("unlicense", "unlicensed"),
    ],
)
def test_names_that_differ_in_what_matters_stay_apart(one: str, other: str):
    assert normal_name(one) != normal_name(other)


def test_an_address_is_one_whatever_its_scheme_suffix_and_slash():
    spelled = {
        normal_url(f"{scheme}{host}json.org/license{end}")
        for scheme in ("http://", "https://", "//")
        for host in ("", "www.")
        for end in ("", "/", ".html", ".txt", "?x=1", "#top")
    }

    assert spelled == {"url:json.org/license"}
