"""Words compared without their plural endings."""

from __future__ import annotations


def stem(word: str) -> str:
    """A word without its plural ending, to compare subjects with titles."""
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
