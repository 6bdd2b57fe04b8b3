"""Every form of rule that treaties use can be written, without a word of code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inforce.catalogue import load
from inforce.catalogue.model import (
    AskedOn,
    Delay,
    DelayKind,
    ExitWindow,
    FamilyRule,
    LaterFrom,
    MembershipFrom,
    RequirementKind,
    RuleState,
    TreatyRules,
)
from inforce.dates import DayRule, Period, YearlyWindow
from inforce.terms import Act, CountedFrom

REST = """  provisional: {state: unread}
  reservations: {state: unread}
  suspension: {state: unread}
  duration: {state: unread}
  joining: {state: unread}
"""
HEAD = """id: lakes
title: Convention on the Two Lakes
short_name: Lakes Convention
number: none
depositary: Government of Norway
depositary_source: unsg
sources: [unsg]
aliases: {en: [Lakes Convention]}
rules:
"""
READ = "article: '9', checked: 2026-11-22, words: own words"
UNREAD_EXIT = "  exit: {state: unread}\n"
UNREAD_FORCE = "  entry_into_force: {state: unread}\n  later_participants: {state: unread}\n"


def _rules(folder: Path, text: str) -> TreatyRules:
    path = folder / "treaties" / "lakes.yaml"
    path.parent.mkdir()
    path.write_text(HEAD + text + REST, encoding="utf-8")
    rules = load(folder).treaty("lakes").rules
    assert rules is not None
    return rules


def test_a_rule_nobody_read_is_not_a_rule_that_is_absent(tmp_path: Path) -> None:
    rules = _rules(
        tmp_path,
        UNREAD_FORCE + "  exit: {state: none, checked: 2026-11-22, words: it has no clause}\n",
    )
    assert rules.entry_into_force.at.state is RuleState.UNREAD
    assert rules.entry_into_force.at.checked is None
    assert rules.exit.at.state is RuleState.NONE
    assert rules.exit.delay is None
    assert rules.exit.word is Act.WITHDRAWAL
    assert rules.exit.counted_from is CountedFrom.UNSPECIFIED


def test_named_states_shares_and_a_day_before_which_nothing(tmp_path: Path) -> None:
    """As the CTBT (its Annex 2), the Paris Agreement (article 21) and the CWC (XXI(1)) ask."""
    rules = _rules(
        tmp_path,
        f"""  entry_into_force:
    {READ.replace(", ", chr(10) + "    ")}
    not_before: 1995-01-13
    requirements:
      - {{kind: named, acts: [ratification], participants: [NOR, SWE]}}
      - {{kind: instruments, count: 55, not_counted: [EUU]}}
      - {{kind: share, percent: 55, figure: emissions}}
    delay: {{kind: period, period: P180D}}
  later_participants:
    {READ.replace(", ", chr(10) + "    ")}
    applies: after_entry_into_force
    delay: {{kind: period, period: P30D, day_rule: day_after}}
{UNREAD_EXIT}""",
    )
    named, counted, share = rules.entry_into_force.requirements
    assert (named.kind, named.participants) == (RequirementKind.NAMED, ("NOR", "SWE"))
    assert (counted.count, counted.acts, counted.not_counted) == (55, (), ("EUU",))
    assert (share.percent, share.figure) == (55.0, "emissions")
    assert rules.entry_into_force.not_before == date(1995, 1, 13)
    assert rules.later_participants.applies is LaterFrom.AFTER_ENTRY_INTO_FORCE
    assert rules.later_participants.delay == Delay(
        DelayKind.PERIOD, Period(30, "days"), DayRule.DAY_AFTER
    )


@pytest.mark.parametrize(
    ("written", "delay"),
    [
        ("{kind: on_the_day}", Delay(DelayKind.ON_THE_DAY)),
        (
            # The Rome Statute's article 126.
            "{kind: first_of_month_after_period, period: P60D}",
            Delay(DelayKind.FIRST_OF_MONTH_AFTER_PERIOD, Period(60, "days")),
        ),
        (
            # The Whaling Convention's article XI.
            "{kind: yearly, notice_by: 01-01, effect_on: 06-30}",
            Delay(DelayKind.YEARLY, notice_by=YearlyWindow(1, 1), effect_on=YearlyWindow(6, 30)),
        ),
        (
            # The Genocide Convention's article XIV.
            "{kind: term, period: P6M, term: P10Y, renewed: P5Y}",
            Delay(
                DelayKind.TERM,
                Period(6, "months"),
                term=Period(10, "years"),
                renewed=Period(5, "years"),
            ),
        ),
    ],
)
def test_exits_of_every_kind(tmp_path: Path, written: str, delay: Delay) -> None:
    rules = _rules(
        tmp_path,
        f"""{UNREAD_FORCE}  exit:
    {READ.replace(", ", chr(10) + "    ")}
    word: denunciation
    notice_to: [the depositary]
    content: nothing is asked for
    counted_from: notification
    minimum_membership: P5Y
    sunset: P20Y
    saves: investments made before
    delay: {written}
