from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.dates import PartialDate
from inforce.record.adjudicate import adjudicate
from inforce.record.decisions import Decision
from inforce.record.model import Claim, Evidence, Recorded, Statement
from inforce.record.values import Other
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import Act, ClaimKind, Modality, SourceKind
from record.say import KINDS, held, said


def record(*recorded: Recorded, known_on: str | None = None) -> TreatyRecord:
    limit = PartialDate.parse(known_on) if known_on else None
    return adjudicate("apmbc", recorded, kinds=KINDS, known_on=limit)


def acts(*statements: Statement, known_on: str | None = None) -> tuple[AdjudicatedAct, ...]:
    return record(*held(*statements), known_on=known_on).acts


# The three Baltic notices of 27 June 2025 were circulated by the depositary on 3 July
# (C.N.360, 361 and 362.2025.TREATIES-XXVI-5).
LISTED = said(Act.WITHDRAWAL, "2025-06-27")
NOTIFIED = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03", reference="C.N.362.2025")


class TestKnownOn:
    def test_before_the_notice_nothing_is_known(self) -> None:
        assert acts(LISTED, NOTIFIED, known_on="2025-06-26") == ()

    def test_on_the_day_after_it_is_known_by_assumption(self) -> None:
        (notice,) = acts(LISTED, NOTIFIED, known_on="2025-06-28")
        assert notice.followed == LISTED
        assert notice.support == ()
        assert "counted as said on its own day" in notice.why

    def test_once_notified_both_support_it(self) -> None:
        (notice,) = acts(LISTED, NOTIFIED, known_on="2025-07-04")
        assert {notice.followed, *notice.support} == {LISTED, NOTIFIED}
        assert notice.followed == NOTIFIED
        assert not notice.contested

    def test_a_partial_limit_counts_to_its_last_day(self) -> None:
        (notice,) = acts(NOTIFIED, known_on="2025-07")
        assert notice.followed == NOTIFIED

    def test_a_month_is_known_only_when_it_is_over(self) -> None:
        vague = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07")
        assert acts(vague, known_on="2025-07-30") == ()
        assert len(acts(vague, known_on="2025-07-31")) == 1

    def test_what_was_recorded_had_been_said(self) -> None:
        (lebanon,) = acts(said(Act.ACCESSION, "2026"), known_on="2026-11-22")
        assert lebanon.date == PartialDate.parse("2026")

    def test_an_act_without_any_day_is_known_from_the_day_it_was_recorded(self) -> None:
        undated = said(Act.ACCESSION, None)
        assert acts(undated, known_on="2026-11-21") == ()
        assert acts(undated, known_on="2026-11-22")[0].date is None

    def test_what_the_store_learned_later_is_out(self) -> None:
        late = held(LISTED, on=date(2026, 12, 1))
        assert adjudicate("apmbc", late, kinds=KINDS, recorded_on=date(2026, 11, 30)).acts == ()
        assert adjudicate("apmbc", late, kinds=KINDS, recorded_on=date(2026, 12, 1)).acts != ()


class TestRetraction:
    def test_a_retracted_statement_is_out_once_the_retraction_is_known(self) -> None:
        back = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-10", retracts=LISTED.id)
        assert len(acts(LISTED, back, known_on="2025-07-09")) == 1
        assert acts(LISTED, back, known_on="2025-07-10") == ()

    def test_a_corrigendum_takes_the_place_of_what_it_corrects(self) -> None:
        corrected = said(Act.WITHDRAWAL, "2025-06-28", asserted="2025-07-10", supersedes=LISTED.id)
        (notice,) = acts(LISTED, corrected)
        assert notice.followed == corrected
        assert notice.rivals == ()

    def test_a_retraction_that_is_taken_back_binds_no_more(self) -> None:
        back = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-10", retracts=LISTED.id)
        again = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-11", retracts=back.id)
        (notice,) = acts(LISTED, back, again)
        assert notice.followed == LISTED

    def test_a_lower_authority_cannot_retract(self) -> None:
        press = said(Act.WITHDRAWAL, "2025-06-27", source="bns", retracts=LISTED.id)
        (notice,) = acts(LISTED, press)
        assert notice.followed == LISTED


