"""Reservations as they stand on a day, with objections, withdrawals and the treaty's own rule."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate
from inforce.law.unilateral import SaidAnswer, SaidState, admitted, said_on
from inforce.record.adjudicate import adjudicate
from inforce.record.model import Claim, Evidence, Recorded, Statement
from inforce.record.shipped import shipped_statements
from inforce.record.values import UnilateralStatement
from inforce.terms import Act, AnswerKind, ClaimKind, Modality


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


def _said(act: Act, who: str, when: str | None, *articles: str, **more: object) -> Statement:
    day = PartialDate.parse(when) if when else None
    about = more.get("about", ())
    assert isinstance(about, tuple)
    precludes = more.get("precludes")
    assert precludes is None or isinstance(precludes, bool)
    value = UnilateralStatement(
        articles, about, precludes, bool(more.get("partial")), str(more.get("mark", ""))
    )
    claim = Claim(ClaimKind.ACT, who, str(more.get("treaty", "ccm")), day, act, value=value)
    return Statement(claim, Modality.DONE, Evidence("unsg", day, quote="words"))


def _ask(
    catalogue: Catalogue,
    *told: Statement,
    on: str = "2026-01-01",
    who: str | None = None,
    treaty: str = "ccm",
) -> SaidAnswer:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    record = adjudicate(
        treaty,
        [
            *shipped_statements(catalogue, treaty),
            *(Recorded(statement, now, "A.", "read") for statement in told),
        ],
        kinds={source.id: source.kind for source in catalogue.sources()},
    )
    day = PartialDate.parse(on)
    return said_on(catalogue.treaty(treaty), record, day, participant=who)


def test_a_reservation_stands_with_its_objections(catalogue: Catalogue) -> None:
    told = (
        _said(Act.RESERVATION, "CHL", "2010-12-16", "9"),
        _said(Act.OBJECTION, "NOR", "2011-05-01", "9", about=("CHL",), precludes=False),
        _said(Act.OBJECTION, "AUT", "2011-05-01", "11", about=("CHL",)),
    )
    answer = _ask(catalogue, *told)
    (only,) = answer.said
    assert (only.participant, only.state, only.articles) == ("CHL", SaidState.STANDING, ("9",))
    assert [(o.by, o.precludes) for o in only.objections] == [("NOR", False)]
    assert [o.by for o in answer.unmatched] == ["AUT"]


def test_before_its_day_it_is_not_there(catalogue: Catalogue) -> None:
    told = _said(Act.RESERVATION, "CHL", "2010-12-16", "9")
    assert _ask(catalogue, told, on="2010-12-15").said == ()


def test_a_withdrawal_counts_from_its_day_and_for_its_articles(catalogue: Catalogue) -> None:
    told = (
        _said(Act.RESERVATION, "CHL", "2010-12-16", "9", "11"),
        _said(Act.RESERVATION, "CHL", "2010-12-16", "3", mark="b"),
        _said(Act.RESERVATION_WITHDRAWAL, "CHL", "2015-01-01", "9"),
    )
    assert {one.state for one in _ask(catalogue, *told, on="2014").said} == {SaidState.STANDING}
    states = {one.articles: one.state for one in _ask(catalogue, *told).said}
    assert states == {("9", "11"): SaidState.PARTLY_WITHDRAWN, ("3",): SaidState.STANDING}


def test_one_of_which_only_the_withdrawal_is_known_is_told(catalogue: Catalogue) -> None:
    answer = _ask(catalogue, _said(Act.RESERVATION_WITHDRAWAL, "CHL", "2015-01-01", "9"))
    (only,) = answer.said
    assert (only.date, only.statement, only.state) == (None, None, SaidState.WITHDRAWN)


def test_it_ends_with_its_author_s_participation(catalogue: Catalogue) -> None:
    # Lithuania left the CCM with effect from 2025-03-06.
    told = _said(Act.DECLARATION, "LTU", "2011-03-24")
    states = [_ask(catalogue, told, on=day).said[0].state for day in ("2025-03-05", "2025-03-06")]
    assert states == [SaidState.STANDING, SaidState.ENDED]


def test_a_forbidden_reservation_is_flagged(catalogue: Catalogue) -> None:
    # Article 19 of the Ottawa Convention: its articles are not subject to reservations.
    told = _said(Act.RESERVATION, "CHL", "2002-03-09", "1", treaty="apmbc")
    declared = _said(Act.DECLARATION, "CHL", "2002-03-09", "1", treaty="apmbc")
    reserved, other = sorted(
        _ask(catalogue, told, declared, treaty="apmbc").said, key=lambda one: one.act.value
    )[::-1]
    assert (reserved.admitted, reserved.rule) == (AnswerKind.NO, "19")
    assert other.admitted is None


def test_a_rule_that_names_articles_admits_the_others(catalogue: Catalogue) -> None:
    # The Refugee Convention's article 42: none to articles 1, 3, 4, 16(1), 33 and 36 to 46.
    treaty = next(
        t for t in catalogue.treaties() if t.rules and "except to" in t.rules.reservations.allowed
    )
    for articles, answer in (
        (("33",), AnswerKind.NO),
        (("40",), AnswerKind.NO),
        (("16(1)",), AnswerKind.NO),
        (("17",), AnswerKind.YES),
        ((), None),
    ):
        assert admitted(treaty, articles) is answer
