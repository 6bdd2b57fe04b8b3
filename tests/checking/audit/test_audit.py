"""The rule that is found, how well it fits, and the catalogue's rule where the treaty is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

import inforce
from checking.audit.tables import OWN_DAY, ninety_days, rows
from inforce import api
from inforce.catalogue.model import DelayKind
from inforce.checking.audit import (
    AuditError,
    FaultKind,
    Part,
    Row,
    audit,
    family,
    succession_days,
)
from inforce.errors import InforceError


def _first_of_sixth_month(day: date) -> date:
    month = day.month - 1 + 6
    return date(day.year + month // 12, month % 12 + 1, 1)


def _same_day_in_three_months(day: date) -> date:
    month = day.month - 1 + 3
    return date(day.year + month // 12, month % 12 + 1, min(day.day, 28))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (lambda day: day, "on the day itself"),
        (ninety_days, "90 days after it"),
        (lambda day: day + timedelta(days=91), "90 days after it, one day later"),
        (_same_day_in_three_months, "three months after it"),
        (
            _first_of_sixth_month,
            "on the first day of the month that comes six months after its month",
        ),
    ],
)
def test_the_rule_is_found(rule: Callable[[date], date], words: str) -> None:
    fit = audit(rows(rule, number=20)).treaties[0].later
    assert fit.words == words
    assert fit.share.exact >= 18


def test_the_number_of_rules_tried_is_told_and_bounded() -> None:
    found = audit(rows(ninety_days))
    assert found.tried == len(family()) == len(set(family()))
    assert found.tried <= 80
    assert family()[0].kind is DelayKind.ON_THE_DAY


def test_of_rules_that_explain_as_much_the_simplest_is_taken_and_the_others_named() -> None:
    # From days in months of thirty days one month and thirty days end alike.
    same = [
        Row(n, "t", f"P{n}", date(2000 + n, 4, 10), date(2000 + n, 5, 10), treaty_force=OWN_DAY)
        for n in range(1, 8)
    ]
    fit = audit(same).treaties[0].later
    assert fit.words == "one month after it"
    assert "30 days after it" in fit.ties


def test_no_rule_where_the_days_follow_none() -> None:
    gaps = (11, 240, 77, 412, 33, 190, 305, 64, 508, 152)
    odd = [
        Row(n, "t", f"P{n}", date(2001, 1, 1) + timedelta(days=40 * n), treaty_force=OWN_DAY)
        for n in range(10)
    ]
    told = [
        Row(o.line, "t", o.participant, o.consent, o.consent + timedelta(days=gap))
        for o, gap in zip(odd, gaps, strict=True)
        if o.consent
    ]
    fit = audit(told).treaties[0].later
    assert fit.delay is None
    assert fit.words == "no rule explains enough of the days"
    assert fit.share.exact == 0


def test_too_few_rows_are_no_rule() -> None:
    fit = audit(rows(ninety_days, number=4)).treaties[0].later
    assert fit.delay is None
    assert fit.words == "4 pairs of days: at least 5 are needed to seek a rule"


def test_shuffled_days_are_explained_by_no_rule() -> None:
    found = audit(rows(ninety_days, number=40))
    assert found.later.percent == 100
    assert found.shuffled.percent is not None
    assert found.shuffled.percent < 6


def test_the_same_table_gives_the_same_audit() -> None:
    assert audit(rows(ninety_days)) == audit(rows(ninety_days))


def test_original_participants_are_asked_for_the_treatys_own_day() -> None:
    originals = [
        Row(1, "t", "AAA", date(1998, 2, 3), OWN_DAY, treaty_force=OWN_DAY),
        Row(2, "t", "BBB", date(1998, 5, 3), OWN_DAY, treaty_force=OWN_DAY),
        # Deposited before the treaty was in force, bound by the rule for later ones after it.
        Row(3, "t", "CCC", date(1999, 2, 3), date(1999, 5, 4), treaty_force=OWN_DAY),
    ]
    found = audit([*originals, *rows(ninety_days)]).treaties[0]
    assert [one.part for one in found.rows[:3]] == [Part.ORIGINAL] * 3
    assert (found.original.exact, found.original.rows) == (3, 3)
    assert found.later.share.rows == 12


def test_the_treatys_own_day_from_the_rows_where_the_table_has_none() -> None:
    told = [Row(n, "t", f"O{n}", date(1998, n, 3), OWN_DAY) for n in (1, 2, 3)] + [
        Row(9 + n, "t", f"P{n}", date(2001, n, 3), date(2001, n, 3) + timedelta(days=90))
        for n in range(1, 7)
    ]
    found = audit(told).treaties[0]
    assert (found.day, found.day_found) == (OWN_DAY, True)
    assert found.original.exact == 3
    assert found.later.words == "90 days after it"


def test_the_catalogues_rule_explains_published_days_of_the_ottawa_convention() -> None:
    # Lithuania's instrument of 12 May 2003 and Finland's of 9 January 2012: in force for them on
    # 1 November 2003 and 1 July 2012 (article 17(2), the depositary's list).
    told = [
        Row(2, "Ottawa Convention", "LTU", date(2003, 5, 12), date(2003, 11, 1)),
        Row(3, "Ottawa Convention", "FIN", date(2012, 1, 9), date(2012, 7, 1)),
        Row(4, "Ottawa Convention", "POL", date(2012, 12, 27), date(2013, 6, 27)),
    ]
    found = api.audit(told, treaty="apmbc")
    assert found.tried == 1
    assert found.treaties[0].treaty == "apmbc"
    assert [one.off for one in found.treaties[0].rows] == [0, 0, 26]
    odd = found.treaties[0].rows[2]
    assert odd.faults[0].kind is FaultKind.PERIOD_CONFUSED
    assert odd.expected == date(2013, 6, 1)


def test_a_table_may_be_given_by_its_path(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    head, row = "treaty,participant,consent,force", "x,FIN,2012-01-09,2012-07-01"
    table.write_text(f"{head}\n{row}\n", encoding="utf-8")
    assert [one.off for one in inforce.audit(table, treaty="apmbc").treaties[0].rows] == [0]
    table.write_text(f"{head}\nx,FIN,soon,2012-07-01\n", encoding="utf-8")
    with pytest.raises(AuditError, match="soon"):
        inforce.audit(str(table), treaty="apmbc")


def test_an_exit_by_the_catalogues_rule() -> None:
    # Lithuania's notice of 27 June 2025 took effect on 27 December 2025 (article 20(3)).
    told = [
        Row(2, "x", "LTU", exit_notice=date(2025, 6, 27), exit_effect=date(2025, 12, 27)),
        Row(3, "x", "LVA", exit_notice=date(2025, 6, 27), exit_effect=date(2025, 9, 27)),
    ]
    audited = api.audit(told, treaty="apmbc").treaties[0]
    assert [one.exit_off for one in audited.rows] == [0, -91]
    assert [fault.kind for fault in audited.rows[1].faults] == [FaultKind.EXIT_UNEXPLAINED]


def test_every_rule_of_the_catalogue_can_be_audited_by() -> None:
    view = api.View.open()
    told = [
        *rows(ninety_days, treaty="x"),
        Row(50, "x", "LTU", exit_notice=date(2020, 6, 27), exit_effect=date(2020, 12, 27)),
    ]
    ruled = [treaty for treaty in view.catalogue.treaties() if treaty.rules]
    assert ruled
    for treaty in ruled:
        audited = api.audit(told, treaty=treaty.id, view=view).treaties[0]
        assert len(audited.rows) == 13


def test_of_a_table_of_many_treaties_the_rows_that_name_the_one() -> None:
    told = [*rows(ninety_days, treaty="other"), *rows(ninety_days, treaty="Ottawa Convention")]
    found = api.audit(told, treaty="apmbc")
    assert len(found.treaties[0].rows) == 12
    assert len(api.audit(told, treaty="apmbc", rows_of="other").treaties[0].rows) == 12


def test_a_treaty_that_no_row_names_is_refused_with_what_the_table_names() -> None:
    told = [*rows(ninety_days, treaty="one"), *rows(ninety_days, treaty="two")]
    with pytest.raises(AuditError, match="found no row of a name of apmbc, but 'one', 'two'"):
        api.audit(told, treaty="apmbc")
    with pytest.raises(InforceError, match="nosuch"):
        api.audit(told, treaty="nosuch")


def test_days_of_succession_reach_back_through_predecessors() -> None:
    days = succession_days(api.View.open().catalogue)
    # Serbia and Montenegro succeeded Yugoslavia on 27 April 1992, Serbia it in 2006.
    assert date(1992, 4, 27) in days("SRB")
    assert date(1993, 1, 1) in days("SVK")
    assert days("nobody at all") == frozenset()


def test_a_treaty_whose_own_day_was_worked_out_counts_only_where_no_other_is_stated() -> None:
    stated = rows(ninety_days, treaty="stated")
    bare = [Row(o.line, "bare", o.participant, o.consent, o.force) for o in stated]
    together = [Row(90 + n, "bare", f"O{n}", date(1998, n, 3), OWN_DAY) for n in (1, 2)]
    assert [t.treaty for t in audit([*stated, *bare, *together]).measured] == ["stated"]
    assert [t.treaty for t in audit([*bare, *together]).measured] == ["bare"]
