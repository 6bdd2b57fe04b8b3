from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import find_layers
from inforce.catalogue.lint import lint, lint_facts
from inforce.catalogue.sections import Snapshot

BROKEN = sorted(path for path in (Path(__file__).parent / "broken").iterdir() if path.is_dir())
"""A user's directory for each fault; its message.txt holds words that the faults must contain."""


def test_the_shipped_catalogue_has_no_fault() -> None:
    assert [str(fault) for fault in lint("")] == []


@pytest.mark.parametrize("broken", BROKEN, ids=lambda path: path.name)
def test_each_fault_is_named_with_its_place(broken: Path) -> None:
    faults = Faults()
    lint_facts(Snapshot.take(find_layers(broken)), faults)
    said = "\n".join(map(str, faults.sorted()))
    for words in (broken / "message.txt").read_text(encoding="utf-8").splitlines():
        assert words in said


def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "none"
    (fault,) = lint(missing)
    assert str(fault) == (
        f"{missing}: found no directory there; expected a directory with the catalogue's layout"
    )


def test_all_faults_of_a_file_are_reported_together(tmp_path: Path) -> None:
    acts = tmp_path / "acts" / "apmbc.csv"
    acts.parent.mkdir()
    acts.write_text(
        "participant,act,date,asserted,source,reference,verified,note\n"
        "SGP,joining,2026-02-29,,unsg,page 1,perhaps,\n"
        "UTO,accession,2026-03-01,,unsg,page 1,yes,\n",
        encoding="utf-8",
    )
    assert [fault.line for fault in lint(tmp_path)] == [2, 2, 2, 3]
