from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue import Catalogue, load
from inforce.catalogue.compile_names import LANGUAGES
from inforce.catalogue.names import (
    NameEntry,
    NameKind,
    Role,
    names_to_rows,
    rows_to_names,
    unaccented,
)
from name_finder import Finder


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


@pytest.fixture(scope="module")
def names(catalogue: Catalogue) -> tuple[NameEntry, ...]:
    return catalogue.names()


@pytest.fixture(scope="module")
def english(names: tuple[NameEntry, ...]) -> Finder:
    return Finder(names, "en", "mul")


def test_every_participant_is_found_by_its_english_name(
    catalogue: Catalogue, english: Finder
) -> None:
    missed = {
        participant.id: english.ids(f"Yesterday {participant.name} deposited its instrument.")
        for participant in catalogue.participants()
        if english.ids(f"Yesterday {participant.name} deposited its instrument.")
        != [participant.id]
    }
    assert missed == {}


def test_every_iso_name_of_a_participant_is_found(catalogue: Catalogue, english: Finder) -> None:
    import pycountry

    missed = {}
    for participant in catalogue.participants():
        country = pycountry.countries.get(alpha_3=participant.id)
        if country is None:
            continue
        for key in ("name", "common_name", "official_name"):
            name = getattr(country, key, None)
            if name and english.ids(f"It was signed by {name}.") != [participant.id]:
                missed[name] = english.ids(f"It was signed by {name}.")
    assert missed == {}


@pytest.mark.parametrize("table", ["participation.csv", "groups.csv"])
def test_every_name_of_the_depositaries_lists_is_found(
    shared: Path, english: Finder, table: str
) -> None:
    with (shared / "facts" / table).open(encoding="utf-8") as file:
        pairs = {(row["state_iso3"], row["state_name"]) for row in csv.DictReader(file)}
    missed = {
        name: english.ids(f"and {name}.")
        for state, name in sorted(pairs)
        if english.ids(f"and {name}.") != [state] and state != "state_iso3"
    }
    assert missed == {}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("the US and the U.S. and the USA", ["USA", "USA", "USA"]),
        ("the UK, Britain and Great Britain", ["GBR", "GBR", "GBR"]),
        ("Türkiye, formerly Turkey", ["TUR", "TUR"]),
        ("Czechia, or the Czech Republic", ["CZE", "CZE"]),
        ("Ivory Coast and Côte d'Ivoire", ["CIV", "CIV"]),
        ("DR Congo, the DRC, Congo-Kinshasa", ["COD", "COD", "COD"]),
        ("Congo-Brazzaville, the Republic of the Congo", ["COG", "COG"]),
        ("Swaziland, Burma, Macedonia, Zaire, Cape Verde", ["SWZ", "MMR", "MKD", "COD", "CPV"]),
        ("South Korea and North Korea", ["KOR", "PRK"]),
        ("the Republic of Korea, the DPRK", ["KOR", "PRK"]),
        ("Laos, Viet Nam, Vietnam, East Timor", ["LAO", "VNM", "VNM", "TLS"]),
        ("the Vatican and the Holy See", ["VAT", "VAT"]),
        ("Saint Kitts and Nevis, St. Lucia, St Vincent and the Grenadines", ["KNA", "LCA", "VCT"]),
        ("Bosnia, Sao Tome and Principe, Guinea-Bissau", ["BIH", "STP", "GNB"]),
        ("Equatorial Guinea, Papua New Guinea and Guinea", ["GNQ", "PNG", "GIN"]),
        ("Niger and Nigeria", ["NER", "NGA"]),
        ("Sudan and South Sudan", ["SDN", "SSD"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("the European Union, the EU", ["EUU", "EUU"]),
        ("the Soviet Union, the USSR, Czechoslovakia, East Germany", ["SUN", "SUN", "CSK", "DDR"]),
    ],
)
def test_variants_in_use(english: Finder, text: str, ids: list[str]) -> None:
    assert english.ids(text) == ids


