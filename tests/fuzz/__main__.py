"""python -m fuzz [SECONDS [SEED]]: damaged files until the time is up, by default a new seed.

The file at hand is kept until it has been read, so that a crash of the interpreter leaves it too.
"""

from __future__ import annotations

import faulthandler
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random, SystemRandom

from fuzz.cases import cases
from fuzz.run import run
from inforce.api import View


def main(seconds: float, seed: str) -> int:
    """The exit code: 1 when files broke a loader or the reader; one of each kind is kept."""
    faulthandler.enable()
    print(f"fuzz: {seconds:.0f} s from seed {seed}", flush=True)
    at_hand = Path(tempfile.gettempdir()) / f"inforce-fuzz-{seed}"
    catalogue = View.open().catalogue
    until = time.monotonic() + seconds
    files = documents = 0
    faults: set[str] = set()
    for case in cases(Random(seed)):
        if time.monotonic() > until:
            break
        at_hand.write_bytes(case.data)
        files += 1
        try:
            documents += run(case, catalogue)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            fault = f"{type(error).__name__} in {Path(place.filename).name} line {place.lineno}"
            if fault not in faults:
                faults.add(fault)
                kept = at_hand.with_name(f"{at_hand.name}-{len(faults)}-{case.name}")
                at_hand.replace(kept)
                print(f"fuzz: {fault}: {error}; the file is kept as {kept}", flush=True)
    at_hand.unlink(missing_ok=True)
    print(f"fuzz: {files} files, {documents} documents, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(
        main(
            float(sys.argv[1]) if len(sys.argv) > 1 else 60,
            sys.argv[2] if len(sys.argv) > 2 else str(SystemRandom().randrange(10**9)),
        )
    )
