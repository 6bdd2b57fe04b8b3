"""The UN Treaty Collection's status page of one treaty, as saved from a browser."""

from __future__ import annotations

import re

from inforce.catalogue import Catalogue
from inforce.dates import DateError, PartialDate
from inforce.documents.decode import decode
from inforce.official.errors import LayoutChanged, OfficialError, Unavailable
from inforce.official.heads import is_first
from inforce.official.markup import marks_of, plain_of, words_of
from inforce.official.model import Imported, Remark, Territory
from inforce.official.names import Names
from inforce.official.notice import is_notice
from inforce.official.page_parts import Markup, inside, rows_of
from inforce.official.printed_dates import numeric_date
from inforce.official.remarks import Spoken, remarks_of, territories_of
from inforce.official.untc import read_sheet
from inforce.official.untc_sheet import Sheet, Table

FORMAT = "status-page"
KIND = "a status page of the UN Treaty Collection"

_AS_AT = re.compile(r"STATUS AS AT\s*:?\s*(\d{1,2}-\d{1,2}-\d{4})", re.I)
_NUMBER = re.compile(r"mtdsg_no=([IVXLC]+(?:-[A-Za-z0-9.]+)+)")
_TITLE = re.compile(r"\s*(\d+)\s*\.?\s*(?:([a-z]{1,2}|\d+[a-z]?)\s*\.?\s+(?=[A-Z]))?(.*)", re.S)
_LISTS = {
    "dgDec": "Declarations",
    "dgObj": "Objections",
    "dgDecUnderArticle": "DeclarationsUnderArticle",
    "dgNotification": "Notifications",
}
_RULE = re.compile(r"nless otherwise indicated,? the \w[^.)]{0,200}", re.I)
_UPON = re.compile(r"(?:Made |Confirmed )?[Uu]pon \w+[\w ,]{0,60}$")


def read_status_page(
    data: bytes, *, name: str, catalogue: Catalogue, as_at: PartialDate | None = None
) -> Imported:
    """What a status page says.

    ``as_at`` is used where the page does not print its day. Raises LayoutChanged with every part
    that was expected and is not there, and Unavailable for a notice of maintenance.
    """
    source = decode(data, name).text
    if is_notice(source):
        raise Unavailable(name, kind=KIND)
    if "<" not in source:
        begins = " ".join(source.split())[:40]
        raise OfficialError(f"{name}: found a text that begins {begins!r}, expected {KIND}")
    page = Markup.parse(source, name)
    sheet = _sheet(page, source, name, as_at)
    return read_sheet(sheet, catalogue, remarks=lambda names: _remarks(page, names))


def _sheet(page: Markup, source: str, name: str, as_at: PartialDate | None) -> Sheet:
    title = words_of(page.inside('[id$="_tcTreaty"]'))
    table = page.first('table[id$="_tblgrid"]')
    rows = [] if table is None else rows_of(table)
    notes = _notes(page)
    missed = _missed(page, title, rows, listed=table is not None, noted=bool(notes))
    if missed:
        raise LayoutChanged(name, missed, kind=KIND)
    numbered = _TITLE.fullmatch(title)
    status = plain_of(page.inside('[id*="rptStatus"][id$="_tcText"]'))
    return Sheet(
        file=name,
        format=FORMAT,
        called="status page",
        number=_number(page, source, title),
        title=(numbered[3] if numbered else title).rstrip(" *"),
        force=_labelled(page, "EIF", "force"),
        ended="",
        as_at=_as_at(source) or as_at,
        printed_parties=_printed("Parties", status),
        printed_signatories=_printed("Signatories", status),
        tables=(Table(rows[0], tuple(row for row in rows[1:] if row)),) if rows else (),
        notes=notes,
        cited=(
            ("text", page.inside('[id*="rptText"][id$="_tcText"]')),
            ("note", page.inside('[id*="rptNotes"][id$="_tcText"]')),
            *((words, page.inside(f'[id$="_{grid}"]')) for grid, words in _LISTS.items()),
        ),
        heads=_heads(source),
        spoken=_spoken(page),
    )


