"""The algebra of scenarios, as laws."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.api import View
from inforce.dates import PartialDate
from inforce.forecasts import Scenario, SupposedAct, SupposedFact, compose, lay, whatif
from inforce.terms import Act, StatusKind

VIEW = View.open(catalogue_dir=None)
TREATY = VIEW.catalogue.treaty("apmbc")
RECORD = VIEW.record("apmbc")
ON = PartialDate.parse("2029-01-01")
BOUND = ("NOR", "SWE", "DNK", "ISL", "CAN", "BRA")
OUTSIDE = ("USA", "RUS", "CHN", "IND")

few = settings(max_examples=15, deadline=None)
fewer = settings(max_examples=4, deadline=None)
"""For laws of which each example compares every treaty that a fact may concern."""


def leaving(who: str, day: int) -> SupposedAct:
    return SupposedAct("apmbc", who, Act.WITHDRAWAL, PartialDate.parse(f"2027-03-{day:02}"))


def joining(who: str, day: int) -> SupposedAct:
    return SupposedAct("apmbc", who, Act.ACCESSION, PartialDate.parse(f"2027-04-{day:02}"))


def peace(who: str) -> SupposedFact:
    since = PartialDate.parse("2027-01-01")
    return SupposedFact(who, "armed_conflict", False, since)


days = st.integers(1, 28)
acts = st.one_of(
    st.builds(leaving, st.sampled_from(BOUND), days),
    st.builds(joining, st.sampled_from(OUTSIDE), days),
)
independent = st.lists(acts, max_size=5, unique_by=lambda act: act.participant)


def named(name: str, *supposed: SupposedAct) -> Scenario:
    return Scenario(name, frozenset(supposed))


def test_an_empty_scenario_changes_nothing() -> None:
    laid = lay(Scenario("nothing"), TREATY, RECORD)
    assert laid.treaty is TREATY
    assert laid.record is RECORD
    assert whatif(Scenario("nothing"), VIEW.catalogue, VIEW.record, on=ON).effects == ()


@few
@given(independent, st.randoms(use_true_random=False))
def test_the_order_of_independent_acts_does_not_matter(
    chosen: list[SupposedAct], mix: Random
) -> None:
    shuffled = list(chosen)
    mix.shuffle(shuffled)
    one = compose([named("a", act) for act in chosen])
    other = compose([named("a", act) for act in shuffled])
    assert one == other
    assert lay(one, TREATY, RECORD) == lay(other, TREATY, RECORD)


@few
@given(independent)
def test_laying_one_by_one_is_laying_all_together(chosen: list[SupposedAct]) -> None:
    record = RECORD
    for act in chosen:
        record = lay(named("a", act), TREATY, record).record
    assert record == lay(named("a", *chosen), TREATY, RECORD).record


@fewer
@given(independent)
def test_undoing_restores_and_the_record_stays_as_it_was(chosen: list[SupposedAct]) -> None:
    before = replace(RECORD)
    scenario = named("a", *chosen)
    lay(scenario, TREATY, RECORD)
    whatif(scenario, VIEW.catalogue, VIEW.record, on=ON)
    assert before == RECORD
    undone = replace(scenario, acts=scenario.acts - frozenset(chosen))
    assert lay(undone, TREATY, RECORD).record is RECORD


@fewer
@given(independent)
def test_who_leaves_in_peace_is_gone_and_who_joins_is_bound(chosen: list[SupposedAct]) -> None:
    scenario = replace(
        named("a", *chosen), facts=frozenset(peace(act.participant) for act in chosen)
    )
    found = whatif(scenario, VIEW.catalogue, VIEW.record, on=ON)
    left = {act.participant for act in chosen if act.act is Act.WITHDRAWAL}
    joined = {act.participant for act in chosen if act.act is Act.ACCESSION}
    effects = {one.treaty: one for one in found.effects}
    if not chosen:
        assert not effects
        return
    effect = effects["apmbc"]
    assert set(effect.lost) == left
    assert set(effect.gained) == joined
    assert effect.after.n_in_force == effect.before.n_in_force - len(left) + len(joined)
    for change in effect.changes:
        wanted = StatusKind.FORMER_PARTY if change.participant in left else StatusKind.PARTY
        assert change.after.status is wanted


def test_a_store_on_disk_is_untouched(tmp_path: Path) -> None:
    from inforce.record.store import Store

    path = tmp_path / "own.db"
    with Store.open(path, create=True):
        pass
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    with Store.open(path, readonly=True) as store:
        view = replace(VIEW, store=store)
        scenario = named("a", leaving("NOR", 1))
        assert whatif(scenario, view.catalogue, view.record, on=ON).effects
    after = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.name == path.name}
    assert after.items() <= before.items()
