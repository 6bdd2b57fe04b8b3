"""Windows and minimum memberships: when notice may be given at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inforce.catalogue.model import ExitWindow, MembershipFrom
from inforce.dates import Period
from inforce.law import ExitState, timeline
from inforce.terms import Act
from law.made import days, done, exit_rule, instruments, on, record, treaty

TEN = ExitWindow(Period(10, "years"), Period(1, "years"))
EVERY_TEN = replace(
    exit_rule(days("P1Y"), conflict=False), window=TEN, minimum_from=MembershipFrom.TREATY
)
JOINED = done("AAA", Act.RATIFICATION, "1930-05-01")


@pytest.mark.parametrize(
    ("notified", "takes_effect"),
    [
        # Conventions of the ILO: in the year that follows each ten years in force.
        ("1940-04-30", None),
        ("1940-05-01", "1941-05-01"),
        ("1941-04-30", "1942-04-30"),
        ("1941-05-01", None),
        ("1950-06-01", "1951-06-01"),
    ],
)
def test_notice_may_be_given_only_while_a_window_is_open(
    notified: str, takes_effect: str | None
) -> None:
    of = treaty(needs=(instruments(1),), force=days("P0D"), later=days("P0D"), leaving=EVERY_TEN)
    found = timeline(of, "AAA", record(JOINED, done("AAA", Act.WITHDRAWAL, notified))).exits[0]
    if takes_effect is None:
        assert found.state is ExitState.WITHOUT_EFFECT
        assert "each time ten years have run" in found.trace[-1].words
    else:
        assert found.expected == on(takes_effect)


def test_a_refused_notice_says_when_the_next_window_opens() -> None:
    of = treaty(needs=(instruments(1),), force=days("P0D"), later=days("P0D"), leaving=EVERY_TEN)
    early = record(JOINED, done("AAA", Act.WITHDRAWAL, "1945-01-01"))
    assert timeline(of, "AAA", early).exits[0].trace[-1].day == "1950-05-01"
