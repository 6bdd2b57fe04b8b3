"""A lexicon with faults is refused with the file, the line and what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue.faults import Fault, Faults
from inforce.catalogue.layers import find_layers
from inforce.catalogue.lint_lexicons import lint_lexicons
from inforce.catalogue.sections import Snapshot

WHOLE = """\
language: xx
typology: free
acts:
  leave: {past: [left]}
roles:
  parliament: [house]
classes:
  not: [not]
dates: {}
numbers: {}
"""


def linted(folder: Path) -> tuple[Fault, ...]:
    faults = Faults()
    lint_lexicons(Snapshot.take(find_layers(folder)), frozenset({"rome"}), faults)
    return tuple(fault for fault in faults.sorted() if str(folder) in fault.file)


@pytest.mark.parametrize(
    ("found", "instead", "line", "words"),
    [
        ("leave:", "depart:", 4, "acts: found 'depart', expected one of accept"),
        ("past:", "aorist:", 4, "acts.leave: found 'aorist', expected one of conditional, future"),
        ("parliament:", "jury:", 6, "roles: found 'jury', expected one of court"),
        ("  not:", "  nott:", 8, "classes: found 'nott', expected one of "),
        ("language: xx", "language: yy", 1, "language: found 'yy', expected 'xx'"),
        ("free", "loose", 2, "typology: found 'loose', expected one of positional, free"),
        ("[left]", "[lef(t|s]", 4, "found 'lef(t|s', expected brackets round a choice"),
        ("[left]", "[a b ... c]", 4, "expected one word, three dots and the words that follow"),
        ("[house]", "[{a: b}]", 6, "roles.parliament: found a mapping, expected a word or phrase"),
        ("numbers: {}", "number: {}", 10, "found 'number', expected one of acts"),
        ("dates: {}", "treaties: {nowhere: [x]}\ndates: {}", 9, "treaties: found 'nowhere'"),
        ("[left]", "[left", 4, "not YAML; while parsing a flow sequence: did not find expected"),
    ],
)
def test_each_fault_is_named_with_its_line(
    found: str, instead: str, line: int, words: str, tmp_path: Path
) -> None:
    (tmp_path / "lexicon").mkdir()
    text = WHOLE.replace(found, instead, 1)
    (tmp_path / "lexicon" / "xx.yaml").write_text(text, encoding="utf-8")
    faults = [(fault.line, str(fault)) for fault in linted(tmp_path)]
    assert any(at == line and words in said for at, said in faults), faults


def test_a_whole_lexicon_has_no_fault(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "xx.yaml").write_text(WHOLE, encoding="utf-8")
    assert linted(tmp_path) == ()
