"""A question starts fast: what it does not need is not imported."""

from __future__ import annotations

import subprocess
import sys

_ASK = """
import sys
from inforce.cli.main import main
sys.argv = ["inforce", "status", "LTU", "apmbc", "--on", "2025-12-20"]
try:
    main()
finally:
    print("\\n".join(sys.modules))
"""


def _asked() -> list[str]:
    command = [sys.executable, "-c", _ASK]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def test_a_status_imports_nothing_heavy_and_no_room_that_it_does_not_need() -> None:
    _asked()  # after a change of the catalogue the first question compiles it
    ran = _asked()
    assert any(line.startswith("Lithuania and the Ottawa Convention") for line in ran)
    heavy = {"yaml", "polars", "jinja2", "httpx", "hashlib", "rich", "feedparser", "sqlite3"}
    rooms = {"documents", "reading", "checking", "official"}
    apart = {"record.values", "law.answers", "law.counts", "law.words", "catalogue.names"}
    unneeded = heavy | {f"inforce.{name}" for name in rooms | apart}
    assert unneeded & set(ran) == set()
