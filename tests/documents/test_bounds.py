"""Pages made to take a parser's time or memory are refused in one sentence."""

from __future__ import annotations

from contextlib import suppress

import pytest

from inforce.documents import DocumentError, Limits, load

DEEP = r"page: nests its tags too deeply to be read \(.* of HTML\); an ordinary page was expected"


@pytest.mark.parametrize(
    "page",
    [
        b"<div>" * 200_000 + b"x",
        b"<div></x>" * 200_000 + b"x",
        b"<font id=1>" * 11_000 + b"<p>x" * 11_000,
        b"<table><tr><td>" * 100_000,
        b"<ul><li>" * 100_000,
    ],
)
def test_nested_tags(page: bytes) -> None:
    with pytest.raises(DocumentError, match=DEEP):
        load(b"<html>" + page, name="page")


def test_50_megabytes_of_nested_tags() -> None:
    with pytest.raises(DocumentError, match="page: holds 50 MB, more than the 20 MB that are read"):
        load(b"<div>" * 10_000_000, name="page")


@pytest.mark.parametrize("attribute", [b"a%d", b'a%d="<>"', b"a%d=b/c", b"a%d = '>'"])
def test_a_tag_with_too_many_attributes(attribute: bytes) -> None:
    tag = b"<div " + b" ".join(attribute % n for n in range(30_000)) + b">x"
    with pytest.raises(DocumentError, match="has a tag with more than 1000 attributes; fewer were"):
        load(b"<html>" + tag)


def test_a_long_ordinary_page_is_read() -> None:
    paragraph = b'<div class="a"><p>The note was handed over on <b>Wednesday</b>.<br></p></div>\n'
    document = load(b"<html><body><main>" + paragraph * 3_000 + b"</main></body></html>")
    assert len(document.blocks) == 3_000


def test_limits_can_be_tightened() -> None:
    page = b"<html>" + b"<div><p>x</p></div>" * 2_000
    assert load(page).text.startswith("x")
    with pytest.raises(DocumentError, match="nests its tags too deeply"):
        load(page, limits=Limits(max_nesting=100))


@pytest.mark.parametrize(
    "page",
    [
        b"<!--" * 50_000,
        b'<br"' * 50_000,
        b'<br>"' * 5_000,
        b"<br a='" * 50_000,
        b'<meta a="' * 50_000,
        b"<meta name=a content=b>" * 5_000,
        b"<ul><li>x</ul>" * 5_000,
        b"<" * 100_000,
        b"<p " * 50_000,
        b"&amp;" * 50_000,
        b"<p>" + b"a" * 1_000_000,
    ],
)
def test_other_oddities_take_no_time(page: bytes) -> None:
    with suppress(DocumentError):
        document = load(b"<html>" + page)
        assert document.to_original(0, len(document.text))[1] <= len(page) + 6
