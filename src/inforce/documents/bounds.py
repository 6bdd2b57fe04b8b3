"""What a hostile page could make a parser do, refused before it is parsed."""

from __future__ import annotations

import re
from collections import Counter

from inforce.documents.errors import DocumentError
from inforce.documents.limits import Limits, in_words

# Tags that hold nothing, and tags that the next of their kind closes (HTML Standard, 13.1.2.4).
_NOT_NESTING = frozenset(
    (
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td"),
        *("th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "html", "head", "body"),
    )
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_FEW_TAGS = 3_000
_SHORT = 65_536
_ATTRIBUTE = re.compile(
    r"""[\s/]++[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+))?+"""
)
_WHOLE_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE.pattern})*+")


def check(source: str, name: str, limits: Limits) -> None:
    """Raise DocumentError for a page whose nesting or attributes would take too long to parse."""
    if source.count("<") > _FEW_TAGS and _nesting(source, limits.max_nesting) is None:
        raise DocumentError(
            name,
            f"nests its tags too deeply to be read ({in_words(len(source))} of HTML); "
            "an ordinary page was expected",
        )
    if len(source) > _SHORT and _has_many_attributes(source, limits.max_attributes):
        raise DocumentError(
            name,
            f"has a tag with more than {limits.max_attributes} attributes; fewer were expected",
        )


def _has_many_attributes(source: str, most: int) -> bool:
    # Every match takes in its whole tag, so that no character is looked at for two of them.
    tags = _WHOLE_TAG.findall(source)
    return any(len(_ATTRIBUTE.findall(tag)) > most for tag in tags if len(tag) > 2 * most)


def _nesting(source: str, most: int) -> int | None:
    """The sum over the tags of how deep each stands, at most; None beyond `most`."""
    open_tags: Counter[str] = Counter()
    depth = total = 0
    for closing, name in _TAG.findall(source):
        tag = name.lower()
        if tag in _NOT_NESTING:
            total += depth
        elif not closing:
            open_tags[tag] += 1
            depth += 1
            total += depth
        elif open_tags[tag]:
            open_tags[tag] -= 1
            depth -= 1
        if total > most:
            return None
    return total
