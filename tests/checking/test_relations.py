from __future__ import annotations

from checking.desk import Desk, MakeDesk, of_kind, related, report
from inforce.dates import Period
from inforce.record.values import Amount, Attribution, Count, Forecast, PeriodRule, Tally
from inforce.terms import Act, ClaimKind, CountedFrom, CountOf, Modality, Relation


def vote(paper: Desk, date: str | None) -> str:
    return paper.say(
        ClaimKind.ACT, who="EST", date=date, act=Act.BILL_ADOPTED, about=Act.WITHDRAWAL
    ).id


def test_one_vote_told_on_two_dates_is_a_conflict_that_the_record_settles(desk: MakeDesk) -> None:
    one, other = desk("2025-06-30", "one"), desk("2025-06-30", "other")
    ids = vote(one, "2024-06"), vote(other, "2025-06-04")
    found, events = related(report(one, "one"), report(other, "other"))
    conflict = of_kind(found, Relation.CONFLICT)
    assert [(c.left, c.right) for c in conflict] == [ids]
    assert "4 June 2025" in conflict[0].words
    assert "bears out other" in conflict[0].words
    assert [e.statements for e in events] == [ids]


def test_the_same_event_in_other_words_is_the_same_event(desk: MakeDesk) -> None:
    one, other = desk("2025-06-30", "one"), desk("2025-06-30", "other")
    ids = vote(one, None), vote(other, "2025-06")
    found, _ = related(report(one, "one"), report(other, "other"))
    assert [(r.relation, r.left, r.right) for r in found] == [(Relation.SAME_EVENT, *ids)]


def test_votes_of_different_states_are_different_events(desk: MakeDesk) -> None:
    one, other = desk("2025-06-30", "one"), desk("2025-06-30", "other")
    vote(one, "2025-06-04")
    other.say(
        ClaimKind.ACT, who="LVA", date="2025-04-16", act=Act.BILL_ADOPTED, about=Act.WITHDRAWAL
    )
    found, events = related(report(one, "one"), report(other, "other"))
    assert found == ()
    assert len(events) == 2


def test_a_joint_step_without_the_one_that_joined_later(desk: MakeDesk) -> None:
    four, five = desk("2025-05-08", "four"), desk("2025-06-30", "five")
    for paper, names in ((four, ("EST", "LVA", "LTU", "POL")), (five, ("EST", "LVA", "FIN"))):
        for who in names:
            paper.say(
                ClaimKind.ACT,
                who=who,
                act=Act.INTENTION_ANNOUNCED,
                about=Act.WITHDRAWAL,
                modality=Modality.PROPOSED,
                start=0,
            )
    found, _ = related(report(four, "four"), report(five, "five"))
    later = of_kind(found, Relation.LATER_PARTICIPANT)
    assert len(later) == 1
    assert later[0].left == five.siblings[-1].id
    assert "Finland followed on 1 April 2025" in later[0].words
    assert "18 March 2025" in later[0].words


def test_two_rules_for_one_period_conflict(desk: MakeDesk) -> None:
    one, other = desk("2025-06-30", "one"), desk("2025-06-30", "other")
    for paper, start in ((one, CountedFrom.DECISION), (other, CountedFrom.NOTIFICATION)):
        paper.say(ClaimKind.RULE, value=PeriodRule(Period(6, "months"), start))
    found, _ = related(report(one, "one"), report(other, "other"))
    assert [r.relation for r in found] == [Relation.CONFLICT]
    assert "bear out other" in found[0].words


def test_numbers_of_different_days_can_both_be_right(desk: MakeDesk) -> None:
    may, december = desk("2025-05-08", "may"), desk("2025-12-28", "december")
    may.say(ClaimKind.COUNT, value=Count(164))
    december.say(ClaimKind.COUNT, value=Count(163))
    found, _ = related(report(may, "may"), report(december, "december"))
    assert [r.relation for r in found] == [Relation.COMPATIBLE]


