"""Two readings side by side: the same, different in a part, or told by one alone."""

from __future__ import annotations

from inforce.dates import PartialDate
from inforce.reading.compare import Agreement, compare
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Attribution
from inforce.terms import Act, ClaimKind, Modality


def said(
    act: Act = Act.EXIT_EFFECT,
    *,
    who: str = "LTU",
    date: str | None = "2025-12-27",
    modality: Modality = Modality.DONE,
    start: int = 0,
    presupposed: bool = False,
) -> Statement:
    day = PartialDate.parse(date) if date else None
    claim = Claim(ClaimKind.ACT, who, "apmbc", day, act=act, presupposed=presupposed)
    return Statement(claim, modality, Evidence("paper", start=start, end=start + 1))


def test_the_same_whatever_the_words_quoted() -> None:
    (one,) = compare([said()], [said(start=9)])
    assert one.agreement is Agreement.SAME


def test_what_differs_is_named() -> None:
    (one,) = compare([said()], [said(date="2025-12", modality=Modality.PLANNED)])
    assert (one.agreement, one.differs) == (Agreement.DIFFERS, ("date", "modality"))


def test_one_alone() -> None:
    found = compare([said()], [said(who="EST")])
    assert [one.agreement for one in found] == [Agreement.ALONE] * 2
    assert [(one.left is None, one.right is None) for one in found] == [
        (False, True),
        (True, False),
    ]


def test_the_same_are_paired_before_those_that_differ() -> None:
    found = compare([said(date=None), said()], [said()])
    assert sorted(one.agreement for one in found) == [Agreement.ALONE, Agreement.SAME]


def test_ways_of_consenting_are_one_matter_and_mentions_count_once() -> None:
    found = compare(
        [said(Act.RATIFICATION), said(Act.RATIFICATION, start=5)], [said(Act.ACCESSION)]
    )
    assert [one.agreement for one in found] == [Agreement.SAME]


def test_what_is_taken_for_granted_is_left_out() -> None:
    assert compare([said(presupposed=True)], []) == ()


def test_two_sources_are_two_matters() -> None:
    def source(name: str) -> Statement:
        claim = Claim(ClaimKind.ATTRIBUTION, value=Attribution(name))
        return Statement(claim, Modality.DONE, Evidence("paper", start=0, end=1))

    found = compare([source("BNS")], [source("LRT")])
    assert [one.agreement for one in found] == [Agreement.ALONE] * 2
