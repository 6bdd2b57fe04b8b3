from __future__ import annotations

from datetime import date

import pytest

from inforce.catalogue.model import Group, Membership
from inforce.dates import DayInterval, DaySet, Truth
from inforce.law import (
    CountRange,
    LawError,
    Way,
    count_days,
    counted_days,
    days_when,
    parties,
    quantifier,
    quantifier_days,
)
from inforce.terms import Act
from law.made import done, fact, instruments, on, record, treaty

OTTAWA = treaty(needs=(instruments(1),))
ACTS = (
    done("EST", Act.ACCESSION, "2004-05-12"),
    done("LTU", Act.SIGNATURE, "1999-02-26"),
    done("LTU", Act.RATIFICATION, "2003-05-12"),
    done("NOR", Act.SIGNATURE, "1997-12-03"),
    done("NOR", Act.RATIFICATION, "1998-07-09"),
    done("LTU", Act.WITHDRAWAL, "2025-06-27"),
)
OPEN = record(*ACTS)
LEFT = record(*ACTS, conditions=(fact("LTU", "2025-12-27", holds=False),))


def since(start: str, end: str | None = None) -> DayInterval:
    return DayInterval(date.fromisoformat(start), date.fromisoformat(end) if end else None)


def test_deposits_and_parties_are_two_counts() -> None:
    found = parties(OTTAWA, on("2003-06-01"), LEFT)
    assert (found.in_force, found.deposited) == (("NOR",), ("LTU", "NOR"))
    assert (found.n_in_force, found.n_deposited) == (1, 2)


def test_an_open_exit_is_counted_both_ways() -> None:
    found = parties(OTTAWA, on("2025-12-27"), OPEN)
    assert found.in_force == ("EST", "NOR")
    assert found.in_force_range == found.deposited_range == CountRange(2, 3)
    assert [x.participant for x in found.expected_exits] == ["LTU"]
    assert found.unknown == ("LTU",)
    assert found.trace[1].words == (
        "exit of LTU expected on 2025-12-27, counted both ways: "
        "nothing settles whether it was in armed conflict on 2025-12-27"
    )
    assert parties(OTTAWA, on("2025-12-26"), OPEN).in_force_range == CountRange(3, 3)


def test_signatories_are_all_who_signed_or_those_who_did_not_leave() -> None:
    # The UN page of 3 February 2026 prints 132 signatories, other sources 133.
    found = parties(OTTAWA, on("2026-01-01"), LEFT)
    assert (found.n_signatories, found.n_signatories_not_former) == (2, 1)
    assert parties(OTTAWA, on("1998-01-01"), LEFT).signatories == ("NOR",)


def test_a_partial_day_counts_those_bound_on_every_day_of_it() -> None:
    found = parties(OTTAWA, on("2025-12"), LEFT)
    assert (found.in_force, found.unknown) == (("EST", "NOR"), ("LTU",))
    assert found.in_force_range == CountRange(2, 3)


def test_a_group_limits_the_answer() -> None:
    assert parties(OTTAWA, on("2025-01-01"), LEFT, among={"EST", "USA"}).in_force == ("EST",)


def test_past_the_record_the_answer_is_marked() -> None:
    short = record(*ACTS, complete="2025-01-01")
    found = parties(OTTAWA, on("2025-01-02"), short)
    assert (found.past_record, found.complete_until) == (True, date(2025, 1, 1))


def test_the_days_on_which_a_number_was_true() -> None:
    assert count_days(OTTAWA, LEFT, 3) == DaySet.of(since("2004-11-01", "2025-12-27"))
    assert count_days(OTTAWA, LEFT, 2) == DaySet.of(
        since("2003-11-01", "2004-11-01"), since("2025-12-27")
    )
    assert count_days(OTTAWA, LEFT, 2, way=Way.DEPOSITED) == DaySet.of(
        since("2003-05-12", "2004-05-12"), since("2025-12-27")
    )
    assert count_days(OTTAWA, LEFT, 4).is_empty


def test_days_of_an_open_count_are_not_sure_of_either_number() -> None:
    assert count_days(OTTAWA, OPEN, 3) == DaySet.of(since("2004-11-01", "2025-12-27"))
    assert days_when(OTTAWA, OPEN, lambda n: n >= 2) == DaySet.of(since("2003-11-01"))


def test_the_counts_of_all_days_are_stretches_in_order() -> None:
    found = counted_days(OTTAWA, LEFT, Way.IN_FORCE)
    assert [count.low for _, count in found] == [0, 1, 2, 3, 2]
    assert found[0][0].start is None
    assert found[-1][0].end is None


BALTIC = Group(
    "BALTIC",
    "Baltic states",
    (
        Membership("EST", on("1991-11-08"), None, ""),
        Membership("LTU", on("1991-11-08"), None, ""),
    ),
)


@pytest.mark.parametrize(
    ("day", "word", "truth"),
    [
        ("2025-01-01", "all", Truth.YES),
        ("2025-12-27", "all", Truth.NO),
        ("2025-12-27", "most", Truth.NO),
        ("2025-12-27", "half", Truth.YES),
        ("2025-12-27", "some", Truth.YES),
        ("2025-12-27", 1, Truth.YES),
        ("2003-01-01", "none", Truth.YES),
        ("2003-01-01", "no", Truth.YES),
    ],
)
def test_a_quantifier_holds_of_the_members_of_a_group(
    day: str, word: str | int, truth: Truth
) -> None:
    assert quantifier(parties(OTTAWA, on(day), LEFT), {"EST", "LTU"}, word) is truth


def test_a_quantifier_is_unknown_where_open_cases_decide() -> None:
    found = parties(OTTAWA, on("2025-12-27"), OPEN)
    assert quantifier(found, {"EST", "LTU"}, "all") is Truth.UNKNOWN
    assert quantifier(found, {"EST", "LTU"}, "some") is Truth.YES
    assert quantifier(found, set(), "all") is Truth.UNKNOWN


def test_an_unknown_word_is_refused_with_the_words_that_are_known() -> None:
    with pytest.raises(LawError, match=r"'dozens' is not a quantifier: all, most, half, some"):
        quantifier(parties(OTTAWA, on("2025-01-01"), LEFT), {"EST"}, "dozens")


def test_the_days_on_which_a_quantifier_was_true() -> None:
    assert quantifier_days(OTTAWA, LEFT, BALTIC, "all") == DaySet.of(
        since("2004-11-01", "2025-12-27")
    )
    grown = Group(
        "G", "G", (Membership("LTU", None, None, ""), Membership("EST", on("2010"), None, ""))
    )
    assert quantifier_days(OTTAWA, LEFT, grown, "all") == DaySet.of(
        since("2003-11-01", "2025-12-27")
    )
    assert quantifier_days(OTTAWA, LEFT, grown, "none") == DaySet.of(
        DayInterval(None, date(2003, 11, 1))
    )


def test_a_group_without_members_is_counted_as_none() -> None:
    assert count_days(OTTAWA, LEFT, 0, among=()) == DaySet.of(DayInterval())
    assert quantifier_days(OTTAWA, LEFT, (), "all").is_empty


def test_a_group_that_changes_limits_each_day_by_its_members() -> None:
    grown = Group("G", "G", (Membership("EST", on("2010-01-01"), on("2020-01-01"), ""),))
    assert count_days(OTTAWA, LEFT, 1, among=grown) == DaySet.of(since("2010-01-01", "2020-01-01"))
