"""What a treaty's own entry into force asks for: numbers of instruments, named states, shares."""

from __future__ import annotations

import re
from collections.abc import Callable

from inforce.catalogue.model import Requirement, RequirementKind
from inforce.clauses.numerals import PATTERN as NUMBER
from inforce.clauses.numerals import is_ordinal, number
from inforce.clauses.vocabulary import WHO
from inforce.terms import Act

Finder = Callable[[str], tuple[str, ...]]
"""Canonical words to the participants named in them."""

_WHO = "|".join(WHO)
_GIVEN = (
    r"(?:instruments?|ratifications?|acceptances?|approvals?|accessions?|adherences?|adhesions?|"
    r"signatures?|deposits?|notifications?|depositions?)"
)
_FRACTION = (
    r"(?:thirds?|fourths?|quarters?|fifths?|half|per\b|percent|%|january|"
    r"february|march|april|may|june|july|august|september|october|november|december)"
)
THRESHOLD = re.compile(
    rf"\b(?P<n>{NUMBER}) (?!{_FRACTION})(?:such |of the |of these |of such )?(?:[\w']+ ){{0,5}}?"
    rf"(?:{_GIVEN}|{_WHO})\b(?! months| days| years)|"
    rf"\b(?P<all>all|both|every one|each|the last|the majority|a majority|(?:two|three|four|five|"
    rf"nine) (?:thirds|fourths|quarters|fifths|tenths)|one half|half|"
    rf"three quarters|three fourths|four fifths)(?: of)?(?: the| of the| these)? (?:[\w']+ "
    rf"){{0,4}}?"
    rf"(?:{_WHO}|{_GIVEN})\b"
)
_MANY = 250
"""More instruments than any treaty could ask for; such a number is a year."""
_SHARE = re.compile(
    rf"\b(?P<n>\d+(?:[.,]\d+)?|{NUMBER}) (?:per cent|per centum|percent|%)"
    r"(?P<what>(?: of)?(?: the)?(?: \w+){0,12})"
)
_INCLUDING = re.compile(
    r"\b(?:including|which (?:shall )?include|among (?:them|which)|and by|provided that (?:these|"
    r"they|"
    r"such \w+) include|such \w+ (?:shall )?include)\b(?P<list>[^;]{3,400})"
)
_PROVIDED = re.compile(r"\bprovided that (?!(?:at least|not less than|these|they|such))[^;]{5,}")
_QUALIFIED = re.compile(
    rf"\b(?:by|from|of) (?P<who>(?:a|an|the|any|those|all)? ?(?:{_WHO})(?: or [\w ]{{3,50}}?"
    rf"(?:{_WHO}))?(?: ,)? (?:which|that|who|whose|having|member|listed|referred|entitled|"
    rf"eligible|with|not)\b[^,;]*)"
)
_ACTS = (
    (Act.RATIFICATION, re.compile(r"\bratif")),
    (Act.ACCEPTANCE, re.compile(r"\bacceptance|\baccepted|\baccepting")),
    (Act.APPROVAL, re.compile(r"\bapprov")),
    (Act.ACCESSION, re.compile(r"\baccession|\bacced|\badher|\badhesion")),
    (Act.FORMAL_CONFIRMATION, re.compile(r"\bformal(?:ly)? confirm")),
    (
        Act.DEFINITIVE_SIGNATURE,
        re.compile(r"\b(?:definitive signature|signature without|signed .{0,40}without)"),
    ),
)


def acts_in(words: str) -> tuple[Act, ...]:
    """The kinds of consent that canonical words name."""
    return tuple(act for act, pattern in _ACTS if pattern.search(words))


def requirements_in(words: str, names: Finder) -> tuple[tuple[Requirement, ...], tuple[str, ...]]:
    """The requirements in the canonical words after a time, and the words that stay unread."""
    found: list[Requirement] = []
    unread: list[str] = []
    match = THRESHOLD.search(words)
    count = number(match["n"]) if match is not None and match["n"] else None
    if match is not None and count is not None and count < _MANY:
        found.append(
            Requirement(RequirementKind.INSTRUMENTS, acts_in(words[: match.end() + 120]), count)
        )
    elif match is not None:
        unread.append(words[match.start() : match.end() + 60].strip())
    for share in _SHARE.finditer(words):
        percent = _percent(share["n"])
        if percent is not None:
            what = " ".join(share["what"].split()).removeprefix("of ").removeprefix("the ")
            found.append(
                Requirement(RequirementKind.SHARE, (), percent=percent, words=what or "a figure")
            )
    for listed in _INCLUDING.finditer(words):
        who = names(listed["list"])
        if who:
            found.append(Requirement(RequirementKind.NAMED, (), participants=who))
        elif not _SHARE.search(listed["list"]):
            unread.append(" ".join(listed[0].split()[:30]))
    unread += [" ".join(m[0].split()[:40]) for m in _PROVIDED.finditer(words)]
    unread += [m["who"] for m in _QUALIFIED.finditer(words) if match and m.start() >= match.start()]
    return tuple(found), tuple(dict.fromkeys(unread))


def _percent(words: str) -> float | None:
    try:
        return float(words.replace(",", "."))
    except ValueError:
        n = None if is_ordinal(words) else number(words)
        return None if n is None else float(n)
