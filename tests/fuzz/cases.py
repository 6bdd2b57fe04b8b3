"""Whole files of every format and seeded ways of damaging them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from documents.made import mail, pdf, rss, word, word_paragraph, zipped

TEXT = (
    "Ruritania leaves the Ottawa Convention\n\nVILNIUS, 5 March 2025 (Agency) - Lithuania notified "
    "the United Nations of its withdrawal from the Ottawa Convention on 27 June 2025; it takes "
    "effect six months later. Finland, Estonia and 163 other states “remain” parties.\n\n"
    "- Parliament voted 107 to 0, with 3 abstaining.\n- Estonia may follow on Friday.\n"
)
_HTML = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Lithuania leaves</title>"
    '<meta property="article:published_time" content="2025-06-28"><script type="application/'
    'ld+json">{"@type": "NewsArticle", "datePublished": "2025-06-28"}</script></head><body>'
    f"<nav><ul><li><a href=/>Home</a></ul></nav><main><h1>Lithuania leaves</h1><p>{TEXT}</p>"
    "<table><tr><td>Finland<td>10&nbsp;January&#32;2026</table></main></body></html>"
)
_ENTRY = (
    "<title>Lithuania leaves</title><pubDate>Wed, 05 Mar 2025 10:00:00 GMT</pubDate>"
    f"<description>&lt;p&gt;{TEXT}&lt;/p&gt;</description>"
)
_MULTIPART = (
    "--cut\r\nContent-Type: text/plain; charset=koi8-r\r\n"
    f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{TEXT}\r\n"
    f"--cut\r\nContent-Type: text/html\r\n\r\n{_HTML}\r\n--cut--\r\n"
)
_MARKDOWN = f"---\ntitle: x\ndate: 2025-06-28\n---\n# Head\n\n{TEXT}\n| a | b |\n|---|---|\n"
_LINES = b'{"title": "x", "text": "Lithuania withdrew.", "date": "2025"}\n{"body": "y"}\n'
# Bits of the formats' own syntax, put where they do not belong.
_BITS = (
    *(b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#x", b"&lt;", b'"', b"'"),
    *(b"<table><tr>", b"<ul><li>", b"<h1>", b"<script>", b"<meta charset=utf-16>", b"<?xml ?>"),
    *(b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\r", b"\n\n", b"\t", b"%", b"|"),
    *(b"{", b"}", b"[", b"]", b"\\u", b"\\ud800", b"null", b"1e999", b"---\n", b"```\n", b"# "),
    *(b"endobj", b"stream\n", b"<< ", b" >>", b"0 R", b"/Length 9999999", b"/Encrypt", b"xref"),
    *(b"PK\x03\x04", b"PK\x01\x02", b"\x1f\x8b", b"Content-Type: ", b"boundary=", b"--cut"),
    *(b"charset=utf-7", b"=?utf-8?b?", b"2025-02-30", b"31 June 2025", b"99999999999", b"Ottawa"),
    *(b"six months after ", b"163 ", b"not ", b"would ", b"EU members ", b"withdrew ", b"million "),
    *("\u202e".encode(), "\u0301".encode(), "Литва ".encode()),
)
_MOST_CHANGES = 12


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged file: the name whose ending tells its format, and its bytes."""

    name: str
    data: bytes


def whole() -> dict[str, bytes]:
    """A whole file of every format, by its name."""
    related = 'Content-Type: multipart/related; boundary="cut"'
    lines = TEXT.splitlines()
    return {
        "a.txt": TEXT.encode(),
        "a.html": _HTML.encode(),
        "a.md": _MARKDOWN.encode(),
        "a.pdf": pdf([lines, ["Page two.", *lines]], created="D:20250628"),
        "a.docx": word("".join(word_paragraph(line) for line in lines), title="x"),
        "a.eml": mail("Date: Sat, 28 Jun 2025 10:00:00 +0300", "Subject: x", body=TEXT),
        "b.eml": mail('Content-Type: multipart/alternative; boundary="cut"', body=_MULTIPART),
        "a.mhtml": mail(related, "Snapshot-Content-Location: https://b.example/", body=_MULTIPART),
        "feed.xml": rss(_ENTRY, _ENTRY),
        "a.jsonl": _LINES,
    }


def cases(random: Random) -> Iterator[Case]:
    """Damaged files without end, each format in turn, now and then in an archive."""
    seeds = whole()
    pool = [*seeds.values(), *_BITS]
    while True:
        for name, data in seeds.items():
            damaged = _damaged(data, random, pool)
            yield Case(name, damaged)
            if random.random() < 0.2:
                yield Case("b.zip", _damaged(zipped({name: damaged}), random, pool))
            if random.random() < 0.1:
                yield Case(f"{name}.gz", _damaged(gzip.compress(damaged), random, pool))
            if name == "a.docx":
                body = _damaged(word_paragraph(TEXT).encode() * 3, random, pool)
                yield Case(name, word(body.decode("utf-8", "replace")))


def _damaged(data: bytes, random: Random, pool: list[bytes]) -> bytes:
    held = bytearray(data)
    for _ in range(random.randint(0, _MOST_CHANGES)):
        place = random.randint(0, len(held))
        length = random.choice((1, 2, 8, 64, 512))
        match random.randrange(6):
            case 0:
                held[place : place + length] = b""
            case 1 if place < len(held):
                held[place] ^= 1 << random.randrange(8)
            case 2:
                held[place:place] = random.choice(_BITS) * random.choice((1, 1, 1, 3, 50))
            case 3:
                other = random.choice(pool)
                start = random.randint(0, len(other))
                held[place:place] = other[start : start + length]
            case 4:
                held[place:place] = held[place : place + length] * random.choice((1, 2, 20))
            case _:
                held[place : place + length] = random.randbytes(min(length, 8))
    return bytes(held[: random.randint(0, len(held))] if random.random() < 0.05 else held)
