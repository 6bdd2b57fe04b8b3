"""Notes on territories, in words of our own that have the depositary's shape."""

from __future__ import annotations

import pytest

from inforce.catalogue import Catalogue
from inforce.official.names import Names
from inforce.official.places import Places
from inforce.official.territorial import is_territorial, table_value, told_in
from inforce.terms import Act

APPLIES, EXCLUDED = Act.TERRITORIAL_APPLICATION, Act.TERRITORIAL_EXCLUSION


@pytest.fixture
def places(catalogue: Catalogue, names: Names) -> Places:
    return Places(catalogue, names)


def _read(text: str, owners: tuple[str, ...], names: Names, places: Places) -> list[object]:
    return [
        (one.act, one.participant, str(one.date or ""), one.value.territories)
        for one in told_in(text, owners=owners, names=names, places=places)
    ]


def test_extensions_on_several_days(names: Names, places: Places) -> None:
    text = (
        "On 4 May 2001: Extension to Anguilla, Monsterrat and St. Helena and Dependencies.\n"
        "On 3 June 2002: in respect of the Bailiwick of Guernsey and the Isle of Man."
    )
    assert _read(text, ("GBR",), names, places) == [
        (APPLIES, "GBR", "2001-05-04", ("AIA", "MSR", "SHN")),
        (APPLIES, "GBR", "2002-06-03", ("GGY", "IMN")),
    ]


def test_a_list_of_parts_and_a_later_one(names: Names, places: Places) -> None:
    text = "For the Kingdom in Europe. On 7 July 2003, in respect of Aruba."
    first, second = told_in(text, owners=("NLD",), names=names, places=places)
    assert (first.value.territories, first.value.only, first.date) == (("NLD",), True, None)
    assert (second.value.territories, second.value.only) == (("ABW",), False)


def test_an_exclusion_and_its_end(names: Names, places: Places) -> None:
    text = (
        "With a territorial exclusion in respect of Greenland and the Faroe Islands.\n"
        "On 5 April 2010, the Government of Denmark told the Secretary-General: “... the exclusion "
        "of Greenland is herewith lifted”."
    )
    assert _read(text, ("DNK",), names, places) == [
        (EXCLUDED, "DNK", "", ("GRL", "FRO")),
        (APPLIES, "DNK", "2010-04-05", ("GRL",)),
    ]


def test_a_sentence_that_says_both(names: Names, places: Places) -> None:
    text = (
        "On 9 March 2011, the Government of China decided that the Treaty shall apply to the Macao "
        "Special Administrative Region, but shall not apply to Hong Kong."
    )
    assert _read(text, ("CHN",), names, places) == [
        (APPLIES, "CHN", "2011-03-09", ("MAC",)),
        (EXCLUDED, "CHN", "2011-03-09", ("HKG",)),
    ]


def test_a_resumed_sovereignty_gives_the_day(names: Names, places: Places) -> None:
    text = (
        "Upon resumption of the exercise of sovereignty, China notified that the Treaty will apply "
        "to the Hong Kong Special Administrative Region too."
    )
    assert _read(text, ("CHN",), names, places) == [(APPLIES, "CHN", "1997-07-01", ("HKG",))]


def test_a_period_after_the_notice(names: Names, places: Places) -> None:
    text = (
        "On 1 March 2012, the Government of the United Kingdom notified that the Treaty be "
        "extended to Gibraltar. It considers the extension to Gibraltar to take effect on the "
        "sixtieth day after the deposit."
    )
    (only,) = told_in(text, owners=("GBR",), names=names, places=places)
    assert str(only.value.effect) == "2012-04-30"


def test_a_day_that_does_not_exist_gives_none(names: Names, places: Places) -> None:
    text = "In respect of Aruba, as from 31 April 2001."
    (only,) = told_in(text, owners=("NLD",), names=names, places=places)
    assert (only.date, only.value.effect) == (None, None)


def test_protests_and_pointers_tell_nothing(names: Names, places: Places) -> None:
    protest = (
        "On 3 October 1990, the Government of Argentina objected to the extension of the Treaty to "
        "the Falkland Islands."
    )
    assert _read(protest, ("ARG",), names, places) == []
    assert not is_territorial(protest, ("ARG",), places)
    pointer = "See note 1 under “Netherlands” regarding Aruba in another section."
    assert _read(pointer, ("NLD",), names, places) == []
    assert is_territorial(pointer, ("NLD",), places)


def test_a_cell_of_the_table(places: Places) -> None:
    value = table_value(
        "Channel Islands, Falkland Islands (Malvinas) and Dependencies, Fiji and Old Harbour",
        places,
    )
    assert value.territories == ("GGY", "JEY", "FLK", "FJI")
    assert value.named == ("Old Harbour",)
    assert table_value("All overseas territories of Australia", places).every
