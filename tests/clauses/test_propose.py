"""Rules proposed from invented treaties; what each says is plain from its own words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clauses import treaties
from inforce.catalogue import Catalogue, load
from inforce.catalogue.model import (
    Delay,
    DelayKind,
    ExitRule,
    ExitWindow,
    LaterFrom,
    MembershipFrom,
    ParticipantForceRule,
    RequirementKind,
    ReservationRule,
    TreatyForceRule,
)
from inforce.clauses import Part, Proposal, Topic, propose, propose_clause
from inforce.dates import Period, YearlyWindow
from inforce.terms import Act

ALL = (
    treaties.RIVERS,
    treaties.BLOB,
    treaties.BROKEN,
    treaties.UNNUMBERED,
    treaties.YEARLY,
    treaties.LABOUR,
    treaties.FRENCH,
    treaties.SPANISH,
)


@pytest.fixture(scope="module")
def held() -> Catalogue:
    return load()


def _period(text: str, kind: DelayKind = DelayKind.PERIOD) -> Delay:
    return Delay(kind, Period.parse(text))


def _later(found: Proposal) -> ParticipantForceRule:
    (reading,) = found.of(Part.LATER_PARTICIPANTS)
    assert isinstance(reading.rule, ParticipantForceRule)
    return reading.rule


def _force(found: Proposal) -> TreatyForceRule:
    (reading,) = found.of(Part.ENTRY_INTO_FORCE)
    assert isinstance(reading.rule, TreatyForceRule)
    return reading.rule


def _exit(found: Proposal) -> ExitRule:
    (reading,) = found.of(Part.EXIT)
    assert isinstance(reading.rule, ExitRule)
    return reading.rule


def test_a_numbered_convention_with_amendments_and_an_annex(held: Catalogue) -> None:
    found = propose(treaties.RIVERS, name="rivers", catalogue=held)
    delay = _period("P4M", DelayKind.FIRST_OF_MONTH_AFTER_PERIOD)
    assert _later(found).delay == delay
    assert _later(found).applies is LaterFrom.AFTER_THRESHOLD
    assert found.of(Part.LATER_PARTICIPANTS)[0].article == "4(2)"
    assert _force(found).delay == delay
    assert [one.count for one in _force(found).requirements] == [7]
    leaving = _exit(found)
    assert (leaving.word, leaving.delay) == (Act.WITHDRAWAL, _period("P8M"))
    assert leaving.minimum_membership == Period.parse("P3Y")
    assert leaving.minimum_from is MembershipFrom.PARTICIPANT
    assert leaving.later_allowed
    assert leaving.notice_to == ("the depositary",)
    assert leaving.at.article == "6(1), 6(2)"
    (reservations,) = found.of(Part.RESERVATIONS)
    assert isinstance(reservations.rule, ReservationRule)
    assert reservations.rule.allowed == "none"
    topics = {clause.topic for clause in found.clauses}
    assert {Topic.SIGNATURE, Topic.CONSENT, Topic.AMENDMENT, Topic.AUTHENTIC_TEXTS} <= topics


def test_one_line_without_breaks(held: Catalogue) -> None:
    found = propose(treaties.BLOB, name="wells", catalogue=held)
    assert _later(found).delay == _period("P60D")
    assert _force(found).requirements[0].acts == (Act.ACCESSION,)
    assert (_exit(found).word, _exit(found).delay) == (Act.DENUNCIATION, _period("P2Y"))
    assert found.of(Part.LATER_PARTICIPANTS)[0].article == "2(2)"


def test_words_that_a_scan_broke(held: Catalogue) -> None:
    found = propose(treaties.BROKEN, name="signals", catalogue=held)
    assert _later(found).delay == _period("P90D")
    assert _force(found).requirements[0].count == 5
    assert _exit(found).delay == _period("P1Y")
    assert found.of(Part.EXIT)[0].article == "VIII"


def test_without_articles(held: Catalogue) -> None:
    found = propose(treaties.UNNUMBERED, name="lights", catalogue=held)
    assert _later(found).delay == Delay(DelayKind.ON_THE_DAY)
    assert found.of(Part.LATER_PARTICIPANTS)[0].article == "unnumbered"


def test_named_states_and_a_day_of_each_year(held: Catalogue) -> None:
    found = propose(treaties.YEARLY, name="salt", catalogue=held)
    kinds = {one.kind: one for one in _force(found).requirements}
    assert kinds[RequirementKind.INSTRUMENTS].count == 6
    assert set(kinds[RequirementKind.NAMED].participants) == {"FRA", "NOR", "GBR"}
    assert _exit(found).delay == Delay(
        DelayKind.YEARLY, notice_by=YearlyWindow(1, 1), effect_on=YearlyWindow(3, 31)
    )


def test_a_window_that_comes_round(held: Catalogue) -> None:
    leaving = _exit(propose(treaties.LABOUR, name="night", catalogue=held))
    assert leaving.window == ExitWindow(Period.parse("P8Y"), Period.parse("P1Y"))
    assert leaving.minimum_membership == Period.parse("P8Y")
    assert leaving.minimum_from is MembershipFrom.TREATY
    assert leaving.delay == _period("P1Y")


def test_silence_is_told_with_what_the_vienna_convention_says(held: Catalogue) -> None:
    found = propose(treaties.UNNUMBERED, name="lights", catalogue=held)
    silent = {one.part: one.article for one in found.silent}
    assert silent[Part.EXIT] == "VCLT 56(1)"
    assert Part.LATER_PARTICIPANTS not in silent


@pytest.mark.parametrize(
    ("text", "days", "leaves"),
    [
        (treaties.FRENCH, "P30D", "P6M"),
        (treaties.SPANISH, "P90D", "P1Y"),
    ],
    ids=["fr", "es"],
)
def test_french_and_spanish(text: str, days: str, leaves: str, held: Catalogue) -> None:
    found = propose(text, name="bridges", catalogue=held)
    assert _later(found).delay == _period(days)
    assert _force(found).delay == _period(days)
    assert _exit(found).delay == _period(leaves)


def test_a_french_pronoun_and_a_spanish_term(held: Catalogue) -> None:
    later = _later(propose(treaties.FRENCH_LATER, name="phares", catalogue=held))
    assert later.delay == _period("P3M")
    leaving = _exit(propose(treaties.SPANISH_TERM, name="aves", catalogue=held))
    assert leaving.delay == _period("P6M", DelayKind.FIRST_OF_MONTH_AFTER_PERIOD)
    assert leaving.minimum_membership == Period.parse("P3Y")


@pytest.mark.parametrize(
    "words",
    [
        "this convention shall enter into force ",
        "each state may by notice given to the depositary denounce this convention ",
        "article 1. for each state which ratifies after that date the ",
        "ARTICLE 7 this convention shall enter into force on the ninth day after deposit ",
        "twenty one hundred and fifth instrument of ratification deposited with the ",
        "1 2 3 ( 4 ) - in stru ment of rati fi ca tion ",
    ],
    ids=["force", "exit", "articles", "headings", "numbers", "broken"],
)
def test_a_text_of_one_phrase_over_and_over_takes_bounded_time(words: str, held: Catalogue) -> None:
    text = words * (300_000 // len(words))
    begun = time.monotonic()
    propose(text, name="x", catalogue=held)
    assert time.monotonic() - begun < 20


def test_a_month_after_some_days_and_an_armed_conflict(held: Catalogue) -> None:
    found = propose(treaties.COURT, name="court", catalogue=held)
    assert _later(found).delay == _period("P45D", DelayKind.FIRST_OF_MONTH_AFTER_PERIOD)
    leaving = _exit(found)
    assert leaving.delay == _period("P5M")
    assert [one.fact for one in leaving.conditions] == ["armed_conflict"]
    assert leaving.notice_to == (
        "all other states parties",
        "the depositary",
        "the council of wells",
    )
    assert leaving.content == "a statement of reasons"


def test_leaving_at_the_end_of_a_term(held: Catalogue) -> None:
    assert _exit(propose(treaties.TERMS, name="lakes", catalogue=held)).delay == Delay(
        DelayKind.TERM,
        Period.parse("P3M"),
        term=Period.parse("P7Y"),
        renewed=Period.parse("P4Y"),
    )


def test_a_clause_that_gives_no_rule_is_no_silence(held: Catalogue) -> None:
    found = propose(treaties.VAGUE, name="canals", catalogue=held)
    assert not found.of(Part.EXIT)
    assert Part.EXIT not in {one.part for one in found.silent}
    (left,) = [one for one in found.unturned if one.part is Part.EXIT]
    assert "denunciation" in left.quote.text
    assert left.why == "it speaks of leaving, but no rule was read from it"


def test_a_quoted_clause_alone(held: Catalogue) -> None:
    text = (
        "The Agreement shall enter into force seventy (70) days after the day when at least "
        "five (5) members have deposited their instruments."
    )
    found = propose_clause(text, name="label", catalogue=held, article="19")
    (reading,) = found.of(Part.ENTRY_INTO_FORCE)
    assert reading.article == "19"
    assert _force(found).requirements[0].count == 5
    assert not found.silent


def test_of_a_clause_on_amendments_the_amendment_itself_is_read(held: Catalogue) -> None:
    text = (
        "Amendments to this Protocol shall enter into force for the Parties that accepted them "
        "on the ninetieth day after two thirds of all the Parties made their deposits. They shall "
        "enter into force for any further Party on the ninetieth day after it deposited its own."
    )
    assert propose_clause(text, name="x", catalogue=held).problem
    found = propose_clause(text, name="x", catalogue=held, amendment=True)
    assert _later(found).delay == _period("P90D")


NOVEL = (
    "He withdrew from the window at once, and six months after the wedding the house was sold. "
    "The old treaty between the brothers was long forgotten; nobody spoke of it any more. "
    "It would take effect when both had signed it, said one, and any party may denounce a friend. "
) * 30
GERMAN = (
    "Dieses Übereinkommen tritt neunzig Tage nach der Hinterlegung der zehnten Urkunde in Kraft. "
    "Jede Vertragspartei kann dieses Übereinkommen durch eine Notifikation kündigen. "
) * 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "x.txt: found no text, expected a treaty's"),
        (
            NOVEL,
            f"x.txt: no final clauses were found in {len(NOVEL)} characters; no rule is proposed",
        ),
        (GERMAN, "x.txt: the text is in German; clauses are read in English, French and Spanish"),
    ],
    ids=["empty", "novel", "german"],
)
def test_what_is_no_treaty_gives_one_sentence(text: str, words: str, held: Catalogue) -> None:
    found = propose(text, name="x.txt", catalogue=held)
    assert found.problem == words
    assert not found.readings
    assert not found.clauses


def test_ten_megabytes_are_read_in_bounded_time(held: Catalogue) -> None:
    text = ("The house stood by the river, and the year went slowly on. " * 170_000)[:10_000_000]
    assert "no final clauses" in propose(text, name="big", catalogue=held).problem


@given(
    st.sampled_from(ALL),
    st.integers(0, 1500),
    st.integers(0, 60),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=20),
)
@settings(max_examples=40, deadline=None)
def test_every_quote_is_in_the_text_at_its_span(
    text: str, place: int, cut: int, noise: str
) -> None:
    changed = text[:place] + noise + text[place + cut :]
    found = propose(changed, name="x", catalogue=load())
    assert all(reading.quotes for reading in found.readings)
    quotes = [quote for reading in found.readings for quote in reading.quotes]
    quotes += [one.quote for one in found.unturned] + [one.quote for one in found.clauses]
    for quote in quotes:
        assert changed[quote.start : quote.end] == quote.text != ""
