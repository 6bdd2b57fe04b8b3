"""Real treaties beside this checkout: rules found, dates explained, quotes in their places.

A text is of the half that was developed on where the SHA-256 of its file's name begins with an
even byte; the floors of the other half are held apart.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from inforce import api
from inforce.catalogue import Catalogue, load
from inforce.catalogue.model import (
    ExitRule,
    ParticipantForceRule,
    Treaty,
    TreatyForceRule,
    TreatyRules,
)
from inforce.checking.audit import Row, read_table
from inforce.clauses import Part, Proposal, propose
from inforce.dates import DayRule

WITHOUT = frozenset(
    (
        *("AI06PO_1978P1__MARPOL_1973A", "APTWIL_2003E25__CECE_1992A", "ECNICE_2001O"),
        *("ESGCDT_2004A", "ESTSPC_1947A", "INCZMM_2008P", "INTRMO_1948A", "MDTSPA_1982P"),
        *("OA07GS_1978P5__MARPOL_1973A", "PAICAT_1992P2", "PC07HS_1993A", "RC06CE_1982P"),
        *("RGLTNW_1931A", "SPABDM_1995P", "TRTYAS_1920A"),
    )
)
"""The texts in which a reader finds no clause on those who consent later."""


@dataclass(frozen=True)
class _Text:
    name: str
    developed: bool
    words: str
    proposal: Proposal
    rows: tuple[Row, ...]


@pytest.fixture(scope="module")
def held() -> Catalogue:
    return load()


@pytest.fixture(scope="module")
def texts(shared: Path, held: Catalogue) -> list[_Text]:
    data = shared / "data"
    with (data / "treaty_texts_index.csv").open(encoding="utf-8") as file:
        index = {row["file"]: row["treaty_id"] for row in csv.DictReader(file)}
    table = read_table(data / "huggo_membership.csv", leave_out_bad=True)
    rows: dict[str, list[Row]] = {treaty: [] for treaty in index.values()}
    for row in table.rows:
        if row.treaty in rows and not row.flagged:
            rows[row.treaty].append(row)
    found = []
    for name, treaty in index.items():
        words = (data / "treaty_texts" / name).read_text(encoding="utf-8-sig", errors="replace")
        proposal = propose(words, name=name, catalogue=held)
        developed = hashlib.sha256(name.encode()).digest()[0] % 2 == 0
        stem = name.removesuffix(".txt")
        found.append(_Text(stem, developed, words, proposal, tuple(rows[treaty])))
    return found


def _has_rule(text: _Text) -> bool:
    return bool(text.proposal.of(Part.LATER_PARTICIPANTS))


def test_a_rule_for_later_participants_wherever_the_text_has_one(texts: list[_Text]) -> None:
    for half, floor in ((None, 0.95), (True, 0.95), (False, 0.95)):
        having = [
            t for t in texts if t.name not in WITHOUT and (half is None or t.developed is half)
        ]
        assert sum(map(_has_rule, having)) >= floor * len(having)


def test_none_is_invented_where_the_text_has_none(texts: list[_Text]) -> None:
    assert not [t.name for t in texts if t.name in WITHOUT and _has_rule(t)]


@pytest.mark.parametrize(("developed", "floor"), [(True, 92.0), (False, 88.0)])
def test_recorded_days_are_explained_nearly_as_well_as_by_the_best_rule(
    texts: list[_Text], developed: bool, floor: float
) -> None:
    rows = exact = ceiling = 0
    for text in texts:
        if text.developed is not developed or not text.rows:
            continue
        for _, given, best in api.explained(text.proposal, text.rows)[:1]:
            mine, other = given.treaties[0].later.share, best.treaties[0].later.share
            rows, exact = rows + mine.rows, exact + mine.exact
            ceiling += max(mine.exact, other.exact)
    assert 100 * exact / rows >= floor
    assert exact >= 0.98 * ceiling


def test_every_quote_of_a_real_text_is_at_its_span(texts: list[_Text]) -> None:
    for text in texts:
        for reading in text.proposal.readings:
            assert reading.quotes
            for quote in reading.quotes:
                assert text.words[quote.start : quote.end] == quote.text


_CONFIRMED = {
    "ect": "ENRGCT_1994A",
    "kyoto": "UNNFCC_1997P__UNFCCC_1992A",
    "icrw": "INTRRW_1946A",
}


@pytest.mark.parametrize("treaty_id", sorted(_CONFIRMED))
def test_the_proposed_rules_are_those_of_the_catalogue(
    treaty_id: str, texts: list[_Text], held: Catalogue
) -> None:
    found = next(t for t in texts if t.name == _CONFIRMED[treaty_id]).proposal
    rules = _rules(held.treaty(treaty_id))
    (force,) = [one.rule for one in found.of(Part.ENTRY_INTO_FORCE)]
    assert isinstance(force, TreatyForceRule)
    assert force.delay == rules.entry_into_force.delay
    for mine, theirs in zip(force.requirements, rules.entry_into_force.requirements, strict=True):
        assert (mine.kind, mine.count, mine.percent) == (theirs.kind, theirs.count, theirs.percent)
        assert set(mine.participants) == set(theirs.participants)
    if rules.later_participants.delay is not None:
        (later,) = [one.rule for one in found.of(Part.LATER_PARTICIPANTS)]
        assert isinstance(later, ParticipantForceRule)
        assert later.delay == rules.later_participants.delay
        assert later.applies is rules.later_participants.applies
    (leaving,) = [one.rule for one in found.of(Part.EXIT)]
    assert isinstance(leaving, ExitRule)
    confirmed = rules.exit
    assert confirmed.delay is not None
    assert leaving.delay is not None
    if confirmed.delay.day_rule is DayRule.DAY_AFTER:
        # Which day the depositary prints stands in no treaty.
        assert leaving.delay.period == confirmed.delay.period
    else:
        assert leaving.delay == confirmed.delay
    assert leaving.word is confirmed.word
    assert leaving.minimum_membership == confirmed.minimum_membership
    assert leaving.minimum_from is confirmed.minimum_from
    assert leaving.later_allowed == confirmed.later_allowed
    assert leaving.sunset == confirmed.sunset
    assert leaving.content == confirmed.content


def _rules(treaty: Treaty) -> TreatyRules:
    assert treaty.rules is not None
    return treaty.rules
