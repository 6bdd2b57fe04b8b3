"""A document that hangs, crashes or grows is set aside by name, and its shard is read on."""

from __future__ import annotations

import faulthandler
import os
import signal
import time
from collections.abc import Callable

import pytest

from inforce.corpus.model import Bounds, Shard, ShardKind
from inforce.corpus.nursery import isolated
from inforce.corpus.read_shard import Tell

SHARD = Shard(ShardKind.WARC, ("crawl.warc.gz",), "1", 1)
BOUNDS = Bounds(seconds=0.4, megabytes=300)


class Scripted:
    """Reads ten documents, of which the fourth does something bad, in the document or before."""

    def __init__(self, misdeed: Callable[[], object], *, between: bool = False) -> None:
        self._misdeed = misdeed
        self._between = between

    def read(
        self,
        shard: Shard,
        bounds: Bounds,  # noqa: ARG002
        tell: Tell,
        *,
        after: int = -1,
    ) -> None:
        for place in range(after + 1, 10):
            tell({"tick": [1, 1000, 1]})
            if place == 3 and self._between:
                self._misdeed()
            tell({"at": place, "name": f"document {place}"})
            if place == 3:
                self._misdeed()
            tell({"found": place, "document": {"offset": place}, "statements": [_row(place)]})
            tell({"at": None, "name": shard.name})


def _row(place: int) -> dict[str, object]:
    return {"offset": place}


def _crash() -> None:
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


def _fail() -> None:
    raise ValueError("a fault of the reader")


@pytest.mark.parametrize(
    ("misdeed", "reason"),
    [
        (lambda: time.sleep(60), "took longer than 0.4 seconds"),
        (_crash, "crashed the interpreter (SIGSEGV)"),
        (lambda: bytearray(4_000_000_000), "took more than 300 MB of memory"),
        (_fail, "stopped the reader with an error (ValueError: a fault of the reader)"),
    ],
    ids=["hangs", "crashes", "grows", "fails"],
)
def test_a_bad_document_is_set_aside_and_the_others_are_read(
    misdeed: Callable[[], object], reason: str
) -> None:
    result = isolated(Scripted(misdeed), SHARD, BOUNDS)
    assert [row["offset"] for row in result.statements] == [0, 1, 2, 4, 5, 6, 7, 8, 9]
    assert [(one.name, one.reason) for one in result.aside] == [("document 3", reason)]


def test_a_shard_that_hangs_between_documents_keeps_what_was_read_and_is_not_tried_again() -> None:
    started = time.monotonic()
    result = isolated(Scripted(lambda: time.sleep(60), between=True), SHARD, BOUNDS)
    assert [row["offset"] for row in result.statements] == [0, 1, 2]
    [aside] = result.aside
    assert aside.name == "crawl.warc.gz"
    assert aside.reason == (
        "took longer than 0.4 seconds between its documents; its rest is not read"
    )
    assert time.monotonic() - started < 10


def test_a_job_ends_when_whoever_asked_has_gone() -> None:
    into, out = os.pipe()
    os.close(out)
    with pytest.raises(EOFError):
        isolated(Scripted(lambda: time.sleep(60)), SHARD, BOUNDS, asker=into)
    os.close(into)
