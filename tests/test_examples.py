"""The verdicts on the example reports: each row was settled by hand from the published record."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import inforce
from inforce.checking.model import Check, Report
from inforce.terms import Facet, Relation, VerdictKind

REPORTS = Path(__file__).resolve().parents[1] / "examples" / "reports"

V = VerdictKind

# (report, words of the sentence, participant or None for any, verdict)
ROWS = [
    # 01: a vote told as an exit; six months from the vote; parties told as signatories of 1997.
    ("01", "Estonia quits", "EST", V.PREMATURE),
    ("01", "voted on 4 June 2025", "EST", V.SUPPORTED),
    ("01", "81 votes in favour", None, V.SUPPORTED),
    ("01", "six months after the parliament's vote", None, V.CONTRADICTED),
    ("01", "165 countries in 1997", None, V.CONTRADICTED),
    ("01", "recommended leaving", "POL", V.SUPPORTED),
    # 02: the year of the vote; Finland was not among the ministers of March.
    ("02", "notified the United Nations Secretary-General", "EST", V.SUPPORTED),
    ("02", "approved the withdrawal in June 2024", "EST", V.CONTRADICTED),
    ("02", "six months after the notification", None, V.SUPPORTED),
    ("02", "acceded to the convention on 12 May 2004", "EST", V.SUPPORTED),
    ("02", "have never joined", "RUS", V.SUPPORTED),
    ("02", "have never joined", "PAK", V.SUPPORTED),
    ("02", "called for a withdrawal", "LVA", V.SUPPORTED),
    # 03: all right.
    ("03", "on 10 July 2025", "FIN", V.SUPPORTED),
    ("03", "19 June 2025", "FIN", V.SUPPORTED),
    ("03", "10 January 2026", "FIN", V.SUPPORTED),
    ("03", "anti-vehicle mines", None, V.SUPPORTED),
    # 04: no order among exits of one day; an announcement against the text's own notice; 163.
    ("04", "formally left the Ottawa Convention on December 27, 2025", "LVA", V.SUPPORTED),
    ("04", "follows those of Estonia", "LVA", V.CONTRADICTED),
    ("04", "in September 2025", "LVA", V.INCONSISTENT),
    ("04", "163 states", None, V.TRUE_ON_OTHER_DAYS),
    ("04", "Most member states", None, V.SUPPORTED),
    # 05: a suspension told as a withdrawal.
    ("05", "withdrew from the Ottawa Convention on 15 July 2025", "UKR", V.CONTRADICTED),
    ("05", "ratified the convention on 27 December 2005", "UKR", V.SUPPORTED),
    ("05", "a party on 1 June 2006", "UKR", V.SUPPORTED),
    # 06: the other convention; leaving what one never joined.
    ("06", "withdrew from the Convention on Cluster Munitions on 6 March 2025", "LTU", V.SUPPORTED),
    ("06", "notified the United Nations on 6 September 2024", "LTU", V.SUPPORTED),
    ("06", "ratified the Convention on Cluster Munitions in 2011", "LTU", V.SUPPORTED),
    ("06", "111 states parties", None, V.SUPPORTED),
    # 07: parties called signatories; casualties compared with incidents; a rank without a record.
    ("07", "All member states of the European Union", None, V.LOOSE),
    ("07", "390 incidents", None, V.INCONSISTENT),
    ("07", "fifth largest", None, V.UNVERIFIABLE),
    # 08: the exits of 2026.
    ("08", "on 20 August 2025", "POL", V.SUPPORTED),
    ("08", "20 February 2026, six months", None, V.SUPPORTED),
    ("08", "413 votes", None, V.SUPPORTED),
    ("08", "signed the treaty on 4 December 1997", "POL", V.SUPPORTED),
    ("08", "all members of the European Union are still parties", None, V.TRUE_ON_OTHER_DAYS),
    # 09: the day of deposit told as the day of force.
    ("09", "ratified the Ottawa Convention on 12 March 2025", "MHL", V.SUPPORTED),
    ("09", "1 September 2025", "MHL", V.SUPPORTED),
    ("09", "a party on 25 June 2025", "TON", V.CONTRADICTED),
    ("09", "166 parties", None, V.SUPPORTED),
    # 10: another tally; an exit told six months early.
    ("10", "85 votes in favour", None, V.CONTRADICTED),
    ("10", "no longer a party", "EST", V.PREMATURE),
]


@cache
def report() -> Report:
    files = sorted([*REPORTS.glob("*.txt"), *REPORTS.glob("*.html")])
    return inforce.check([inforce.load(path) for path in files])


def checks_of(number: str) -> list[Check]:
    (found,) = [d for d in report().documents if Path(d.document.name).name.startswith(number)]
    return list(found.checks)


def verdicts(number: str, words: str, participant: str | None) -> list[VerdictKind]:
    """The verdicts of the statements whose sentence holds the words."""
    (document,) = [
        d.document for d in report().documents if Path(d.document.name).name.startswith(number)
    ]
    at = document.text.index(words)
    end = at + len(words)
    return [
        check.verdict
        for check in checks_of(number)
        if check.verdict is not None
        and not check.statement.claim.presupposed
        and (participant is None or check.statement.claim.participant == participant)
        and (check.statement.evidence.start or 0) < end
        and (check.statement.evidence.end or 0) > at
    ]


@pytest.mark.parametrize(("number", "words", "participant", "verdict"), ROWS)
def test_the_sentence_gets_its_verdict(
    number: str, words: str, participant: str | None, verdict: VerdictKind
) -> None:
    assert verdict in verdicts(number, words, participant)


def test_leaving_a_treaty_that_was_never_joined_fails_on_what_it_presupposes() -> None:
    facets = {
        finding.facet
        for check in checks_of("06")
        if (check.statement.claim.participant, check.statement.claim.treaty) == ("POL", "ccm")
        for finding in check.findings
        if finding.verdict is VerdictKind.CONTRADICTED
    }
    assert facets == {Facet.PRESUPPOSITION}


def test_a_suspension_is_disputed_beside_the_contradiction() -> None:
    found = [
        finding.verdict
        for check in checks_of("05")
        if "withdrew" in check.statement.evidence.quote
        for finding in check.findings
    ]
    assert VerdictKind.DISPUTED in found


def test_two_reports_that_rest_on_one_agency_are_one_source() -> None:
    pairs = [one for one in report().relations if one.relation is Relation.SAME_SOURCE]
    documents = {
        frozenset(
            Path(statement.evidence.document or "").name[:2]
            for statement in (report().statement(one.left), report().statement(one.right))
            if statement is not None
        )
        for one in pairs
    }
    assert frozenset({"01", "02"}) in documents


def test_two_tallies_of_one_vote_conflict() -> None:
    conflicts = [
        (left.claim.kind.value, left.claim.participant)
        for one in report().relations
        if one.relation is Relation.CONFLICT and (left := report().statement(one.left))
    ]
    assert ("tally", "EST") in conflicts


def test_no_example_was_passed_by() -> None:
    assert len(report().documents) == 10
    assert all(found.checks for found in report().documents)
    assert report().problems == ()
