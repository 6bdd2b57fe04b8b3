from __future__ import annotations

import pytest

from inforce.catalogue.compile_names import LANGUAGES, OUTPUT, compiled_names, compiled_text


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_libraries_give_the_shipped_names_again(language: str) -> None:
    head, *rows = OUTPUT.read_text(encoding="utf-8").splitlines(keepends=True)
    shipped = [row for row in rows if row.split(",")[2] == language]
    assert compiled_text(compiled_names([language])) == "".join([head, *shipped])