def test_a_wrong_number_conflicts_and_is_reconciled(desk: MakeDesk) -> None:
    wrong, december = desk("2025-05-08", "wrong"), desk("2025-12-28", "december")
    wrong.say(ClaimKind.COUNT, date="1997", value=Count(164, of=CountOf.SIGNED))
    december.say(ClaimKind.COUNT, value=Count(163))
    found, _ = related(report(wrong, "wrong"), report(december, "december"))
    assert [r.relation for r in found] == [Relation.CONFLICT]
    assert "by day and way of counting" in found[0].words


def test_sums_that_can_both_be_right_are_compatible(desk: MakeDesk) -> None:
    one, other, third = (desk("2025-12-28", name) for name in ("one", "other", "third"))
    sums = (
        Amount(5e8, "EUR", cmp="~", purpose="mines over the next decades"),
        Amount(None, "EUR", "hundreds of millions", purpose="purchase of mines"),
        Amount(2e6, "EUR", purpose="mines"),
    )
    for paper, value in zip((one, other, third), sums, strict=True):
        paper.say(ClaimKind.AMOUNT, who="LTU", treaty=None, value=value)
    found, _ = related(report(one, "one"), report(other, "other"), report(third, "third"))
    assert [r.relation for r in found] == [
        Relation.COMPATIBLE,
        Relation.CONFLICT,
        Relation.CONFLICT,
    ]


def test_a_plan_told_as_settled_and_as_considered_differs_in_modality(desk: MakeDesk) -> None:
    one, other = desk("2025-12-28", "one"), desk("2025-12-27", "other")
    one.say(
        ClaimKind.FORECAST,
        who="FIN",
        date="2026~",
        value=Forecast("will", "start production of anti-personnel mines", "early 2026"),
        modality=Modality.PLANNED,
    )
    other.say(
        ClaimKind.FORECAST,
        who="FIN",
        date="2026",
        value=Forecast("considering", "launching the production of anti-personnel mines"),
        modality=Modality.PROPOSED,
    )
    found, _ = related(report(one, "one"), report(other, "other"))
    assert [r.relation for r in found] == [Relation.MODALITY_DIFFERS]


def test_tallies_that_differ_conflict(desk: MakeDesk) -> None:
    one, other = desk("2025-06-05", "one"), desk("2025-06-05", "other")
    one.say(ClaimKind.TALLY, who="EST", value=Tally(81, 1, 7))
    other.say(ClaimKind.TALLY, who="EST", value=Tally(85, 1, 7))
    found, _ = related(report(one, "one"), report(other, "other"))
    assert [r.relation for r in found] == [Relation.CONFLICT]
    assert "81 and 85 for" in found[0].words


def test_two_that_cite_one_newsroom_are_one_source(desk: MakeDesk) -> None:
    papers = [desk("2025-06-30", name) for name in ("one", "two", "three")]
    for paper, source in zip(papers, ("LRT", "state broadcaster LRT", "ERR"), strict=True):
        vote(paper, "2025-06-04")
        paper.say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution(source))
    found, events = related(*(report(p, p.name) for p in papers))
    same = of_kind(found, Relation.SAME_SOURCE)
    assert [(r.left, r.right) for r in same] == [
        (papers[0].siblings[0].id, papers[1].siblings[0].id)
    ]
    assert "2 of 3 documents" in same[0].words
    assert [e.independent for e in events] == [2]


def test_nothing_relates_to_nothing() -> None:
    assert related() == ((), ())


def test_of_many_documents_each_is_related_without_every_pair(desk: MakeDesk) -> None:
    papers = [desk("2025-06-30", f"paper {n}") for n in range(30)]
    for n, paper in enumerate(papers):
        vote(paper, "2024-06" if n == 20 else "2025-06-04")
    found, events = related(*(report(p, p.name) for p in papers))
    assert len(of_kind(found, Relation.CONFLICT)) == 29
    assert len(of_kind(found, Relation.SAME_EVENT)) == 28
    assert len(events[0].statements) == 30