class TestEvents:
    def test_leaving_rejoining_and_leaving_again_are_three_acts(self) -> None:
        told = [
            said(Act.RATIFICATION, "1994-03-01"),
            said(Act.DENUNCIATION, "1998-05-26"),
            said(Act.ACCESSION, "1998-05-26"),
            said(Act.DENUNCIATION, "2000-03-27"),
        ]
        found = [(a.act, str(a.date)) for a in acts(*told)]
        assert found == [
            (Act.RATIFICATION, "1994-03-01"),
            (Act.ACCESSION, "1998-05-26"),
            (Act.DENUNCIATION, "1998-05-26"),
            (Act.DENUNCIATION, "2000-03-27"),
        ]

    def test_a_notice_after_a_revoked_one_is_another(self) -> None:
        told = [
            said(Act.WITHDRAWAL, "2016-10-27"),
            said(Act.REVOCATION, "2017-02-10"),
            said(Act.WITHDRAWAL, "2025-09-22"),
        ]
        assert len(acts(*told)) == 3

    def test_two_dates_with_nothing_between_are_rivals(self) -> None:
        late = said(Act.WITHDRAWAL, "2025-07-27", source="register")
        (notice,) = acts(LISTED, late)
        assert notice.followed == LISTED
        assert notice.rivals == (late,)
        assert notice.why.startswith("un-sg (depositary) has the highest authority")

    def test_withdrawal_and_denunciation_are_one_notice(self) -> None:
        other_word = said(Act.DENUNCIATION, "2025-06-27", source="register")
        (notice,) = acts(LISTED, other_word)
        assert (notice.act, notice.support) == (Act.WITHDRAWAL, (other_word,))

    def test_a_consent_of_untold_form_supports_the_told_one(self) -> None:
        told = said(Act.RATIFICATION, "2003-05-12", source="register")
        untold = said(Act.CONSENT_TO_BE_BOUND, "2003-05")
        (consent,) = acts(told, untold)
        assert {consent.followed, *consent.support} == {told, untold}

    def test_two_readings_are_two_votes(self) -> None:
        first = said(Act.BILL_ADOPTED, "2024-07-11", body="Seimas (presentation)")
        second = said(Act.BILL_ADOPTED, "2024-07-18", body="Seimas (adoption)")
        assert len(acts(first, second)) == 2

    def test_a_planned_act_is_no_act(self) -> None:
        planned = said(Act.EXIT_EFFECT, "2025-12-27", modality=Modality.PLANNED)
        found = record(*held(planned))
        assert (found.acts, found.others) == ((), (planned,))


