"""Text of which every character beyond Latin-1 was cut to its low byte, made whole again.

The UN Treaty Collection's XML of 2018 is written so: a closing quote (U+2019) arrives as the
control character 0x19, an ellipsis (U+2026) as a bare ampersand. A low byte may stand for a mark of
punctuation (U+20xx) or a letter (U+01xx). It is restored where only one of the two fits what stands
beside it, or where only one makes a known name; anything else becomes U+FFFD, which claims nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

LOST = "\ufffd"
"""Stands for a character that cannot be told for certain."""

_SPACES = dict.fromkeys((0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0B), "space")
_MARKS: dict[int, str] = {
    **_SPACES,
    **dict.fromkeys((0x10, 0x11), "hyphen"),
    **dict.fromkeys((0x12, 0x13, 0x14, 0x15), "dash"),
    **dict.fromkeys((0x18, 0x1A, 0x1C, 0x1E), "opening"),
    **dict.fromkeys((0x19, 0x1D), "closing"),
    0x26: "ellipsis",
}
"""What kind of mark U+2000 plus the low byte is, for the marks in common use."""
# Letters of U+01xx that no language of a treaty's participants uses are left out.
_LETTERS = frozenset(
    (
        *(0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13),
        *(0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1E, 0x1F, 0x26),
    )
)
_DAMAGED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
    r"|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)"
    r"|(?<=[^\W\d_])\r(?=[^\W\d_])"
    r"|<(?![A-Za-z/!?])"
)
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}));")
_DECLARED = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_ENDINGS = re.compile(r"(?:s|t|d|m|re|ve|ll)(?![^\W\d_])")
_ELIDED = re.compile(r"(?:^|[^\W\d_]*[\W\d_])(?:[dljcnmstDLJCNMSTO]|qu)$")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text, and how many characters were restored and how many stand as U+FFFD."""

    text: str
    restored: int
    lost: int

    @property
    def words(self) -> tuple[str, ...]:
        """What was done, in a sentence; nothing where nothing was damaged."""
        if not self.restored and not self.lost:
            return ()
        return (
            f"of {self.restored + self.lost} characters cut to their low byte {self.restored} "
            f"were restored and {self.lost} stand as U+FFFD",
        )


def repair(data: bytes, *, is_name: Callable[[str], bool] = lambda _: False) -> Repaired:
    """The characters of an XML file, with what was cut restored where that is certain.

    ``is_name`` tells whether a text is somebody's known name.
    """
    text = _REFERENCE.sub(_named_control, _decoded(data))
    counts = {"restored": 0, "lost": 0}

    def mend(match: re.Match[str]) -> str:
        found = _mended(text, match.start(), is_name)
        counts["restored" if found else "lost"] += 1
        return found or LOST

    whole = _DAMAGED.sub(mend, text)
    return Repaired(whole, counts["restored"], counts["lost"])


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.search(data[:200])
    try:
        return data.decode(declared[1].decode("ascii") if declared else "latin-1")
    except (LookupError, UnicodeDecodeError):
        return data.decode("latin-1")


def _named_control(match: re.Match[str]) -> str:
    """A reference to a control character as the character; any other reference as it stands."""
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if code < 0x20 and code not in (0x09, 0x0A, 0x0D) else match[0]


def _mended(text: str, at: int, is_name: Callable[[str], bool]) -> str | None:
    low = ord(text[at])
    left, right = text[at - 1 : at], text[at + 1 : at + 2]
    mark = chr(0x2000 + low) if low in _MARKS else None
    letter = chr(0x100 + low) if low in _LETTERS else None
    fitting = []
    if mark and _mark_fits(_MARKS[low], left, right):
        fitting.append(mark)
    if letter and _letter_fits(letter, left, right):
        fitting.append(letter)
    if len(fitting) == 1:
        return fitting[0]
    if low == 0x19 and _is_apostrophe(text, at):
        return mark
    named = _naming(text, at, fitting, is_name)
    return named[0] if len(named) == 1 else None


def _mark_fits(kind: str, left: str, right: str) -> bool:
    if kind == "space":
        return bool(left.strip() and right.strip()) and (left + right) not in ("><", ">", "<")
    if kind == "hyphen":
        return left.isalnum() and right.isalnum()
    if kind == "closing":
        return bool(left.strip())
    if kind == "opening":
        return not left.isalpha()
    return True


def _letter_fits(letter: str, left: str, right: str) -> bool:
    begins = not left.strip() or left in "([\"'“‘-/>"
    if letter.isupper():
        in_capitals = left.isalpha() and left.isupper() and right.isupper()
        return (begins and right.islower()) or in_capitals
    return left.isalpha() or (begins and right.islower())


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether U+2019 is meant, not the letter U+0119, after a letter."""
    before, after = text[max(0, at - _NEAR) : at], text[at + 1 : at + 1 + _NEAR]
    if _ENDINGS.match(after) or _ELIDED.search(before):
        return True
    ends_word = not after[:1].isalpha()
    opened = before.rfind("\x18") > before.rfind("\x19")
    return ends_word and (opened or before[-1:] in "sS")


def _naming(text: str, at: int, fitting: list[str], is_name: Callable[[str], bool]) -> list[str]:
    """Those of the fitting characters that make the words between two tags a known name."""
    start = max(text.rfind(">", 0, at), text.rfind(";", 0, at)) + 1
    ends = [place for place in (text.find("<", at), text.find("&", at + 1)) if place > 0]
    if not ends or min(ends) - start > _NEAR:
        return []
    before, after = text[start:at], text[at + 1 : min(ends)]
    return [character for character in fitting if is_name(f"{before}{character}{after}".strip())]
