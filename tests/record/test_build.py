from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue, UnknownTreaty, load
from inforce.dates import PartialDate
from inforce.record.build import record_of, store_path
from inforce.record.store import Store
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import Act, SourceKind
from record.say import said


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def as_known(catalogue: Catalogue, day: str) -> TreatyRecord:
    return record_of(catalogue, "apmbc", known_on=PartialDate.parse(day))


def only(record: TreatyRecord, participant: str, act: Act) -> AdjudicatedAct:
    (found,) = [a for a in record.of(participant) if a.act is act]
    return found


class TestLithuaniasNotice:
    """Given on 27 June 2025, circulated on 3 July as C.N.362.2025.TREATIES-XXVI-5."""

    def test_the_day_before_nothing_is_known(self, catalogue: Catalogue) -> None:
        record = as_known(catalogue, "2025-06-26")
        assert Act.WITHDRAWAL not in {act.act for act in record.of("LTU")}
        assert record.complete_until == date(2025, 6, 26)

    def test_the_day_after_it_is_known_by_assumption(self, catalogue: Catalogue) -> None:
        notice = only(as_known(catalogue, "2025-06-28"), "LTU", Act.WITHDRAWAL)
        told = [notice.followed, *notice.support]
        assert notice.followed.evidence.asserted_assumed
        assert "C.N.362.2025.TREATIES-XXVI-5" not in {s.evidence.reference for s in told}

    def test_once_circulated_both_support_it(self, catalogue: Catalogue) -> None:
        notice = only(as_known(catalogue, "2025-07-04"), "LTU", Act.WITHDRAWAL)
        told = [notice.followed, *notice.support]
        assert str(notice.date) == "2025-06-27"
        assert "C.N.362.2025.TREATIES-XXVI-5" in {s.evidence.reference for s in told}
        assert any(s.evidence.asserted_assumed for s in told)
        assert not notice.rivals


def test_polands_exit_is_planned_as_known_on_the_day_of_the_status_page(
    catalogue: Catalogue,
) -> None:
    record = as_known(catalogue, "2026-02-03")
    assert only(record, "POL", Act.WITHDRAWAL).date == PartialDate.parse("2025-08-20")
    assert Act.EXIT_EFFECT not in {act.act for act in record.of("POL")}
    assert [s.claim.act for s in record.others if s.claim.participant == "POL"] == [Act.EXIT_EFFECT]


def test_the_depositarys_date_of_lithuanias_signature_is_followed(catalogue: Catalogue) -> None:
    signature = only(record_of(catalogue, "apmbc"), "LTU", Act.SIGNATURE)
    assert str(signature.date) == "1999-02-26"
    assert [str(rival.claim.date) for rival in signature.rivals] == ["1999-02-22"]
    assert signature.why == "unsg (depositary) has the highest authority; not verified"


def test_every_shipped_consent_of_the_two_conventions_is_there(catalogue: Catalogue) -> None:
    # 133 signatories in all sources, Lithuania's brackets notwithstanding; the status page of
    # 3 February 2026 prints 112 parties to the CCM, which Lithuania has left.
    record = record_of(catalogue, "apmbc")
    assert len([a for a in record.acts if a.act is Act.SIGNATURE]) == 133
    consents = {Act.RATIFICATION, Act.ACCESSION, Act.ACCEPTANCE, Act.APPROVAL, Act.SUCCESSION}
    ccm = record_of(catalogue, "ccm")
    assert len([a for a in ccm.acts if a.act in consents]) == 113
    assert record.complete_until == date(2026, 2, 3)


def test_a_part_of_the_record_is_that_part_of_the_whole(catalogue: Catalogue) -> None:
    whole = record_of(catalogue, "apmbc", known_on=PartialDate.parse("2025-07-04"))
    part = record_of(
        catalogue, "apmbc", known_on=PartialDate.parse("2025-07-04"), participants={"LTU", "MNE"}
    )
    assert part.participants == ("LTU", "MNE")
    assert (part.of("LTU"), part.of("MNE")) == (whole.of("LTU"), whole.of("MNE"))
    assert part.successions == (("MNE", date(2006, 6, 3)),)
    assert part.complete_until == whole.complete_until


