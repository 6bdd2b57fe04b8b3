"""Overlapping spans: the text stays whole, and no span is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inforce.documents import Document
from inforce.publishing.segments import paragraphs, segments

LENGTH = 40
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).filter(lambda s: s[0] < s[1]),
    max_size=6,
)


@given(SPANS)
def test_segments_cover_the_text_once_and_in_order(spans: list[tuple[int, int]]) -> None:
    cut = segments(0, LENGTH, spans)
    assert [place for s in cut for place in range(s.start, s.end)] == list(range(LENGTH))


@given(SPANS)
def test_every_character_knows_exactly_the_spans_over_it(spans: list[tuple[int, int]]) -> None:
    for segment in segments(0, LENGTH, spans):
        for place in range(segment.start, segment.end):
            assert segment.over == tuple(n for n, (a, b) in enumerate(spans) if a <= place < b)


@given(SPANS)
def test_every_span_ends_in_exactly_one_segment(spans: list[tuple[int, int]]) -> None:
    ends = [n for segment in segments(0, LENGTH, spans) for n in segment.ending]
    assert sorted(ends) == list(range(len(spans)))


def test_a_span_that_goes_on_in_the_next_paragraph_ends_only_there() -> None:
    spans = [(5, 25)]
    assert [s.ending for s in segments(0, 10, spans)] == [(), ()]
    assert [s.ending for s in segments(12, 30, spans)] == [(0,), ()]


def test_a_document_without_blocks_is_shown_line_by_line() -> None:
    text = "One.\n\n  Two.  \nThree."
    found = paragraphs(Document("a.txt", text, ""))
    assert [text[block.start : block.end] for block in found] == ["One.", "Two.", "Three."]
