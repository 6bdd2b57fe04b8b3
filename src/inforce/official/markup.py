"""The little markup that stands inside official cells and notes: footnote marks, links, tables."""

from __future__ import annotations

import re
from html import unescape

_MARK = re.compile(r"<(sup|superscript)\b[^>]*>(.*?)</(?:sup|superscript)>", re.I | re.S)
_LINE = re.compile(r"<(?:br|/?p|/?div|/tr|/row|/?table)\b[^>]*>", re.I)
_CELL = re.compile(r"</(?:td|th|col)>", re.I)
_LAYOUT = re.compile(r"<totalCols>.*?</totalCols>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.S)
_DIGITS = re.compile(r"\d+")


def marks_of(markup: str) -> tuple[str, ...]:
    """The footnote marks of a cell, in order."""
    return tuple(
        number
        for match in _MARK.finditer(markup)
        for number in _DIGITS.findall(_TAG.sub(" ", match[2]))
    )


def words_of(markup: str) -> str:
    """The text of a cell on one line, without its footnote marks."""
    return " ".join(plain_of(_MARK.sub("", markup)).split())


def plain_of(markup: str) -> str:
    """The text of a note: one line a paragraph or table row, the cells of a row parted by tabs."""
    text = _LAYOUT.sub("", _MARK.sub("", " ".join(markup.split())))
    text = _CELL.sub("\t", _LINE.sub("\n", text))
    text = unescape(_TAG.sub("", text)).replace("\xa0", " ").replace("\u2002", " ")
    lines = ("\t".join(" ".join(c.split()) for c in line.split("\t")) for line in text.split("\n"))
    return "\n".join(line.strip(" ").rstrip("\t") for line in lines if line.strip())
