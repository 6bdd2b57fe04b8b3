"""The dossier: one inert page that carries every statement, its verdict in words, its working."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from inforce.checking.model import DocumentReport, Report
from inforce.documents import Document
from inforce.publishing.dossier import dossier
from inforce.publishing.words import MEANING, VERDICT
from inforce.terms import VerdictKind
from publishing.makers import Names
from publishing.sample import HOSTILE, document, sample

LOADS = {
    "src",
    "srcset",
    "data",
    "poster",
    "background",
    "action",
    "formaction",
    "ping",
    "xlink:href",
}


class Page(HTMLParser):
    """The elements of a page with their attributes, and all its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.style = ""
        self._in_style = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = self._in_style and tag != "style"

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.style += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def all(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.elements if attribute in attrs]


@pytest.fixture(scope="module")
def page() -> Page:
    made = sample()
    return Page(dossier(made.report, made.timelines, catalogue=Names()))


def test_nothing_of_a_hostile_text_becomes_markup(page: Page) -> None:
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "base", "form", "b"}
    assert not [
        n for _, attrs in page.elements for n in attrs if n.startswith("on") or n == "style"
    ]
    assert not set(LOADS) & {name for _, attrs in page.elements for name in attrs}
    assert "<script>alert(1)</script>" in page.text
    assert "<svg/onload=alert(4)>" in page.text


def test_direction_marks_are_spelt_out(page: Page) -> None:
    assert "\u202e" in HOSTILE
    assert "\u202e" not in page.text
    assert "treaty[U+202E]" in page.text


def test_links_lead_only_to_the_page_itself_or_to_the_web(page: Page) -> None:
    ids = page.all("id")
    for _, attrs in page.elements:
        href = attrs.get("href")
        if href is None:
            continue
        if href.startswith("#"):
            assert href[1:] in ids
        else:
            assert href.startswith("https://treaties.example.org/")
            assert attrs["rel"] == "noopener noreferrer"
    assert "javascript:alert(5)" in page.text


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(page: Page) -> None:
    policy = next(a["content"] for _, a in page.elements if "http-equiv" in a)
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in page.style
    assert "@import" not in page.style


def test_every_statement_has_one_place_on_the_page(page: Page) -> None:
    wanted = [f"s-{c.statement.id}" for d in sample().report.documents for c in d.checks]
    found = [attrs["id"] for tag, attrs in page.elements if tag == "article" and "id" in attrs]
    assert sorted(found) == sorted(wanted)
    assert len(page.all("id")) == len(set(page.all("id")))


def test_every_sentence_is_marked_with_all_statements_over_it(page: Page) -> None:
    marked = {one for names in page.all("data-statements") for one in names.split()}
    assert marked == {f"s-{c.statement.id}" for d in sample().report.documents for c in d.checks}
    # "to leave the Ottawa Convention" belongs to the vote and to who reported it
    assert max(len(names.split()) for names in page.all("data-statements")) == 2


def test_the_text_of_each_document_stands_there_whole() -> None:
    text = "First line here.\nSecond & <third>.\n\nA last paragraph."
    plain = Page(dossier(Report((DocumentReport(document("a.txt", text), ()),))))
    assert " ".join(text.split()) in plain.text


def test_each_verdict_stands_in_words_with_its_meaning(page: Page) -> None:
    for verdict in VerdictKind:
        assert VERDICT[verdict] in page.text
        assert MEANING[verdict] in page.text
    badges = [a for _, a in page.elements if "ref" in a.get("class", "").split()]
    assert badges
    assert all(re.fullmatch(r"statement [\d.]+: [a-z ]+", a["aria-label"]) for a in badges)


def test_a_wrong_sentence_has_its_reason_right_value_article_evidence_and_steps(page: Page) -> None:
    card = page.text.partition("The six months run from receipt")[2]
    assert "Right: six months from receipt of the notice" in card
    assert "Ottawa Convention, article 20(3)" in card
    assert "2025-06-27 + six months = 2025-12-27" in card
    assert "UN Secretary-General, CN.368.2025" in card


def test_conflicts_events_counts_and_the_extent_of_the_record_are_told(page: Page) -> None:
    assert "Conflict. One dates the vote to 4 June 2025, the other to May 2025." in page.text
    assert "1 independent source" in page.text
    assert "from 27 December 2025 to 9 January 2026" in page.text
    assert "163 as printed" in page.text
    assert "Complete until 3 February 2026." in page.text
    assert "0123456789ab" in page.text
    assert "lost.txt: no such file" in page.text
    assert "No treaty is named in it." in page.text


def test_the_picture_has_a_lane_for_each_participant_and_a_table_beside_it(page: Page) -> None:
    assert "svg" in {tag for tag, _ in page.elements}
    assert "Estonia Party since 1 November 2004" in page.text.replace(
        "Estonia Party", "Estonia Party"
    )
    assert "exit running: six months" in page.text
    assert "The same as a table" in page.text


def test_the_same_document_twice_keeps_every_anchor_apart() -> None:
    found = sample().report.documents[0]
    page = Page(dossier(Report((found, found)), sample().timelines))
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert sum(tag == "article" and "id" in a for tag, a in page.elements) == 2 * len(found.checks)


def test_a_sentence_whose_place_is_not_known_still_has_its_card() -> None:
    found = sample().report.documents[0]
    check = found.checks[0]
    lost = replace(check.statement.evidence, start=None, end=None)
    placeless = replace(check, statement=replace(check.statement, evidence=lost))
    page = Page(dossier(Report((replace(found, checks=(placeless,)),))))
    assert "Without a place in the text:" in page.text
    assert f"s-{placeless.statement.id}" in page.all("id")


def test_a_very_long_text_is_shown_in_part_and_says_so() -> None:
    text = "\n".join(["Nothing of note happened here today."] * 4000)
    page = Page(dossier(Report((DocumentReport(Document("long.txt", text, ""), ()),))))
    assert "paragraphs without a statement left out" in page.text
    assert len(page.text) < 20_000


def test_a_report_of_nothing_is_still_a_page() -> None:
    page = Page(dossier(Report(())))
    assert "0 documents, 0 statements" in page.text
    assert "nothing to check" in page.text


def test_a_statement_of_a_document_with_pages_names_its_page() -> None:
    whole = sample().report
    first = whole.documents[0]
    at = first.document.text.index("The exit will take effect")
    paged = replace(first, document=replace(first.document, page_starts=(0, at)))
    html = dossier(replace(whole, documents=(paged, *whole.documents[1:])), catalogue=Names())
    page = " ".join(Page(html).texts)
    assert "page 2" in page
    assert "page 1" in page
