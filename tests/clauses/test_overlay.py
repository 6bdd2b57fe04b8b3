"""Proposals in a user's own catalogue, and their confirmation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clauses import treaties
from inforce import api
from inforce.catalogue import load
from inforce.catalogue.model import UNCONFIRMED, DelayKind, RuleState
from inforce.clauses import ClausesError, Part, Proposal, propose
from inforce.clauses.overlay import Identity, add_proposal, confirm

ON = date(2026, 11, 22)


@pytest.fixture
def rivers() -> Proposal:
    return propose(treaties.RIVERS, name="rivers.txt", catalogue=load())


def _added(folder: Path, proposal: Proposal) -> Path:
    acts = folder / "acts"
    acts.mkdir(parents=True)
    head = "participant,act,date,asserted,source,reference,verified,note\n"
    row = (
        "FRA,accession,2010-03-15,,unsg,a list,yes,\nFRA,withdrawal,2020-02-01,,unsg,a list,yes,\n"
    )
    (acts / "rivers.csv").write_text(head + row, encoding="utf-8")
    identity = Identity("rivers", "Rivers Convention", source="unsg", in_force=date(2003, 1, 1))
    return add_proposal(folder, proposal, identity, on=ON)


def test_an_unconfirmed_rule_says_so_in_every_trace(tmp_path: Path, rivers: Proposal) -> None:
    _added(tmp_path, rivers)
    view = api.View.open(catalogue_dir=tmp_path)
    bound = api.status("FRA", "rivers", on="2012-01-01", view=view)
    found = api.timeline("FRA", "rivers", view=view)
    steps = [*bound.trace, *(step for one in found.exits for step in one.trace)]
    ruled = [step for step in steps if step.article]
    assert ruled
    assert all(UNCONFIRMED in (step.article or "") for step in ruled)
    effects = [one.effect.edtf for one in found.exits if one.effect]
    assert effects == ["2020-10-01"]


def test_a_silence_that_was_proposed_says_so_too(tmp_path: Path) -> None:
    proposal = propose(treaties.UNNUMBERED, name="lights.txt", catalogue=load())
    acts = tmp_path / "acts"
    acts.mkdir()
    head = "participant,act,date,asserted,source,reference,verified,note\n"
    rows = "FRA,ratification,2010-03-15,,unsg,a,yes,\nFRA,withdrawal,2020-02-01,,unsg,a,yes,\n"
    (acts / "lights.csv").write_text(head + rows, encoding="utf-8")
    identity = Identity("lights", "Lights", source="unsg", in_force=date(2003, 1, 1))
    add_proposal(tmp_path, proposal, identity, on=ON)
    found = api.timeline("FRA", "lights", view=api.View.open(catalogue_dir=tmp_path))
    (leaving,) = found.exits
    assert f"VCLT 56(1) {UNCONFIRMED}" in [step.article for step in leaving.trace]


def test_two_readings_wait_for_a_choice(tmp_path: Path, rivers: Proposal) -> None:
    (later,) = rivers.of(Part.LATER_PARTICIPANTS)
    other = replace(later, words="Another way to read it.")
    both = replace(rivers, readings=(*rivers.readings, other))
    path = _added(tmp_path, both)
    rules = load(tmp_path).treaty("rivers").rules
    assert rules is not None
    assert rules.later_participants.at.state is RuleState.UNREAD
    with pytest.raises(ClausesError, match="expected one from 1 to 2"):
        confirm(path, Part.LATER_PARTICIPANTS, by="A", on=ON)
    made = confirm(path, Part.LATER_PARTICIPANTS, by="A", on=ON, reading=2)
    assert made["words"] == "Another way to read it."
    assert "proposed" not in made


def test_a_confirmed_rule_is_signed_and_dated(tmp_path: Path, rivers: Proposal) -> None:
    path = _added(tmp_path, rivers)
    made = confirm(path, Part.EXIT, by="A. Analyst", on=ON, corrections=["delay.period=P9M"])
    assert (made["checked"], made["checked_by"]) == (ON, "A. Analyst")
    treaty = load(tmp_path).treaty("rivers")
    assert treaty.rules is not None
    assert treaty.rules.exit.at.checked == ON
    assert treaty.rules.exit.at.checked_by == "A. Analyst"
    assert treaty.rules.exit.at.article == "6(1), 6(2)"
    assert treaty.rules.exit.at.quotes
    assert treaty.rules.exit.delay is not None
    assert str(treaty.rules.exit.delay.period) == "nine months"
    later = treaty.rules.later_participants
    assert later.at.article.endswith(UNCONFIRMED)
    assert later.delay is not None
    assert later.delay.kind is DelayKind.FIRST_OF_MONTH_AFTER_PERIOD


def test_what_cannot_be_confirmed_is_named(tmp_path: Path, rivers: Proposal) -> None:
    path = _added(tmp_path, rivers)
    with pytest.raises(ClausesError, match="a confirmation is signed"):
        confirm(path, Part.EXIT, by=" ", on=ON)
    with pytest.raises(ClausesError, match="a correction such as"):
        confirm(path, Part.EXIT, by="A", on=ON, corrections=["nonsense"])
    confirm(path, Part.EXIT, by="A", on=ON)
    with pytest.raises(ClausesError, match="found nothing to confirm"):
        confirm(path, Part.EXIT, by="A", on=ON)
    with pytest.raises(ClausesError, match="is there already"):
        add_proposal(tmp_path, rivers, Identity("rivers", "Rivers"), on=ON)
    with pytest.raises(ClausesError, match="lower-case letters"):
        add_proposal(tmp_path, rivers, Identity("Two Words", "x"), on=ON)
