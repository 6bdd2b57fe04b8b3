"""Presuppositions that hold are left out of what a reader sees; those that fail stay."""

from __future__ import annotations

from dataclasses import replace

from inforce.checking.model import Check, DocumentReport, Finding, Related, Report
from inforce.publishing.granted import without_granted
from inforce.publishing.terminal import print_report, terminal
from inforce.record.model import Claim, Evidence, Statement
from inforce.terms import ClaimKind, Facet, Modality, Relation, Standing, VerdictKind
from publishing.sample import document


def presupposed(participant: str, verdict: VerdictKind) -> Check:
    claim = Claim(
        ClaimKind.STANDING,
        participant=participant,
        treaty="ccm",
        standing=Standing.PARTY,
        presupposed=True,
    )
    statement = Statement(claim, Modality.DONE, Evidence("Some Post", quote="to leave it"))
    return Check(statement, (Finding(Facet.PRESUPPOSITION, verdict, f"{verdict}, of course"),))


def report() -> Report:
    holds = presupposed("LTU", VerdictKind.SUPPORTED)
    fails = presupposed("POL", VerdictKind.CONTRADICTED)
    related = Related(Relation.SAME_EVENT, holds.statement.id, fails.statement.id, "words")
    text = document("a.txt", "Poland and Lithuania are to leave it.")
    return Report((DocumentReport(text, (holds, fails)),), relations=(related,))


def test_only_what_holds_is_left_out_with_its_relations() -> None:
    shown, granted = without_granted(report())
    assert granted == 1
    assert [c.statement.claim.participant for c in shown.documents[0].checks] == ["POL"]
    assert shown.relations == ()


def test_a_plain_statement_of_membership_stays() -> None:
    held = report()
    said = held.documents[0].checks[0]
    plain = replace(
        said,
        statement=replace(said.statement, claim=replace(said.statement.claim, presupposed=False)),
    )
    told = Report((DocumentReport(held.documents[0].document, (plain,)),))
    assert without_granted(told) == (told, 0)


def test_the_terminal_says_how_many_were_left_out_and_shows_them_when_asked() -> None:
    console = terminal()
    with console.capture() as capture:
        print_report(console, report())
    brief = " ".join(capture.get().split())
    with console.capture() as capture:
        print_report(console, report(), verbose=True)
    assert "bears out 1 thing taken for granted" in brief
    assert "supported, of course" not in brief
    assert "contradicted, of course" in brief
    assert "supported, of course" in " ".join(capture.get().split())
