"""Floors rise by a flag, fall by another, and belong to one corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval import __main__ as command
from eval.corpora import Corpus, EvaluationError, corpora
from eval.floors import (
    MEASURES,
    Pin,
    faults,
    measured,
    raised,
    read_floors,
    write_floors,
)
from eval.scoring import Counts, Place, Score


def scored(*, found: int = 90, false: int = 0, wrong: int = 1, distractors: int = 0) -> Score:
    """A score of a hundred English facts."""
    score = Score()
    act = Counts(facts=100, core=found, full=80, wrong_date=wrong, said=found + false, false=false)
    score.places[Place("en", "signature", False)] = act
    score.places[Place("en", "signature", True)] = Counts(said=distractors, false=distractors)
    return score


def test_floors_stand_a_hair_under_the_score() -> None:
    floor = measured(scored(), "d").scopes["en"]
    assert dict(floor.measures) == {
        "precision": 0.995,
        "recall": 0.895,
        "full_recall": 0.795,
        "wrong_dates": 0.017,
    }


def test_a_silent_reader_sets_no_floor_but_that_it_may_not_speak_of_distractors() -> None:
    score = Score()
    score.places[Place("de", "signature", False)] = Counts(facts=3)
    floor = measured(score, "d").scopes["others"]
    assert [floor.measures[name] for name in MEASURES] == [0, 0, 0, 1]
    assert floor.from_distractors == 0


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (scored(found=80, wrong=0), "en: recall is 0.800, past its floor 0.895"),
        (scored(false=10), "en: precision is 0.900, past its floor 0.995"),
        (scored(wrong=9), "en: wrong_dates is 0.100, past its ceiling 0.017"),
        (scored(distractors=2), "en: 2 statements from distractors, expected at most 0"),
    ],
)
def test_a_score_past_its_floor_is_named(now: Score, words: str) -> None:
    pin = measured(scored(), "d")
    assert f"corpus, {words}" in faults("corpus", now, "d", pin)
    assert faults("corpus", scored(), "d", pin) == []


def test_another_corpus_is_a_fault_and_cannot_raise() -> None:
    pin = measured(scored(), "old digest")
    assert faults("corpus", scored(), "new digest", pin) == [
        "corpus: the corpus is not the one that the floors were measured on: found new digest, "
        "expected old digest"
    ]
    with pytest.raises(EvaluationError, match="--lower-floors sets them anew"):
        raised(pin, measured(scored(found=99), "new digest"))


def test_raising_never_lowers() -> None:
    old, new = measured(scored(found=90), "d"), measured(scored(found=99, false=5, wrong=0), "d")
    floor = raised(old, new).scopes["en"].measures
    assert floor["recall"] == new.scopes["en"].measures["recall"]
    assert floor["precision"] == old.scopes["en"].measures["precision"]
    assert floor["wrong_dates"] == new.scopes["en"].measures["wrong_dates"]


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    pins = {"one": measured(scored(), "d")}
    write_floors(pins, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == pins


def test_a_broken_file_of_floors_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[one]\ndigest = "d"\n[one.en]\nprecision = 1\n', encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"floors.toml: 'recall': expected a digest"):
        read_floors(path)


def test_the_reader_is_above_the_pinned_floors() -> None:
    run = CliRunner().invoke(command.main, [])
    assert run.exit_code == 0, run.output
    assert "Every score is at or above its floor." in run.output


def test_a_floor_too_high_fails_and_only_the_flag_lowers_it(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    high = {
        name: Pin(
            pin.digest,
            {s: type(f)({**f.measures, "recall": 1.0}, 0) for s, f in pin.scopes.items()},
        )
        for name, pin in read_floors().items()
    }
    write_floors(high, path)
    floors = ["--floors", str(path)]
    assert CliRunner().invoke(command.main, floors).exit_code == 1
    assert CliRunner().invoke(command.main, [*floors, "--raise"]).exit_code == 1
    assert read_floors(path)["documents"].scopes["en"].measures["recall"] == 1.0
    assert CliRunner().invoke(command.main, [*floors, "--lower-floors"]).exit_code == 0
    assert CliRunner().invoke(command.main, floors).exit_code == 0


def test_predictions_of_any_reader_are_scored(tmp_path: Path) -> None:
    said = tmp_path / "said.jsonl"
    fact = corpora()[0].documents()[0]["facts"][0]
    said.write_text(json.dumps({**fact, "document": "001", "participant": fact["state"]}))
    run = CliRunner().invoke(command.main, ["--predicted", str(said), "--json"])
    scores = json.loads(run.stdout.splitlines()[0])["scores"]
    assert (scores["checkable"]["said"], scores["checkable"]["precision"]) == (1, 1.0)


def test_a_text_that_was_changed_is_not_scored(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "001", "sha256": "0" * 64, "lang": "en", "facts": []}))
    (tmp_path / "001.txt").write_text("Changed.", encoding="utf-8")
    with pytest.raises(EvaluationError, match="the texts of 001 are not those"):
        Corpus("made", tmp_path, gold).documents()
