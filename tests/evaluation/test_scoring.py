"""The counts of a score, and the same counts from the scorer that others measure with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eval.agreement import vocabulary
from eval.corpora import corpora
from eval.scoring import Counts, Score, kinds_of, languages_of, score
from evaluation.predictions import perturbed

FACT = {
    "kind": "withdrawal_notified",
    "state": "LTU",
    "treaty": "apmbc",
    "date": "2025-06-27",
    "value": None,
    "modality": "done",
}
SAID = {**FACT, "document": "a/one.txt", "participant": "LTU"}


def document(*facts: dict[str, Any], distractor: bool = False) -> list[dict[str, Any]]:
    return [{"id": "one", "lang": "en", "distractor": distractor, "facts": list(facts)}]


def counts(facts: list[dict[str, Any]], said: list[dict[str, Any]]) -> tuple[int, ...]:
    total = score(facts, said).pooled()
    return total.facts, total.core, total.full, total.said, total.false


def test_a_fact_found_missed_and_invented() -> None:
    assert counts(document(FACT), [SAID]) == (1, 1, 1, 1, 0)
    assert counts(document(FACT), []) == (1, 0, 0, 0, 0)
    assert counts(document(), [SAID]) == (0, 0, 0, 1, 1)


def test_a_fact_is_found_by_the_statement_that_agrees_in_full() -> None:
    vague = {**SAID, "date": None}
    assert counts(document(FACT), [vague, SAID]) == (1, 1, 1, 1, 0)


def test_a_second_mention_and_a_loose_fact_count_for_nothing() -> None:
    assert counts(document(FACT), [SAID, {**SAID, "date": "2025-06"}]) == (1, 1, 1, 1, 0)
    assert counts(document({**FACT, "loose": True}), [SAID]) == (0, 0, 0, 0, 0)
    assert counts(document(FACT, FACT), [SAID, SAID]) == (1, 1, 1, 1, 0)


def test_an_open_effect_beside_a_stated_period_is_not_false() -> None:
    period = {**FACT, "kind": "notice_period", "value": {"period": "P6M"}}
    effect = {**SAID, "kind": "withdrawal_effective", "modality": "planned"}
    assert counts(document(period), [effect]) == (1, 0, 0, 0, 0)
    assert counts(document(period), [{**effect, "modality": "done"}]) == (1, 0, 0, 1, 1)


def test_all_that_is_said_of_a_distractor_is_false() -> None:
    found = score(document(distractor=True), [SAID]).pooled(distractors=True)
    assert (found.said, found.false) == (1, 1)


def test_a_wrong_date_is_one_that_cannot_be_the_annotated() -> None:
    found = score(document(FACT), [{**SAID, "date": "2025-07-03"}]).pooled()
    assert (found.core, found.full, found.wrong_dates) == (1, 0, 1.0)


def test_misses_name_the_document_and_the_claim() -> None:
    found = score(document(FACT), [{**SAID, "participant": "EST"}]).misses
    assert [(m.why, m.document) for m in found] == [("missed", "one"), ("false", "one")]


@pytest.mark.parametrize("corpus", [one.name for one in corpora()])
@pytest.mark.parametrize("seed", range(6))
def test_the_scorer_of_others_gives_the_same_figures(
    corpus: str, seed: int, shared: Path, tmp_path: Path
) -> None:
    chosen = next(one for one in corpora() if one.name == corpus)
    said = perturbed(chosen.documents(), seed)
    path = tmp_path / "said.jsonl"
    path.write_text("\n".join(map(json.dumps, said)), encoding="utf-8")
    command = [sys.executable, str(shared / "score_reading.py"), str(chosen.gold), str(path)]
    run = subprocess.run([*command, "--json"], capture_output=True, check=True, text=True)
    theirs = json.loads(run.stdout)
    assert _table(score(chosen.documents(), said)) == theirs


def _table(found: Score) -> dict[str, dict[str, float]]:
    """Our score in the rows of the other scorer."""
    pools = {
        "CHECKABLE": found.pooled(kinds=vocabulary().checkable),
        "ALL": found.pooled(),
        **{kind: found.pooled(kinds=[kind]) for kind in kinds_of(found)},
        **{f"lang:{one}": found.pooled(languages=[one]) for one in languages_of(found)},
    }
    table = {name: _row(counts) for name, counts in pools.items()}
    distractors = found.pooled(distractors=True)
    if distractors.said:
        table["DISTRACTORS"] = _row(Counts(said=distractors.said, false=distractors.false))
    return table


def _row(counts: Counts) -> dict[str, float]:
    p, r = counts.precision, counts.recall
    return {
        "gold": counts.facts,
        "said": counts.said,
        "precision": round(p, 3),
        "recall": round(r, 3),
        "full_recall": round(counts.full_recall, 3),
        "wrong_date": round(counts.wrong_dates, 3),
        "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0,
    }
