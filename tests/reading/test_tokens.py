"""Words looked up once: a surface that comes again is cut and read as the first time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inforce.reading.languages import load_lexicon
from inforce.reading.lexicon import EMPTY
from inforce.reading.tokens import tokens_of
from inforce.terms import Act
from reading.conftest import Reader

RUNS = (
    "the",
    "six-month",
    "(Ottawa)",
    "2025-12-27,",
    "27th",
    "hasn't",
    "Latvia's",
    "—",
    "unicameral",
)


@given(runs=st.lists(st.sampled_from(RUNS), max_size=12), blanks=st.sampled_from([" ", "\n", "  "]))
def test_tokens_are_the_same_however_often_their_surface_was_met(
    runs: list[str], blanks: str
) -> None:
    lexicon = load_lexicon("en")
    text = blanks.join(runs)
    again = tokens_of(text, (0, len(text)), lexicon)
    lexicon.surfaces.clear()
    assert tokens_of(text, (0, len(text)), lexicon) == again
    assert all(text[start:end].lower() == low for start, end, low, *_ in again)


def test_a_word_that_no_lexicon_lists_is_known_by_identity() -> None:
    lexicon = load_lexicon("en")
    tokens = tokens_of("unicameral", (0, 10), lexicon)
    assert [token[4] is EMPTY for token in tokens] == [True]


def test_a_parliament_belongs_to_the_state_before_it_over_an_unknown_word(
    read_text: Reader,
) -> None:
    reading = read_text(
        "Estonia left the Ottawa Convention in 2025. The Lithuanian unicameral parliament voted "
        "on Thursday to leave the Ottawa Convention."
    )
    votes = [s.claim.participant for s in reading.statements if s.claim.act is Act.BILL_ADOPTED]
    assert votes == ["LTU"]
