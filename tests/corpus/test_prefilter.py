"""The prefilter loses no document in which the reader would find a treaty."""

from __future__ import annotations

import re
import time
from functools import lru_cache
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.warcs import GENERAL, page
from inforce.api import View
from inforce.corpus.prefilter import Prefilter, prefilter_of
from inforce.reading.languages import languages
from inforce.reading.reader import gazetteer_of
from inforce.reading.treaty_signs import TreatySigns, signs_of


@lru_cache(maxsize=1)
def _all() -> tuple[Prefilter, tuple[TreatySigns, ...], tuple[str, ...]]:
    catalogue = View.open().catalogue
    signs = tuple(signs_of(gazetteer_of(catalogue, code), code) for code in languages())
    names = sorted({name for sign in signs for name in (*sign.written, *sign.spoken)})
    return prefilter_of(catalogue), signs, tuple(n for n in names if len(n) > 2)


def test_every_name_of_every_treaty_passes_in_every_writing() -> None:
    prefilter, signs, names = _all()
    lost = [
        writing
        for name in names
        for writing in (name, name.upper(), name.title())
        if writing not in WORDS
        if any(sign.may_name(writing) for sign in signs)
        and not prefilter.may_concern(page(f"{GENERAL} {writing}, {GENERAL}"))
    ]
    assert not lost


WORDS = frozenset({"who"})
"""Abbreviations that are words: the World Health Organization is looked for in capitals."""
JOINED = (
    "&nbsp;",
    " <b>",
    "</b> ",
    "\n    ",
    "<span class='a'> </span>",
    "&#160;",
    "\u00a0",
    "<br>",
)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_name_passes_however_its_words_are_joined_and_encoded(data: st.DataObject) -> None:
    prefilter, signs, names = _all()
    name = data.draw(st.sampled_from(names))
    name = data.draw(st.sampled_from([name, name.upper(), name.title()]))
    written = "".join(data.draw(st.sampled_from(JOINED)) if c == " " else c for c in name)
    seen = re.sub(r"\s+", " ", unescape(re.sub("<br>", " ", written)))
    seen = re.sub("<[^>]*>", "", seen)
    if not any(sign.may_name(seen) for sign in signs):
        return
    text = page(GENERAL, written).decode()
    for codec in ("utf-8", "utf-16", "utf-16-le", "cp1252", "latin-1"):
        encoded = text.encode(codec, "ignore" if codec[:2] != "ut" else "strict")
        if codec[:2] == "ut" or written.isascii():
            assert prefilter.may_concern(encoded), (codec, written)


@pytest.mark.parametrize(
    "written",
    [
        "the Ottawa Conven&shy;tion",
        "the Ottawa Conven\u00adtion",
        "the Ottawa Conven<wbr>tion",
        "the Ottawa C<b>onv</b>ention",
        "the Ottawa &#67;&#111;&#110;&#118;&#101;&#110;tion",
        "the Ottawa Con\u200bven\u200btion",
        "le trait&eacute; d&rsquo;Ottawa",
    ],
)
def test_what_could_hide_a_name_lets_a_page_pass(written: str) -> None:
    assert _all()[0].may_concern(page(GENERAL, written))


@pytest.mark.parametrize(
    "text",
    [
        GENERAL,
        "“We have to finish what we began,” the mayor told reporters; it&#8217;s late &amp; cold.",
        "A new plan to start the bridge has an impact on trade; the product is sold in Europe.",
    ],
)
def test_general_news_is_thrown_out(text: str) -> None:
    assert not _all()[0].may_concern(page(text))


@pytest.mark.parametrize(
    "unit", [b"<script ", b"<a", b"</script", b"<!--", b"&amp", b"open skies<"]
)
def test_a_hostile_page_takes_time_in_proportion_to_its_length(unit: bytes) -> None:
    begun = time.process_time()
    _all()[0].may_concern(b"<html>the Ottawa Convention? the Convention" + unit * 200_000)
    assert time.process_time() - begun < 5


def test_what_no_parser_takes_for_text_does_not_count() -> None:
    hidden = "<script>name = 'Ottawa Convention'</script><!-- Ottawa Convention -->"
    assert not _all()[0].may_concern(page(hidden + GENERAL))
    assert _all()[0].may_concern(page(f"{hidden} the Ottawa Convention <!-- not closed"))
