"""Mails and saved pages: header, parts, encodings, attachments."""

from __future__ import annotations

from base64 import b64encode

import pytest

from documents.made import REPORT, mail
from inforce.documents import DocumentError, Format, PublishedFrom, load

CYRILLIC = "Украина вышла из конвенции в среду, сообщило агентство."
DATE = "Date: Wed, 05 Mar 2031 23:30:00 -0500"
HTML = "<html><body><p>" + "The envoy handed over the note. " * 20 + "</p></body></html>"


def test_the_header_gives_day_title_and_outlet() -> None:
    document = load(mail(DATE, "Subject: =?utf-8?q?R=C3=BCritania?=\r\n goes"), name="a.eml")
    assert document.format is Format.MAIL
    # The day in the sender's time zone, which is the 6th in Greenwich.
    assert str(document.published) == "2031-03-05"
    assert document.published_from is PublishedFrom.MAIL_HEADER
    assert document.title == "Rüritania goes"
    assert document.outlet == "The Bulletin"
    assert document.text == REPORT


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("koi8-r", "koi8-r"),
        ("utf-8", "windows-1251"),
        ("utf-8", "koi8-r"),
        ("rot13", "utf-8"),
        ("zlib", "utf-8"),
        ("none-such", "koi8-r"),
    ],
)
def test_a_part_in_any_encoding_even_when_its_header_lies(charset: str, codec: str) -> None:
    data = mail(
        f"Content-Type: text/plain; charset={charset}",
        "Content-Transfer-Encoding: base64",
        body=b64encode(CYRILLIC.encode(codec)).decode(),
    )
    assert load(data).text == CYRILLIC


def test_the_html_part_is_read_where_the_plain_one_is_a_stub() -> None:
    def parts(plain: str) -> bytes:
        return mail(
            'Content-Type: multipart/alternative; boundary="cut"',
            body=f"--cut\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n"
            f"--cut\r\nContent-Type: text/html\r\n\r\n{HTML}\r\n--cut--\r\n",
        )

    assert load(parts("See this mail in your browser.")).text.startswith("The envoy handed over")
    assert load(parts(REPORT * 3)).text.startswith("The depositary circulated")


def test_attachments_are_counted_and_not_read() -> None:
    data = mail(
        'Content-Type: multipart/mixed; boundary="cut"',
        body=f"--cut\r\nContent-Type: text/plain\r\n\r\n{REPORT}\r\n"
        "--cut\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nHidden.\r\n"
        "--cut--\r\n",
    )
    document = load(data)
    assert "Hidden" not in document.text
    assert document.notes == ("1 attachment not read",)


def test_a_saved_page_and_the_day_on_which_it_was_saved() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2031-03-02"></head>'
        f"<body><p>{'The envoy handed over the note. ' * 20}</p></body></html>"
    )
    data = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://b.example/7\r\n"
        f"Subject: A page\r\n{DATE}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="cut"\r\n\r\n'
        f"--cut\r\nContent-Type: text/html\r\nContent-Location: https://b.example/7\r\n\r\n{page}"
        "\r\n--cut\r\nContent-Type: text/css\r\n\r\np {color: red}\r\n--cut--\r\n"
    )
    document = load(data.encode())
    assert document.format is Format.WEB_ARCHIVE
    assert str(document.published) == "2031-03-02"
    assert document.address == "https://b.example/7"
    assert "color" not in document.text
    undated = load(data.replace("article:published_time", "other").encode())
    assert undated.published is None
    assert any("made on 2031-03-05" in note for note in undated.notes)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        (
            "a.eml",
            mail("Content-Type: image/png", body="x"),
            "is an e-mail without text; a text or an HTML part was expected",
        ),
        (
            "a.mht",
            mail("Content-Type: multipart/related; boundary=cut", body="--cut\r\n\r\nx\r\n--cut--"),
            "is a web archive without a page; an HTML part was expected",
        ),
    ],
)
def test_what_has_no_text_is_said_in_one_sentence(name: str, data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        load(data, name=name)
    assert str(caught.value) == f"{name}: {problem}"


def test_parts_inside_one_another_without_end() -> None:
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(3_000)
    )
    with pytest.raises(DocumentError, match="e-mail"):
        load(mail(nested + "Content-Type: text/plain\r\n\r\nx"), name="a.eml")


def test_a_date_that_is_none_is_noted() -> None:
    document = load(mail("Date: someday"), name="a.eml")
    assert document.published is None
    assert "the Date header 'someday' holds no day" in document.notes
