"""Who is said to have said it: the voice and nothing of the report beside it."""

from __future__ import annotations

import pytest

from inforce.record.values import Attribution
from reading.conftest import Reader


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Latvia is to denounce the Ottawa Convention, Baltic Wire reported.", "Baltic Wire"),
        ("Fiji has ratified the Arms Trade Treaty, according to Suva Daily.", "Suva Daily"),
        ("According to Suva Daily, Fiji has ratified the Arms Trade Treaty.", "Suva Daily"),
        (
            "Estonia voted to denounce the Ottawa Convention, the Postimees newspaper reported.",
            "the Postimees newspaper",
        ),
        (
            "Anna Kask, the foreign minister, said Estonia would leave the Ottawa Convention.",
            "Anna Kask, the foreign minister",
        ),
        (
            '"A step back," said Ann Lee of Field Watch after Poland left the Ottawa Convention.',
            "Ann Lee of Field Watch",
        ),
        (
            "According to Mr. Juan S. Reyes, the Philippines has left the Rome Statute.",
            "Mr. Juan S. Reyes",
        ),
    ],
)
def test_the_voice_stands_alone(text: str, source: str, read_text: Reader) -> None:
    named = [s.claim.value for s in read_text(text).statements]
    assert [value.source for value in named if isinstance(value, Attribution)] == [source]


def test_one_voice_passes_on_another(read_text: Reader) -> None:
    text = "Chile has joined the Arms Trade Treaty, Reuters writes, citing Radio Andes."
    named = [s.claim.value for s in read_text(text).statements]
    assert Attribution("Radio Andes", "Reuters") in named


@pytest.mark.parametrize(
    "text",
    [
        "With effect from Monday, it said, Latvia has left the Ottawa Convention.",
        "The country in East Africa told nobody that it had left the Rome Statute.",
    ],
)
def test_a_pronoun_is_no_source(text: str, read_text: Reader) -> None:
    values = [s.claim.value for s in read_text(text).statements]
    assert not any(isinstance(value, Attribution) for value in values)


def test_a_surname_repeats_the_source_named_in_full(read_text: Reader) -> None:
    text = (
        "Finland left the Ottawa Convention, said Foreign Minister Elina Virta. "
        "Virta said that it was time."
    )
    named = [s.claim.value for s in read_text(text).statements]
    sources = [value.source for value in named if isinstance(value, Attribution)]
    assert sources == ["Foreign Minister Elina Virta"]
