"""The UN Treaty Collection's XML of one treaty ("Multilateral Treaties Deposited ...", MTDSG)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inforce.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.official.errors import LayoutChanged, OfficialError, Unavailable
from inforce.official.league import league_acts
from inforce.official.markup import marks_of, words_of
from inforce.official.model import Imported, Remark, Territory
from inforce.official.names import Names
from inforce.official.notice import is_notice
from inforce.official.remarks import Spoken, remarks_of, territories_of
from inforce.official.repair import Repaired, repair
from inforce.official.untc import read_sheet
from inforce.official.untc_sheet import Sheet, Table
from inforce.official.xml_layout import SPOKEN, missed_in
from inforce.official.xml_parts import child, inner, text_of, whole

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FORMAT = "mtdsg"
KIND = "the UN Treaty Collection's XML"


def read_mtdsg(
    data: bytes, *, name: str, catalogue: Catalogue, as_at: PartialDate | None = None
) -> Imported:
    """What the XML of one treaty says.

    ``as_at`` is the day of the export, which the file itself does not print. Raises LayoutChanged
    with every part that was expected and is not there, Unavailable for a notice of maintenance,
    and OfficialError for what is no well-formed XML after repair.
    """
    known = Names(catalogue)
    repaired = repair(data, is_name=lambda text: known.known(text) is not None)
    treaty = _treaty(repaired, name)
    sheet = _sheet(treaty, repaired, name, as_at)
    return read_sheet(
        sheet,
        catalogue,
        remarks=lambda names: _remarks(treaty, names),
        more_acts=lambda names, voice: league_acts(child(treaty, "LON"), names, voice),
    )


def _treaty(repaired: Repaired, name: str) -> Element:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    if is_notice(repaired.text):
        raise Unavailable(name, kind=KIND)
    text = re.sub(r"^\ufeff?\s*<\?xml[^>]*\?>", "", repaired.text)
    begins = " ".join(text.split())[:40]
    if not begins.startswith("<") or begins.lower().startswith(("<!doctype html", "<html")):
        raise OfficialError(f"{name}: found what begins {begins!r}, expected {KIND}")
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise OfficialError(
            f"{name}: not XML that can be read ({error}), expected {KIND}"
        ) from None
    treaty = root if root.tag == "Treaty" else root.find("Treaty")
    if treaty is None:
        raise LayoutChanged(name, [f"missed the element Treaty in {root.tag}"], kind=KIND)
    return treaty


def _sheet(treaty: Element, repaired: Repaired, name: str, as_at: PartialDate | None) -> Sheet:
    missed = missed_in(treaty)
    if missed:
        raise LayoutChanged(name, missed, kind=KIND)
    data = whole(treaty, "Header/ExternalData")
    return Sheet(
        file=name,
        format=FORMAT,
        called="XML export",
        number=_number(treaty),
        title=words_of(text_of(data, "Subtitlesect") or text_of(data, "Titlesect")).rstrip(" *"),
        force=_force(data),
        force_words=words_of(text_of(data, "EIF/Labeltext")),
        ended=words_of(
            text_of(data, "Termination/Labeltext") or text_of(data, "Expiration/Labeltext")
        ),
        as_at=as_at,
        printed_parties=_printed(data, "Parties"),
        printed_signatories=_printed(data, "Signatories"),
        tables=tuple(map(_table, treaty.findall("Participants/Table/TGroup"))),
        notes=tuple(_note(note) for note in treaty.findall("EndNotes/Note")),
        cited=(
            ("head", inner(data)),
            *((part, inner(found)) for part in SPOKEN if (found := treaty.find(part)) is not None),
        ),
        repairs=repaired.words,
        heads=tuple(
            (section, " ".join(inner(part) for part in treaty.findall(f"{section}/Title")))
            for section in SPOKEN
        ),
        spoken=tuple(
            (words_of(text_of(part, "Participant")), marks_of(inner(part)))
            for section in SPOKEN
            for part in treaty.findall(f"{section}/*")
            if part.tag not in ("Title", "Header")
        ),
    )


def _force(data: Element) -> str:
    label = text_of(data, "EIF/Label").lower()
    return "" if "not yet" in label else words_of(text_of(data, "EIF/Labeltext"))


def _table(group: Element) -> Table:
    rows = group.findall("Tbody/Rows/Row")
    return Table(
        tuple(inner(entry) for entry in group.findall("Thead/Row/Entry")),
        tuple(tuple(inner(entry) for entry in row.findall("Entry")) for row in rows),
    )


def _number(treaty: Element) -> str:
    chapter = text_of(treaty, "Header/Chapter/Header").split()
    sub = text_of(treaty, "Header/SubChapter/Header").split()
    data = whole(treaty, "Header/ExternalData")
    parts = [*chapter[-1:], *sub[-1:], text_of(data, "Numsect"), text_of(data, "Subnumsect")]
    return "-".join(part.strip(" .") for part in parts if part.strip(" ."))


def _printed(data: Element, noun: str) -> int | None:
    """The number printed for a noun, in its own element or in words of the status's own."""
    match = re.match(r"\D*(\d+)", words_of(text_of(data, f"Status/{noun}")))
    if match is None:
        custom = words_of(text_of(data, "Status/CustomText"))
        match = re.search(rf"{noun}\s*:?\s*(\d+)", custom)
    return int(match[1]) if match else None


def _note(note: Element) -> tuple[str, str]:
    index = text_of(note, "index").strip(" .")
    return index, "<br>".join(f"<{part.tag}>{inner(part)}" for part in note if part.tag != "index")


def _remarks(treaty: Element, names: Names) -> tuple[tuple[Remark, ...], tuple[Territory, ...]]:
    said = (
        Spoken(
            section,
            text_of(part, "Participant"),
            tuple((text.get("type") or "", inner(text)) for text in part.findall("text")),
        )
        for section in SPOKEN
        for part in treaty.findall(f"{section}/*")
        if part.tag not in ("Title", "Header")
    )
    columns = ("Participant", "DateNotification", "Territories")
    areas = [
        (text_of(part, columns[0]), text_of(part, columns[1]), text_of(part, columns[2]))
        for part in treaty.findall("TerritorialApplications/Application")
    ]
    return tuple(r for spoken in said for r in remarks_of(spoken, names)), territories_of(
        areas, names
    )
