"""Characters that a reader does not see, made the same in every document."""

from __future__ import annotations

import re
from array import array
from unicodedata import is_normalized, normalize

from inforce.documents.origin import Places

# Zero-width characters, soft hyphens and the controls of writing direction: they change what a
# name looks like to a program and not to a reader (Unicode UTS 39, section 4, on spoofing).
_UNSEEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_COMBINING = "\u0300-\u036f"

_SAME_LENGTH = re.compile(
    f"(?P<space>[{_SPACES}{_CONTROLS}])|(?P<line>[{_BREAKS}])|[\ud800-\udfff]"
)
_SHORTENED = re.compile(f"\r\n?|[{_UNSEEN}]+|[^{_COMBINING}{_UNSEEN}\r\n][{_COMBINING}]+")
_ODD_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ODD = re.compile(f"[\x0b-\r\ud800-\udfff{_SPACES}{_BREAKS}{_CONTROLS}{_UNSEEN}{_COMBINING}]")
_CONTROL = re.compile(f"[{_CONTROLS}]")
_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f]")


def normalise(text: str) -> str:
    """The text with line ends as a newline, every kind of space as a space, nothing unseen.

    Composed accents (Unicode NFC) for Latin, Greek and Cyrillic; control characters become
    spaces and lone surrogates U+FFFD.
    """
    if not (_ODD_ASCII if text.isascii() else _ODD).search(text):
        return text
    return _SHORTENED.sub(_shortened, _SAME_LENGTH.sub(_same_length, text))


def repairs(text: str) -> list[str]:
    """What `normalise` changes that a reader should hear of, one clause each."""
    found = []
    if count := len(_CONTROL.findall(text)):
        found.append(f"{_counted(count, 'control character')} replaced by spaces")
    if count := len(_HIDDEN.findall(text)):
        found.append(f"{_counted(count, 'unseen character')} left out")
    return found


def trace(original: str, text: str) -> Places:
    """Where each character of `normalise(original)`, here `text`, stands in the original."""
    starts, ends = array("I"), array("I")
    done = 0
    for match in _SHORTENED.finditer(_SAME_LENGTH.sub(_same_length, original)):
        _one_to_one(starts, ends, done, match.start())
        kept = len(_shortened(match))
        starts.extend([match.start()] * kept)
        ends.extend([match.end()] * kept)
        done = match.end()
    _one_to_one(starts, ends, done, done + len(text) - len(starts))
    return Places(starts, ends)


def _one_to_one(starts: array[int], ends: array[int], first: int, last: int) -> None:
    starts.extend(range(first, last))
    ends.extend(range(first + 1, last + 1))


def _same_length(match: re.Match[str]) -> str:
    if match["space"]:
        return " "
    return "\n" if match["line"] else "\ufffd"


def _shortened(match: re.Match[str]) -> str:
    found = match[0]
    if found[0] == "\r":
        return "\n"
    if len(found) > 1 and not is_normalized("NFC", found):
        return normalize("NFC", found)
    return "" if _UNSEEN_ONLY.fullmatch(found) else found


_UNSEEN_ONLY = re.compile(f"[{_UNSEEN}]+")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
