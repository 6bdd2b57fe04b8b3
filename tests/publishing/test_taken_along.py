"""A report as Markdown and ClaimReview, its sentences put right; calendars and feeds."""

from __future__ import annotations

import json
from datetime import date

import feedparser
import icalendar
import pytest
from markdown_it import MarkdownIt

from inforce import api
from inforce.documents import load_text
from inforce.publishing.atom import Item, atom_feed
from inforce.publishing.claim_review import claim_reviews
from inforce.publishing.corrected import corrected_sentence
from inforce.publishing.icalendar_file import Entry, calendar_file
from inforce.publishing.markdown import plain, report_markdown
from inforce.terms import VerdictKind


@pytest.fixture(scope="module")
def view() -> api.View:
    return api.View.open()


def corrected(text: str, view: api.View) -> list[str]:
    report = api.check([load_text(text, published="2026-02-01")], view=view)
    found = [corrected_sentence(one, view.catalogue) for one in report.documents[0].checks]
    return [one for one in found if one]


def test_a_wrong_day_is_put_right_in_a_sentence(view: api.View) -> None:
    # Lithuania's parliament voted on 8 May 2025.
    text = "The Seimas voted in May 2024 to withdraw Lithuania from the Ottawa Convention."
    found = corrected(text, view)
    assert any("8 May 2025" in one and one.endswith(".") for one in found)
    assert all(one[0].isupper() for one in found)


def test_what_is_right_is_not_corrected(view: api.View) -> None:
    text = "Lithuania notified its withdrawal from the Ottawa Convention on 27 June 2025."
    assert corrected(text, view) == []


def test_markdown_of_a_hostile_text_is_text(view: api.View) -> None:
    text = (
        "# Lithuania <script>alert(1)</script> withdrew from the Ottawa Convention on 8 May 2025. "
        "[x](javascript:alert(1)) **Poland** left the Ottawa Convention on 1 May 2025."
    )
    report = api.check([load_text(text)], view=view)
    made = MarkdownIt("commonmark").render(report_markdown(report, catalogue=view.catalogue))
    assert "<script" not in made
    assert "href=" not in made
    assert made.count("<h1>") == 1
    assert "premature" in made


@pytest.mark.parametrize("text", ["*a*", "[a](b)", "<b>", "`a`", "# a", "a_b_c", "![x](y)"])
def test_plain_text_stays_as_it_is_shown(text: str) -> None:
    made = MarkdownIt("commonmark").renderInline(plain(text))
    shown = made.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert shown == text


def test_a_claim_review_rates_what_can_be_rated(view: api.View) -> None:
    texts = (
        "Lithuania withdrew from the Ottawa Convention on 8 May 2025.",
        "Lithuania notified its withdrawal from the Ottawa Convention on 27 June 2025.",
    )
    report = api.check([load_text(text, name=text) for text in texts], view=view)
    made = json.loads(json.dumps(claim_reviews(report)))
    ratings = {one["reviewRating"]["alternateName"]: one["reviewRating"] for one in made["@graph"]}
    assert ratings["supported"]["ratingValue"] == ratings["supported"]["bestRating"]
    assert ratings["premature"]["ratingValue"] < ratings["supported"]["ratingValue"]
    assert len(made["@graph"]) == sum(
        one.verdict is not None and not (
            one.statement.claim.presupposed and one.verdict is VerdictKind.SUPPORTED
        )
        for found in report.documents
        for one in found.checks
    )  # fmt: skip


def test_a_calendar_keeps_a_uid_and_tells_its_state() -> None:
    entry = Entry("rome-gmb", date(2017, 11, 10), "The Gambia", "a; b,\nc", "cancelled", 1)
    made = calendar_file([entry], name="inforce")
    assert made == calendar_file([entry], name="inforce")
    event = icalendar.Calendar.from_ical(made).walk("VEVENT")[0]
    assert event.decoded("uid") in ("rome-gmb@inforce", b"rome-gmb@inforce")
    assert event.decoded("dtstart") == date(2017, 11, 10)
    assert b"STATUS:CANCELLED" in made
    assert b"SEQUENCE:1" in made
    assert b"DESCRIPTION:a\\; b\\,\\nc" in made


def test_a_feed_escapes_what_it_tells() -> None:
    item = Item(
        "urn:x:1", "A <b> & c", "</summary>", date(2025, 6, 27), "http://localhost/x?a=1&b=2"
    )
    made = atom_feed([item], title="t", address="http://localhost/f", page="http://localhost/")
    found = feedparser.parse(made)
    assert not found.bozo
    assert found.entries[0].link == item.url
    assert found.entries[0].updated.startswith("2025-06-27")
    assert made == atom_feed(
        [item], title="t", address="http://localhost/f", page="http://localhost/"
    )
