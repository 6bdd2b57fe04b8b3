"""What the tests of checking share."""

from __future__ import annotations

import pytest

from checking.desk import Desk, MakeDesk
from inforce.catalogue import load
from inforce.checking import Knowledge
from inforce.record.build import record_of


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped catalogue and records."""
    catalogue = load("")
    return Knowledge(catalogue, lambda treaty: record_of(catalogue, treaty))


@pytest.fixture
def desk(knowledge: Knowledge) -> MakeDesk:
    """Makes a desk for an invented document of a day."""

    def make(published: str | None = None, name: str = "paper") -> Desk:
        return Desk(knowledge, published, name)

    return make
