"""inforce clauses, and proposals in an own catalogue, as a user calls them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from clauses import treaties
from cli.conftest import Run


@pytest.fixture
def wells(tmp_path: Path) -> Path:
    path = tmp_path / "wells.txt"
    path.write_text(treaties.BLOB, encoding="utf-8")
    return path


def test_rules_with_their_words_on_the_terminal(run: Run, wells: Path) -> None:
    found = run("clauses", wells)
    assert found.code == 0
    assert "later participants (article 2(2), unconfirmed)" in found.flat
    assert "60 days after it" in found.flat
    assert "the text is silent" in found.flat


def test_json_holds_every_quote_at_its_span(run: Run, wells: Path) -> None:
    found = run("clauses", wells, "--json").objects[0]
    assert {rule["rule"] for rule in found["rules"]} >= {"later_participants", "exit"}
    for rule in found["rules"]:
        assert rule["state"] == "unconfirmed"
        for quote in rule["quotes"]:
            assert treaties.BLOB[quote["start"] : quote["end"]] == quote["text"]


def test_dates_beside_the_rule(run: Run, wells: Path, tmp_path: Path) -> None:
    days = [date(2000, 1, 14) + timedelta(days=101 * n) for n in range(12)]
    rows = [
        f"wells,P{n},{day},{day + timedelta(days=60)},1999-03-01\n" for n, day in enumerate(days)
    ]
    rows.append("wells,ODD,2003-03-07,2003-05-05,1999-03-01\n")
    table = tmp_path / "dates.csv"
    head = "treaty,participant,consent,force,treaty_force\n"
    table.write_text(head + "".join(rows), encoding="utf-8")
    found = run("clauses", wells, "--dates", table)
    assert found.code == 0
    assert "explained: 92.3% to the day" in found.flat
    assert "by the best rule: 92.3%" in found.flat
    assert "ODD: one day earlier than the rule" in found.flat


def test_a_table_of_many_treaties_needs_the_name_of_one(
    run: Run, wells: Path, tmp_path: Path
) -> None:
    table = tmp_path / "many.csv"
    rows = (
        "treaty,participant,consent,force\na,A,2000-01-01,2000-02-01\nb,B,2000-01-01,2000-02-01\n"
    )
    table.write_text(rows, encoding="utf-8")
    found = run("clauses", wells, "--dates", table)
    assert found.code == 2
    assert "rows of 2 treaties ('a', 'b' ...)" in found.err


def test_a_text_that_is_no_treaty_is_one_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "novel.txt"
    path.write_text(
        "She went home early, and nobody asked her why she did. " * 20, encoding="utf-8"
    )
    found = run("clauses", path)
    assert found.code == 0
    assert "no final clauses were found" in found.flat
    assert len(found.out.splitlines()) == 1


def test_propose_and_confirm(run: Run, wells: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    words = ("--catalogue", mine)
    found = run("catalogue", "propose", wells, "--id", "wells", "--title", "Wells", *words)
    assert found.code == 0
    assert run("catalogue", "lint", *words).code == 0
    assert "(unconfirmed)" in run("treaty", "wells", *words).flat
    done = run("catalogue", "confirm", "wells", "later_participants", "--by", "A. Analyst", *words)
    assert done.flat.startswith("Confirmed: later_participants of wells, by A. Analyst on 20")
    wrong = run(
        "catalogue", "confirm", "wells", "exit", "--by", "A", "--set", "delay.kind=often", *words
    )
    assert wrong.code == 2
    assert "delay.kind" in wrong.err
    again = run("catalogue", "confirm", "wells", "exit", "--by", "A", *words)
    assert again.code == 0


def test_an_own_catalogue_must_be_named(
    run: Run, wells: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INFORCE_CATALOGUE", raising=False)
    found = run("catalogue", "propose", wells, "--id", "w", "--title", "W")
    assert found.code == 2
    assert "must name your own catalogue" in found.err
    other = run("catalogue", "confirm", "w", "often", "--by", "A", "--catalogue", wells.parent)
    assert "expected one of entry_into_force" in other.err


_EXAMPLE = Path(__file__).resolve().parents[1] / "official" / "examples" / "convention.en.xml"
_QUOTED = (
    "1 February 1963, in accordance with article 9 which reads as follows: 1. This Convention "
    "enters into force on the fortieth day after the second instrument was deposited. "
    "2. For each State acceding thereafter, it shall enter into force on the ninth day after the "
    "deposit of its instrument."
)


def test_an_import_of_an_unknown_treaty_brings_its_rule(run: Run, tmp_path: Path) -> None:
    words = _EXAMPLE.read_text(encoding="iso-8859-1")
    file, mine, store = tmp_path / "new.xml", tmp_path / "mine", tmp_path / "my.db"
    file.write_text(
        words.replace("1 February 1963, in accordance with article 9.", _QUOTED),
        encoding="iso-8859-1",
    )
    mine.mkdir()
    ground = ("--store", store, "--by", "A. Analyst", "--why", "new", "--catalogue", mine)
    done = run("import", "mtdsg", file, "--propose", *ground)
    assert done.code == 0
    assert "later participants (article 9(2), unconfirmed)" in done.flat
    (made,) = (mine / "treaties").glob("*.yaml")
    assert run("catalogue", "lint", "--catalogue", mine).code == 0
    assert "nine days after it" in run("treaty", made.stem, "--catalogue", mine).flat
