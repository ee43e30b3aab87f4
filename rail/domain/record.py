"""The base of all values, and the checked strings."""

from typing import Annotated, NewType

import msgspec

Purl = NewType("Purl", str)
"""A canonical package URL, made only by `rail.purl`. https://github.com/package-url/purl-spec"""

OWNER = Purl("")
"""Stands for "the component at home in the folder of this file", until the pipeline knows which one that is."""

SpdxExpression = NewType("SpdxExpression", str)
"""A licence expression, made only by `rail.expression.parse`. https://spdx.github.io/spdx-spec/"""

UseId = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)*$")]
"""A dotted use id, for example `law-enforcement.crime-prediction`."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An immutable value; equal when its fields are equal."""
