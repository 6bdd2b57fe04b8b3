"""Every known exit: from the shared table and from a dozen official notices, by the law."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from inforce.catalogue import load
from inforce.catalogue.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.law import Exit, ExitState, Timeline, status, timeline
from inforce.record.build import record_of
from inforce.record.view import TreatyRecord
from inforce.terms import Act, AnswerKind

Row = dict[str, str]


@cache
def catalogue() -> Catalogue:
    return load("")


@cache
def record(treaty: str) -> TreatyRecord:
    return record_of(catalogue(), treaty)


def line(row: Row) -> Timeline:
    treaty = row["treaty_id"].lower()
    return timeline(catalogue().treaty(treaty), row["state_iso3"], record(treaty))


def exits(row: Row) -> list[Exit]:
    """The participant's exits whose notice, or bare effect, is the row's."""
    told = PartialDate.parse(row["notified"]) if row["notified"] else None
    found = []
    for one in line(row).exits:
        given = one.notice.date if one.notice else None
        same = given is None if told is None else given is not None and told.could_agree(given)
        if same:
            found.append(one)
    return found


def the_exit(row: Row, *states: ExitState) -> Exit | None:
    found = [one for one in exits(row) if one.state in states]
    return found[0] if len(found) == 1 else None


def day(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def by_rule(row: Row) -> bool:
    """The rule gives the day on which the exit took effect, and it is the day followed."""
    found = the_exit(row, ExitState.EFFECTIVE, ExitState.RUNNING)
    effective = day(row["effective"])
    return (
        found is not None
        and effective is not None
        and found.expected == effective
        and found.effect in (None, effective)
    )


def by_rule_from_either_day(row: Row) -> bool:
    """Sources differ on the day of the notice, and the rule gives the same effect from each."""
    (found,) = line(row).exits
    return (
        found.notice is not None
        and row["notified"] != str(found.notice.date)
        and row["verification"] == "unverified"
        and str(found.expected) == row["effective"] == row["effective_by_rule"]
    )


def not_printed(row: Row) -> bool:
    """No source prints the effect: the rule's day, a day later where the depositary counts so."""
    found = the_exit(row, ExitState.EFFECTIVE)
    printed = {day(row["effective_by_rule"])}
    return not row["effective"] and found is not None and _within_a_day(found, printed)


def _within_a_day(found: Exit, printed: set[PartialDate | None]) -> bool:
    if found.reckoned is None:
        return found.expected in printed
    ruled = next(iter(printed))
    return ruled is not None and 0 <= (found.reckoned.day - ruled.the_day()).days <= 1


def revoked(row: Row) -> bool:
    """The notice was taken back before the rule's day."""
    found = the_exit(row, ExitState.REVOKED)
    return found is not None and str(found.expected) == row["effective_by_rule"]


def later_than_the_least_period(row: Row) -> bool:
    """The period is a least one, and the told day is later."""
    found = the_exit(row, ExitState.EFFECTIVE)
    if found is None or found.expected is None or found.effect is None:
        return False
    words = " ".join(step.words for step in found.trace)
    return (
        str(found.effect) == row["effective"]
        and found.effect.the_day() > found.expected.the_day()
        and str(found.expected) == row["effective_by_rule"]
        and "least" in words
    )


def contested(row: Row) -> bool:
    """The told day differs from the rule's, and both are shown."""
    found = the_exit(row, ExitState.CONTESTED)
    return (
        found is not None
        and str(found.effect) == row["effective"]
        and str(found.expected) == row["effective_by_rule"]
        and any(row["effective"] in step.words for step in found.trace)
    )


def provisional(row: Row) -> bool:
    """Provisional application ended on the told day, as the rule gives it from the notice."""
    (span,) = line(row).provisional
    return str(span.days.end) == row["effective"] == row["effective_by_rule"]


def provisional_contested(row: Row) -> bool:
    """Rule and told day differ: between them its end is contested."""
    settled, between = line(row).provisional
    return (
        between.contested
        and str(settled.days.end) == row["effective_by_rule"]
        and str(between.days.end) == row["effective"]
    )


def suspension(row: Row) -> bool:
    """A claimed suspension, without a clause: contested or found without effect; still a party."""
    if "suspension" not in row["kind"]:
        return False
    treaty = catalogue().treaty(row["treaty_id"].lower())
    on = PartialDate.parse(row["effective"] or row["notified"])
    answer = status(treaty, row["state_iso3"], on, record(treaty.id))
    claimed = [act for act in line(row).events if act.act is Act.SUSPENSION]
    return (
        [str(act.date) for act in claimed] == [row["notified"]]
        and answer.party is AnswerKind.YES
        and answer.suspended in (AnswerKind.CONTESTED, AnswerKind.NO)
        and any(step.article == "VCLT 57" for step in answer.trace)
    )