class TestFollowing:
    def test_equal_authorities_that_contradict_are_contested(self) -> None:
        one = said(Act.ACCESSION, "2025-06-25", source="register", reference="a")
        two = said(Act.ACCESSION, "2025-06-26", source="register", reference="b")
        (accession,) = acts(two, one)
        assert accession.contested
        assert accession.followed == one
        assert accession.why.startswith("nothing decides between 2025-06-25 and 2025-06-26")

    def test_two_forms_of_consent_on_one_day_are_contested(self) -> None:
        one = said(Act.RATIFICATION, "2003-05-12", source="bns")
        two = said(Act.ACCESSION, "2003-05-12", source="lrt")
        (consent,) = acts(one, two)
        assert (consent.followed, consent.rivals, consent.contested) == (one, (two,), True)
        assert consent.why.startswith("nothing decides that it was no accession; bns (outlet)")

    def test_the_verified_one_goes_before_its_equal(self) -> None:
        weak = said(Act.ACCESSION, "2025-06-25", verified=False)
        firm = said(Act.ACCESSION, "2025-06-26", reference="b")
        (accession,) = acts(weak, firm)
        assert (accession.followed, accession.rivals) == (firm, (weak,))
        assert not accession.contested
        assert "is verified" in accession.why

    def test_the_precise_one_goes_before_its_equal(self) -> None:
        month = said(Act.ACCESSION, "2025-06")
        day = said(Act.ACCESSION, "2025-06-26", reference="b")
        (accession,) = acts(month, day)
        assert (accession.followed, accession.support) == (day, (month,))
        assert "is the most precise" in accession.why

    def test_the_majority_goes_first_among_equals_but_stays_contested(self) -> None:
        (accession,) = acts(
            said(Act.ACCESSION, "2025-06-24", source="unn"),
            said(Act.ACCESSION, "2025-06-26", source="bns"),
            said(Act.ACCESSION, "2025-06-26", source="lrt"),
        )
        assert str(accession.date) == "2025-06-26"
        assert accession.contested
        assert "agrees with the most sources" in accession.why

    def test_for_a_domestic_step_parliament_goes_before_the_depositary(self) -> None:
        own = said(Act.BILL_ADOPTED, "2025-05-08", source="seimas")
        other = said(Act.BILL_ADOPTED, "2025-05", source="un-sg")
        (vote,) = acts(own, other)
        assert vote.followed == own

    def test_a_low_authority_alone_is_marked(self) -> None:
        alone = said(Act.ACCESSION, "2025-06-25", source="bns", verified=False)
        why = (
            "only bns (outlet) tells of it; no depositary, register or dataset in the record "
            "tells of it; not verified"
        )
        assert acts(alone)[0].why == why
        assumed = "; known only from a later list, so counted as said on its own day"
        assert acts(alone, known_on="2026")[0].why == why + assumed

    def test_of_one_date_the_source_that_spoke_first_is_shown(self) -> None:
        own = said(Act.SUSPENSION, "2025-07-18", source="mfa")
        later = said(Act.SUSPENSION, "2025-07-18", source="another-mfa", asserted="2025-10-17")
        kinds = {**KINDS, "another-mfa": SourceKind.GOVERNMENT}
        (claimed,) = adjudicate("apmbc", held(later, own), kinds=kinds).acts
        assert (claimed.followed, claimed.support) == (own, (later,))
        assert claimed.why.startswith("mfa (government) and all other statements agree")


class TestDecisions:
    ONE = said(Act.SIGNATURE, "1999-02-26")
    TWO = said(Act.SIGNATURE, "1999-02-22", source="register")

    def decision(self, **changed: Any) -> Decision:
        given = {
            "treaty": "apmbc",
            "participant": "LTU",
            "act": Act.SIGNATURE,
            "follows": self.TWO.id,
            "by": "A. Clerk",
            "why": "the page of signatures",
            "on": date(2026, 11, 20),
            "recorded_at": datetime(2026, 11, 21, tzinfo=UTC),
        }
        return Decision(**{**given, **changed})

    def signature(self, *decisions: Decision, **limits: Any) -> AdjudicatedAct:
        told = held(self.ONE, self.TWO, on=date(2026, 1, 1))
        found = adjudicate("apmbc", told, kinds=KINDS, decisions=decisions, **limits)
        return found.acts[0]

    def test_a_decision_goes_before_authority(self) -> None:
        signature = self.signature(self.decision())
        assert (signature.followed, signature.rivals) == (self.TWO, (self.ONE,))
        assert signature.why == "by decision of A. Clerk on 2026-11-20: the page of signatures"

    def test_the_latest_decision_holds(self) -> None:
        later = self.decision(follows=self.ONE.id, on=date(2026, 11, 21))
        assert self.signature(later, self.decision()).followed == self.ONE

    def test_a_revoked_decision_holds_no_more(self) -> None:
        made = self.decision()
        back = self.decision(revokes=made.id, recorded_at=datetime(2026, 11, 25, tzinfo=UTC))
        assert self.signature(made, back).followed == self.ONE
        assert self.signature(made, back, recorded_on=date(2026, 11, 24)).followed == self.TWO

    def test_an_earlier_view_knows_no_later_decision(self) -> None:
        known_on = PartialDate.parse("2026-11-19")
        assert self.signature(self.decision(), known_on=known_on).followed == self.ONE
        recorded_on = date(2026, 11, 20)
        assert self.signature(self.decision(), recorded_on=recorded_on).followed == self.ONE


