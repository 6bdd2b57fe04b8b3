"""Reading the final clauses of treaties against one plain regex pass over the same text."""

from __future__ import annotations

import re
from pathlib import Path

from bench.measure import Ratio, best
from inforce.catalogue import load
from inforce.clauses import Proposal, propose

AIM = 10.0
_ROOT = Path(__file__).resolve().parents[1]
_REAL = _ROOT.parent / "shared" / "data" / "treaty_texts"
_PLAIN = re.compile(
    r"(?:enters?|comes?)\s+into\s+force|takes?\s+effect|(?:become|be)\s+effective|denounce\w*|"
    r"denunciation|withdraw\w*|reservations?|depositary|ratification|accession|amendments?",
    re.IGNORECASE,
)
"""The words of final clauses, found wherever they stand and in any case."""
_BODY = "Each Party keeps its rivers clean and tells the others by March what it has done. " * 300
_FINAL = """
Article 20
1. This Convention enters into force on the sixtieth day after the deposit of the ninth
ratification. 2. For each State ratifying thereafter, it shall enter into force on the
sixtieth day after the deposit of its instrument.
Article 21
Any Party may denounce this Convention by notice to the Depositary. The denunciation shall
take effect one year after its receipt.
"""
_INVENTED = 40


def measure() -> Ratio:
    """All texts in one run: the real ones beside the checkout, else invented ones."""
    held = load()
    texts, which = _texts()

    def ours() -> list[Proposal]:
        return [propose(text, name="text", catalogue=held) for text in texts]

    def plain() -> list[int]:
        return [sum(1 for _ in _PLAIN.finditer(text)) for text in texts]

    if sum(1 for found in ours() if found.readings) < len(texts) * 0.9:
        raise AssertionError("more than a tenth of the texts gave no rule")
    mine, base = best(ours, plain, rounds=2)
    value = mine / base
    return Ratio(
        "final clauses read / a plain regex pass",
        mine,
        base,
        value,
        f"at most {AIM:.0f}",
        value <= AIM,
        f"times as long, {sum(map(len, texts)):,} characters of {len(texts)} {which}",
    )


def _texts() -> tuple[list[str], str]:
    if _REAL.is_dir():
        paths = sorted(_REAL.glob("*.txt"))
        return [path.read_text(encoding="utf-8", errors="replace") for path in paths], "treaties"
    return [f"Convention\n{_BODY}{_FINAL}"] * _INVENTED, "invented treaties"
