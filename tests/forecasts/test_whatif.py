"""Scenarios laid over the record of the catalogue: before and after."""

from __future__ import annotations

import pytest

from inforce.api import View
from inforce.dates import PartialDate
from inforce.forecasts import Scenario, ScenarioError, TreatyEffect, parse_scenario, whatif
from inforce.law.answers import CountRange
from inforce.terms import AnswerKind, StatusKind


@pytest.fixture(scope="module")
def view() -> View:
    return View.open(catalogue_dir=None)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def scenario(view: View, text: str) -> Scenario:
    return parse_scenario(text, view.catalogue)


def act(participant: str, kind: str, on: str, treaty: str = "apmbc") -> str:
    return (
        f'[[act]]\nparticipant = "{participant}"\ntreaty = "{treaty}"\n'
        f'act = "{kind}"\ndate = {on}\n'
    )


def fact(participant: str, since: str, *, holds: bool) -> str:
    return (
        f'[[fact]]\nparticipant = "{participant}"\nfact = "armed_conflict"\n'
        f"holds = {str(holds).lower()}\nsince = {since}\n"
    )


def only(view: View, text: str, on: str) -> TreatyEffect:
    found = whatif(scenario(view, text), view.catalogue, view.record, on=day(on))
    (effect,) = found.effects
    return effect


def test_one_more_leaves_and_six_months_later_there_is_one_party_less(view: View) -> None:
    text = 'groups = ["NATO"]\n' + act("NOR", "withdrawal", "2027-01-15")
    text += fact("NOR", "2027-01-01", holds=False)
    eve, effect = only(view, text, "2027-07-14"), only(view, text, "2027-07-15")
    assert (eve.lost, eve.after.n_in_force) == ((), eve.before.n_in_force)
    assert eve.changes[0].after.status is StatusKind.PARTY_EXIT_RUNNING
    assert effect.lost == ("NOR",)
    assert effect.after.n_in_force == effect.before.n_in_force - 1
    assert effect.changes[0].after.status is StatusKind.FORMER_PARTY
    (nato,) = effect.coverage
    assert (nato.lost, nato.after.low) == (("NOR",), nato.before.low - 1)


def test_without_a_word_on_the_condition_the_exit_is_counted_both_ways(view: View) -> None:
    effect = only(view, act("NOR", "withdrawal", "2027-01-15"), "2027-12-31")
    n = effect.before.n_in_force
    assert effect.after.in_force_range == CountRange(n - 1, n)


def test_in_an_armed_conflict_the_withdrawal_waits_for_its_end(view: View) -> None:
    text = act("NOR", "withdrawal", "2027-01-15") + fact("NOR", "2027-07-01", holds=True)
    effect = only(view, text, "2027-12-31")
    assert (effect.lost, effect.changes[0].after.party) == ((), AnswerKind.YES)


def away(participant: str, kind: str) -> str:
    return f'[[without]]\nparticipant = "{participant}"\ntreaty = "apmbc"\nact = "{kind}"\n'


def test_what_is_supposed_away_leaves_the_participant_bound(view: View) -> None:
    text = away("EST", "withdrawal") + away("EST", "exit_effect")
    effect = only(view, text, "2026-01-31")
    assert effect.gained == ("EST",)
    assert effect.after.n_in_force == effect.before.n_in_force + 1


def test_a_notice_taken_back_in_time_changes_nothing_in_the_end(view: View) -> None:
    text = act("NOR", "withdrawal", "2027-01-15") + act("NOR", "revocation", "2027-07-14")
    text += fact("NOR", "2027-01-01", holds=False)
    effect = only(view, text, "2028-01-01")
    assert (effect.lost, effect.changes[0].after.status) == ((), StatusKind.PARTY)


def test_the_last_ratification_brings_a_treaty_into_force(view: View) -> None:
    """CTBT article XIV(1): 180 days after the forty-four of Annex 2."""
    missing = ("CHN", "PRK", "EGY", "IND", "IRN", "ISR", "PAK", "RUS", "USA")
    text = "".join(act(who, "ratification", "2027-01-01", "ctbt") for who in missing)
    effect = only(view, text, "2027-06-30")
    assert effect.force_before.answer is AnswerKind.NO
    assert effect.force_after.day == day("2027-06-30")
    assert effect.needs_before.more == len(missing)


def test_without_the_fortieth_instrument_the_next_one_counts(view: View) -> None:
    """Burkina Faso's and Equatorial Guinea's came on 16 September 1998, the fortieth with them.

    Without the two it is one of the 24th, in the same month, and the day stays (17(1)).
    """
    text = away("BFA", "ratification") + away("GNQ", "accession")
    text += away("BFA", "entry_into_force_for_participant")
    effect = only(view, text, "1999-12-31")
    before, after = effect.force_before, effect.force_after
    assert before.threshold is not None
    assert before.threshold.date == day("1998-09-16")
    assert after.threshold is not None
    assert after.threshold.date == day("1998-09-24")
    assert after.day == day("1999-03-01")
    assert effect.lost == ("BFA", "GNQ")


def test_the_end_of_a_parent_treaty_ends_its_protocols(view: View) -> None:
    """CCW: who leaves the Convention leaves each Protocol (article 9)."""
    text = act("NOR", "denunciation", "2027-01-15", "ccw")
    found = whatif(scenario(view, text), view.catalogue, view.record, on=day("2029-01-01"))
    assert {"ccw", "ccw-ap2"} <= {one.treaty for one in found.effects}
    assert all("NOR" not in one.after.in_force for one in found.effects)


def test_falling_below_the_number_for_entry_into_force_does_not_end_a_treaty(view: View) -> None:
    """Open Skies needed twenty instruments (XVII(2)); leaving takes six months (XV(3)); VCLT 55."""
    bound = only(view, act("SWE", "withdrawal", "2027-01-15", "openskies"), "2028-01-01").before
    leaving = bound.in_force[: bound.n_in_force - 19]
    text = "".join(act(who, "withdrawal", "2027-01-15", "openskies") for who in leaving)
    effect = only(view, text, "2028-01-01")
    assert effect.after.n_in_force == 19
    assert [note.article for note in effect.notes] == ["VCLT 55"]
    assert effect.force_after.answer is AnswerKind.YES


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (act("LTU", "withdrawal", "2026-06-01"), "on the eve it is not bound, but a former party"),
        (act("NOR", "accession", "2027-01-01"), "on the eve it is a party already"),
        (act("NOR", "revocation", "2027-01-01"), "has no notice that is running"),
        (
            act("NOR", "withdrawal", "2027-01-01") + act("NOR", "withdrawal", "2027-02-01"),
            "on the eve it is leaving already",
        ),
        (
            '[[without]]\nparticipant = "NOR"\ntreaty = "apmbc"\nact = "withdrawal"\n',
            "cannot be supposed away: the record does not hold it",
        ),
        (act("SUN", "accession", "2027-01-01"), "it ended as a state on 1991-12-"),
    ],
    ids=["left", "joined", "revoked", "twice", "absent", "dissolved"],
)
def test_what_the_record_does_not_admit_is_refused_with_why(
    view: View, text: str, told: str
) -> None:
    with pytest.raises(ScenarioError) as caught:
        only(view, text, "2027-12-31")
    assert told in str(caught.value)
