from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checking.desk import Desk, MakeDesk, report
from inforce.checking import DocumentReport, Knowledge
from inforce.checking.sources import Voice, basis, chain, families, independent, voice_of
from inforce.record.values import Attribution
from inforce.terms import Act, ClaimKind, OutletForm


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


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("bbc.co.uk", "bbc"),
        ("www.bbc.co.uk", "bbc"),
        ("https://news.err.ee/1609/a-report", "err"),
        ("epl.delfi.ee", "eesti-paevaleht"),
        ("sport.delfi.ee", "delfi"),
        ("notbbc.co.uk", None),
    ],
)
def test_an_address_names_its_newsroom(knowledge: Knowledge, address: str, key: str | None) -> None:
    source = knowledge.source_named(address)
    assert (source.id if source else None) == key


AGENCY = (Path(__file__).with_name("wire") / "agency.txt").read_text(encoding="utf-8")
CUT = "\n\n".join(AGENCY.split("\n\n")[:3])


def copy_in(paper: Desk, name: str, outlet: str, text: str) -> DocumentReport:
    found, _ = report(paper, name, outlet=outlet)
    return replace(found, document=replace(found.document, text=text))


def test_a_wire_story_in_three_papers_is_one_source(desk: MakeDesk) -> None:
    papers = [desk("2025-04-17", name) for name in ("one", "two", "three", "four")]
    texts = [AGENCY, CUT, AGENCY + " Edited.", "A reporter's own words. " * 3]
    outlets = ["The Evening Post", "Lakes Herald", "Weekly Mirror", "Harbour Times"]
    reports = [
        copy_in(paper, str(place), outlets[place], texts[place])
        for place, paper in enumerate(papers)
    ]
    shared = families(reports, papers[0].knowledge)
    assert any(places == (0, 1, 2) and voice.unnamed for places, voice in shared)
    names, count = independent(range(4), shared)
    assert count == 2
    assert "the same text" not in names


def test_copies_in_outlets_of_one_agency_are_that_agencys(desk: MakeDesk) -> None:
    """Delfi and LRT both run the dispatches of BNS."""
    papers = [desk("2025-04-17", "one"), desk("2025-04-17", "two")]
    reports = [
        copy_in(papers[0], "one", "delfi.lt", AGENCY),
        copy_in(papers[1], "two", "LRT", CUT),
    ]
    shared = families(reports, papers[0].knowledge)
    assert ((0, 1), "bns") in [(places, voice.key) for places, voice in shared]


def test_a_chain_goes_on_to_the_first_source(desk: MakeDesk) -> None:
    papers = [desk("2025-04-17", name) for name in ("one", "two")]
    told = papers[0].say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution("UNN"))
    papers[1].say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution("BNS"))
    reports = [
        report(papers[0], "one", outlet="Lakes Herald")[0],
        report(papers[1], "two", outlet="UNN")[0],
    ]
    assert chain(0, told, reports, papers[0].knowledge) == (
        "Lakes Herald",
        "UNN, Ukrainian National News",
        "Baltic News Service",
    )


def test_a_chain_that_turns_in_a_circle_ends(desk: MakeDesk) -> None:
    papers = [desk("2025-04-17", name) for name in ("one", "two")]
    told = papers[0].say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution("UNN"))
    papers[1].say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution("LRT"))
    reports = [
        report(papers[0], "one", outlet="LRT")[0],
        report(papers[1], "two", outlet="UNN")[0],
    ]
    assert len(chain(0, told, reports, papers[0].knowledge)) == 2


def test_a_statement_through_two_newsrooms_shows_both(desk: MakeDesk) -> None:
    paper = desk("2025-04-17", "one")
    told = paper.say(ClaimKind.ACT, who="LVA", act=Act.BILL_ADOPTED, by=("BNS", "UNN"))
    reports = [report(paper, "one", outlet="Lakes Herald")[0]]
    names = ("Lakes Herald", "UNN, Ukrainian National News", "Baltic News Service")
    assert chain(0, told, reports, paper.knowledge) == names


def test_newsrooms_are_data(knowledge: Knowledge) -> None:
    outlets = [source for source in knowledge.catalogue.sources() if source.form]
    agencies = {source.id for source in outlets if source.form is OutletForm.AGENCY}
    assert len(outlets) >= 200
    assert {"reuters", "ap", "afp", "dpa", "bns", "pap", "ntb", "stt"} <= agencies
    assert all(set(source.carries) <= agencies for source in outlets)
    assert all(source.country for source in outlets if source.id in agencies)
