"""The libraries' names to compiled.csv: run once by us, so that nobody else needs the libraries.

``python -m inforce.catalogue.compile_names`` writes ``data/names/compiled.csv`` again. From Babel
come the names of CLDR in every language, from pycountry those of ISO 3166, from rigour official
names, from simplemma the inflected forms: every form whose lemma is the name. Names that
simplemma does not know are inflected by the ``endings`` of our own files. A test compares the
file with what this module makes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import DATA, find_layers
from inforce.catalogue.model import Participant
from inforce.catalogue.name_files import NameFile
from inforce.catalogue.names import NameEntry, NameKind, names_to_rows, unaccented
from inforce.catalogue.people import LIBRARY, own_names, participants
from inforce.catalogue.sections import Snapshot

LANGUAGES = ("de", "es", "et", "fi", "fr", "it", "lt", "lv", "nb", "pl", "ru", "uk")
"""The languages beside English whose names are compiled."""

INFLECTED = frozenset({"de", "et", "fi", "lt", "lv", "nb", "pl", "ru", "uk"})
"""Those in which a name changes its ending."""

LAST_WORD = frozenset({"et", "fi", "lt", "lv"})
"""Those in which most names of several words inflect the last one only."""

OUTPUT = DATA / "names" / "compiled.csv"

_OFFICIAL = re.compile(
    r"(?:the )?(?:[A-Z][\w']+ )*(?:Republic|Kingdom|State|States|Federation|Principality|"
    r"Commonwealth|Union|Confederation|Sultanate|Emirates?)\b.*",
)
_ALIKE = str.maketrans("’ʼ\N{NO-BREAK SPACE}", "'' ")
_PARENTHESIS = re.compile(r"^(?P<name>[^()]+) \((?P<inner>[^()]+)\)$")
_CONGO = ("COD", "COG")
"""What stands in brackets tells these two apart, so it is never left out."""


def compiled_names(languages: Iterable[str] = ("en", *LANGUAGES)) -> tuple[NameEntry, ...]:
    """Every name that the libraries give for our participants in some languages, unmarked."""
    snapshot, faults = Snapshot.take(find_layers("")), Faults()
    known = [row.value for row in participants(snapshot, faults)]
    files = own_names(snapshot, faults)
    faults.raise_if_any()
    found: set[NameEntry] = set()
    for language in languages:
        names = _english(known) if language == "en" else _foreign(known, language, files)
        found |= set(names)
    dropped = {(file.language, name) for file in files for name in file.drop}
    kept = {name for name in found if (name.language, name.surface) not in dropped}
    return tuple(_unclashing(kept, known))


def compiled_text(names: Iterable[NameEntry]) -> str:
    """The text of compiled.csv."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(LIBRARY.columns)
    writer.writerows((row[0], row[1], row[2], row[-1]) for row in names_to_rows(names))
    return out.getvalue()


def _english(known: Iterable[Participant]) -> Iterator[NameEntry]:
    territories = _cldr("en")
    rigour = _rigour()
    for participant in known:
        words = {participant.name, *(name for name, _ in participant.names)}
        words |= {w for w in (territories.get(participant.alpha2 or ""),) if w}
        words |= _iso_names(participant.id)
        entry = rigour.get(participant.id)
        if entry is not None:
            words |= {entry["name"], entry.get("full_name", entry["name"])}
            weak = (*entry.get("names_strong", ()), *entry.get("names_weak", ()))
            words |= {word for word in weak if word.isascii() and _OFFICIAL.fullmatch(word)}
        for plain in {plain for word in words for plain in _plain(word, participant.id)}:
            for variant in _english_variants(plain):
                yield NameEntry(variant, NameKind.PARTICIPANT, participant.id, "en")


def _english_variants(name: str) -> set[str]:
    found = {name, unaccented(name)}
    found |= {re.sub(r"\bSaint\b", "St.", word) for word in found}
    found |= {re.sub(r"\bSt\.", "St", word) for word in found}
    found |= {word.replace(" and ", " & ") for word in found}
    found |= {word.replace("-", " ") for word in found if re.search(r"[A-Z]\w+-[A-Z]", word)}
    return found


def _foreign(
    known: Iterable[Participant], language: str, files: Iterable[NameFile]
) -> Iterator[NameEntry]:
    territories = _cldr(language)
    cities = _cities(language)
    inflect = _inflection(language, files, wanted=(*territories.values(), *cities.values()))
    for participant in known:
        name = territories.get(participant.alpha2 or "")
        if name is None:
            continue
        for plain in _plain(name, participant.id):
            for form in (plain, *inflect(plain)):
                yield NameEntry(form, NameKind.PARTICIPANT, participant.id, language)
    for file in files:
        for row in file.names:
            entry = row.value
            if entry.kind is NameKind.CAPITAL and entry.surface in cities:
                name = cities[entry.surface]
                for form in (name, *inflect(name)):
                    yield NameEntry(form, NameKind.CAPITAL, entry.id, language)


