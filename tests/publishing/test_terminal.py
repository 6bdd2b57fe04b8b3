"""The report on a terminal: every verdict in words, nothing lost, nothing that steers it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.console import Console

from inforce.checking.model import DocumentReport, Report
from inforce.publishing.terminal import print_readings, print_report, terminal
from inforce.publishing.words import VERDICT
from inforce.reading import PassedOver, Reading
from inforce.terms import VerdictKind
from publishing.makers import Names
from publishing.sample import document, sample


def printed(report: Report, *, width: int = 80, verbose: bool = False) -> str:
    console = Console(width=width, force_terminal=False, highlight=False, record=True, quiet=True)
    with console.capture() as capture:
        console.quiet = False
        print_report(console, report, verbose=verbose, catalogue=Names())
    return capture.get()


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [80, 140])
def test_every_verdict_stands_there_in_words_and_no_line_is_too_long(width: int) -> None:
    text = printed(sample().report, width=width)
    for verdict in VerdictKind:
        assert VERDICT[verdict] in text
    assert max(map(len, text.splitlines())) <= width


def test_a_wrong_sentence_comes_with_its_claim_its_reason_and_what_would_be_right() -> None:
    text = flat(printed(sample().report))
    assert "“The exit will take effect six months after the parliament's vote.”" in text
    assert "Ottawa Convention · six months from the decision" in text
    assert "run from receipt of the notice by the depositary" in text
    assert "→ Right: six months from receipt of the notice: 27 June 2025" in text
    assert "[Ottawa Convention, article 20(3)]" in text


def test_the_header_says_when_a_document_was_published_and_how_that_is_known() -> None:
    text = flat(printed(sample().report))
    assert "published 4 June 2025 (dateline in the text) · The Harbour Post · English" in text
    assert "day of publication not known" in text


def test_what_stands_between_documents_is_told_after_them() -> None:
    text = flat(printed(sample().report))
    assert "conflict One dates the vote to 4 June 2025, the other to May 2025." in text
    assert "Also 1 pair of the same event." in text
    assert "1 source Estonia, vote in parliament" in text
    assert "2 statements, told by Baltic Wire" in text
    assert "from 27 December 2025 to 9 January 2026 163 ←" in text


def test_the_end_counts_verdicts_and_says_what_the_answer_rests_on() -> None:
    text = flat(printed(sample().report))
    assert "3 documents, 12 statements" in text
    assert "✗ 3 contradicted" in text
    assert "✓ 2 supported" in text
    assert "catalogue 0123456789ab" in text
    assert "Ottawa Convention: complete until 3 February 2026" in text
    assert "lost.txt: no such file" in text


def test_the_working_and_the_sentences_passed_over_come_when_asked_for() -> None:
    brief, full = flat(printed(sample().report)), flat(printed(sample().report, verbose=True))
    assert "1 sentence passed over" in brief
    assert "The weather in the harbour was fair. (no treaty and no act is named)" in full
    assert "1. notice received by the depositary on 2025-06-27" not in brief
    assert "1. notice received by the depositary on 2025-06-27" in full
    assert "· nothing to check" in full


def test_a_text_in_which_nothing_is_found_says_why() -> None:
    assert "No treaty is named in it." in printed(sample().report)


def test_a_hostile_text_cannot_steer_the_terminal() -> None:
    hostile = document("\x1b]0;owned\x07.txt", "\x1b[2J\u202eevil [bold red]markup[/]")
    over = ((0, len(hostile.text), "why"),)
    text = printed(Report((DocumentReport(hostile, (), over),)), verbose=True)
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "\u202e" not in text
    assert "[bold red]markup[/]" in text


def test_an_empty_report_is_still_an_answer() -> None:
    assert "no statement that can be checked" in printed(Report(()))


def test_readings_are_printed_with_their_kinds_and_without_verdicts() -> None:
    found = sample().report.documents[0]
    over = tuple(PassedOver(*one) for one in found.passed_over)
    reading = Reading(tuple(check.statement for check in found.checks), over)
    silent = Reading((), (), "no treaty is named")
    console = replace_width(terminal())
    with console.capture() as capture:
        print_readings(console, [(found.document, reading), (found.document, silent)])
    text = flat(capture.get())
    assert "parliament_vote: EST · apmbc · vote in parliament · 4 June 2025" in text
    assert "contradicted" not in text
    assert "no treaty is named" in text


def replace_width(console: Console) -> Console:
    console.width = 100
    return console


def test_a_statement_without_a_place_is_printed_last() -> None:
    found = sample().report.documents[0]
    first = found.checks[1]
    placeless = replace(
        first,
        statement=replace(
            first.statement,
            evidence=replace(first.statement.evidence, start=None, end=None, quote="nowhere"),
        ),
    )
    text = printed(Report((replace(found, checks=(placeless, *found.checks[3:])),)))
    assert text.index("nowhere") > text.index("signed by 165 countries")


def test_a_quote_of_a_document_with_pages_comes_with_its_page() -> None:
    whole = sample().report
    first = whole.documents[0]
    at = first.document.text.index("The exit will take effect")
    paged = replace(first, document=replace(first.document, page_starts=(0, at)))
    text = flat(printed(replace(whole, documents=(paged, *whole.documents[1:]))))
    assert "six months after the parliament's vote.” (page 2)" in text
    assert "(page" not in flat(printed(whole))