def test_an_unknown_treaty_is_said_to_be_so(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownTreaty):
        record_of(catalogue, "no such treaty")


def test_a_store_is_laid_over_the_shipped_record(catalogue: Catalogue, place: str) -> None:
    day = "2026-10-01"
    with Store.open(place, create=True) as store:
        store.add(
            [said(Act.ACCESSION, day, participant="LBN", source="mfa-lbn")],
            by="A. Clerk",
            why="the ministry's page",
            kinds={"mfa-lbn": SourceKind.GOVERNMENT},
        )
        laid_over = record_of(catalogue, "apmbc", store=store)
        before = record_of(catalogue, "apmbc", store=store, recorded_on=date(2026, 1, 1))
    accession = only(laid_over, "LBN", Act.ACCESSION)
    assert str(accession.date) == day
    assert accession.followed.evidence.source == "mfa-lbn"
    assert before.of("LBN") == ()
    assert str(only(record_of(catalogue, "apmbc"), "LBN", Act.ACCESSION).date) != day


def test_a_decision_in_the_store_is_followed(catalogue: Catalogue, place: str) -> None:
    signature = only(record_of(catalogue, "apmbc"), "LTU", Act.SIGNATURE)
    with Store.open(place, create=True) as store:
        store.decide(
            treaty="apmbc",
            participant="LTU",
            act=Act.SIGNATURE,
            follows=signature.rivals[0].id,
            by="A. Clerk",
            why="five reports print it",
        )
        decided = only(record_of(catalogue, "apmbc", store=store), "LTU", Act.SIGNATURE)
    assert str(decided.date) == "1999-02-22"


def test_the_store_is_the_one_named_or_that_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("INFORCE_STORE", raising=False)
    assert store_path() is None
    monkeypatch.setenv("INFORCE_STORE", "own.store")
    assert store_path() == Path("own.store")
    assert store_path("named.store") == Path("named.store")
    assert store_path("postgresql://clerk@host/facts") == "postgresql://clerk@host/facts"


class TestWhatTheLawNeedsFromTheCatalogue:
    """Facts that no statement holds come with the record."""

    def test_a_state_that_is_no_more(self, catalogue: Catalogue) -> None:
        # Czechoslovakia ratified the CFE Treaty in 1991 and was dissolved at the end of 1992.
        record = record_of(catalogue, "cfe")
        assert record.dissolved == (("CSK", date(1993, 1, 1)),)

    def test_the_shares_of_a_figure(self, catalogue: Catalogue) -> None:
        ((figure, shares),) = record_of(catalogue, "paris").shares
        assert figure == "emissions_article_21"
        # The UNFCCC's table for article 21: China 20.09 per cent, the United States 17.89.
        assert dict(shares)["CHN"] == 20.09
        assert dict(shares)["USA"] == 17.89
        assert record_of(catalogue, "ccm").shares == ()

    def test_the_parent_of_a_protocol_with_its_record(self, catalogue: Catalogue) -> None:
        parent = record_of(catalogue, "ccw-ap2").parent
        assert parent is not None
        assert (parent[0].id, parent[1].treaty) == ("ccw", "ccw")
        assert record_of(catalogue, "ccw").parent is None

    def test_only_the_parts_of_the_treaty_asked_are_read(self) -> None:
        fresh = load()
        limit = PartialDate.parse("2025-07-04")
        record_of(fresh, "apmbc", participants=("LTU",), known_on=limit)
        read = {name for name in fresh._shards.held if name.startswith(("acts/", "treaties"))}
        assert read == {"acts/apmbc", "treaties/apmbc"}
