"""Each planted fault is named as what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checking.audit.tables import OWN_DAY, ninety_days, planted, rows, thirty_days
from inforce.checking.audit import Fault, FaultKind, Part, Row, RowAudit, audit


def odd(found: list[Row], **more: object) -> RowAudit:
    """The only row of the table that has a fault."""
    audited = audit(found, successions=None, **more)  # type: ignore[arg-type]
    faulty = [one for one in audited.treaties[0].rows if one.faults]
    assert len(faulty) == 1
    return faulty[0]


def row(consent: date, force: date, **more: object) -> Row:
    return Row(99, "t", "ODD", consent, force, treaty_force=OWN_DAY, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("consent", "force", "kind", "column"),
    [
        # 90 days after 7 March 2003 are 5 June 2003, here written as 6 May.
        ((2003, 3, 7), (2003, 5, 6), FaultKind.DAY_MONTH_SWAPPED, "force"),
        # 5 April 2003 written as 4 May: 90 days after 5 April are 4 July.
        ((2003, 5, 4), (2003, 7, 4), FaultKind.DAY_MONTH_SWAPPED, "consent"),
        # 90 days after 20 August 2004 are 18 November 2004; three months, 20 November.
        ((2004, 8, 20), (2004, 11, 20), FaultKind.PERIOD_CONFUSED, "force"),
        ((2004, 8, 20), (2005, 11, 18), FaultKind.YEAR_MISTYPED, "force"),
        ((2004, 8, 20), (2004, 12, 18), FaultKind.MONTH_MISTYPED, "force"),
        ((2004, 8, 20), (2004, 11, 19), FaultKind.ONE_DAY_LATER, "force"),
        ((2004, 8, 20), (2004, 11, 17), FaultKind.ONE_DAY_EARLIER, "force"),
        ((2004, 8, 20), (2004, 8, 20), FaultKind.CONSENT_FILLED, "force"),
        ((2004, 8, 20), (1999, 3, 1), FaultKind.TREATY_DAY_FILLED, "force"),
        # One digit of the year is another, three years apart.
        ((2004, 8, 20), (2001, 11, 18), FaultKind.YEAR_MISTYPED, "force"),
        ((2004, 8, 20), (2002, 2, 11), FaultKind.FORCE_BEFORE_CONSENT, "force"),
        ((2004, 8, 20), (2006, 2, 11), FaultKind.UNEXPLAINED, "force"),
        ((2004, 8, 20), (1998, 2, 11), FaultKind.BEFORE_THE_TREATY, "force"),
    ],
)
def test_a_fault_of_one_row_is_named(
    consent: tuple[int, int, int], force: tuple[int, int, int], kind: FaultKind, column: str
) -> None:
    found = odd(planted(row(date(*consent), date(*force))))
    assert found.row.participant == "ODD"
    assert (found.faults[0].kind, found.faults[0].column) == (kind, column)


def test_the_right_day_stands_beside_a_swapped_one() -> None:
    found = odd(planted(row(date(2003, 3, 7), date(2003, 5, 6))))
    assert found.expected == date(2003, 6, 5)
    assert found.off == -30
    assert found.faults[0].words == (
        "2003-05-06 with day and month swapped is the rule's 2003-06-05"
    )


def test_a_year_that_stands_for_not_yet_is_a_fault_and_no_day() -> None:
    for day in (date(9999, 12, 31), date(2899, 1, 1), date(1900, 1, 1)):
        found = odd(planted(row(date(2004, 8, 20), day)))
        assert found.faults[0].kind is FaultKind.SENTINEL_YEAR
        assert found.part is Part.UNDATED


def test_consent_filled_in_from_the_row_above() -> None:
    above = rows(ninety_days)[5]
    assert above.consent
    found = odd(planted(row(above.consent, date(2009, 9, 9))))
    assert found.faults[0].kind is FaultKind.NEIGHBOUR_FILLED
    assert "consent 2001-06-02 is also that of P05 in line 7" in found.faults[0].words


def test_the_day_of_signature_as_that_of_consent() -> None:
    day = date(2004, 8, 20)
    found = odd(planted(row(day, date(2006, 2, 11), signature=day)))
    assert found.faults[0].kind is FaultKind.SIGNATURE_FILLED


def test_a_successor_is_bound_from_the_succession() -> None:
    told = row(date(2007, 4, 24), date(2006, 6, 3), consent_kind="Succession")
    found = odd(planted(told))
    assert found.faults[0].kind is FaultKind.SUCCESSOR_DATE
    assert FaultKind.FORCE_BEFORE_CONSENT in {fault.kind for fault in found.faults}


def test_a_succession_known_from_the_catalogue() -> None:
    # Czechia and Slovakia have existed since 1 January 1993.
    told = replace(row(date(2003, 2, 10), date(1993, 1, 1)), participant="SVK")
    audited = audit(
        planted(told), successions=lambda who: frozenset([date(1993, 1, 1)] * (who == "SVK"))
    )
    kinds = [one.faults[0].kind for one in audited.treaties[0].rows if one.faults]
    assert kinds == [FaultKind.SUCCESSOR_DATE]


def test_one_end_date_filled_down() -> None:
    ended = [replace(one, exit_effect=date(2011, 5, 5)) for one in rows(ninety_days)]
    audited = audit(ended)
    assert audited.faults == {FaultKind.END_FILLED_DOWN: 12}
    assert "12 of the 12 that left have 2011-05-05" in audited.treaties[0].rows[0].faults[0].words


def test_three_that_left_together_are_no_fault() -> None:
    # Austria, Finland and Sweden left EFTA for the European Union on 1 January 1995.
    left = [replace(one, exit_effect=date(1995, 1, 1)) for one in rows(ninety_days)[:3]]
    assert not audit([*left, *rows(ninety_days)[3:]]).faults


def test_the_end_of_the_treaty_itself_is_no_fault() -> None:
    day = date(2011, 5, 5)
    ended = [replace(one, exit_effect=day, treaty_end=day) for one in rows(ninety_days)]
    assert not audit(ended).faults


def test_the_treaties_own_day_wrong() -> None:
    originals = [
        Row(n, "t", f"O{n}", date(1998, n, 3), date(1999, 4, 1), treaty_force=OWN_DAY)
        for n in range(1, 9)
    ]
    audited = audit([*originals, *rows(ninety_days)]).treaties[0]
    assert {one.faults[0].kind for one in audited.rows if one.faults} == {
        FaultKind.TREATY_DATE_WRONG
    }
    assert audited.faults == (
        Fault(
            FaultKind.TREATY_DATE_WRONG,
            "treaty_force",
            OWN_DAY,
            date(1999, 4, 1),
            "the table has 1999-03-01 as the treaty's own day, but many are bound from 1999-04-01",
        ),
    )


def test_the_practice_that_explains_most_rows_is_the_likeliest() -> None:
    # 90 days after 20 August are 18 November; 20 May to 20 August are 92 days, 20 March to
    # 20 June 92, 20 January to 20 April 90 or 91: only three months explain all of these.
    told = [row(date(2005, month, 20), date(2005, month + 3, 20)) for month in (2, 3, 5, 6, 8)]
    told = [replace(one, participant=f"M{n}") for n, one in enumerate(told)]
    explained = rows(ninety_days, number=20)
    audited = audit([*explained, *told]).treaties[0]
    kinds = [one.faults[0].kind for one in audited.rows if one.faults]
    assert kinds == [FaultKind.PERIOD_CONFUSED] * 5


def test_an_exit_that_the_rule_does_not_explain() -> None:
    notices = [
        Row(n, "t", f"P{n}", exit_notice=date(2000 + n, 5, 17), exit_effect=date(2001 + n, 5, 17))
        for n in range(1, 9)
    ]
    late = Row(20, "t", "LATE", exit_notice=date(2005, 5, 1), exit_effect=date(2008, 9, 9))
    audited = audit([*notices, late]).treaties[0]
    assert audited.exits
    assert audited.exits.words == "twelve months after it"
    assert (audited.exits.share.exact, audited.exits.share.rows) == (8, 9)
    assert [one.faults[0].kind for one in audited.rows if one.faults] == [
        FaultKind.EXIT_UNEXPLAINED
    ]


def test_thirty_days_taken_for_a_month() -> None:
    # One month after 20 May 2005 is 20 June; thirty days are 19 June.
    told = row(date(2005, 5, 20), date(2005, 6, 20))
    kinds = {fault.kind for fault in odd(planted(told, rule=thirty_days)).faults}
    assert FaultKind.PERIOD_CONFUSED in kinds