def _missed(
    page: Markup, title: str, rows: list[tuple[str, ...]], *, listed: bool, noted: bool
) -> list[str]:
    missed = []
    if not title:
        missed.append("missed the element whose id ends in _tcTreaty, with the title")
    if not listed and page.first('[id$="_tcStatus"]') is None:
        missed.append("missed the table whose id ends in _tblgrid, with the participants")
    if not listed:
        return missed
    if not rows or len(rows[0]) < 2:
        return [*missed, "missed the heads of the table of participants"]
    first = words_of(rows[0][0])
    if not is_first(first):
        missed.append(f"missed the column Participant in the table's head, found {first!r}")
    odd = [len(row) for row in rows[1:] if row and len(row) != len(rows[0])]
    if 2 * len(odd) > len(rows) - 1:
        missed.append(f"missed the rows of {len(rows[0])} cells, found rows of {odd[0]}")
    if not noted and any(marks_of(cell) for row in rows for cell in row):
        missed.append("missed the table whose id ends in _dgNotesAll, to which the rows refer")
    return missed


def _number(page: Markup, source: str, title: str) -> str:
    form = page.first("form[action*=mtdsg_no]")
    found = _NUMBER.search((form.getattr("action") or "") if form is not None else source)
    if found is None:
        found = _NUMBER.search(source)
    if found is not None:
        return found[1]
    chapter = words_of(page.inside('[id*="rptHead"][id$="_tcHead"]')).split()
    numbered = _TITLE.fullmatch(title)
    parts = (
        [*chapter[-1:], *(part for part in numbered.groups()[:2] if part)] if numbered else chapter
    )
    return "-".join(parts)


def _as_at(source: str) -> PartialDate | None:
    match = _AS_AT.search(source)
    try:
        return numeric_date(match[1]) if match else None
    except DateError:
        return None


def _heads(source: str) -> tuple[tuple[str, str], ...]:
    """The rule by which the entries of a section are dated, where the page states it."""
    rules = [words_of(match[0]) for match in _RULE.finditer(source)]
    return tuple(
        (section, rule)
        for rule in rules
        for section in _LISTS.values()
        if section.lower() in rule.lower()
    )


def _spoken(page: Markup) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for grid in _LISTS:
        authors = page.all(f'[id*="_{grid}_"][id$="_divParticipant"]')
        texts = page.all(f'[id*="_{grid}_"][id$="_divText"]')
        for author, text in zip(authors, texts, strict=False):
            name = inside(author)
            found.append((words_of(name), (*marks_of(name), *marks_of(inside(text)))))
    return tuple(found)


def _labelled(page: Markup, part: str, word: str) -> str:
    """What stands beside the label of entry into force, unless it says that there is none yet."""
    label = words_of(page.inside(f'[id*="rpt{part}"][id$="Label"]')).lower()
    if word not in label or "not yet" in label:
        return ""
    return words_of(page.inside(f'[id*="rpt{part}"][id$="_tcText"]'))


def _printed(noun: str, status: str) -> int | None:
    match = re.search(rf"{noun}\s*:\s*(\d+)", status)
    return int(match[1]) if match else None


def _notes(page: Markup) -> tuple[tuple[str, str], ...]:
    notes = []
    for note in page.all('[id*="dgNotesAll"][id$="_divNotesAll"]'):
        markup = inside(note)
        anchor = re.match(r"\s*<a\b[^>]*>(.*?)</a>", markup, re.I | re.S)
        if anchor is not None:
            notes.append((words_of(anchor[1]), markup[anchor.end() :]))
    return tuple(notes)


def _remarks(page: Markup, names: Names) -> tuple[tuple[Remark, ...], tuple[Territory, ...]]:
    said: list[Remark] = []
    for grid, section in _LISTS.items():
        authors = page.all(f'[id*="_{grid}_"][id$="_divParticipant"]')
        texts = page.all(f'[id*="_{grid}_"][id$="_divText"]')
        for author, text in zip(authors, texts, strict=False):
            said += remarks_of(Spoken(section, inside(author), _paragraphs(inside(text))), names)
    table = page.first('table[id$="_tblDec"]')
    rows = [row for row in (rows_of(table) if table is not None else []) if len(row) == 3]
    return tuple(said), territories_of(((a, b, c) for a, b, c in rows[1:]), names)


def _paragraphs(markup: str) -> tuple[tuple[str, str], ...]:
    """The paragraphs of an entry, without the author's name, which is repeated in hiding."""
    shown = re.sub(r"<p[^>]*class=['\"]?invisible['\"]?[^>]*>.*?</p>", "", markup, flags=re.S)
    found = []
    for piece in re.split(r"<br\s*/?>|</?p\b[^>]*>", shown):
        heading = re.fullmatch(r"\s*(?:&nbsp;|\s)*<i>(.*)(?:</i>)?\s*", piece, re.S)
        words = words_of(piece)
        if words:
            titled = heading and (words.endswith(":") or _UPON.match(words))
            found.append(("title" if titled else "para", piece))
    return tuple(found)
