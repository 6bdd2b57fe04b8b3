"""What a careful reader finds in five reports of one event, a test a row.

The reports and the table of what is in them stand in the shared facts; rows 18 and 19 are about
forecasts and are resolved elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from inforce.catalogue import load
from inforce.checking import Check, Finding, Related, Report, check_documents
from inforce.dates import PartialDate
from inforce.documents import load_text
from inforce.record.values import Amount, Casualties, Comparison, Count, Forecast, Scope
from inforce.terms import (
    GRAVITY,
    Act,
    ClaimKind,
    Facet,
    Modality,
    Relation,
    Standing,
    VerdictKind,
)

V = VerdictKind
R = Relation
PUBLISHED = {
    "000": "2025-12-27/2026-01-09",
    "001": "2025-05-08~",
    "002": "2025-12-27",
    "003": "2025-05-19",
    "004": "2025-06-27/2025-06-28",
}


def made(shared: Path, published: dict[str, str]) -> Report:
    documents = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        told = published.get(path.name[:3])
        day = PartialDate.parse(told) if told else None
        text = path.read_text(encoding="utf-8")
        documents.append(load_text(text, name=path.name[:3], published=day))
    return check_documents(documents, load(""))


@pytest.fixture(scope="module")
def report(shared: Path) -> Report:
    return made(shared, PUBLISHED)


Wanted = Callable[[Check], bool]


def told(report: Report, document: str, wanted: Wanted) -> list[Check]:
    """The checks of one document that are wanted, at least one."""
    found = [
        check
        for one in report.documents
        if one.document.name == document
        for check in one.checks
        if wanted(check)
    ]
    assert found, f"nothing of the kind was read in {document}"
    return found


def act(wanted: Act, who: str | None = None, treaty: str = "apmbc") -> Wanted:
    def is_wanted(check: Check) -> bool:
        claim = check.statement.claim
        return claim.act is wanted and claim.treaty == treaty and who in (None, claim.participant)

    return is_wanted


def kind(wanted: ClaimKind) -> Wanted:
    return lambda check: check.statement.claim.kind is wanted


def dated(wanted: Wanted, edtf: str) -> Wanted:
    def is_wanted(check: Check) -> bool:
        date = check.statement.claim.date
        return wanted(check) and date is not None and date.edtf == edtf

    return is_wanted


def quoting(words: str) -> Wanted:
    return lambda check: words in check.statement.evidence.quote


def verdicts(checks: list[Check]) -> set[VerdictKind | None]:
    return {check.verdict for check in checks}


def finding(check: Check, facet: Facet, verdict: VerdictKind) -> Finding:
    found = [f for f in check.findings if (f.facet, f.verdict) == (facet, verdict)]
    assert found, check.findings
    return found[0]


def between(report: Report, relation: Relation, left: str, right: str) -> list[Related]:
    """The relations of a kind between two documents, whichever stands first."""
    place = {
        check.statement.id: one.document.name for one in report.documents for check in one.checks
    }
    return [
        one
        for one in report.relations
        if one.relation is relation and {place[one.left], place[one.right]} == {left, right}
    ]


def is_vote(check: Check) -> bool:
    claim = check.statement.claim
    return claim.act is Act.BILL_ADOPTED and claim.participant == "LTU"


def test_row_01_the_year_of_the_vote(report: Report) -> None:
    wrong = told(report, "002", dated(is_vote, "2024-05"))
    assert verdicts(wrong) == {V.CONTRADICTED}
    assert wrong[0].findings[0].right_value == "8 May 2025"
    for document in ("000", "003", "004"):
        dates = told(report, document, lambda c: is_vote(c) and c.statement.claim.date is not None)
        assert verdicts(dates) == {V.SUPPORTED}
    assert between(report, R.CONFLICT, "002", "003")
    assert between(report, R.CONFLICT, "000", "002")


def test_row_02_what_the_six_months_run_from(report: Report) -> None:
    wrong = told(report, "001", kind(ClaimKind.RULE))
    assert verdicts(wrong) == {V.CONTRADICTED}
    found = finding(wrong[0], Facet.RULE, V.CONTRADICTED)
    assert found.articles == ("apmbc 20(3)",)
    for day in ("27 June 2025", "27 December 2025", "8 November 2025"):
        assert day in (found.right_value or "")
    for document in ("000", "002", "003", "004"):
        assert verdicts(told(report, document, kind(ClaimKind.RULE))) == {V.SUPPORTED}
        assert between(report, R.CONFLICT, "001", document)


def is_count(n: int) -> Wanted:
    def is_wanted(check: Check) -> bool:
        value = check.statement.claim.value
        return isinstance(value, Count) and value.n == n

    return is_wanted


def test_row_03_signed_by_164_in_1997(report: Report) -> None:
    wrong = told(report, "001", is_count(164))
    assert verdicts(wrong) == {V.CONTRADICTED}
    found = finding(wrong[0], Facet.COUNT, V.CONTRADICTED)
    assert "133 ever signed" in (found.right_value or "")


def test_row_04_163_or_164(report: Report) -> None:
    (check,) = told(report, "000", is_count(163))
    assert check.verdict is V.TRUE_ON_OTHER_DAYS
    days = finding(check, Facet.COUNT, V.TRUE_ON_OTHER_DAYS).reason
    assert "right from 27 to 31 December 2025" in days
    assert "wrong from 1 to 26 December 2025" in days
    assert finding(check, Facet.NOUN, V.LOOSE)
    printed = {one.printed: one for one in report.reconciled}
    assert ("2025-12-27/2026-01-09", 163, 163) in printed[163].by_day
    assert between(report, R.CONFLICT, "000", "001")


def is_quantifier(check: Check) -> bool:
    claim = check.statement.claim
    return isinstance(claim.value, Count) and claim.participant == "EU"


def test_row_05_all_or_most_members_of_the_eu(report: Report) -> None:
    loose = told(report, "003", is_quantifier)
    assert verdicts(loose) == {V.LOOSE}
    assert "Estonia, Finland and Latvia" in finding(loose[0], Facet.NOUN, V.LOOSE).reason
    assert verdicts(told(report, "002", is_quantifier)) == {V.SUPPORTED}
    assert verdicts(told(report, "000", is_quantifier)) == {V.SUPPORTED}


def test_row_06_casualties_compared_with_incidents(report: Report) -> None:
    def compared(check: Check) -> bool:
        value = check.statement.claim.value
        return isinstance(value, Comparison) or (
            isinstance(value, Casualties) and value.ratio is not None
        )

    (check,) = told(report, "003", compared)
    assert check.verdict is V.INCONSISTENT
    assert finding(check, Facet.UNIT, V.INCONSISTENT)
    assert "2.70" in finding(check, Facet.ARITHMETIC, V.SUPPORTED).reason
    figures = told(report, "003", kind(ClaimKind.CASUALTIES))
    missing = [f for c in figures for f in c.findings if f.facet is Facet.SCOPE]
    assert any("Myanmar" in f.reason and "5,757" in f.reason for f in missing)


def test_row_07_followed_estonia_and_latvia(report: Report) -> None:
    (check,) = told(report, "000", kind(ClaimKind.ORDER))
    assert check.verdict is V.CONTRADICTED
    assert "on the same day" in finding(check, Facet.ORDER, V.CONTRADICTED).reason


def test_row_08_an_announcement_in_july(report: Report) -> None:
    announced = dated(act(Act.INTENTION_ANNOUNCED, "LTU"), "2025-07")
    assert verdicts(told(report, "000", announced)) == {V.INCONSISTENT}


def test_row_09_who_notified_and_when(report: Report) -> None:
    for who in ("LTU", "EST", "LVA"):
        assert verdicts(told(report, "004", act(Act.WITHDRAWAL, who))) == {V.SUPPORTED}
    assert verdicts(told(report, "000", act(Act.WITHDRAWAL, "LTU"))) == {V.SUPPORTED}
    assert verdicts(told(report, "002", act(Act.WITHDRAWAL, "LTU"))) == {V.SUPPORTED}
    assert between(report, R.SAME_EVENT, "000", "004")
    assert between(report, R.SAME_EVENT, "002", "004")


def test_row_10_withdraws_and_has_withdrawn(report: Report) -> None:
    left = act(Act.EXIT_EFFECT, "LTU")
    headline = told(report, "003", lambda c: left(c) and c.statement.evidence.start == 0)
    assert verdicts(headline) == {V.PREMATURE}
    right = finding(headline[0], Facet.RUNG, V.PREMATURE).right_value or ""
    for day in ("8 May 2025", "27 June 2025", "27 December 2025"):
        assert day in right
    assert verdicts(told(report, "003", is_vote)) == {V.SUPPORTED}
    assert verdicts(told(report, "000", left)) == {V.SUPPORTED}
    assert verdicts(told(report, "002", left)) == {V.SUPPORTED}
    plan = told(report, "001", quoting("Lithuania will withdraw from the Ottawa Convention"))
    assert verdicts(plan) <= {V.SUPPORTED}


def test_row_11_cluster_munitions_are_another_treaty(report: Report) -> None:
    other = told(report, "001", act(Act.EXIT_EFFECT, "LTU", "ccm"))
    assert verdicts(other) == {V.SUPPORTED}
    march = {"2025-03", "2025-03~"}
    for one in report.documents:
        for check in one.checks:
            claim = check.statement.claim
            if claim.treaty == "apmbc" and claim.act in (Act.EXIT_EFFECT, Act.WITHDRAWAL):
                assert claim.date is None or claim.date.edtf not in march


def test_row_12_leaving_what_was_never_joined(report: Report) -> None:
    wanted = act(Act.INTENTION_ANNOUNCED, "POL", "ccm")
    (check,) = told(report, "001", wanted)
    assert check.verdict is V.CONTRADICTED
    assert finding(check, Facet.PRESUPPOSITION, V.CONTRADICTED)
    assert finding(check, Facet.ACT, V.SUPPORTED)


def is_march_statement(check: Check) -> bool:
    statement = check.statement
    proposed = statement.claim.act in (Act.INTENTION_ANNOUNCED, Act.PROPOSED)
    return proposed and statement.claim.treaty == "apmbc"


def test_row_13_finland_joined_the_statement_later(report: Report) -> None:
    for document in ("001", "002", "003"):
        found = between(report, R.LATER_PARTICIPANT, document, "004")
        assert found, document
        assert "Finland" in found[0].words
        assert "1 April 2025" in found[0].words


def test_row_14_a_recommendation_and_no_act(report: Report) -> None:
    latvia = "LVA"
    for document in ("001", "002", "004"):
        checks = told(
            report,
            document,
            lambda c: (
                is_march_statement(c)
                and c.statement.claim.participant == latvia
                and c.statement.modality is Modality.PROPOSED
            ),
        )
        assert V.SUPPORTED in verdicts(checks)
        assert {c.statement.modality for c in checks} == {Modality.PROPOSED}
    for left, right in (("001", "002"), ("001", "003"), ("001", "004"), ("002", "003")):
        same = between(report, R.SAME_EVENT, left, right)
        assert any("18 March 2025" in one.words for one in same), (left, right)


def is_plan_of_production(check: Check) -> bool:
    value = check.statement.claim.value
    return isinstance(value, Forecast) and "produc" in value.event.lower()


def test_row_15_a_plan_told_as_settled_and_as_considered(report: Report) -> None:
    assert between(report, R.MODALITY_DIFFERS, "000", "002")
    for document in ("000", "002"):
        assert verdicts(told(report, document, is_plan_of_production)) == {V.UNVERIFIABLE}


def test_row_16_sums_that_can_both_be_right(report: Report) -> None:
    def is_sum(check: Check) -> bool:
        return isinstance(check.statement.claim.value, Amount)

    for document in ("000", "002"):
        assert verdicts(told(report, document, is_sum)) == {V.UNVERIFIABLE}
    assert between(report, R.COMPATIBLE, "000", "002")


def test_row_17_a_suspension_told_as_withdrawal(report: Report) -> None:
    checks = told(
        report,
        "002",
        lambda c: (
            c.statement.claim.participant == "UKR"
            and c.statement.claim.treaty == "apmbc"
            and not c.statement.claim.presupposed
        ),
    )
    assert verdicts(checks) == {V.CONTRADICTED}
    for check in checks:
        assert "no lower rung" in finding(check, Facet.ACT, V.CONTRADICTED).reason
        assert "22nd Meeting" in finding(check, Facet.ACT, V.DISPUTED).reason


def test_row_20_dates_and_numbers_that_are_right(report: Report) -> None:
    for document, wanted in (
        ("003", dated(act(Act.RATIFICATION, "LTU"), "2003")),
        ("001", dated(act(Act.RATIFICATION, "UKR"), "2005-12-27")),
        ("001", dated(act(Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "UKR"), "2006-06-01")),
        ("001", kind(ClaimKind.THRESHOLD)),
        ("003", kind(ClaimKind.THRESHOLD)),
        ("001", kind(ClaimKind.TALLY)),
        ("003", kind(ClaimKind.TALLY)),
    ):
        assert verdicts(told(report, document, wanted)) == {V.SUPPORTED}, document
    threshold = told(report, "001", kind(ClaimKind.THRESHOLD))[0]
    assert "Three fifths of 141" in finding(threshold, Facet.ARITHMETIC, V.SUPPORTED).reason


def is_outside(who: str) -> Wanted:
    def is_wanted(check: Check) -> bool:
        claim = check.statement.claim
        denied = check.statement.modality is Modality.DENIED
        outside = claim.standing is Standing.NON_PARTY or (
            denied and (claim.standing is not None or claim.act is Act.SIGNATURE)
        )
        return outside and claim.participant == who

    return is_wanted


def test_row_21_those_outside(report: Report) -> None:
    for document in ("000", "001", "002", "003"):
        for who in ("RUS", "USA", "CHN", "IND", "PAK"):
            assert verdicts(told(report, document, is_outside(who))) == {V.SUPPORTED}
    aside = told(report, "003", quoting("Despite not being a signatory"))
    outside = [c for c in aside if c.statement.claim.kind is ClaimKind.STANDING]
    assert {c.statement.claim.participant for c in outside} == {"RUS"}


def test_row_22_what_no_record_covers(report: Report) -> None:
    arsenal = told(report, "001", quoting("fifth largest arsenal"))
    assert V.UNVERIFIABLE in verdicts(arsenal)
    assert verdicts(arsenal) <= {V.UNVERIFIABLE, V.SUPPORTED, None}


def test_row_23_three_of_five_rest_on_one_broadcaster(report: Report) -> None:
    for left, right in (("000", "001"), ("000", "004"), ("001", "004")):
        found = between(report, R.SAME_SOURCE, left, right)
        assert found
        assert "LRT" in found[0].words
    for other in ("002", "003"):
        assert not between(report, R.SAME_SOURCE, "001", other)
    vote = next(
        e for e in report.events if e.participant == "LTU" and "vote in parliament" in e.name
    )
    assert vote.independent == 3


def test_row_24_scope_of_the_ban(report: Report) -> None:
    scopes = told(report, "000", kind(ClaimKind.SCOPE))
    outside = [c for c in scopes if not _covered(c)]
    assert verdicts(outside) == {V.SUPPORTED}
    assert any("Anti-vehicle" in f.reason for c in outside for f in c.findings)
    assert any("apmbc 2(1)" in f.articles for c in outside for f in c.findings)
    assert verdicts([c for c in scopes if _covered(c)]) == {V.SUPPORTED}


def _covered(check: Check) -> bool:
    value = check.statement.claim.value
    return isinstance(value, Scope) and value.covered


def test_without_the_days_of_publication_no_verdict_gets_graver(
    shared: Path, report: Report
) -> None:
    bare = made(shared, {})
    for document, undated in zip(report.documents, bare.documents, strict=True):
        before = {
            (c.statement.claim, c.statement.evidence.start): c.verdict for c in document.checks
        }
        for check in undated.checks:
            known = before.get((check.statement.claim, check.statement.evidence.start))
            if known is None or check.verdict in (None, V.UNVERIFIABLE):
                continue
            assert check.verdict is not None
            assert GRAVITY[check.verdict] >= GRAVITY[known], check
