"""Fetching: limits, redirects, and a clear word for whatever goes wrong."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from inforce.official import OfficialError
from inforce.official.fetch import DEFAULT_FETCH, Question, fetch
from official.servers import Answer, serving

QUICK = replace(DEFAULT_FETCH, connect=2.0, read=0.3, total=5.0, max_bytes=1_000)


def test_the_content_of_an_address() -> None:
    with serving({"/page": Answer(b"lamps")}) as server:
        assert fetch(Question(f"{server.root}/page?a=1"), limits=QUICK) == b"lamps"
        assert server.requests == [("GET", "/page?a=1", b"")]


def test_a_query_is_posted_with_the_treatys_number() -> None:
    with serving({"/": Answer(b"{}")}) as server:
        fetch(Question(f"{server.root}/", "query Treaty { x }", "npt"), limits=QUICK)
        ((method, _, body),) = server.requests
    assert method == "POST"
    assert json.loads(body)["variables"]["input"]["short_name"] == "npt"


def test_a_redirect_within_the_same_origin_is_followed() -> None:
    moved = Answer(status=302, headers={"Location": "/new"})
    with serving({"/old": moved, "/new": Answer(b"here")}) as server:
        assert fetch(Question(f"{server.root}/old"), limits=QUICK) == b"here"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://127.0.0.1:9/secret", "which is not a public host"),
        ("http://10.0.0.1/", "which is not a public host"),
        ("http://169.254.169.254/latest", "which is not a public host"),
        ("http://[::1]/", "which is not a public host"),
        ("file:///etc/passwd", "expected an http or https address"),
        ("ftp://example.org/x", "expected an http or https address"),
    ],
)
def test_a_redirect_elsewhere_must_be_public(target: str, words: str) -> None:
    away = Answer(status=302, headers={"Location": target})
    with serving({"/old": away}) as server, pytest.raises(OfficialError) as caught:
        fetch(Question(f"{server.root}/old"), limits=QUICK)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{server.root}/old: redirects to ")


def test_redirects_without_end_are_given_up() -> None:
    with serving({"/a": Answer(status=301, headers={"Location": "/a"})}) as server:
        with pytest.raises(OfficialError, match="more than 5 redirects, expected fewer"):
            fetch(Question(f"{server.root}/a"), limits=QUICK)
        assert len(server.requests) == 6


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(b"x" * 5_000), "sends more than 1 kB, expected at most that"),
        (Answer(b"late", wait=1.0), "no answer in time, expected one within 0.3 seconds"),
        (Answer(status=503), "the server answered 503 Service Unavailable, expected 200"),
        (Answer(status=404), "the server answered 404 Not Found, expected 200"),
    ],
)
def test_what_goes_wrong_is_said(answer: Answer, words: str) -> None:
    with serving({"/page": answer}) as server, pytest.raises(OfficialError) as caught:
        fetch(Question(f"{server.root}/page"), limits=QUICK)
    assert str(caught.value) == f"{server.root}/page: {words}"


def test_an_address_where_nobody_answers() -> None:
    with serving({}) as server:
        gone = server.root
    with pytest.raises(OfficialError, match="cannot be fetched"):
        fetch(Question(f"{gone}/page"), limits=QUICK)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/x"])
def test_only_http_is_fetched(address: str) -> None:
    with pytest.raises(OfficialError, match="expected http or https"):
        fetch(Question(address), limits=QUICK)
