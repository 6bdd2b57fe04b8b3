"""A few hundred damaged files in every run of the tests; `make fuzz` takes a minute over it."""

from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from fuzz.cases import Case, cases, whole
from fuzz.run import run
from inforce.api import View
from inforce.catalogue import Catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return View.open().catalogue


@pytest.mark.parametrize("name", whole())
def test_the_whole_files_are_read(name: str, catalogue: Catalogue) -> None:
    assert run(Case(name, whole()[name]), catalogue) >= 1


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_give_documents_or_one_sentence(seed: int, catalogue: Catalogue) -> None:
    read = [run(case, catalogue) for case in islice(cases(Random(seed)), 60)]
    assert sum(read) > 10
