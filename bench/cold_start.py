"""Cold start: ``inforce status`` against an interpreter that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench.measure import Ratio, best

AIM = 12.0
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"


def measure() -> Ratio:
    """Both started as processes, in turn; the catalogue is compiled before the first."""
    inforce = str(Path(sys.executable).with_name("inforce"))
    command = [inforce, "status", "LTU", "apmbc", "--on", "2025-12-20"]
    # Compiled modules are kept between runs, as they are on a machine not told otherwise.
    kept = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}

    def ours() -> None:
        subprocess.run(command, check=True, capture_output=True, env=kept)

    def nothing() -> None:
        subprocess.run([sys.executable, "-c", "pass"], check=True, env=kept)

    ours()
    mine, base = best(ours, nothing, rounds=20)
    value = mine / base
    return Ratio(
        "cold start of inforce status / python -c pass",
        mine,
        base,
        value,
        f"at most {AIM:.0f}",
        value <= AIM,
        "times the start of an interpreter",
    )
