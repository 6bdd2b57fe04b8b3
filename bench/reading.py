"""Reading against spaCy's blank tokenizer with its sentencizer on the same text."""

from __future__ import annotations

from pathlib import Path

from bench.measure import Ratio, best
from inforce.api import View
from inforce.documents import Document, load, load_text
from inforce.reading import read

AIM = 1.0
GENERAL_AIM = 10.0
ONE_IN = 20
"""Of how many documents of general news one concerns a treaty."""
_REPEATS = 20
_REPORTS = Path(__file__).resolve().parents[1] / "examples" / "reports"
_NEWS = Path(__file__).resolve().parent / "news" / "general.txt"


def measure() -> Ratio:
    """The example reports, many times over: each read whole, each tokenized and split whole."""
    documents = reports() * _REPEATS
    return _compared(
        "spaCy tokenizer and sentencizer / reading", documents, AIM, "all about treaties"
    )


def measure_general() -> Ratio:
    """General news, many times over, in which one document in twenty is an example report."""
    paragraphs = _NEWS.read_text(encoding="utf-8").strip().split("\n\n")
    general = [load_text(text, name=f"news {n}") for n, text in enumerate(paragraphs)]
    documents: list[Document] = []
    for number, report in enumerate(reports() * 4):
        first = number * (ONE_IN - 1)
        documents += [general[(first + k) % len(general)] for k in range(ONE_IN - 1)]
        documents.append(report)
    words = f"one document in {ONE_IN} about a treaty"
    return _compared("the same / reading general news", documents, GENERAL_AIM, words)


def reports() -> list[Document]:
    """The example reports that are plain text."""
    return [load(path) for path in sorted(_REPORTS.glob("*.txt"))]


def _compared(claim: str, documents: list[Document], aim: float, words: str) -> Ratio:
    import spacy

    catalogue = View.open().catalogue
    tokenizer = spacy.blank("en")
    tokenizer.add_pipe("sentencizer")
    size = sum(len(d.text) for d in documents)

    def ours() -> None:
        for document in documents:
            read(document, catalogue)

    def baseline() -> None:
        for document in documents:
            for _ in tokenizer(document.text).sents:
                pass

    mine, base = best(ours, baseline, rounds=5)
    value = base / mine
    return Ratio(
        claim,
        mine,
        base,
        value,
        f"at least {aim:.0f}",
        value >= aim,
        f"times as fast on {size / 1000:.0f} thousand characters, {words}",
    )
