"""The clause that a status sheet quotes: on invented words, and on the real files beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue import Catalogue
from inforce.catalogue.model import TreatyForceRule
from inforce.clauses import Part
from inforce.official import Imported
from inforce.official.formats import read_file
from inforce.official.quoted_clause import own_day, quoted_clause
from inforce.terms import Act, AnswerKind

QUOTING = frozenset(
    (
        "III-13",
        "X-20",
        "X-7",
        "X-7-a",
        "XIX-43",
        "XVIII-12-a",
        "XXV-4",
        "XXVII-1-k",
        "XXVII-13-b",
        "XXVII-2-f",
        "XXVII-3-a",
        "XXVII-5-a",
        "XXVII-7-a",
        "XXVIII-1-a",
    )
)
"""The files whose label quotes or paraphrases a clause, read off by eye."""


def test_a_label_without_a_clause_gives_nothing(catalogue: Catalogue) -> None:
    words = "3 May 1999, in accordance with article 20."
    assert quoted_clause(words, name="x", title="Convention", catalogue=catalogue) is None


def test_a_quoted_clause_gives_its_rule_and_article(catalogue: Catalogue) -> None:
    words = (
        'in accordance with article 31 which reads as follows: "1. This Convention enters '
        "into force on the fortieth day after the deposit of the twelfth instrument of accession. "
        '2. For each State acceding thereafter it shall enter into force on that day."'
    )
    found = quoted_clause(words, name="x", title="Convention", catalogue=catalogue)
    assert found is not None
    (reading,) = found.of(Part.ENTRY_INTO_FORCE)
    assert isinstance(reading.rule, TreatyForceRule)
    assert (reading.article, reading.rule.requirements[0].count) == ("31(1)", 12)


@pytest.fixture(scope="module")
def quoting(shared: Path, catalogue: Catalogue) -> dict[str, Imported]:
    folder = shared / "data" / "official" / "mtdsg_xml"
    found = {}
    for path in sorted(folder.glob("*.xml")):
        (told,) = read_file(path, "mtdsg", catalogue=catalogue)
        if told.clause is not None:
            found[path.name.removesuffix(".en.xml")] = told
    return found


def test_every_file_that_quotes_a_clause_brings_its_rule(quoting: dict[str, Imported]) -> None:
    assert set(quoting) == QUOTING
    for told in quoting.values():
        assert told.clause is not None
        assert told.clause.readings
        assert not told.clause.problem


def test_the_printed_day_follows_from_the_instruments(
    quoting: dict[str, Imported], catalogue: Catalogue
) -> None:
    agree = []
    for name, told in quoting.items():
        printed = {a.claim.date for a in told.acts if a.claim.act is Act.ENTRY_INTO_FORCE}
        force = own_day(told, catalogue)
        if force is not None and force.answer is AnswerKind.YES and {force.day} == printed:
            agree.append(name)
        elif not printed and force is not None:
            # Not in force yet, and the instruments say so too.
            assert force.answer is not AnswerKind.YES
    assert set(agree) >= {"XVIII-12-a", "XXV-4", "XXVII-5-a"}
