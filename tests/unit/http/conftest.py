"""A registry on loopback for each test."""

from collections.abc import Iterator

import pytest

from tests.fakes.registry import FakeRegistry, running_registry


@pytest.fixture
def registry() -> Iterator[FakeRegistry]:
    with running_registry() as running:
        yield running