def _plain(name: str, participant: str) -> set[str]:
    """A library's name as a text writes it, also without what stands in brackets after it."""
    tidy = " ".join(name.translate(_ALIKE).split())
    tidy = re.sub(r" ?[-–] ?", "-", tidy) if participant in _CONGO else tidy
    if "[" in tidy or ("," in tidy and " of" not in tidy):
        return set()
    found = {tidy.removeprefix("the ").removeprefix("The ")}
    bracketed = _PARENTHESIS.match(tidy)
    if bracketed and participant not in _CONGO and " of" not in bracketed["inner"]:
        found.add(bracketed["name"])
    return found


def _iso_names(participant: str) -> set[str]:
    import pycountry

    country = pycountry.countries.get(alpha_3=participant)
    if country is None:
        return set()
    said = (getattr(country, key, None) for key in ("name", "common_name", "official_name"))
    words = {word for word in said if word}
    turned = [word.split(", ", 1) for word in words if ", " in word and word.endswith(" of")]
    return words | {f"{kind} {name}" for name, kind in turned}


def _rigour() -> dict[str, dict[str, Any]]:
    import json

    from rigour._core import territories_jsonl

    found: dict[str, dict[str, Any]] = {}
    for line in territories_jsonl().splitlines():
        if line.strip():
            entry = json.loads(line)
            code = "EUU" if entry["code"] == "eu" else str(entry.get("alpha3", "")).upper()
            found.setdefault(code, entry)
    return found


def _cldr(language: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale.parse(language).territories)


def _cities(language: str) -> dict[str, str]:
    """English names of cities that have a time zone, with their names in a language."""
    from babel import Locale
    from babel.core import get_global

    zones = Locale.parse(language).time_zones
    found = {}
    for zone in get_global("zone_territories"):
        named = zones.get(zone, {}).get("city")
        if named:
            found[zone.rsplit("/", 1)[-1].replace("_", " ")] = str(named)
    return found


def _inflection(
    language: str, files: Iterable[NameFile], *, wanted: Iterable[str]
) -> Callable[[str], list[str]]:
    """What gives the inflected forms of a wanted name, the name itself left out."""
    if language not in INFLECTED:
        return lambda _name: []
    forms = _forms(language, wanted)
    endings = [
        (end, others) for file in files if file.language == language for end, others in file.endings
    ]
    endings.sort(key=lambda pair: -len(pair[0]))

    def inflect(name: str) -> list[str]:
        before, space, last = name.rpartition(" ")
        if space:
            rest = inflect(last) if language in LAST_WORD else []
            return [f"{before} {form}" for form in rest]
        known = forms.get(name) or [form.capitalize() for form in forms.get(name.lower(), ())]
        found = {form for form in known if form[:1].isupper() and len(form) > 2}
        if len(found) < 3:
            found |= _by_endings(name, endings)
        # A form that is the name cut short is a plural's, and too often another word.
        return sorted(form for form in found if not name.startswith(form))

    return inflect


def _by_endings(name: str, endings: list[tuple[str, tuple[str, ...]]]) -> set[str]:
    for end, others in endings:
        if name.endswith(end):
            stem = name.removesuffix(end)
            return {stem + other for other in others}
    return set()


def _forms(language: str, names: Iterable[str]) -> dict[str, list[str]]:
    """The names' words, as written and in lower case, with their forms in simplemma."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    words = {word for name in names for word in re.findall(r"[^\s()]+", name.translate(_ALIKE))}
    words |= {word.lower() for word in words}
    found: dict[str, list[str]] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
        if lemma in words:
            found.setdefault(lemma, []).append(form)
    return found


def _unclashing(names: set[NameEntry], known: Iterable[Participant]) -> list[NameEntry]:
    """The names without those that another participant bears in the same language.

    Such a name is for our own files to give, with an ``ambiguous`` line. A name that a living
    participant and a former one share is the living one's.
    """
    former = {participant.id for participant in known if participant.kind == "former"}
    bearers: dict[tuple[str, NameKind, str], set[str]] = {}
    for name in names:
        bearers.setdefault((name.surface, name.kind, name.language), set()).add(name.id)
    kept = []
    for name in sorted(names, key=lambda n: (n.kind, n.language, n.id, n.surface)):
        ids = bearers[name.surface, name.kind, name.language]
        if len(ids) == 1 or (len(ids - former) == 1 and name.id not in former):
            kept.append(name)
    return kept


if __name__ == "__main__":
    Path(OUTPUT).write_text(compiled_text(compiled_names()), encoding="utf-8", newline="")
