"""What manifests write about versions, told as bounds."""

import pytest

from rail.extractors.ranges import npm_bounds, python_bounds


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("^5.0.0", ">=5.0.0,<6"),
        ("^0.2.3", ">=0.2.3,<0.3"),
        ("^0.0.3", ">=0.0.3,<0.0.4"),
        ("~4.2.1", ">=4.2.1,<4.3"),
        ("~4", ">=4,<5"),
        ("4.x", ">=4,<5"),
        ("4", ">=4,<5"),
        ("1.2.*", ">=1.2,<1.3"),
        (">=3", ">=3"),
        (">= 2.1 < 4", ">=2.1,<4"),
        ("<=2", "<3"),
        ("<=2.1.0", "<=2.1.0"),
        ("1.0 - 2.3", ">=1.0,<2.4"),
        ("^4 || ^5.1", ">=4,<5 || >=5.1,<6"),
    ],
)
def test_a_range_of_npm_is_told_as_bounds(written: str, bounds: str) -> None:
    assert npm_bounds(written) == bounds


@pytest.mark.parametrize("written", ["", "*", "latest", "^5 || *", "next || ^5", "workspace:*", "file:../x", "9" * 300])
def test_what_says_nothing_about_a_version_has_no_bounds(written: str) -> None:
    assert npm_bounds(written) is None


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        (">=0.7,<1", ">=0.7,<1"),
        ("~=1.4", ">=1.4,<2"),
        ("~=1.4.2", ">=1.4.2,<1.5"),
        ("==1.*", ">=1,<2"),
        (">=2, !=2.1", ">=2"),
        ("(>=2)", ">=2"),
        ("", None),
        ("!=2", None),
    ],
)
def test_a_specifier_of_python_is_told_as_bounds(written: str, bounds: str | None) -> None:
    assert python_bounds(written) == bounds