@pytest.mark.parametrize(
    "text",
    [
        "ships in the South China Sea",
        "a bill in New Mexico and on the Gulf of Mexico",
        "courts in Northern Ireland",
        "a senator from Georgia, USA",
        "American Samoa and the British Virgin Islands",
        "reported by the Washington Post and the Times of India",
        "in Latin America and North America",
        "the Ottawa Process and the Oslo Process",
        "guinea pigs, a polish, a dane, us and them",
        "in Hong Kong and Macao",
    ],
)
def test_longer_phrases_hide_the_names_inside_them(english: Finder, text: str) -> None:
    assert english.ids(text) == []


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Lithuanian", "LTU"),
        ("Finns", "FIN"),
        ("Poles", "POL"),
        ("Swiss", "CHE"),
        ("Dutch", "NLD"),
        ("Danes", "DNK"),
        ("Filipino", "PHL"),
        ("Burkinabe", "BFA"),
        ("Nigerien", "NER"),
        ("Nigerian", "NGA"),
        ("Bosnian", "BIH"),
        ("Malagasy", "MDG"),
        ("Ivorian", "CIV"),
        ("North Korean", "PRK"),
        ("South Sudanese", "SSD"),
        ("Emirati", "ARE"),
        ("Ni-Vanuatu", "VUT"),
        ("Botswanan", "BWA"),
        ("Kyrgyz", "KGZ"),
        ("Ukrainians", "UKR"),
    ],
)
def test_demonyms(english: Finder, word: str, state: str) -> None:
    assert english.find(f"the {word} delegation") == [(word, NameKind.DEMONYM, state)]


def test_every_sovereign_participant_has_a_demonym_and_a_capital_of_its_own(
    catalogue: Catalogue, names: tuple[NameEntry, ...]
) -> None:
    of = {kind: {name.id for name in names if name.kind is kind} for kind in NameKind}
    states = {p.id for p in catalogue.participants() if p.kind == "un_member"}
    others = {i for name in names if name.kind is NameKind.DEMONYM for i in name.others}
    assert states - of[NameKind.DEMONYM] - others == set()
    # The capital bears the state's own name.
    assert states - of[NameKind.CAPITAL] == {"DJI", "SGP"}


@pytest.mark.parametrize(
    ("city", "state"),
    [
        ("Vilnius", "LTU"),
        ("Warsaw", "POL"),
        ("Kyiv", "UKR"),
        ("Kiev", "UKR"),
        ("Washington", "USA"),
        ("Washington, D.C.", "USA"),
        ("Moscow", "RUS"),
        ("Helsinki", "FIN"),
        ("Tallinn", "EST"),
        ("Riga", "LVA"),
        ("Ouagadougou", "BFA"),
        ("Port Vila", "VUT"),
        ("Chisinau", "MDA"),
        ("Naypyidaw", "MMR"),
        ("N'Djamena", "TCD"),
        ("Bogota", "COL"),
    ],
)
def test_capitals(english: Finder, city: str, state: str) -> None:
    assert english.find(f"diplomats in {city} said") == [(city, NameKind.CAPITAL, state)]


@pytest.mark.parametrize(
    ("body", "state", "role"),
    [
        ("Seimas", "LTU", Role.PARLIAMENT),
        ("Verkhovna Rada", "UKR", Role.PARLIAMENT),
        ("Rada", "UKR", Role.PARLIAMENT),
        ("Riigikogu", "EST", Role.PARLIAMENT),
        ("Saeima", "LVA", Role.PARLIAMENT),
        ("Eduskunta", "FIN", Role.PARLIAMENT),
        ("Sejm", "POL", Role.PARLIAMENT),
        ("Bundestag", "DEU", Role.PARLIAMENT),
        ("Knesset", "ISR", Role.PARLIAMENT),
        ("Kremlin", "RUS", Role.PRESIDENT),
        ("White House", "USA", Role.PRESIDENT),
        ("State Department", "USA", Role.MINISTRY),
        ("Downing Street", "GBR", Role.GOVERNMENT),
        ("Quai d'Orsay", "FRA", Role.MINISTRY),
    ],
)
def test_institutions_stand_for_their_state(
    english: Finder, body: str, state: str, role: Role
) -> None:
    assert english.find(f"The {body} decided.") == [(body, NameKind.INSTITUTION, state)]
    assert english.by_surface[body][0].role is role


