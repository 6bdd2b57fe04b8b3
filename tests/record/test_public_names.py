from __future__ import annotations

import subprocess
import sys

import inforce.record


def test_the_public_names() -> None:
    assert inforce.record.__all__ == [
        "AdjudicatedAct",
        "Claim",
        "Decision",
        "Evidence",
        "Recorded",
        "Statement",
        "TreatyRecord",
        "adjudicate",
        "record_of",
        "store_path",
    ]
    assert all(hasattr(inforce.record, name) for name in inforce.record.__all__)


def test_reading_the_shipped_record_loads_no_database() -> None:
    code = "import sys, inforce.record; print('sqlite3' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert told.stdout == "False\n"
