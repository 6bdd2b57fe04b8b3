"""WARC files and pages for the tests."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from html import escape
from pathlib import Path

TELLING = (
    "Lithuania deposited its instrument of withdrawal from the Ottawa Convention on 27 June 2025, "
    "the foreign ministry said in Vilnius on Friday."
)
GENERAL = "The town council met on Tuesday to talk about the new bridge over the river."


def page(*paragraphs: str, title: str = "News of the day", lang: str = "en") -> bytes:
    """An article's page of its paragraphs, given as HTML."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}'
        '</title><meta property="article:published_time" content="2025-06-28T10:00:00+03:00">'
        f"</head><body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    ).encode()


def telling(number: int = 0) -> bytes:
    """A page that tells of a treaty action, unlike that of any other number."""
    return page(TELLING, f"{GENERAL} It was the meeting number {number}.", GENERAL)


def general(number: int = 0) -> bytes:
    """A page that does not."""
    return page(*[f"{GENERAL} It was the meeting number {number}."] * 3)


def record(body: bytes, number: int, *, kind: str = "text/html") -> bytes:
    """One response as a WARC record, unpacked."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        "WARC-Date: 2025-06-29T10:00:00Z\r\n"
        f"WARC-Target-URI: https://news.example.org/{number}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def write_warc(path: Path, pages: Sequence[bytes]) -> Path:
    """A WARC file of pages, each record a gzip member of its own where its name ends in gz."""
    records = [record(body, number) for number, body in enumerate(pages)]
    if path.suffix == ".gz":
        records = [gzip.compress(one, mtime=0) for one in records]
    path.write_bytes(b"".join(records))
    return path