class TestCompleteness:
    def promise(self, until: str) -> Statement:
        day = PartialDate.parse(until)
        claim = Claim(ClaimKind.COMPLETENESS, treaty="apmbc", date=day, value=Other("c", until))
        return Statement(claim, Modality.DONE, Evidence("un-sg", day))

    def test_the_latest_promise_holds(self) -> None:
        found = record(*held(self.promise("2026-02-03"), self.promise("2018-01-18")))
        assert (found.complete_until, found.complete_words) == (date(2026, 2, 3), "2026-02-03")

    def test_an_earlier_view_is_complete_to_its_own_day(self) -> None:
        found = record(*held(self.promise("2026-02-03")), known_on="2025-07-04")
        assert found.complete_until == date(2025, 7, 4)

    def test_without_a_promise_nothing_is_complete(self) -> None:
        assert record(*held(LISTED)).complete_until is None


class TestWhoCounts:
    @pytest.mark.parametrize(
        ("source", "verified", "why", "counts"),
        [
            ("un-sg", True, "", True),
            ("dataset", True, "", True),
            ("dataset", False, "", False),
            ("bns", True, "", False),
            ("a paper nobody described", True, "", False),
            ("bns", True, "I was there", True),
            ("bns", False, "I was there", False),
        ],
    )
    def test_added_statements(self, source: str, verified: bool, why: str, counts: bool) -> None:
        statement = said(Act.WITHDRAWAL, "2025-06-27", source=source, verified=verified)
        found = record(*held(statement, by="A. Reader", why=why))
        assert bool(found.acts) is counts


days = st.sampled_from(
    ["2003-05-12", "2003-05", "2003", "2025-06-27", "2025-06-28", "2025-12-27", "2030~"]
)
statements = st.builds(
    said,
    st.sampled_from(
        [
            Act.SIGNATURE,
            Act.RATIFICATION,
            Act.ACCESSION,
            Act.CONSENT_TO_BE_BOUND,
            Act.WITHDRAWAL,
            Act.DENUNCIATION,
            Act.REVOCATION,
            Act.BILL_ADOPTED,
        ]
    ),
    st.none() | days,
    source=st.sampled_from([*KINDS, "somebody"]),
    asserted=st.none() | days,
    participant=st.sampled_from(["LTU", "EST"]),
    verified=st.booleans(),
    body=st.sampled_from([None, "Seimas", "President"]),
)


@given(st.lists(statements, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(told: list[Statement], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert record(*held(*told)) == record(*held(*shuffled))


@given(st.lists(statements, min_size=1, max_size=12))
def test_a_duplicate_changes_nothing(told: list[Statement]) -> None:
    assert record(*held(*told)) == record(*held(*told, told[0]))


@given(st.lists(statements, max_size=12))
def test_every_statement_that_counts_is_in_exactly_one_act(told: list[Statement]) -> None:
    inside = [s.id for s in _inside(record(*held(*told)))]
    assert sorted(inside) == sorted({s.id for s in told})


@given(st.lists(statements, max_size=12), days, days)
def test_more_is_known_later(told: list[Statement], one: str, two: str) -> None:
    earlier, later = sorted([one, two], key=lambda text: str(PartialDate.parse(text).latest))
    before = _inside(record(*held(*told), known_on=earlier))
    after = _inside(record(*held(*told), known_on=later))
    assert {s.id for s in before} <= {s.id for s in after}


def _inside(found: TreatyRecord) -> list[Statement]:
    return [s for act in found.acts for s in (act.followed, *act.support, *act.rivals)]


def test_an_exit_parts_a_vague_consent_from_the_next_one() -> None:
    # Greece under the ECHR: ratified in 1953, left in 1969, ratified again in 1974.
    found = acts(
        said(Act.RATIFICATION, "1953", participant="GRC"),
        said(Act.DENUNCIATION, "1969-12-12", participant="GRC"),
        said(Act.RATIFICATION, "1974-11-28", participant="GRC"),
    )
    consents = [str(act.date) for act in found if act.act is Act.RATIFICATION]
    assert consents == ["1953", "1974-11-28"]


def test_a_vague_consent_that_nothing_parts_is_the_same_act() -> None:
    found = acts(
        said(Act.RATIFICATION, "1974", participant="GRC"),
        said(Act.RATIFICATION, "1974-11-28", participant="GRC"),
    )
    assert [str(act.date) for act in found] == ["1974-11-28"]
