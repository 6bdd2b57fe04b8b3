"""What a crawl tells, folded into events: copies, first report, dates, verdicts, increments."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inforce.api import View
from inforce.corpus import Using, scan
from inforce.corpus.fold import add_to_store, fold
from inforce.corpus.results import ResultFolder
from inforce.record.store import Store

BODY = (
    "Outside a small crowd had gathered in the rain, some with flags and some with umbrellas, and "
    "an old man sold hot tea from a cart to everybody who had waited there since the morning."
)
# The depositary's notification: Lithuania's notice of 27 June 2025, the end of membership six
# months later, under article 20 of the Convention.
RIGHT = "Lithuania notified its withdrawal from the Ottawa Convention on 27 June 2025."
WRONG = "Lithuania notified its withdrawal from the Ottawa Convention on 2 May 2024."


def _article(name: str, day: str, outlet: str, *text: str) -> dict[str, str]:
    title = f"News of {outlet}"
    return {
        "id": name,
        "title": title,
        "text": "\n\n".join(text),
        "published": day,
        "source": outlet,
    }


FIRST_DAY = [
    _article("a", "2025-07-01", "Morning Post", RIGHT, BODY),
    _article("b", "2025-06-30", "River Gazette", RIGHT, BODY),
    _article("c", "2025-07-02", "Hill Observer", WRONG, "It rained all day in the capital."),
]
SECOND_DAY = [
    _article("d", "2025-07-03", "Lake Tribune", RIGHT, "Ships were late because of the fog."),
    _article(
        "e",
        "2025-07-03",
        "Lake Tribune",
        "Estonia acceded to the Ottawa Convention on 12 May 2004.",
    ),
]


def _write(path: Path, articles: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> ResultFolder:
    """The results of the first day's articles."""
    _write(tmp_path / "first.jsonl", FIRST_DAY)
    scan([tmp_path / "first.jsonl"], tmp_path / "out", using=Using(workers=1))
    return ResultFolder(tmp_path / "out")


def _notice(events: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    [found] = [one for one in events if one["kind"] == "notice of exit"]
    return found


def test_reports_of_one_act_are_one_event(folder: ResultFolder) -> None:
    event = _notice(fold(folder, View.open().catalogue).events)
    assert (event["treaty"], event["participant"]) == ("apmbc", "LTU")
    assert event["documents"] == 3
    # Two of the three print one text.
    assert event["independent"] == 2
    assert set(event["sources"]) == {"Morning Post", "River Gazette", "Hill Observer"}
    assert event["first"]["outlet"] == "River Gazette"
    assert event["first"]["published"] == "2025-06-30"
    assert event["first"]["quote"] in RIGHT


def test_an_event_says_which_dates_are_told_and_what_the_record_has(folder: ResultFolder) -> None:
    event = _notice(fold(folder, View.open().catalogue).events)
    assert event["dates"] == {"2024-05-02": 1, "2025-06-27": 2}
    assert event["dates_disagree"] is True
    assert "27 June 2025" in event["record"]
    assert event["verdicts"] == {"contradicted": 1, "supported": 2}
    assert event["verdict"] == "supported"


def test_a_second_day_works_out_only_what_it_touches(folder: ResultFolder, tmp_path: Path) -> None:
    catalogue = View.open().catalogue
    first = fold(folder, catalogue)
    assert first.worked_out == len(first.events) == 1
    again = fold(folder, catalogue)
    assert (again.worked_out, again.events) == (0, first.events)
    day = _write(tmp_path / "second.jsonl", SECOND_DAY)
    scan([tmp_path / "first.jsonl", day], tmp_path / "out", using=Using(workers=1))
    both = fold(folder, catalogue)
    assert (len(both.events), both.worked_out) == (2, 2)
    assert _notice(both.events)["documents"] == 4
    assert _notice(both.events)["independent"] == 3
    # The same as folding all at once.
    scan([tmp_path / "first.jsonl", day], tmp_path / "whole", using=Using(workers=1))
    assert fold(ResultFolder(tmp_path / "whole"), catalogue).events == both.events
    assert [json.loads(line) for line in both.path.read_text().splitlines()] == list(both.events)


def test_events_that_the_record_lacks_are_parted_by_their_dates(tmp_path: Path) -> None:
    texts = [
        "Norway notified its withdrawal from the Ottawa Convention on 3 March 2021.",
        "Norway notified its withdrawal from the Ottawa Convention in March 2021.",
    ]
    articles = [_article(str(n), "2021-04-01", f"Paper {n}", text) for n, text in enumerate(texts)]
    day = _write(tmp_path / "day.jsonl", articles)
    scan([day], tmp_path / "out", using=Using(workers=1))
    events = fold(ResultFolder(tmp_path / "out"), View.open().catalogue).events
    [event] = [one for one in events if one["kind"] == "notice of exit"]
    assert event["record"] is None
    assert event["dates"] == {"2021-03": 1, "2021-03-03": 1}
    assert event["dates_disagree"] is False
    assert event["verdict"] != "supported"


def test_a_corpus_is_loaded_into_a_store_once(folder: ResultFolder, tmp_path: Path) -> None:
    with Store.open(tmp_path / "my.store", create=True) as store:
        total = folder.statements().height
        assert add_to_store(folder, store, by="me", why="a scan") == total
        assert add_to_store(folder, store, by="me", why="a scan") == 0
        assert sum(1 for _ in store.statements()) == total
