"""The measurement of a large store, on a small one: it compares the answers before the times."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.store import build, measure
from inforce.record.store import Store


def test_the_store_and_duckdb_give_the_same_answer() -> None:
    ratio = measure(statements=20_000)
    assert ratio.ours > 0
    assert ratio.baseline > 0


def test_what_is_built_is_a_store(tmp_path: Path) -> None:
    treaties = build(tmp_path, 9_000)
    assert treaties == ["t0000", "t0001"]
    with Store.open(tmp_path / "a.store") as store:
        assert len(list(store.statements())) == 9_000
        assert len(store.last_acts("t0000")) == 200


@pytest.mark.parametrize("kind", ["file", "postgres"])
def test_an_import_is_whole_and_the_same_again_adds_nothing(kind: str) -> None:
    from bench import importing

    measure_import = {"file": importing.measure_file, "postgres": importing.measure_postgres}
    assert measure_import[kind](rows=1_500).met
