"""What is counted: casualties, deaths, injuries and incidents are different units."""

from __future__ import annotations

_UNITS = {
    "incidents": ("incident", "accident", "explosion", "blast", "event", "attack"),
    "killed": ("killed", "death", "dead", "fatalit", "die", "lives lost"),
    "injured": ("injur", "wounded", "maimed"),
    "casualties": ("casualt", "victim", "killed or injured", "killed and injured", "people hurt"),
}


def unit_of(text: str | None) -> str | None:
    """The unit that a text's noun names, or None where it names none that is known.

    The first unit word decides, for it heads the phrase: "casualties from mine incidents" counts
    casualties.
    """
    if not text:
        return None
    folded = text.lower()
    both = ("killed or injured", "killed and injured", "killed or wounded", "dead and injured")
    if any(phrase in folded for phrase in both):
        return "casualties"
    found = [
        (folded.find(stem), unit)
        for unit, stems in _UNITS.items()
        for stem in stems
        if stem in folded
    ]
    return min(found)[1] if found else None
