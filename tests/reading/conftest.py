"""The catalogue and a reader of single sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate
from inforce.documents import load_text
from inforce.reading import Reading, read

Reader = Callable[..., Reading]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue as shipped."""
    return load()


@pytest.fixture(scope="session")
def read_text(catalogue: Catalogue) -> Reader:
    """A function that reads a text, published on a day if one is given."""

    def read_it(text: str, published: str | None = None) -> Reading:
        day = PartialDate.parse(published) if published else None
        return read(load_text(text, name="a text", published=day), catalogue)

    return read_it
