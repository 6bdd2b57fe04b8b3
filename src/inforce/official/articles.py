"""The articles that a reservation's or an objection's words name."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,3}(?:\s?(?:bis|ter))?|[IVXL]+(?![a-z]))"
_PART = (
    r"(?:\s?\((?:\d{1,2}|[a-z]{1,3})\)|,?\s*(?:sub-?)?paras?(?:graphs?|\.)?\s*\(?(?:\d{1,2}|[a-z])\)?"
    r"(?![\w]))"
)
_ONE = rf"{_NUMBER}(?:{_PART})*"
_LIST = re.compile(
    rf"\b[Aa]rt(?:icles?|s?\.)\s*({_ONE}(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+){_ONE})*)"
    r"(?!\w)(?:\s*(?:of|in) (?:the )?(?:[a-z]+ )*((?:United Nations )?[A-Z][\w-]*))?"
)
_EACH = re.compile(_ONE)
_OWN = re.compile(
    r"(?:United Nations )?"
    r"(?:Convention|Protocol|Agreement|Treaty|Statute|Amendment|Pact|Annex|Optional)"
)


def articles_in(text: str, *, most: int = 2_000) -> tuple[str, ...]:
    """The articles of the treaty named in a text, each once, as lawyers cite them: ``5(2)(a)``.

    An article of something else ("article 27 of the Vienna Convention", "of the Constitution")
    is none of them.
    """
    found: dict[str, None] = {}
    for match in _LIST.finditer(text[:most]):
        if match[2] and not _OWN.match(match[2]):
            continue
        for one in _EACH.finditer(match[1]):
            found.setdefault(_cited(one[0]))
    return tuple(found)


def _cited(words: str) -> str:
    number = re.match(_NUMBER, words)
    assert number is not None
    rest = re.sub(r"(?:sub-?)?paras?[a-z.]*", " ", words[number.end() :])
    parts = re.findall(r"\(?(\d{1,2}|\b[a-z]{1,3})\)?(?![\w])", rest)
    return number[0].replace(" ", "") + "".join(f"({part})" for part in parts)
