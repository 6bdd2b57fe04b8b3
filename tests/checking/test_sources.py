from __future__ import annotations

import pytest

from checking.desk import MakeDesk, report
from inforce.checking import Knowledge
from inforce.checking.sources import Voice, basis, families, independent, voice_of
from inforce.record.values import Attribution
from inforce.terms import ClaimKind


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("LRT", "lrt"),
        ("the Lithuanian broadcaster LRT", "lrt"),
        ("BNS", "bns"),
        ("Baltic Wire", "baltic wire"),
        ("Deputy Minister of Defence", None),
        ("the Ministry of Defence of Estonia", None),
        ("Lithuania", None),
        ("", None),
    ],
)
def test_only_a_newsroom_is_a_source_that_others_copy(
    knowledge: Knowledge, name: str, key: str | None
) -> None:
    voice = voice_of(name, knowledge)
    assert (voice.key if voice else None) == key


def test_a_document_rests_on_the_newsrooms_that_it_names(desk: MakeDesk) -> None:
    paper = desk("2025-12-27")
    paper.say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution("BNS", "UNN"))
    paper.say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution("the deputy minister"))
    found, _ = report(paper, "paper")
    assert [voice.key for voice in basis(found, paper.knowledge)] == ["bns"]


def test_a_newsroom_and_one_that_cites_it_are_one_family(desk: MakeDesk) -> None:
    own, citing = desk("2025-12-27"), desk("2025-12-27")
    citing.say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution("LRT"))
    reports = [report(own, "own", outlet="LRT")[0], report(citing, "citing")[0]]
    shared = families(reports, own.knowledge)
    assert [(places, voice.key) for places, voice in shared] == [((0, 1), "lrt")]


def test_documents_linked_through_a_third_count_once() -> None:
    shared = (((0, 1), Voice("a", "A")), ((1, 2), Voice("b", "B")), ((3,), Voice("c", "C")))
    assert independent([0, 1, 2, 3], shared) == (("A", "B", "C"), 2)
    assert independent([0, 2], shared) == (("A", "B"), 2)
    assert independent([0, 1], shared) == (("A", "B"), 1)
