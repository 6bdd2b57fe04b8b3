"""Reading against spaCy's blank tokenizer with its sentencizer on the same text."""

from __future__ import annotations

from pathlib import Path

from bench.measure import Ratio, best
from inforce.api import View
from inforce.documents import Document, load
from inforce.reading import read

AIM = 1.0
_REPEATS = 20
_REPORTS = Path(__file__).resolve().parents[1] / "examples" / "reports"


def measure() -> Ratio:
    """The example reports, many times over: each read whole, each tokenized and split whole."""
    import spacy

    catalogue = View.open().catalogue
    documents: list[Document] = [load(p) for p in sorted(_REPORTS.glob("*.txt"))] * _REPEATS
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
        "spaCy tokenizer and sentencizer / reading",
        mine,
        base,
        value,
        f"at least {AIM:.0f}",
        value >= AIM,
        f"times as fast on {size / 1000:.0f} thousand characters, all about treaties",
    )
