"""Feeds: each entry a document with its own day."""

from __future__ import annotations

import time

import pytest

from documents.made import rss
from inforce.dates import PartialDate
from inforce.documents import Document, DocumentError, Format, PublishedFrom, load, load_all

ITEM = (
    "<title>Ruritania goes &amp;amp; stays</title><link>https://b.example/7</link>"
    "<pubDate>Wed, 05 Mar 2031 23:30:00 -0500</pubDate>"
    "<description>&lt;p&gt;Its envoy handed over &lt;b&gt;a note&lt;/b&gt;.&lt;/p&gt;</description>"
)
ATOM = """<?xml version="1.0"?>
<?xml-stylesheet href="x.xsl"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Bulletin</title>
<entry><title>Changed only</title><updated>2031-03-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body <b>of</b> it.</p></div>
</content></entry>
<entry><title>Published</title><published>2031-03-04T23:59:00-05:00</published>
<updated>2031-03-05T10:00:00Z</updated><summary>In plain words.</summary></entry></feed>"""


def read(data: bytes, published: str | None = None) -> list[Document | DocumentError]:
    day = PartialDate.parse(published) if published else None
    return list(load_all(data, name="feed.xml", published=day))


def test_an_entry_of_rss_has_its_title_text_day_outlet_and_address() -> None:
    (document,) = read(rss(ITEM))
    assert isinstance(document, Document)
    assert document.name == "feed.xml#entry-1"
    assert document.format is Format.FEED
    assert document.text == "Ruritania goes & stays\n\nIts envoy handed over a note."
    # The day in the outlet's time zone, which is the 6th in Greenwich.
    assert str(document.published) == "2031-03-05"
    assert document.published_from is PublishedFrom.FEED_ENTRY
    assert (document.outlet, document.address) == ("The Bulletin", "https://b.example/7")


def test_atom_tells_publication_from_change() -> None:
    changed, published = read(ATOM.encode())
    assert isinstance(changed, Document)
    assert isinstance(published, Document)
    assert str(changed.published) == "../2031-03-05"
    assert changed.text == "Changed only\n\nBody of it."
    assert str(published.published) == "2031-03-04"
    assert published.text == "Published\n\nIn plain words."


def test_an_entry_without_text_is_told_and_the_others_are_read() -> None:
    first, second = read(rss("<guid>1</guid>", ITEM))
    assert str(first) == (
        "feed.xml#entry-1: is an entry without text; a title or a summary was expected"
    )
    assert isinstance(second, Document)


def test_a_day_given_stands_for_the_entries_without_one() -> None:
    dated, undated = read(rss(ITEM, "<title>Four words of title</title>"), "2032-01-01")
    assert isinstance(dated, Document)
    assert isinstance(undated, Document)
    assert (str(dated.published), str(undated.published)) == ("2031-03-05", "2032-01-01")


def test_load_wants_one_document() -> None:
    assert load(rss(ITEM)).name == "the bytes given#entry-1"
    with pytest.raises(DocumentError, match=r"two\.xml: holds several documents; one was expected"):
        load(rss(ITEM, ITEM), name="two.xml")


def test_entities_that_name_files_or_grow_are_not_followed() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {new} "{"&" + old + ";"}{"&" + old + ";"}{"&" + old + ";"}">'
        for old, new in zip("abcdefghijklmno", "bcdefghijklmnop", strict=True)
    )
    start = time.perf_counter()
    for entity in (f"{bomb}]>", '<!DOCTYPE rss [<!ENTITY p SYSTEM "file:///etc/hostname">]>'):
        feed = f'<?xml version="1.0"?>{entity}<rss version="2.0"><channel><item><title>x &p; y'
        found = read(f"{feed}</title></item></channel></rss>".encode())
        assert all(len(getattr(one, "text", "")) < 100 for one in found)
    assert time.perf_counter() - start < 5


def test_a_large_feed_with_broken_xml_is_refused_at_once() -> None:
    start = time.perf_counter()
    (found,) = read(rss(ITEM).replace(b"</channel>", b"<a b" * 200_000))
    assert "is a feed with broken XML; a whole one was expected" in str(found)
    assert time.perf_counter() - start < 2
