"""Laws of checking, over made-up claims about real participants."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checking.desk import Desk
from inforce.catalogue import load
from inforce.checking import Context, Knowledge, check_statement
from inforce.dates import PartialDate
from inforce.record.build import record_of
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Count, Value
from inforce.terms import GRAVITY, Act, ClaimKind, CountOf, Modality, Standing, VerdictKind

PARTICIPANTS = ("LTU", "EST", "FIN", "POL", "UKR", "USA", "RUS", "NOR", "MHL", "TON", "EU")
ACTS = (
    Act.SIGNATURE,
    Act.RATIFICATION,
    Act.ACCESSION,
    Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
    Act.WITHDRAWAL,
    Act.EXIT_EFFECT,
    Act.BILL_ADOPTED,
    Act.INTENTION_ANNOUNCED,
    Act.SUSPENSION,
    Act.REVOCATION,
)
days = st.dates(date(1997, 1, 1), date(2026, 6, 30)).map(PartialDate.from_day)
months = st.builds(PartialDate.from_month, st.integers(1997, 2026), st.integers(1, 12))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Any claim of an act, a standing or a count, told on some day."""
    kind = draw(st.sampled_from([ClaimKind.ACT, ClaimKind.STANDING, ClaimKind.COUNT]))
    value: Value | None = None
    act = standing = about = None
    who: str | None = draw(st.sampled_from(PARTICIPANTS))
    if kind is ClaimKind.ACT:
        act, about = draw(st.sampled_from(ACTS)), Act.WITHDRAWAL
    elif kind is ClaimKind.STANDING:
        standing = draw(st.sampled_from(list(Standing)))
    else:
        who = draw(st.sampled_from([None, "EU"]))
        of = draw(st.sampled_from([CountOf.PARTIES, CountOf.SIGNED]))
        text = draw(st.sampled_from([None, "all", "most"])) if who else None
        n = None if text else draw(st.integers(1, 200))
        value = Count(n, text, of)
    claim = Claim(
        kind,
        who,
        draw(st.sampled_from(["apmbc", "ccm"])),
        draw(st.none() | days | months),
        act,
        standing,
        about,
        None,
        value,
    )
    told = draw(days)
    modality = draw(st.sampled_from([Modality.DONE, Modality.PLANNED, Modality.DENIED]))
    return Statement(claim, modality, Evidence("paper", told, quote="words"))


def untold(statement: Statement) -> Statement:
    """The statement in a text that does not say its day."""
    return Statement(statement.claim, statement.modality, Evidence("paper", quote="words"))


many = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@many
@given(statements())
def test_the_verdict_is_the_gravest_finding(knowledge: Knowledge, statement: Statement) -> None:
    check = check_statement(statement, Context(knowledge))
    if not check.findings:
        assert check.verdict is None
        return
    assert check.verdict is not None
    assert GRAVITY[check.verdict] == min(GRAVITY[f.verdict] for f in check.findings)


@many
@given(statements())
def test_every_finding_has_a_reason_in_one_sentence(
    knowledge: Knowledge, statement: Statement
) -> None:
    for finding in check_statement(statement, Context(knowledge)).findings:
        assert finding.reason.endswith(".")
        assert finding.reason[0].isupper() or finding.reason[0] in "“0123456789"
        if finding.verdict is not VerdictKind.UNVERIFIABLE:
            assert finding.evidence or finding.trace or finding.articles


@many
@given(statements())
def test_without_a_day_of_publication_the_verdict_only_gets_weaker(
    knowledge: Knowledge, statement: Statement
) -> None:
    told = check_statement(statement, Context(knowledge)).verdict
    bare = check_statement(untold(statement), Context(knowledge)).verdict
    if told is None or bare in (None, VerdictKind.UNVERIFIABLE):
        return
    assert bare is not None
    assert GRAVITY[bare] >= GRAVITY[told]


@many
@given(statements())
def test_a_check_is_a_function_of_its_inputs(knowledge: Knowledge, statement: Statement) -> None:
    context = Context(knowledge)
    assert check_statement(statement, context) == check_statement(statement, context)


@pytest.mark.parametrize("known_on", ["2026-01-15", "2026-02-10", "2026-11-22", None])
def test_later_knowledge_does_not_flip_a_supported_day(known_on: str | None) -> None:
    catalogue = load("")
    limit = PartialDate.parse(known_on) if known_on else None
    knowledge = Knowledge(catalogue, lambda treaty: record_of(catalogue, treaty, known_on=limit))
    paper = Desk(knowledge, "2026-01-10")
    for act, who, day in (
        (Act.RATIFICATION, "LTU", "2003-05-12"),
        (Act.WITHDRAWAL, "FIN", "2025-07-10"),
        (Act.EXIT_EFFECT, "EST", "2025-12-27"),
        (Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, "UKR", "2006-06-01"),
    ):
        assert paper.act(act, who, day).verdict is VerdictKind.SUPPORTED


def test_a_withdrawal_that_nobody_knew_of_yet_is_not_known() -> None:
    catalogue = load("")
    limit = PartialDate.parse("2025-06-26")
    knowledge = Knowledge(catalogue, lambda treaty: record_of(catalogue, treaty, known_on=limit))
    check = Desk(knowledge, "2025-06-26").act(Act.WITHDRAWAL, "LTU", "2025-06-27")
    assert check.verdict is not VerdictKind.SUPPORTED


@pytest.mark.parametrize(
    ("treaty", "words"),
    [
        (None, "Which treaty is meant"),
        ("no-such-treaty", "not in the catalogue"),
    ],
)
def test_why_another_treaty_cannot_be_checked(
    knowledge: Knowledge, treaty: str | None, words: str
) -> None:
    claim = Claim(ClaimKind.ACT, "LTU", treaty, None, Act.RATIFICATION)
    statement = Statement(claim, Modality.DONE, Evidence("paper"))
    check = check_statement(statement, Context(knowledge))
    assert check.verdict is VerdictKind.UNVERIFIABLE
    assert words in check.findings[0].reason


def test_a_treaty_that_is_only_named_cannot_be_checked(tmp_path: Path) -> None:
    named = "{id: lakes, title: Lakes, short_name: Lakes, aliases: {en: [Lakes]}}"
    (tmp_path / "treaties").mkdir()
    (tmp_path / "treaties" / "named.yaml").write_text(f"treaties:\n  - {named}\n")
    catalogue = load(tmp_path)
    knowledge = Knowledge(catalogue, lambda treaty: record_of(catalogue, treaty))
    claim = Claim(ClaimKind.ACT, "LTU", "lakes", None, Act.RATIFICATION)
    check = check_statement(Statement(claim, Modality.DONE, Evidence("paper")), Context(knowledge))
    assert check.verdict is VerdictKind.UNVERIFIABLE
    assert "neither its rules nor its record" in check.findings[0].reason