def without_effect(row: Row) -> bool:
    """There is no clause on leaving: the notice has no effect (VCLT 56)."""
    found = the_exit(row, ExitState.WITHOUT_EFFECT)
    return found is not None and any(step.article == "VCLT 56(1)" for step in found.trace)


def not_notified(row: Row) -> bool:
    """Only planned: nobody has left."""
    return not row["notified"] and not row["effective"] and not line(row).exits


def notice_missing(row: Row) -> bool:
    """The record has the effect and lacks the notice."""
    found = [one for one in line(row).exits if str(one.effect) == row["effective"]]
    return not row["notified"] and len(found) == 1 and found[0].notice is None


def by_rule_from_a_notice_of_ours(row: Row) -> bool:
    """The table has no notice; from the one that the record has the rule gives the told effect."""
    found = [one for one in line(row).exits if str(one.effect) == row["effective"]]
    return (
        not row["notified"]
        and len(found) == 1
        and found[0].notice is not None
        and found[0].expected == found[0].effect
    )


OUTCOMES: tuple[tuple[Callable[[Row], bool], int], ...] = (
    (by_rule, 33),
    (by_rule_from_either_day, 1),
    (provisional, 1),
    (not_printed, 2),
    (revoked, 5),
    (later_than_the_least_period, 2),
    (contested, 2),
    (provisional_contested, 1),
    (suspension, 3),
    (without_effect, 1),
    (not_notified, 1),
    (notice_missing, 9),
    (by_rule_from_a_notice_of_ours, 1),
)
"""How the law tells an exit, with how many of the 62 rows are told so."""


def outcome(row: Row) -> str:
    for test, _ in OUTCOMES:
        try:
            if test(row):
                return test.__name__
        except ValueError:  # not the shape of this outcome
            continue
    return "untold: " + ", ".join(row[key] for key in ("state_iso3", "treaty_id", "notified"))


def test_every_known_exit_is_told_by_rule_with_its_reason_or_with_what_is_missing(
    shared: Path,
) -> None:
    with (shared / "facts" / "withdrawals.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert Counter(map(outcome, rows)) == {test.__name__: count for test, count in OUTCOMES}
    assert len(rows) == 62


OFFICIAL = (
    # UN Treaty Collection, status pages of 3 February 2026, end notes with C.N. numbers
    ("EST", "apmbc", "2025-06-27", "2025-12-27"),
    ("POL", "apmbc", "2025-08-20", "2026-02-20"),
    ("LTU", "ccm", "2024-09-06", "2025-03-06"),
    ("BLR", "iccpr-op1", "2022-11-08", "2023-02-08"),
    ("TTO", "iccpr-op1", "2000-03-27", "2000-06-27"),
    # UN Secretary-General, notifications under the Rome Statute and the Paris Agreement
    ("BDI", "rome", "2016-10-27", "2017-10-27"),
    ("USA", "paris", "2019-11-04", "2020-11-04"),
    # Dutch Treaty Database: Energy Charter (day after), Open Skies
    ("FRA", "ect", "2022-12-07", "2023-12-08"),
    ("LUX", "ect", "2023-06-16", "2024-06-17"),
    ("USA", "openskies", "2020-05-22", "2020-11-22"),
    # World Bank, notice on Venezuela
    ("VEN", "icsid", "2012-01-24", "2012-07-25"),
    # US depositary: the Whaling Convention's fixed day
    ("JPN", "icrw", "2018-12-26", "2019-06-30"),
    # Council of Europe, 16 September 2022: six months from the decision of the Committee
    ("RUS", "echr", "2022-03-16", "2022-09-16"),
    # UNIS: received before 1 July, so from the next 1 January
    ("BOL", "single1961", "2011-06-29", "2012-01-01"),
)


@pytest.mark.parametrize(("who", "treaty", "notified", "effective"), OFFICIAL)
def test_an_official_notice_takes_effect_on_the_official_day(
    who: str, treaty: str, notified: str, effective: str
) -> None:
    told = timeline(catalogue().treaty(treaty), who, record(treaty)).exits
    by_notice = {str(one.notice.date): one for one in told if one.notice}
    found = by_notice[notified]
    assert (str(found.expected), str(found.effect)) == (effective, effective)
    assert found.state is ExitState.EFFECTIVE
