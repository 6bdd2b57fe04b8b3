"""Kept reports: only on request, with an end and a key; drafts go out and come back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inforce.documents import load, load_text
from inforce.web import drafts
from inforce.web.errors import Refused
from inforce.web.kept import Shelf
from web.conftest import ROOT

NOW = datetime(2026, 2, 3, 12, tzinfo=UTC)


def kept(shelf: Shelf, at: datetime = NOW) -> tuple[str, str]:
    found = shelf.keep(documents="[]", query="on=2026-02-03", catalogue="abc", now=at)
    return found.token, found.key


def test_a_report_ends_on_its_day_and_is_overwritten(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "deep" / "reports.sqlite3", days=30)
    shelf_token, _ = kept(shelf)
    last = NOW + timedelta(days=30) - timedelta(seconds=1)
    assert shelf.find(shelf_token, now=last).documents == "[]"
    with pytest.raises(Refused, match="no report is kept under this address, or no longer"):
        shelf.find(shelf_token, now=NOW + timedelta(days=30))
    kept(shelf, NOW + timedelta(days=31))
    assert shelf_token.encode() not in shelf.path.read_bytes()


def test_only_its_key_deletes_a_report(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "reports.sqlite3", days=30)
    token, key = kept(shelf)
    other, other_key = kept(shelf)
    with pytest.raises(Refused, match="this key does not delete this report"):
        shelf.delete(token, other_key)
    shelf.delete(token, key)
    assert shelf.find(other, now=NOW)
    with pytest.raises(Refused):
        shelf.find(token, now=NOW)


def test_nothing_is_made_until_something_is_kept(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "reports.sqlite3", days=0)
    with pytest.raises(Refused, match="this server keeps no reports"):
        kept(shelf)
    with pytest.raises(Refused):
        shelf.find("anything", now=NOW)
    assert not shelf.path.exists()


def test_documents_come_back_as_they_went() -> None:
    found = [
        load(ROOT / "examples" / "reports" / "06-cluster-munitions.txt"),
        load_text("<p>Poland left.</p>", published="2025-06~"),
    ]
    assert drafts.from_text(drafts.to_text(found)) == found


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[1]", '[{"name": "x"}]', "[" * 100_000, "null",
     '[{"name":"x","text":"abc","format":"plain text","published":null,"published_from":null,'
     '"title":null,"outlet":null,"address":null,"language":null,"notes":[],'
     '"blocks":[[0,9,"paragraph"]]}]'],
)  # fmt: skip
def test_what_is_no_set_of_documents_is_refused(text: str) -> None:
    if text == "{}":
        assert drafts.from_text(text) == []
        return
    with pytest.raises(drafts.DraftError, match="the documents sent along cannot be read"):
        drafts.from_text(text)
