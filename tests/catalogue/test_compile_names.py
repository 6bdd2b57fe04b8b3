from __future__ import annotations

import csv

import pytest

from inforce.catalogue.compile_names import LANGUAGES, OUTPUT, compiled_names
from inforce.catalogue.names import names_to_rows


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_libraries_give_the_shipped_names_again(language: str) -> None:
    with OUTPUT.open(encoding="utf-8", newline="") as file:
        shipped = [tuple(row) for row in csv.reader(file) if row[2] == language]
    assert names_to_rows(compiled_names([language])) == shipped
