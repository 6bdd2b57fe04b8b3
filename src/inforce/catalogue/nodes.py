"""What a YAML or CSV file says, with the line on which it says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list, a mapping, or nothing (None), from ``line`` to ``end`` of its file."""

    value: str | list[Node] | dict[str, Node] | None
    line: int
    end: int

    @property
    def found(self) -> str:
        """What stands there, in a few words for a message."""
        if self.value is None:
            return "nothing"
        if isinstance(self.value, str):
            text = self.value if len(self.value) <= 60 else f"{self.value[:57]}..."
            return repr(text)
        return "a list" if isinstance(self.value, list) else "a mapping"


def lines_of(raw: bytes) -> int:
    """How many lines a file has; a last line without its end counts."""
    return raw.count(b"\n") + (0 if raw.endswith(b"\n") or not raw else 1)


def decoded(raw: bytes) -> str:
    """The text of a UTF-8 file, with or without a byte order mark; UnicodeDecodeError if broken."""
    return raw.decode("utf-8-sig")


def undecodable(raw: bytes, error: UnicodeDecodeError) -> tuple[int, str]:
    """The line of the first byte that is not UTF-8, and the words for it."""
    line = raw.count(b"\n", 0, error.start) + 1
    return line, f"found the byte 0x{raw[error.start]:02x}, expected text in UTF-8"


def cut_short(raw: bytes) -> tuple[int, str] | None:
    """The last line and the words for it, when the file stops in the middle of a line."""
    if not raw or raw.endswith(b"\n"):
        return None
    return lines_of(raw), (
        "the file ends in the middle of this line; found no line end, expected one: "
        "it may have been cut short"
    )
