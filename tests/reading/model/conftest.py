"""An endpoint of one's own, and a reader that asks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from inforce.catalogue import Catalogue
from inforce.reading.model import ModelReader, Settings
from reading.model.endpoint import KEY, MODEL, Endpoint, serving

MakeReader = Callable[..., ModelReader]


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with serving() as found:
        yield found


@pytest.fixture
def reader(endpoint: Endpoint, catalogue: Catalogue) -> MakeReader:
    def make(**settings: Any) -> ModelReader:
        given: dict[str, Any] = {"key": KEY, "retries": 0, "timeout": 5.0} | settings
        return ModelReader(Settings(endpoint.url, MODEL, **given), catalogue)

    return make
