"""The heads of a participants' table, which say what the letters behind its dates mean.

The letters are those of the UN Treaty Collection's own legends, as in ``Accession(a)``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from inforce.terms import CONSENTS, Act

_TERMS: tuple[tuple[str, Act], ...] = (
    (r"succession to signature", Act.SIGNATURE),
    (r"definitive signature|signature without reservation", Act.DEFINITIVE_SIGNATURE),
    (r"provisional(?:ly)? appl\w+", Act.PROVISIONAL_APPLICATION),
    (r"formal confirmation", Act.FORMAL_CONFIRMATION),
    (r"denunciation", Act.DENUNCIATION),
    (r"withdrawal", Act.WITHDRAWAL),
    (r"entry into force", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT),
    (r"ratification", Act.RATIFICATION),
    (r"acceptance", Act.ACCEPTANCE),
    (r"approval", Act.APPROVAL),
    (r"accession", Act.ACCESSION),
    (r"succession", Act.SUCCESSION),
    (
        r"participation|consent to be bound|simplified procedure|adherence|\bapplication",
        Act.CONSENT_TO_BE_BOUND,
    ),
    (r"\bsignature", Act.SIGNATURE),
)
_USUAL = {
    **{"a": Act.ACCESSION, "A": Act.ACCEPTANCE, "AA": Act.APPROVAL, "d": Act.SUCCESSION},
    **{"c": Act.FORMAL_CONFIRMATION, "s": Act.DEFINITIVE_SIGNATURE, "P": Act.CONSENT_TO_BE_BOUND},
    **{"p": Act.CONSENT_TO_BE_BOUND, "sp": Act.CONSENT_TO_BE_BOUND},
    **{"n": Act.PROVISIONAL_APPLICATION},
}
"""What a letter means where the column's own head is silent on it."""
_LETTERED = re.compile(r"(.*?)\s*\(\s*([A-Za-z]{1,2})\s*\)\s*", re.S)
_FIRST = re.compile(
    r"participant|part(?:y|ies)\b|states?\b|member|countr|signator|organi[sz]ation|government",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of dates: its head, and the act by the letter behind a date ("" for none).

    ``acts`` is empty where the head names no act, such as "Extension".
    """

    head: str
    acts: tuple[tuple[str, Act], ...]

    def act(self, letter: str) -> Act | None:
        """The act that a date with this letter tells of; None for a letter of no legend."""
        found = dict(self.acts)
        if letter in found:
            return found[letter]
        if letter and self.acts:
            return _USUAL.get(letter)
        return _in_common(list(found.values()))


def is_first(head: str) -> bool:
    """Whether a head is that of the participants' names."""
    return _FIRST.search(head) is not None


def column_of(head: str) -> Column:
    """The column of a head such as ``Ratification, Acceptance(A), Accession(a)``."""
    by_letter: dict[str, list[Act]] = {}
    unknown: list[str] = []
    for term in re.split(r",(?![^()]*\))", head):
        lettered = _LETTERED.fullmatch(term)
        words, letter = (lettered[1], lettered[2]) if lettered else (term, "")
        act = _act_of(words)
        if act is not None:
            by_letter.setdefault(letter, []).append(act)
        elif letter:
            unknown.append(letter)
    if any(act in CONSENTS for acts in by_letter.values() for act in acts):
        # A lettered term beside forms of consent is another form of it, whatever its name.
        by_letter |= {letter: [Act.CONSENT_TO_BE_BOUND] for letter in unknown}
    found = {letter: _in_common(acts) for letter, acts in by_letter.items()}
    return Column(head, tuple((letter, act) for letter, act in found.items() if act is not None))


def _act_of(words: str) -> Act | None:
    """The act that a term of a head names; two forms of consent in one term are just consent."""
    rest, named = words.lower(), []
    for pattern, act in _TERMS:
        rest, times = re.subn(pattern, " ", rest)
        named += [act] * bool(times)
    return _in_common(named)


def _in_common(acts: list[Act]) -> Act | None:
    """The one act among these, or consent where they are several forms of it."""
    if len(set(acts)) <= 1:
        return acts[0] if acts else None
    return Act.CONSENT_TO_BE_BOUND if set(acts) & CONSENTS else acts[0]
