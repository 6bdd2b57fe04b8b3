from __future__ import annotations

from inforce.catalogue import load
from inforce.checking import Problem, check_documents
from inforce.dates import PartialDate
from inforce.documents import DocumentError, load_text
from inforce.terms import VerdictKind

TEXT = (
    "Lithuania withdrew from the Ottawa Convention on 27 December 2025. "
    "The Seimas approved the withdrawal on 8 May 2025."
)


def test_documents_in_and_a_report_out() -> None:
    catalogue = load("")
    document = load_text(TEXT, name="paper")
    missing = DocumentError("other.txt", "not found")
    report = check_documents(
        [document, missing],
        catalogue,
        published=PartialDate.parse("2025-12-28"),
    )
    verdicts = {
        check.statement.claim.exchange.value: check.verdict for check in report.documents[0].checks
    }
    assert verdicts["withdrawal_effective"] is VerdictKind.SUPPORTED
    assert verdicts["parliament_vote"] is VerdictKind.SUPPORTED
    assert report.problems == (Problem("other.txt", str(missing)),)
    assert catalogue.digest in report.catalogue
    assert [(treaty, str(until)) for treaty, until, _ in report.record_until] == [
        ("apmbc", "2026-02-03")
    ]


def test_a_text_about_nothing_gets_the_reason() -> None:
    report = check_documents([load_text("The weather is fine today.", name="paper")], load(""))
    assert report.documents[0].checks == ()
    assert report.documents[0].reason


def test_nothing_to_check() -> None:
    report = check_documents([], load(""))
    assert report.documents == ()
    assert report.relations == ()