@pytest.mark.parametrize(
    ("text", "kind", "owner"),
    [
        ("the UN Secretary-General", NameKind.DEPOSITARY, "UNSG"),
        ("the depositary", NameKind.DEPOSITARY, "DEPOSITARY"),
        ("the United Nations", NameKind.ORGANISATION, "UN"),
        ("the ICRC", NameKind.ORGANISATION, "ICRC"),
        ("NATO", NameKind.ORGANISATION, "NATO"),
        ("all EU members", NameKind.GROUP, "EU"),
        ("the three Baltic states", NameKind.GROUP, "BALTIC"),
        ("Pacific island states", NameKind.GROUP, "PACIFIC"),
        ("nuclear-armed states", NameKind.GROUP, "NUCLEAR-ARMED"),
        ("the nine nuclear armed nations", NameKind.GROUP, "NUCLEAR-ARMED"),
    ],
)
def test_bodies_and_groups(english: Finder, text: str, kind: NameKind, owner: str) -> None:
    assert [found[1:] for found in english.find(text)] == [(kind, owner)]


@pytest.mark.parametrize(
    ("language", "word", "state"),
    [
        ("lt", "Lietuvos", "LTU"),
        ("lt", "Lenkijai", "POL"),
        ("lt", "Ukrainoje", "UKR"),
        ("lt", "Jungtinių Valstijų", "USA"),
        ("uk", "Литви", "LTU"),
        ("uk", "Польщею", "POL"),
        ("uk", "Естонії", "EST"),
        ("uk", "Фінляндію", "FIN"),
        ("pl", "Litwy", "LTU"),
        ("pl", "Łotwę", "LVA"),
        ("pl", "Stanów Zjednoczonych", "USA"),
        ("fi", "Liettuan", "LTU"),
        ("fi", "Suomessa", "FIN"),
        ("fi", "Venäjästä", "RUS"),
        ("et", "Leedu", "LTU"),
        ("et", "Soomest", "FIN"),
        ("et", "Venemaa", "RUS"),
        ("lv", "Lietuvas", "LTU"),
        ("lv", "Igaunijai", "EST"),
        ("lv", "Krievijā", "RUS"),
        ("de", "Litauens", "LTU"),
        ("de", "Litauen", "LTU"),
        ("de", "Vereinigten Staaten", "USA"),
        ("fr", "Lituanie", "LTU"),
        ("fr", "Royaume-Uni", "GBR"),
        ("es", "Lituania", "LTU"),
        ("es", "Corea del Norte", "PRK"),
        ("ru", "Литвы", "LTU"),
        ("ru", "Латвией", "LVA"),
        ("ru", "Норвегии", "NOR"),
        ("it", "Lituania", "LTU"),
        ("it", "Stati Uniti", "USA"),
        ("nb", "Litauen", "LTU"),
        ("nb", "Norges", "NOR"),
    ],
)
def test_names_in_other_languages_with_their_endings(
    names: tuple[NameEntry, ...], language: str, word: str, state: str
) -> None:
    assert Finder(names, language).find(f"({word})") == [(word, NameKind.PARTICIPANT, state)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_every_state(
    catalogue: Catalogue, names: tuple[NameEntry, ...], language: str
) -> None:
    named = {n.id for n in names if n.language == language and n.kind is NameKind.PARTICIPANT}
    assert {p.id for p in catalogue.participants() if p.kind == "un_member"} - named == set()


def test_a_name_of_several_states_keeps_them_all(english: Finder) -> None:
    congo = english.by_surface["Congo"][0]
    assert (congo.id, congo.others, congo.doubtful) == ("COG", ("COD",), True)


def test_a_word_that_is_another_word_in_lower_case_is_cased(english: Finder) -> None:
    assert [english.by_surface[w][0].cased for w in ("Turkey", "Polish", "US")] == [True] * 3
    assert english.by_surface["Lithuania"][0].cased is False


_WORD = st.text(st.characters(codec="utf-8", exclude_characters="|", min_codepoint=32), min_size=1)
_ENTRIES = st.builds(
    NameEntry,
    surface=_WORD,
    kind=st.sampled_from(NameKind),
    id=st.sampled_from(["LTU", "POL", ""]),
    language=st.sampled_from(["en", "lt"]),
    cased=st.booleans(),
    doubtful=st.booleans(),
    role=st.one_of(st.none(), st.sampled_from(Role)),
    others=st.sampled_from([(), ("EST",), ("EST", "LVA")]),
)


@given(st.sets(_ENTRIES, max_size=8))
def test_rows_give_the_names_back(entries: set[NameEntry]) -> None:
    assert set(rows_to_names(names_to_rows(entries))) == entries


def test_accents_fall_away() -> None:
    assert unaccented("Türkiye, Côte d'Ivoire, São Tomé") == "Turkiye, Cote d'Ivoire, Sao Tome"
