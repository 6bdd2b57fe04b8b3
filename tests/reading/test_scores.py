"""What the shared scorer says of the reader: floors that only rise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from inforce.catalogue import Catalogue
from inforce.documents import load_text
from inforce.reading import read

FLOORS = {
    "seeds": {"precision": 0.97, "recall": 0.97, "full_recall": 0.93},
    "documents": {"precision": 0.97, "recall": 0.90, "full_recall": 0.77},
}
MOST_WRONG_DATES = 0.02


def gold_of(shared: Path, corpus: str) -> list[dict[str, Any]]:
    path = shared / ("seeds_gold.jsonl" if corpus == "seeds" else "documents/gold.jsonl")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["lang"] == "en"]


@pytest.mark.parametrize("corpus", ["seeds", "documents"])
def test_the_score_is_above_its_floor(
    corpus: str, shared: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    gold = gold_of(shared, corpus)
    said: list[str] = []
    for row in gold:
        name = row.get("file", f"{row['id']}.txt")
        text = (shared / corpus / name).read_text(encoding="utf-8")
        for statement in read(load_text(text, name=name), catalogue).statements:
            said.append(json.dumps(statement.to_json()))
    (tmp_path / "gold").write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")
    (tmp_path / "said").write_text("\n".join(said), encoding="utf-8")
    scorer = [sys.executable, str(shared / "score_reading.py"), "gold", "said", "--json"]
    run = subprocess.run(scorer, cwd=tmp_path, capture_output=True, check=True, text=True)
    table = json.loads(run.stdout)
    checkable = table["CHECKABLE"]
    for measure, floor in FLOORS[corpus].items():
        assert checkable[measure] >= floor, (measure, checkable)
    assert checkable["wrong_date"] <= MOST_WRONG_DATES
    assert table.get("DISTRACTORS", {"said": 0})["said"] == 0
