"""Text of strangers made harmless: no control codes, and links only to the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
# What reorders or hides text (Unicode Standard Annex 9; Unicode Technical Report 36).
_DIRECTIONS = [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_SPACES = {0x09: " ", 0x0A: "\n", 0x0D: "", 0x0C: "\n", 0x85: "\n"}
_VISIBLE = {code: f"[U+{code:04X}]" for code in (*_CONTROLS, *_DIRECTIONS)} | _SPACES
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\^{|}]+", re.IGNORECASE)
_AFTER = ".,;:!?)]"


def visible(text: str) -> str:
    """The text with control codes and direction marks spelt out, such as ``[U+202E]``.

    Nothing in it can move a cursor, colour a terminal or turn the order of letters around.
    """
    return text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """The visible text with every run of white space as one space."""
    return " ".join(visible(text).split())


def shortened(text: str, most: int) -> str:
    """The text on one line, cut after a word at ``most`` characters."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1].rsplit(" ", 1)[0] or line[: most - 1]
    return cut.rstrip(" ,;:-") + "…"


def with_links(text: str) -> list[tuple[str, str | None]]:
    """The text in parts, each with the web address it may link to, or None.

    Only ``http`` and ``https`` addresses that name a host are links.
    """
    parts: list[tuple[str, str | None]] = []
    place = 0
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(_AFTER)
        if not is_web_address(address):
            continue
        start, end = match.start(), match.start() + len(address)
        parts += [(visible(text[place:start]), None)] if start > place else []
        parts.append((visible(address), address))
        place = end
    return parts + ([(visible(text[place:]), None)] if place < len(text) else [])


def is_web_address(text: str) -> bool:
    """Whether the text is an ``http`` or ``https`` address with a host."""
    if not _ADDRESS.fullmatch(text) or visible(text) != text:
        return False
    try:
        found = urlsplit(text)
    except ValueError:
        return False
    return found.scheme in ("http", "https") and bool(found.hostname)
