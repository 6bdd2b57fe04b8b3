"""The annotated documents: our own beside this file, and others where they are at hand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inforce.catalogue import Catalogue
from inforce.documents import load_text
from inforce.errors import InforceError
from inforce.reading import read

ROOT = Path(__file__).resolve().parent


class EvaluationError(InforceError):
    """A corpus or a file of floors that cannot be used."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of texts and the file that annotates them, one JSON object a document."""

    name: str
    folder: Path
    gold: Path

    @property
    def here(self) -> bool:
        """Whether the corpus is on this machine."""
        return self.gold.is_file()

    def documents(self) -> list[dict[str, Any]]:
        """The annotated documents. Raises EvaluationError where a text is not as annotated."""
        lines = self.gold.read_text(encoding="utf-8").splitlines()
        documents: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
        changed = [d["id"] for d in documents if _sha256(self._path(d)) != d["sha256"]]
        if changed:
            raise EvaluationError(
                f"{self.gold}: the texts of {', '.join(changed)} are not those that were "
                "annotated: expected files with the sha256 that each annotation gives"
            )
        return documents

    def digest(self) -> str:
        """One digest of the annotations, and through their sha256 of the texts."""
        return _sha256(self.gold)

    def read(self, catalogue: Catalogue) -> Iterator[dict[str, Any]]:
        """What the deterministic reader says of every document, in the exchange form."""
        for document in self.documents():
            path = self._path(document)
            text = load_text(path.read_text(encoding="utf-8"), name=path.name)
            for statement in read(text, catalogue).statements:
                yield statement.to_json()

    def _path(self, document: dict[str, Any]) -> Path:
        return self.folder / str(document.get("file", f"{document['id']}.txt"))


def corpora() -> tuple[Corpus, ...]:
    """Our own two corpora, and the five reports of one event, which may not be copied into here."""
    own, beside = ROOT / "corpus", ROOT.parents[1] / "shared"
    articles = ROOT / "own"
    return (
        Corpus("documents", own, own / "gold.jsonl"),
        Corpus("own", articles, articles / "gold.jsonl"),
        Corpus("seeds", beside / "seeds", beside / "seeds_gold.jsonl"),
    )


def _sha256(path: Path) -> str:
    if not path.is_file():
        return "no such file"
    return hashlib.sha256(path.read_bytes()).hexdigest()