""",
    )
    assert rules.exit.delay == delay
    assert rules.exit.word is Act.DENUNCIATION
    assert rules.exit.minimum_membership == Period(5, "years")
    assert rules.exit.sunset == Period(20, "years")


def test_an_exit_may_have_grounds_a_least_period_and_few_who_may_leave(tmp_path: Path) -> None:
    rules = _rules(
        tmp_path,
        f"""{UNREAD_FORCE}  exit:
    {READ.replace(", ", chr(10) + "    ")}
    word: withdrawal
    notice_to: [the depositary]
    content: a statement of the events
    counted_from: notification
    delay: {{kind: period, period: P1Y}}
    conditions: [{{{READ}, fact: armed_conflict, asked_on: notice}}]
    minimum_membership: P1Y
    minimum_from: treaty
    later_allowed: yes
    open_to: [USA]
    window: {{every: P10Y, length: P1Y}}
    grounds: extraordinary events
""",
    )
    leaving = rules.exit
    assert [one.asked_on for one in leaving.conditions] == [AskedOn.NOTICE]
    assert leaving.minimum_from is MembershipFrom.TREATY
    assert (leaving.later_allowed, leaving.open_to) == (True, ("USA",))
    assert leaving.grounds == "extraordinary events"
    assert leaving.window == ExitWindow(Period(10, "years"), Period(1, "years"))


def test_what_few_treaties_have_may_be_left_out_or_stated(tmp_path: Path) -> None:
    plain = _rules(tmp_path, UNREAD_FORCE + UNREAD_EXIT)
    assert (plain.exclusion, plain.family, plain.territory) == (None, None, None)
    other = tmp_path / "other"
    other.mkdir()
    rules = _rules(
        other,
        f"""{UNREAD_FORCE}{UNREAD_EXIT}  territory: {{{READ}}}
  exclusion:
    {READ.replace(", ", chr(10) + "    ")}
    counted_from: decision
    delay: {{kind: period, period: P6M}}
  family: {{{READ}, parent: apmbc, least: 2, protocols: [ccm, ccw]}}
""",
    )
    assert rules.territory is not None
    assert rules.territory.article == "9"
    assert rules.exclusion is not None
    assert rules.exclusion.counted_from is CountedFrom.DECISION
    assert rules.exclusion.delay == Delay(DelayKind.PERIOD, Period(6, "months"))
    assert rules.family == FamilyRule(rules.territory, "apmbc", 2, ("ccm", "ccw"))


def test_an_entry_into_force_may_ask_for_what_nobody_has_read(tmp_path: Path) -> None:
    rules = _rules(
        tmp_path,
        f"""  entry_into_force:
    {READ.replace(", ", chr(10) + "    ")}
    requirements:
      - {{kind: unread, words: instruments of those with large quotas}}
      - {{kind: share, percent: 55, words: emissions of 1990}}
    delay: {{kind: on_the_day}}
    record_differs: an instrument of a former state is missing
  later_participants: {{state: unread}}
{UNREAD_EXIT}""",
    )
    unread, share = rules.entry_into_force.requirements
    assert (unread.kind, unread.words) == (
        RequirementKind.UNREAD,
        "instruments of those with large quotas",
    )
    assert (share.figure, share.words) == (None, "emissions of 1990")
    assert "former state" in rules.entry_into_force.record_differs
