"""What a treaty covers and leaves out."""

from __future__ import annotations

import pytest

from inforce.record.values import Scope
from reading.conftest import Reader

OUT = Scope(("anti-vehicle mines",), covered=False)


@pytest.mark.parametrize(
    "words",
    [
        "The Ottawa Convention was opened in December 1997. It does not cover anti-vehicle mines.",
        "The Ottawa Convention was opened in 1997. It leaves anti-vehicle mines untouched.",
        "Anti-vehicle mines are not covered by the Ottawa Convention.",
        "Many praise the Ottawa Convention. Anti-vehicle mines are outside its scope.",
        "The Ottawa Convention says nothing about anti-vehicle mines, the minister said.",
        "The Ottawa Convention doesn't cover anti-vehicle mines.",
    ],
)
def test_what_a_treaty_leaves_out(words: str, read_text: Reader) -> None:
    scopes = [s.claim for s in read_text(words).statements if isinstance(s.claim.value, Scope)]
    assert [(c.treaty, c.value) for c in scopes] == [("apmbc", OUT)]


def test_two_halves_of_one_sentence(read_text: Reader) -> None:
    text = "The Convention on Cluster Munitions bans cluster bombs but does not apply to mines."
    scopes = [s.claim.value for s in read_text(text).statements if isinstance(s.claim.value, Scope)]
    assert scopes == [Scope(("cluster bombs",), True), Scope(("mines",), False)]


def test_a_state_that_bans_something_is_no_treaty(read_text: Reader) -> None:
    text = "Norway ratified the Ottawa Convention. It bans trawling near the coast."
    assert not any(isinstance(s.claim.value, Scope) for s in read_text(text).statements)
