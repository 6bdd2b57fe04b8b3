"""The words of a sentence that carry its content, so that two sentences can be held together."""

from __future__ import annotations

import re

_SMALL = re.compile(
    r"with|from|that|this|into|over|next|will|have|their|them|they|than|then|also|been|were|said"
)


def content(text: str) -> frozenset[str]:
    """The words of four letters or more, without endings and without function words."""
    found = re.findall(r"[a-z]{4,}", text.lower())
    return frozenset(stem(word) for word in found if not _SMALL.fullmatch(word))


def stem(word: str) -> str:
    """A word without its commonest endings, to compare "producing" with "production"."""
    for ending in ("ations", "ation", "tion", "ing", "ies", "es", "ed", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence, or line, of a text in which a stretch of it stands."""
    first = max(text.rfind(mark, 0, start) for mark in (". ", "\n"))
    ends = [place for mark in (". ", "\n") if (place := text.find(mark, max(0, end - 1))) >= 0]
    return text[first + 1 : min(ends, default=len(text))].strip()


MONEY = content(
    "hundreds dozens thousands millions billions euros dollars around about spend spent"
)
"""Words that every sentence on a sum of money has."""
LIKELIHOOD = content(
    "plan plans planned planning consider considering considered likely could would should might "
    "possible possibility intend intended aim aiming expect expected year years early late begin "
    "start starting launch launching move forward long-held reportedly according announced "
    "state states country countries nation nations government other others member members"
)
"""Words of likelihood, time, report and statehood, which say nothing of what a plan is about."""
