"""Where a text's articles begin, what they are called, and in which sentence a place stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_HEAD = re.compile(
    r"(?<![^\W_])(ARTICLE|Article|article|ARTÍCULO|Artículo|artículo|ARTICULO|Articulo|Art\.|"
    r"ART\.|Rule|RULE|SECTION|Section|ANNEX|Annex|ANNEXE|ANEXO|APPENDIX|Appendix|ATTACHMENT)"
    r"\s{0,3}([0-9]{1,4}|[IVXLC]+(?![a-z])|[ivxlc]+|premier|first|unique)?"
)
_ANNEXES = frozenset(("annex", "annexe", "anexo", "appendix", "attachment"))
_REFERS = re.compile(
    r"(?:\b(?:of|in|with|to|under|by|and|or|from|this|that|see|per|said|than|the|de|del|à|au|aux|"
    r"des|du|par|con|en|el|los|et|y|al|l')|[,(«\"“])\s*$"
)
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_STOP = re.compile(
    r"\.(?=\s*(?:$|[\[(]?[0-9a-zA-Zàéè]{1,4}[.)\]]|[A-ZÀ-Ý\"“”«(\[]|\n|\d))|"
    r"\.(?=[a-zé])|\n\s*\n(?=\s*[\[(]?[0-9A-ZÀ-Ý])|\.\s+(?=[a-zàâéèêîôû])"
)
_RUNS_ON = re.compile(
    r"\W{0,3}(?:entry into (?:force|effect)|(?:final )?withdrawals?(?: and \w+)?|denunciations?|"
    r"reservations?|"
    r"signatures?|ratification(?:, acceptance or approval)?|accession|depositary|authentic texts?|"
    r"languages?|amendments?|duration|provisional application|territorial application)"
    r"(?=\(?[\da-z])(?!(?:s|ed|d|ing|al)\b)"
)
"""A heading that runs into the first words of its article."""
_NEAR, _FAR = 400, 3_000
"""How many characters a sentence is sought back, first and at most."""
_ABBREVIATED = re.compile(
    r"(?:\b(?:no|art|arts|para|paras|nos|st|mr|vol|pp?|cf|i|e|g|u|s)|(?<!\d)\d{1,2})$", re.I
)
_OWN = re.compile(r"[\[(\"“]{0,2}([1-9]\d?)[.)]\s{0,4}(?=[A-Za-zÀ-ÿ\"“])")
_BEGINS = re.compile(r"\s*[\[(]?1[.)\]]\s{0,4}(?=[\[(\"“]?[A-Za-zÀ-ÿ])")
_RUN_ON = re.compile(r"(?<=[a-zé)])\(?1[.)\s]\s{0,3}(?=[A-Za-zÀ-ÿ])")
_PARAGRAPH = (
    r"(?:(?<=[.;:\n\]\"”])\s*[\[(]?{n}(?:[.)\]]\s{{0,4}}|\s{{1,3}})|"
    r"(?<=\s)[\[(]?{n}[.)\]]\s{{0,4}})(?=[\[(\"“]?[A-Za-zÀ-ÿ])"
)


@dataclass(frozen=True, slots=True)
class Section:
    """An article: where it begins, where its words begin, where it ends, and its number.

    ``annex`` marks one inside an annex, whose clauses are not the treaty's.
    """

    start: int
    body: int
    end: int
    number: str
    annex: bool


class Layout:
    """The sections of one text and the sentences in them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sections = tuple(_sections(text))
        self._starts = [section.start for section in self.sections]

    def section_at(self, place: int) -> Section:
        """The section in which a character stands; the whole text where nothing is numbered."""
        at = bisect_right(self._starts, place) - 1
        if at < 0:
            end = self._starts[0] if self._starts else len(self.text)
            return Section(0, 0, end, "", False)
        return self.sections[at]

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence around a character, inside its section."""
        section = self.section_at(place)
        # A cue in a heading stands for the words under it.
        place = max(place, min(section.body, section.end - 1))
        floor = section.body
        start = max(floor, place - _FAR)
        for back in (_NEAR, _FAR):
            lowest = max(floor, place - back)
            stops = [
                stop.end()
                for stop in _STOP.finditer(self.text, lowest, place)
                if not _ABBREVIATED.search(self.text, max(lowest, stop.start() - 6), stop.start())
            ]
            if stops or lowest == floor:
                start = stops[-1] if stops else lowest
                break
        end = min(section.end, place + _FAR)
        for stop in _STOP.finditer(self.text, place, end):
            if not _ABBREVIATED.search(self.text, max(place, stop.start() - 6), stop.start()):
                end = stop.start() + (self.text[stop.start()] == ".")
                break
        return _trimmed(self.text, start, end)

    def article(self, place: int) -> str:
        """The article and paragraph of a place, such as ``27(2)``; empty where unnumbered."""
        section = self.section_at(place)
        if not section.number:
            return ""
        paragraph = self.paragraph(place)
        return f"{section.number}({paragraph})" if paragraph else section.number

    def paragraph(self, place: int) -> int | None:
        """The last paragraph number before a place in its article, of those that count on."""
        section = self.section_at(place)
        own = _OWN.match(self.text, place)
        if own is not None:
            return int(own[1])
        at, found = section.body, None
        for n in range(1, 40):
            if n == 1:
                match = self._first(section, place)
            else:
                match = _numbering(n).search(self.text, at, min(place + 8, section.end))
            if match is None:
                return found
            at, found = match.end(), n
        return found

    def _first(self, section: Section, place: int) -> re.Match[str] | None:
        """The number of the first paragraph, which a heading may run into: "in force1. this"."""
        until = min(place + 120, section.end)
        return (
            _BEGINS.match(self.text, section.body, until)
            or _RUN_ON.search(self.text, section.body, until)
            or _numbering(1).search(self.text, section.body, until)
        )


@cache
def _numbering(n: int) -> re.Pattern[str]:
    return re.compile(_PARAGRAPH.format(n=n))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\r\n.;\ufeff":
        start += 1
    while end > start and text[end - 1] in " \t\r\n":
        end -= 1
    return start, end


def _sections(text: str) -> Iterator[Section]:
    heads = list(_heads(text))
    annex, reached = False, 0
    for place, (start, body, n, shown) in enumerate(heads):
        end = heads[place + 1][0] if place + 1 < len(heads) else len(text)
        if n is None:
            annex = True
        elif n == reached + 1 or not annex:
            # The treaty's own articles go on; those that begin anew in an annex are its own.
            annex, reached = False, max(n, reached)
        run_on = _RUNS_ON.match(text, body)
        yield Section(start, run_on.end() if run_on else body, end, shown, annex)


def _heads(text: str) -> Iterator[tuple[int, int, int | None, str]]:
    """(start, where its words begin, number or None for an annex, as shown) of every heading."""
    last = 0
    count = text.count("ARTICLE")
    capitals, shouted = count > 1, count != text.count("Article")
    for match in _HEAD.finditer(text):
        word = match[1].lower().rstrip(".")
        if not _stands_alone(text, match, capitals=capitals, shouted=shouted):
            continue
        if word in _ANNEXES:
            if last or match.start() > len(text) // 2:
                yield match.start(), match.end(), None, f"{word} {match[2] or ''}".strip()
            continue
        if match[2] is None or word in ("rule", "section"):
            continue
        runs_on = text[match.end() : match.end() + 1].isalpha()
        found = _numbered(match[2], last, runs_on=runs_on)
        if found is None:
            continue
        number, shown, length = found
        last = number
        yield match.start(), match.start(2) + length, number, shown


def _stands_alone(text: str, match: re.Match[str], *, capitals: bool, shouted: bool) -> bool:
    """Whether it is a heading and not a reference in running text.

    ``capitals``: the text has several headings in capitals; ``shouted``: not as many others.
    """
    before = text[max(0, match.start() - 40) : match.start()]
    line = before.rsplit("\n", 1)
    if match[1].isupper() and len(match[1]) > 4 and shouted:
        return not (match[1] != "ARTICLE" and capitals and not _upper_line(text, match))
    if len(line) > 1 and not line[1].strip(" \t#*_>"):
        after = text[match.end() : match.end() + 12].lstrip(" \t")
        return not after.startswith((",", "of ", "and ", "or ", "shall ", "du ", "de "))
    if match[1][0].islower():
        return False
    bare = before.rstrip()
    if _REFERS.search(before) or not (bare == "" or bare[-1] in '.;:]”"'):
        return False
    return text[match.end() : match.end() + 3].strip()[:1] in (":", "-", ".", "–", "—", "")


def _upper_line(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 3) : match.end() + 12]
    return "\n" in around[:3] or match[2] is not None


def _numbered(written: str, last: int, *, runs_on: bool) -> tuple[int, str, int] | None:
    """The number, as shown, and how many characters it takes: "271. any" is 27 and then 1."""
    if written in ("premier", "first", "unique"):
        return 1, "1", len(written)
    if not written.isdigit():
        return _roman_numbered(written, last, runs_on=runs_on)
    expected = str(last + 1)
    if written == f"{expected}1":
        return last + 1, expected, len(expected)
    n = int(written)
    if n > last + 30 and last and written.endswith("1"):
        written = written[:-1]
        n = int(written)
    return (n, written, len(written)) if 0 < n < 400 else None


def _roman_numbered(written: str, last: int, *, runs_on: bool) -> tuple[int, str, int] | None:
    roman = written.lower()
    expected = to_roman(last + 1)
    # "xviinterpretation" after XV is XVI, and a word that begins with i.
    if roman == expected or (runs_on and roman.startswith(expected)):
        return last + 1, expected.upper(), len(expected)
    value = _from_roman(roman)
    if value is None or to_roman(value) != roman or value > 150:
        return None
    return value, roman.upper(), len(roman)


def to_roman(n: int) -> str:
    """A number from 1 to 399 in lower-case Roman figures."""
    pairs = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    written = ""
    for value, sign in pairs:
        times, n = divmod(n, value)
        written += sign * times
    return written


def _from_roman(written: str) -> int | None:
    total = 0
    values = [_ROMANS[sign] for sign in written]
    for value, after in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < after else value
    return total or None
