"""The day of publication and the rest of a page's account of itself."""

from __future__ import annotations

import pytest

from inforce.documents import Document, load

BODY = "<p>Ruritania handed over its note of withdrawal on Wednesday.</p>"


def _page(head: str, body: str = BODY) -> Document:
    return load(f"<html><head>{head}</head><body>{body}</body></html>".encode())


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2031-03-05T10:00:00Z">',
        '<meta content="2031-03-05" name="DC.date.issued">',
        '<meta name="pubdate" content="20310305">',
        '<meta itemprop="datePublished" content="2031-03-05 10:00">',
        '<script type="application/ld+json">[{"@type": ["NewsArticle"], '
        '"datePublished": "2031-03-05T00:10:00+02:00"}]</script>',
        '<script type="application/ld+json">{"datePublished": 7}</script>'
        '<meta name="date" content="2031-03-05">',
        '<script type="application/ld+json">{broken</script><meta name=date content=2031-03-05>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
        "<meta name=date content=2031-03-05>",
    ],
)
def test_where_a_page_gives_its_day(head: str) -> None:
    assert str(_page(head).published) == "2031-03-05"


def test_a_time_element_gives_the_day_when_nothing_else_does() -> None:
    body = '<header><time datetime="2031-03-05T08:00">Wednesday</time></header>' + BODY
    assert str(_page("", body).published) == "2031-03-05"
    first = '<meta name="date" content="2031-03-04">'
    assert str(_page(first, body).published) == "2031-03-04"


def test_a_month_is_kept_as_a_month() -> None:
    assert str(_page('<meta name="dcterms.issued" content="2031-03">').published) == "2031-03"


def test_a_day_that_does_not_exist_is_noted_and_the_next_place_asked() -> None:
    head = '<meta property="article:published_time" content="2031-02-30">'
    document = _page(head + '<meta name="date" content="2031-03-05">')
    assert str(document.published) == "2031-03-05"
    assert document.notes == (
        "the page's date of publication is not used: "
        "2031-02-30 is not a day: February 2031 has 28 days",
    )


@pytest.mark.parametrize("content", ["05/06/2031", "yesterday", "", "2031-13-45x", "99999999999"])
def test_other_forms_are_not_guessed_at(content: str) -> None:
    assert _page(f'<meta name="date" content="{content}">').published is None


def test_the_dateline_of_the_text_counts_when_the_page_is_silent() -> None:
    body = "<p>STRELSAU, March 5, 2031 (ABC) - Ruritania handed over its note of withdrawal.</p>"
    assert str(_page("", body).published) == "2031-03-05"


def test_title_outlet_and_address() -> None:
    document = _page(
        "<title>Note\n handed over &amp; received</title>"
        '<meta property="og:url" content="javascript:alert(1)">'
        '<meta name="application-name" content="The &quot;Courier&quot;">'
    )
    assert document.title == "Note handed over & received"
    assert document.outlet == 'The "Courier"'
    assert document.address is None


def test_the_publisher_of_the_article_is_its_outlet() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2031-03-05",'
        ' "publisher": {"name": "Courier Press"}}</script>'
    )
    assert _page(head).outlet == "Courier Press"


def test_the_pages_own_language_counts_only_when_its_text_does_not_tell() -> None:
    assert load(b'<html lang="lt"><p>Ruritania.</p></html>').language == "lt"
    assert load(b'<html lang="lt">' + BODY.encode() + b"</html>").language == "en"
