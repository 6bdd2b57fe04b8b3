"""Laws of the windows: they cover the text, keep their size, and overlap as asked."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.reading.model.windows import windows

TEXTS = st.text(alphabet="ab. \n", max_size=400)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, size=st.integers(2, 60), share=st.floats(0, 0.9))
def test_windows_cover_the_text_in_order(text: str, size: int, share: float) -> None:
    overlap = int((size - 1) * share)
    found = list(windows(text, size=size, overlap=overlap))
    assert found[0].start == 0
    assert found[-1].end == len(text)
    for window in found:
        assert len(window.text) <= size
        assert text[window.start : window.end] == window.text
    for one, following in pairwise(found):
        assert one.start < following.start <= one.end
        assert one.end - following.start == overlap


def test_a_window_ends_with_a_paragraph_where_it_can() -> None:
    text = "First paragraph of it.\n\nSecond paragraph of it, which is longer."
    first, *_ = windows(text, size=40, overlap=2)
    assert first.text == "First paragraph of it.\n\n"
