"""Answers as lines: what a reader must be told, in which words."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from inforce.catalogue.model import RuleState
from inforce.dates import DayInterval
from inforce.law.answers import CountRange, PartiesAnswer, RuleLine
from inforce.law.model import ExitState, Position, Span, StatusPart, Step, Timeline
from inforce.publishing.plain import parties_lines, status_lines, timeline_lines, treaty_lines
from inforce.terms import Act, AnswerKind, StatusKind, UnknownBecause
from publishing.makers import Names, day, lithuania, ottawa, recorded, running_exit


def test_a_running_exit_is_told_with_its_day_its_condition_and_its_article() -> None:
    head = status_lines(lithuania(), Names(), known_on=day("2025-07-04"))[0]
    assert head == (
        "Lithuania and the Ottawa Convention (apmbc) on 2025-12-20, as known on 2025-07-04: "
        "party; an exit is running, expected to take effect on 2025-12-27 "
        "unless Lithuania is then in an armed conflict (article 20(3))."
    )


def test_each_step_is_numbered_with_its_article_and_the_name_of_its_source() -> None:
    lines = status_lines(lithuania(), Names())
    assert "How we know" in lines
    first = next(line for line in lines if line.startswith("  1. "))
    assert "received by the depositary on 2025-06-27" in first
    assert first.endswith("[article 20(3); UN Secretary-General, CN.366.2025]")


def test_a_step_that_names_its_source_itself_does_not_name_it_twice() -> None:
    step = Step("said on 2025-07-03 by unsg, CN.366.2025", None, "2025-07-03", "unsg, CN.366.2025")
    (line,) = status_lines(replace(lithuania(), trace=(step,)), Names())[3:-2]
    assert line == "  1. Said on 2025-07-03 by UN Secretary-General [CN.366.2025]"


def test_every_answer_says_how_far_the_record_goes_and_which_catalogue_it_used() -> None:
    last = status_lines(lithuania(), Names())[-1]
    assert "complete until 2025-07-04" in last
    assert "past that day the last known status is given" in last
    assert "Catalogue 0123456789ab" in last
    open_end = replace(lithuania(), known_until=None)
    assert "Nothing promises until when" in status_lines(open_end, Names())[-1]


def test_an_exit_that_took_effect_and_one_that_lies_ahead_are_told_apart() -> None:
    done = replace(running_exit(), state=ExitState.EFFECTIVE, effect=day("2025-12-27"))
    before = replace(lithuania(), exits=(done,))
    after = replace(before, on=day("2025-12-28"), status=StatusKind.FORMER_PARTY)
    assert "party; its exit takes effect on 2025-12-27." in status_lines(before, Names())[0]
    assert "former party; its exit took effect on 2025-12-27." in status_lines(after, Names())[0]


def test_an_answer_that_is_not_settled_gives_its_reason_and_what_is_expected() -> None:
    answer = replace(
        lithuania(),
        on=day("2025-12-28"),
        status=None,
        party=AnswerKind.UNKNOWN,
        because=UnknownBecause.OPEN_FACT,
        expected=StatusKind.FORMER_PARTY,
    )
    head = status_lines(answer, Names())[0]
    assert "not settled, because of an open fact; former party is expected" in head
    assert "armed conflict" in head


def test_a_partial_day_without_one_answer_gives_the_days_of_each() -> None:
    parts = (
        StatusPart(
            DayInterval(date(2025, 12, 1), date(2025, 12, 27)), StatusKind.PARTY, AnswerKind.YES
        ),
        StatusPart(
            DayInterval(date(2025, 12, 27), date(2026, 1, 1)),
            StatusKind.FORMER_PARTY,
            AnswerKind.NO,
        ),
    )
    lines = status_lines(replace(lithuania(), on=day("2025-12"), intervals=parts), Names())
    assert "  2025-12-01 to 2025-12-26: party" in lines
    assert "  2025-12-27 to 2025-12-31: former party" in lines


def test_both_positions_on_a_contested_act_are_given_and_who_decides() -> None:
    answer = replace(
        lithuania(),
        suspended=AnswerKind.CONTESTED,
        positions=(
            Position("UKR", "it suspends the convention's operation", accepts=True),
            Position("22MSP", "the convention cannot be suspended", accepts=False, decides=True),
        ),
    )
    text = "\n".join(status_lines(answer, Names()))
    assert "suspended for it is contested" in text
    assert "Ukraine (holds that the act has effect): it suspends" in text
    assert "22MSP (holds that it has none; the word of a body of the parties)" in text


def test_no_line_is_wider_than_asked_and_no_word_is_lost() -> None:
    whole = " ".join(" ".join(status_lines(lithuania(), Names())).split())
    lines = status_lines(lithuania(), Names(), width=60)
    assert max(map(len, lines)) <= 60
    assert " ".join(" ".join(lines).split()) == whole


def poland() -> PartiesAnswer:
    """Counts on 20 February 2026 as known on 3 February (FACTS: 161, or 162)."""
    return PartiesAnswer(
        "apmbc",
        day("2026-02-20"),
        in_force=("GBR", "NLD", "UKR"),
        deposited=("GBR", "NLD", "UKR", "EST"),
        n_in_force=161,
        n_deposited=161,
        in_force_range=CountRange(161, 162),
        deposited_range=CountRange(161, 161),
        signatories=("GBR",),
        n_signatories=133,
        n_signatories_not_former=130,
        expected_exits=(running_exit("POL", "2025-08-20", "2026-02-20"),),
        unknown=("POL",),
        complete_until=date(2026, 2, 3),
    )


def test_a_count_is_given_both_ways_while_an_exit_is_open() -> None:
    text = "\n".join(parties_lines(poland(), Names(), known_on=day("2026-02-03")))
    assert "161, or 162 if the exit of Poland has not taken effect" in text
    assert "counting deposits  161\n" in text
    assert "133 ever signed; 130 without those that have left" in text
    assert "Poland: an exit is running, expected to take effect on 2026-02-20" in text


def test_the_names_stand_in_columns_and_can_be_left_out() -> None:
    lines = parties_lines(poland(), Names(), width=80)
    assert "  Netherlands     Ukraine         United Kingdom" in lines
    assert "Deposited, not in force (1)" in lines
    assert "Netherlands" not in "\n".join(parties_lines(poland(), Names(), names=False))


def test_a_history_tells_statuses_exits_and_acts_with_their_sources() -> None:
    spans = (
        Span(StatusKind.NONE, DayInterval(None, date(2003, 5, 12))),
        Span(
            StatusKind.FORMER_PARTY,
            DayInterval(date(2025, 12, 27), None),
            expected=True,
            open_condition=running_exit().open_condition,
        ),
    )
    timeline = Timeline(
        "LTU",
        "apmbc",
        spans,
        exits=(running_exit(),),
        events=(recorded(Act.RATIFICATION, "2003-05-12", reference="status page"),),
    )
    text = "\n".join(timeline_lines(timeline, Names()))
    assert "until 2003-05-11" in text
    assert "expected: former party; open: armed conflict on 2025-12-27 (article 20(3))" in text
    assert "2003-05-12  ratification [UN Secretary-General, status page]" in text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (RuleState.NONE, "the treaty has no such rule"),
        (RuleState.UNREAD, "nobody has read it yet"),
        (RuleState.STATED, "Six months after receipt"),
    ],
)
def test_a_rule_that_is_absent_and_one_that_nobody_read_are_told_apart(
    state: RuleState, words: str
) -> None:
    rule = RuleLine("exit", "Six months after receipt.", "20(3)", state, date(2026, 11, 22))
    text = "\n".join(treaty_lines(ottawa(), [rule]))
    assert words in text
    assert "[article 20(3); checked on 2026-11-22]" in text


def test_printing_a_status_brings_in_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys, inforce.publishing.plain; "
        "print([m for m in ('rich', 'jinja2', 'yaml', 'sqlite3', 're2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
