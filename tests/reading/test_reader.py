"""Reading a whole document: quotes, reasons, and nothing shared between two of them."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inforce.catalogue import Catalogue
from inforce.dates import Period
from inforce.documents import load_text
from inforce.reading import read
from inforce.record.values import Attribution, ForceRule, Order, Scope
from inforce.terms import Act, ClaimKind, Modality, Standing
from reading.conftest import Reader

WORDS = st.sampled_from(
    [
        *("Latvia", "Lithuania's", "the", "parliament", "voted", "to", "leave", "has", "not"),
        *("the Ottawa Convention", "on 8 May 2025", ",", ".", "\n", "and", "which", "if", "by"),
        *("notified", "the United Nations", "of its", "withdrawal", "six months", "after", "’"),
        *("164 countries", "in favour", "abstained", "€", "million", "ʼs", "\u200b", "it", "107"),
    ]
)


@given(words=st.lists(WORDS, max_size=60), glue=st.sampled_from([" ", "", "  "]))
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_read_and_every_quote_is_verbatim(
    words: list[str], glue: str, catalogue: Catalogue
) -> None:
    text = glue.join(words)
    if not text.strip("\ufeff \t\r\n\f\v\u200b"):
        return
    document = load_text(text, name="any")
    for statement in read(document, catalogue).statements:
        evidence = statement.evidence
        assert evidence.quote
        assert document.text[evidence.start : evidence.end] == evidence.quote


@given(text=st.text(min_size=1, max_size=300).filter(lambda text: bool(text.strip())))
@settings(deadline=None)
def test_arbitrary_text_never_raises(text: str, catalogue: Catalogue) -> None:
    try:
        document = load_text(f"The Ottawa Convention. {text}", name="any")
    except ValueError:
        return
    assert read(document, catalogue) == read(document, catalogue)


def test_the_same_act_told_twice_is_two_statements(read_text: Reader) -> None:
    once = "Latvia left the Ottawa Convention. "
    statements = [s for s in read_text(once + once).statements if s.claim.act is not None]
    assert len(statements) == 2
    assert len({s.claim.id for s in statements}) == 1
    assert len({s.id for s in statements}) == 2


def test_a_text_without_a_treaty_says_so(read_text: Reader) -> None:
    assert read_text("Lithuania plays Latvia in basketball tonight.").reason == "no treaty named"


def test_a_treaty_of_which_nothing_is_told_says_so(read_text: Reader) -> None:
    reading = read_text("The exhibition on the Ottawa Convention opens at noon in the town hall.")
    assert reading.statements == ()
    assert reading.reason == "treaties are named, but no act, standing or figure is told"
    assert [p.reason for p in reading.passed_over] == ["tells no act"]


def test_a_language_without_a_lexicon_is_named(catalogue: Catalogue) -> None:
    text = (
        "Eduskunta hyväksyi torstaina Suomen eron Ottawan sopimuksesta, joka kieltää "
        "jalkaväkimiinat. Puolesta äänesti 157 kansanedustajaa ja vastaan 18, "
        "mutta hallitus ei ole vielä antanut ilmoitusta."
    )
    reading = read(load_text(text, name="suomeksi"), catalogue)
    assert reading.reason == "language not read: fi"
    assert reading.statements == ()


def test_who_reported_it_stands_with_the_act(read_text: Reader) -> None:
    reading = read_text("Latvia has left the Ottawa Convention, LETA reported on Friday.")
    act = next(s for s in reading.statements if s.claim.act is not None)
    assert "LETA" in " ".join(act.evidence.attributed_to)
    named = [s.claim.value for s in reading.statements if s.claim.kind is ClaimKind.ATTRIBUTION]
    assert any(isinstance(value, Attribution) and "LETA" in value.source for value in named)


def test_leaving_presupposes_being_a_party(read_text: Reader) -> None:
    reading = read_text("Poland intends to leave the Convention on Cluster Munitions.")
    taken = [s.claim for s in reading.statements if s.claim.presupposed]
    named = [(c.participant, c.treaty, c.standing) for c in taken]
    assert named == [("POL", "ccm", Standing.PARTY)]


def test_an_order_of_events_is_a_claim(read_text: Reader) -> None:
    reading = read_text("Finland left the Ottawa Convention. It follows Latvia and Estonia.")
    orders = [s.claim for s in reading.statements if isinstance(s.claim.value, Order)]
    assert [(c.participant, c.value) for c in orders] == [("FIN", Order("after", ("LVA", "EST")))]


def test_what_a_treaty_leaves_out_is_a_claim(read_text: Reader) -> None:
    reading = read_text("The Ottawa Convention does not cover anti-vehicle mines.")
    scopes = [s.claim.value for s in reading.statements if isinstance(s.claim.value, Scope)]
    assert scopes == [Scope(("anti-vehicle mines",), covered=False)]


def test_each_statement_can_be_explained(read_text: Reader) -> None:
    reading = read_text("Latvia has left the Ottawa Convention.")
    assert set(reading.explanations) == {s.id for s in reading.statements}
    assert all(words for words in reading.explanations.values())


def test_a_past_entry_into_force_carries_its_rule(read_text: Reader) -> None:
    text = (
        "Fiji joined in 2018. The Ottawa Convention entered into force on 1 March 1999, "
        "six months after the fortieth ratification."
    )
    claims = [s.claim for s in read_text(text).statements]
    (force,) = [c for c in claims if c.act is Act.ENTRY_INTO_FORCE]
    assert force.participant is None
    assert force.value == ForceRule(Period(6, "months"), 40)
    assert not any(c.kind in (ClaimKind.COUNT, ClaimKind.RULE) for c in claims)


def test_a_coming_count_is_explained_by_its_condition(read_text: Reader) -> None:
    reading = read_text("Once Poland leaves, the Ottawa Convention will have 161 parties.")
    (count,) = [s for s in reading.statements if s.claim.kind is ClaimKind.COUNT]
    assert reading.explanations[count.id]["condition"] == "once poland leaves"
    assert count.modality is Modality.PLANNED
    assert count.claim.date is None
