"""What the tests of the official room share."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue import Catalogue, load
from inforce.official.names import Names

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load("")


@pytest.fixture
def names(catalogue: Catalogue) -> Names:
    return Names(catalogue)


@pytest.fixture(scope="session")
def examples() -> Path:
    return EXAMPLES
