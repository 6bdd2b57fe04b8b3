"""The picture of parties over time: what it draws, what it says, how small it is."""

from __future__ import annotations

import re
from datetime import date

from defusedxml.ElementTree import fromstring

from inforce.publishing.course import Change, Course
from inforce.publishing.curve import curve

SVG = "{http://www.w3.org/2000/svg}"
COURSE = Course(
    "some",
    date(2000, 5, 1),
    date(2010, 5, 1),
    True,
    (
        Change(date(2000, 5, 1), 0, 0),
        Change(date(2002, 1, 1), 3, 4),
        Change(date(2005, 1, 1), 6, 6),
    ),
    (Change(date(2000, 5, 1), 1, 1), Change(date(2004, 1, 1), 7, 7)),
)


def _texts(svg: str) -> list[str]:
    return [text.text or "" for text in fromstring(svg).iter(f"{SVG}text")]


def test_the_picture_has_a_title_and_tells_itself_in_words() -> None:
    svg = curve(COURSE, name="Treaty <of> Some & Others", in_force=date(2002, 1, 1))
    root = fromstring(svg)
    title, words = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert words is not None
    assert root.get("aria-labelledby") == f"{title.get('id')} {words.get('id')}"
    assert title.text == "Treaty <of> Some & Others: parties over time"
    assert "2002-01-01" in str(words.text)
    assert "6" in str(words.text)
    assert "prefers-color-scheme: dark" in svg


def test_the_lines_are_told_apart_without_colour_and_named_at_their_ends() -> None:
    svg = curve(COURSE, name="Some")
    assert {"6 in force", "7 consented"} <= set(_texts(svg))
    assert re.search(r"path\.given \{[^}]*stroke-dasharray", svg)
    ends = [
        text
        for text in fromstring(svg).iter(f"{SVG}text")
        if text.get("class") in ("bound", "given")
    ]
    first, second = (float(str(text.get("y"))) for text in ends)
    assert abs(first - second) >= 13  # a line of text


def test_a_number_that_is_open_is_shaded_between_both() -> None:
    paths = list(fromstring(curve(COURSE, name="Some")).iter(f"{SVG}path"))
    bands = [path for path in paths if path.get("class") == "band"]
    assert len(bands) == 1
    assert str(bands[0].get("d")).count("Z") == 1


def test_an_incomplete_record_says_so_in_the_picture() -> None:
    part = Course("some", COURSE.first, COURSE.until, False, COURSE.in_force, COURSE.deposited)
    assert any("incomplete" in text for text in _texts(curve(part, name="Some")))
    assert not any("incomplete" in text for text in _texts(curve(COURSE, name="Some")))
