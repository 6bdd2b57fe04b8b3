"""What participants say beside a table: declarations, reservations, objections, territories."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from inforce.dates import DateError, PartialDate
from inforce.official.markup import plain_of, words_of
from inforce.official.model import Remark, RemarkKind, Territory
from inforce.official.names import Names
from inforce.official.printed_dates import printed_date

_KINDS = {
    "Objections": RemarkKind.OBJECTION,
    "DeclarationsUnderArticle": RemarkKind.DECLARATION_UNDER_ARTICLE,
    "Notifications": RemarkKind.NOTIFICATION,
}
_MADE_BY = re.compile(
    r"(?:made|formulated|entered|submitted|lodged)(?: [\w()]+){0,10}? by (?:the )?"
    r"(?:Governments? of )?(?:the )?|"
    r"instruments? of \w+ of (?:the )?(?:Governments? of )?(?:the )?"
)
_UPON = re.compile(
    r"[“\"]?(?:[\w() ]{0,60}?)\b(?:upon|at the time of|on)(?: its| the)?(?: \w+)? ?"
    r"(?:signature|signing|ratif|acce|appro|succ|formal|definitive|deposit|consent)"
    r"\w*[\w, ]{0,60}(?=[:.]?$|:)",
    re.I,
)
_DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
_NEXT = re.compile(r",? and (?:the )?(?:Government of )?(?:the )?|, (?:the )?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One participant's entry in a section: (type, markup) pairs of its paragraphs.

    The type is ``title`` for a heading within the entry, ``date`` for a day that stands alone.
    """

    section: str
    author: str
    paragraphs: tuple[tuple[str, str], ...]


def remarks_of(spoken: Spoken, names: Names) -> Iterator[Remark]:
    """The remarks of an entry: a new one begins with each heading and each day beside the text."""
    author = words_of(spoken.author)
    who = names.known(author)
    day: PartialDate | None = None
    title, upon, body = "", "", list[str]()

    def remark() -> Remark:
        text = "\n".join(filter(None, (title, *body)))
        kind = _KINDS.get(spoken.section) or _kind(title, text)
        about = _against(text, names) if kind is RemarkKind.OBJECTION else ()
        return Remark(kind, author, who, day, text, about, "" if day else upon)

    for role, markup in spoken.paragraphs:
        text = plain_of(markup)
        alone = _alone(text)
        if alone is not None or (role == "title" and text):
            if body:
                yield remark()
                title, body = "", []
            if alone is not None:
                day, title = alone, ""
            else:
                upon = _upon(text) or upon
                title = "\n".join(filter(None, (title, text)))
        elif text:
            upon = (not body and _upon(text)) or upon
            body.append(text)
    if body or title:
        yield remark()


def territories_of(rows: Iterable[tuple[str, str, str]], names: Names) -> tuple[Territory, ...]:
    """The rows of the table of territorial application: author, day, territories, as markup.

    A row without an author goes on with that of the row before.
    """
    found: list[Territory] = []
    author = ""
    for name, day, territories in rows:
        author = words_of(name) or author
        when = _alone(plain_of(day))
        found.append(Territory(author, names.known(author), when, words_of(territories)))
    return tuple(found)


def _upon(text: str) -> str:
    """Upon which act a heading says that something was made; empty where it says nothing."""
    match = _UPON.match(text)
    if match is None:
        return ""
    return "signature" if "signature" in match[0] and "onfirmed" not in match[0] else "consent"


def _alone(text: str) -> PartialDate | None:
    text = text.strip(" :()")
    try:
        return printed_date(text) or printed_date(_respelt(text))
    except DateError:
        return None


def _respelt(text: str) -> str:
    """A day whose month has a slip of the pen, with the month's right name."""
    match = _DAY.fullmatch(text)
    month = get_close_matches(match[2], month_name[1:], n=1, cutoff=0.75) if match else []
    return f"{match[1]} {month[0]} {match[3]}" if match and month else text


def _kind(title: str, text: str) -> RemarkKind:
    """A reservation if its heading says so, or, without a heading, its own words."""
    said = (title or text).lower()
    return RemarkKind.RESERVATION if "reserv" in said else RemarkKind.DECLARATION


def _against(text: str, names: Names) -> tuple[str, ...]:
    """The participants by whom the reservation was made that the first sentences object to."""
    found: list[str] = []
    for match in _MADE_BY.finditer(text[:2_000]):
        if text[: match.start()].rstrip().endswith(("objection", "objections")):
            continue
        rest = text[match.end() :]
        while named := names.first_in(rest):
            found.append(named[1])
            rest = rest[len(named[0]) :]
            following = _NEXT.match(rest)
            if following is None:
                break
            rest = rest[following.end() :]
    return tuple(dict.fromkeys(found))
