"""Subjects that several treaties share."""

from __future__ import annotations

from pathlib import Path

from inforce.catalogue import load
from inforce.catalogue.subjects import subjects


def test_a_treaty_names_the_subjects_that_it_shares_with_others() -> None:
    found = subjects(load(""), "apmbc")
    assert [one.id for one in found] == ["landmines"]
    assert {rule.treaty for rule in found[0].rules} == {"apmbc", "ccw-ap2", "ccw-p2", "ap1"}


def test_every_subject_is_shared_by_two_treaties_of_the_catalogue_at_least() -> None:
    catalogue = load("")
    for one in subjects(catalogue):
        treaties = {catalogue.treaty(rule.treaty).id for rule in one.rules}
        assert len(treaties) >= 2, one.id


def test_a_users_own_subject_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "subjects.yaml").write_text(
        "subjects:\n"
        "  - id: landmines\n"
        "    name: mines on land\n"
        "    rules:\n"
        '      - {treaty: apmbc, article: "1", checked: 2026-11-22, words: none at all}\n',
        encoding="utf-8",
    )
    (found,) = subjects(load(tmp_path), "apmbc")
    assert (found.name, len(found.rules)) == ("mines on land", 1)
