"""HTML pages: the article and nothing else, and nothing in it ever run."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.documents import BlockKind, Document, Format, PublishedFrom, load

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="module")
def article() -> Document:
    return load(PAGES / "article.html")


def test_the_blocks_of_an_article(article: Document) -> None:
    assert article.format is Format.HTML
    assert [(block.kind.value, part) for block, part in article.blocks_of()] == [
        ("title", "Ruritania hands in its notice"),
        ("byline", "By Flavia Elphberg | Strelsau"),
        (
            "paragraph",
            "Ruritania has told the depositary that it is leaving the convention — the notice was"
            " received on Wednesday, the foreign ministry said in a statement.",
        ),
        ("paragraph", "A party since 2004, it will be bound for six more months <at least>."),
        ("paragraph", "The opposition called the step rash."),
        ("heading", "What comes next"),
        ("list_item", "The chamber debates the law in April."),
        ("list_item", "The notice takes effect in September, unless it is taken back."),
        ("paragraph", "State\tJoined"),
        ("paragraph", "Ruritania\t2004"),
    ]


def test_what_the_page_says_of_itself(article: Document) -> None:
    assert article.title == "Ruritania hands in its notice"
    assert article.outlet == "The Strelsau Courier"
    assert article.address == "https://courier.example/2031/notice"
    assert str(article.published) == "2031-03-05"
    assert article.published_from is PublishedFrom.METADATA
    assert article.language == "en"
    assert article.notes == ()


@pytest.mark.parametrize(
    ("quote", "original"),
    [
        ("hands in its notice", "hands in its <em>notice"),
        ("convention — the notice", "convention &mdash; the notice"),
        ("on Wednesday, the foreign", "on Wednesday,&nbsp;the foreign"),
        ("a statement.", "a state&shy;ment."),
        ("for six more months <at least>", "for <b>six more</b> months &lt;at least&gt;"),
        ("Ruritania\t2004", "Ruritania</td><td>2004"),
    ],
)
def test_a_quote_leads_back_to_the_source(article: Document, quote: str, original: str) -> None:
    source = (PAGES / "article.html").read_text(encoding="utf-8")
    start = article.text.index(quote)
    first, last = article.to_original(start, start + len(quote))
    assert source[first:last] == original


HOSTILE = (
    b"<script>alert(1)</script>",
    b"<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    b"<style>alert(1)</style>",
    b"<!-- alert(1) -->",
    b"<template>alert(1)</template>",
    b"<noscript>alert(1)</noscript>",
    b"<p hidden>alert(1)</p>",
    b'<p style="display:none">alert(1)</p>',
    b'<div style="color: red; visibility: hidden">alert(1)</div>',
    b'<div aria-hidden="true">alert(1)</div>',
    b"<img src=x alt='alert(1)' onerror=alert(1)>",
    b"<iframe srcdoc='alert(1)'>alert(1)</iframe>",
    b"<textarea>alert(1)</textarea>",
    b"<a href='javascript:alert(1)'></a>",
    b"<svg><script>alert(1)</script></svg>",
    b"<object data=x>alert(1)</object>",
)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("filler", [1, 8])
def test_hostile_or_hidden_markup_leaves_no_trace(hostile: bytes, filler: int) -> None:
    paragraph = b"<p>The note was handed over on Wednesday, said the ministry.</p>"
    page = (
        b"<html><body><main>" + paragraph * filler + hostile + paragraph + b"</main></body></html>"
    )
    text = load(page).text
    assert "alert" not in text
    assert text.count("The note was handed over") == filler + 1


def test_markup_that_is_text_stays_text() -> None:
    page = b"<html><p>They wrote &lt;script&gt;alert(1)&lt;/script&gt; and &amp;lt;p&amp;gt;.</p>"
    assert load(page).text == "They wrote <script>alert(1)</script> and &lt;p&gt;."


def test_a_list_near_the_body_is_read_and_a_menu_is_not() -> None:
    menu = b"<ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul>"
    prose = b"<ul><li>Ruritania left in May.</li><li>Graustark stays.</li></ul>"
    paragraph = b"<p>" + b"The note was handed over on Wednesday. " * 10 + b"</p>"
    document = load(b"<html><body>" + menu + paragraph + prose + b"</body></html>")
    items = [part for _, part in document.blocks_of(BlockKind.LIST_ITEM)]
    assert items == ["Ruritania left in May.", "Graustark stays."]
    assert "Home" not in document.text


def test_a_short_page_is_read_whole() -> None:
    page = (
        b"<html><body><aside><p>Ruritania left the treaty in May of that year.</p></aside></body>"
    )
    assert load(page).text == "Ruritania left the treaty in May of that year."


def test_preformatted_text_has_the_blocks_of_plain_text() -> None:
    page = b"<html><pre>Ruritania hands in its notice\n\nThe note was\nhanded over.\n</pre>"
    document = load(page)
    assert document.title == "Ruritania hands in its notice"
    assert [part for _, part in document.blocks_of()][1:] == ["The note was", "handed over."]


def test_html_is_known_by_its_look_not_only_its_name(tmp_path: Path) -> None:
    disguised = tmp_path / "report.txt"
    disguised.write_text("<!doctype html><p>A report.</p>")
    assert load(disguised).format is Format.HTML
    bare = tmp_path / "report.htm"
    bare.write_text("Just words, but in a page.")
    assert load(bare).text == "Just words, but in a page."
    assert load(b"a < b and b > c, as everyone knows").format is Format.PLAIN
