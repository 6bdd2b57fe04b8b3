"""The addresses of registers."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue import CatalogueError, load
from inforce.official.registers import register, registers


@pytest.mark.parametrize(
    ("treaty", "format_", "url"),
    [
        (
            "apmbc",
            "status-page",
            "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-5&chapter=26&clang=_en",
        ),
        (
            "kyoto",
            "mtdsg",
            "https://treaties.un.org/doc/Publication/MTDSG/Volume%20II/Chapter%20XXVII/XXVII-7-a.en.xml",
        ),
        (
            "genocide",
            "mtdsg",
            "https://treaties.un.org/doc/Publication/MTDSG/Volume%20I/Chapter%20IV/IV-1.en.xml",
        ),
        (
            "apmbc",
            "treaty-database-nl",
            "https://verdragenbank.overheid.nl/en/Treaty/Details/008170_p.html?expand-table=partijtabel",
        ),
    ],
)
def test_the_official_address_of_a_treaty(treaty: str, format_: str, url: str) -> None:
    catalogue = load("")
    asked = catalogue.treaty(treaty)
    found = [
        each.url(address, number)
        for each in registers(catalogue)
        if (number := each.number(asked)) is not None
        for address in each.addresses
        if address.format == format_
    ]
    assert found == [url]


def test_every_register_speaks_with_a_known_source() -> None:
    catalogue = load("")
    for each in registers(catalogue):
        assert catalogue.source(each.source)
        spoken = [source for source, _ in each.depositaries]
        assert [catalogue.source(source).id for source in spoken] == spoken
    assert register(catalogue, "nobody") is None


def test_a_users_own_register_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "addresses.yaml").write_text(
        "registers:\n  - id: coe\n    name: Mine\n    source: coe\n"
        "    addresses: [{format: coe, address: 'https://example.org/{number}'}]\n",
        encoding="utf-8",
    )
    own = register(load(tmp_path), "coe")
    assert own is not None
    assert own.name == "Mine"


def test_faults_are_named_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "addresses.yaml").write_text(
        "registers:\n  - id: coe\n    name: Mine\n    lamp: 1\n", encoding="utf-8"
    )
    with pytest.raises(CatalogueError) as caught:
        registers(load(tmp_path))
    message = str(caught.value)
    assert "source: found nothing" in message
    assert "lamp: found an unknown key" in message
