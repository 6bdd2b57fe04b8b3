"""Near-copies are one source; two reporters at one event are two."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.catalogue import load as load_catalogue
from inforce.checking import check_documents, report_to_json
from inforce.checking.copies import CONTAINED, containment, near_copies
from inforce.documents import load, load_text
from inforce.terms import Relation

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
AGENCY = (HERE / "wire" / "agency.txt").read_text(encoding="utf-8")
REPORTER = (HERE / "wire" / "reporter.txt").read_text(encoding="utf-8")
PARAGRAPHS = AGENCY.strip().split("\n\n")
FRAME = " ".join(f"Word{n} of a page about something else entirely, number {n}." for n in range(40))


def _one_word_a_sentence(text: str) -> str:
    """Each sentence with its fourth word changed, as a sub-editor might."""
    return re.sub(r"((?:^|[.,]\s+)(?:\S+\s+){3})(\S+)", r"\1rather", text)


EDITS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "another dateline and credit": lambda text: "Riga. " + text.split(" - ", 1)[1] + " (BW)",
    "cut to the first half": lambda _: "\n\n".join(PARAGRAPHS[:3]),
    "cut to two paragraphs": lambda _: "\n\n".join(PARAGRAPHS[1:3]),
    "without the background": lambda _: "\n\n".join(PARAGRAPHS[:-2]),
    "paragraphs in another order": lambda _: "\n\n".join(reversed(PARAGRAPHS)),
    "a paragraph of one's own": lambda text: text + "\n\n" + REPORTER.split("\n\n")[2],
    "a word changed in every sentence": _one_word_a_sentence,
    "other spelling of the country": lambda text: text.replace("Latvia's", "The Latvian"),
    "in capitals, on one line": lambda text: " ".join(text.split()).upper(),
    "without its punctuation": lambda text: re.sub(r"[^\w\s]", " ", text),
    "inside a longer page": lambda text: f"{FRAME}\n\n{text}\n\n{FRAME}",
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_wire_story_in_another_paper_is_one_text(edit: str) -> None:
    assert near_copies([AGENCY, REPORTER, EDITS[edit](AGENCY)]) == ((0, 2),)


def test_a_vote_told_by_one_wire_in_three_papers_and_by_a_reporter_has_two_sources() -> None:
    texts = [AGENCY, EDITS["cut to the first half"](AGENCY), REPORTER, EDITS["as it is"](AGENCY)]
    papers = [
        load_text(text, name=f"{place}.txt", published="2025-04-17")
        for place, text in enumerate(texts)
    ]
    report = check_documents(papers, load_catalogue())
    votes = [event for event in report.events if "vote" in event.name]
    assert [(len(event.chains), event.independent) for event in votes] == [(4, 2)]
    told = next(r for r in report.relations if r.relation is Relation.SAME_SOURCE)
    assert "one independent source" in told.words
    (line, *_) = [one for one in report_to_json(report) if one["kind"] == "parliament_vote"]
    assert line["events"][0]["independent"] == 2


def test_two_reporters_of_one_vote_are_two() -> None:
    assert near_copies([AGENCY, REPORTER]) == ()
    assert containment(AGENCY, REPORTER) < CONTAINED / 4


def test_copies_of_a_copy_are_one_group() -> None:
    first, second = "\n".join(PARAGRAPHS[:4]), "\n".join(PARAGRAPHS[3:])
    assert near_copies([first, REPORTER, AGENCY, second]) == ((0, 2, 3),)


def test_short_texts_are_never_copies() -> None:
    line = "Latvia votes to leave the Ottawa Convention"
    assert near_copies([line, line, "", ""]) == ()


def test_among_many_texts_the_copies_are_found() -> None:
    pick = random.Random(7)
    words = AGENCY.split()
    others = [" ".join(pick.choices(words, k=120)) for _ in range(60)]
    texts = [*others[:30], AGENCY, *others[30:], EDITS["cut to two paragraphs"](AGENCY)]
    assert near_copies(texts) == ((30, 61),)


def test_the_example_reports_are_each_a_text_of_its_own() -> None:
    paths = sorted((ROOT / "examples" / "reports").glob("[0-9]*"))
    assert near_copies([load(str(path)).text for path in paths]) == ()


def test_the_annotated_reports_are_each_a_text_of_its_own() -> None:
    paths = sorted((ROOT / "eval" / "corpus").glob("*.txt"))
    assert len(paths) == 38
    assert near_copies([path.read_text(encoding="utf-8") for path in paths]) == ()


def test_five_reports_of_one_event_are_each_a_text_of_its_own(shared: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    assert near_copies(texts) == ()
    assert max(containment(a, b) for a, b in combinations(texts, 2)) < CONTAINED / 2


_WORDS = st.sampled_from(
    ["treaty", "mine", "vote", "state", "left", "joined", "said", "law", "army", "day"]
)
_TEXTS = st.lists(st.lists(_WORDS, max_size=60).map(" ".join), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(texts=_TEXTS)
def test_groups_are_apart_in_order_and_of_two_or_more(texts: list[str]) -> None:
    groups = near_copies(texts)
    places = [place for group in groups for place in group]
    assert len(places) == len(set(places))
    assert all(len(group) > 1 and list(group) == sorted(group) for group in groups)


@settings(max_examples=40, deadline=None)
@given(texts=_TEXTS, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_texts_does_not_matter(texts: list[str], seed: random.Random) -> None:
    order = list(range(len(texts)))
    seed.shuffle(order)
    ours = {frozenset(group) for group in near_copies(texts)}
    theirs = near_copies([texts[place] for place in order])
    assert {frozenset(order[place] for place in group) for group in theirs} == ours


@settings(max_examples=40, deadline=None)
@given(one=st.lists(_WORDS, min_size=6).map(" ".join), other=st.lists(_WORDS).map(" ".join))
def test_a_text_is_contained_in_itself_and_containment_is_mutual(one: str, other: str) -> None:
    assert containment(one, one) == 1
    assert containment(one, other) == containment(other, one)
    assert 0 <= containment(one, other) <= 1
    assert containment(one, f"{other} {one}") == 1
