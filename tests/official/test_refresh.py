"""Refreshing a treaty from the addresses of a catalogue that points to a local server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue, UnknownTreaty, load
from inforce.official import OfficialError
from inforce.official.refresh import refresh
from official.servers import Answer, serving

_ADDRESSES = """
registers:
  - id: untc
    name: UN Treaty Collection
    source: unsg
    collections: [MTDSG]
    addresses:
      - {{format: status-page, address: '{root}/page?no={{number}}&chapter={{chapter_number}}'}}
      - {{format: mtdsg, address: '{root}/{{chapter}}/{{number}}.en.xml'}}
  - id: verdragenbank
    name: Dutch Treaty Database
    source: verdragenbank
    addresses:
      - {{format: treaty-database-nl, address: '{root}/dutch/{{number}}'}}
    treaties: {{apmbc: '008170'}}
  - id: unoda
    name: UNODA
    source: unoda
    addresses:
      - {{format: unoda, address: '{root}/query', query: 'query {{ x }}'}}
    treaties: {{npt: npt}}
  - id: coe
    name: Treaty Office
    source: coe
    addresses:
      - {{format: coe, address: '{root}/coe/{{number}}'}}
"""
Make = Callable[[str], Catalogue]


@pytest.fixture
def pointing(tmp_path: Path) -> Make:
    def make(root: str) -> Catalogue:
        folder = tmp_path / "own"
        folder.mkdir()
        (folder / "addresses.yaml").write_text(_ADDRESSES.format(root=root), encoding="utf-8")
        return load(folder)

    return make


@pytest.fixture
def ottawa(examples: Path) -> bytes:
    """The invented page under the number of a treaty of the catalogue."""
    return (examples / "status_page.html").read_bytes().replace(b"XXX-4", b"XXVI-5")


def test_every_register_that_holds_the_treaty_is_asked(
    pointing: Make, ottawa: bytes, examples: Path
) -> None:
    dutch = Answer((examples / "treaty_database.html").read_bytes())
    with serving({"/page": Answer(ottawa), "/dutch/008170": dutch}) as server:
        found = refresh("apmbc", catalogue=pointing(server.root))
        asked = [path for _, path, _ in server.requests]
    assert asked == ["/page?no=XXVI-5&chapter=26", "/dutch/008170"]
    assert [(told.treaty, told.source) for told in found.imported] == [
        ("apmbc", "unsg"),
        ("apmbc", "verdragenbank"),
    ]
    assert found.problems == ()


def test_the_second_address_stands_in_for_the_first(pointing: Make, examples: Path) -> None:
    raw = (examples / "convention.en.xml").read_bytes()
    xml = raw.replace(b"CHAPTER XXX<", b"CHAPTER XXVI<").replace(b"<Numsect>4<", b"<Numsect>5<")
    notice = Answer((examples / "maintenance.txt").read_bytes())
    with serving({"/page": notice, "/XXVI/XXVI-5.en.xml": Answer(xml)}) as server:
        found = refresh("apmbc", catalogue=pointing(server.root))
    (told,) = found.imported
    assert (told.format, told.file) == ("mtdsg", f"{server.root}/XXVI/XXVI-5.en.xml")
    assert told.as_at is not None
    first, dutch = found.problems
    assert first.startswith("UN Treaty Collection: ")
    assert "found a notice that the service is unavailable" in first
    assert "the server answered 404" in dutch


def test_a_changed_layout_is_named_with_what_it_lacks(pointing: Make, ottawa: bytes) -> None:
    changed = Answer(ottawa.replace(b"_tblgrid", b"_grid").replace(b"_tcStatus", b"_s"))
    with serving({"/page": changed}) as server, pytest.raises(OfficialError) as caught:
        refresh("apmbc", catalogue=pointing(server.root))
    assert "the layout is not that of a status page" in str(caught.value)
    assert "missed the table whose id ends in _tblgrid" in str(caught.value)


def test_the_list_of_another_treaty_is_not_taken(pointing: Make, ottawa: bytes) -> None:
    other = Answer(ottawa.replace(b"XXVI-5", b"XXVI-6"))
    expected = "found the list of MTDSG XXVI-6, expected MTDSG XXVI-5"
    with serving({"/page": other}) as server, pytest.raises(OfficialError, match=expected):
        refresh("apmbc", catalogue=pointing(server.root))


def test_action_rows_are_asked_for_by_a_query(pointing: Make, examples: Path) -> None:
    with serving({"/query": Answer((examples / "unoda.json").read_bytes())}) as server:
        found = refresh("npt", catalogue=pointing(server.root))
        (request,) = server.requests
    assert request[0] == "POST"
    assert found.imported[0].parties == ("FIN", "PRK")


def test_a_treaty_without_an_address_or_a_name(pointing: Make) -> None:
    catalogue = pointing("http://127.0.0.1:9")
    with pytest.raises(OfficialError, match="the catalogue holds no official address of it"):
        refresh("ost", catalogue=catalogue)
    with pytest.raises(UnknownTreaty):
        refresh("atlantis treaty", catalogue=catalogue)
