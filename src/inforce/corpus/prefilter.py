"""What cannot concern a treaty, thrown out by a look at a document's raw bytes.

The reader reads nothing of a text that neither names a treaty nor holds the head of a title. From
every such name the prefilter takes a piece of one of its words, and asks whether some piece stands
in the bytes. A piece is of ASCII where the name has any, so that UTF-8 and every code page built
on ASCII have it in the same bytes. What could hide a piece (an entity for a letter, a soft hyphen,
a tag in a word) lets the document pass. So a document may pass in vain, and none is lost that the
reader would find something in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from unicodedata import category

from inforce.catalogue import Catalogue
from inforce.corpus.confirm import Confirmation
from inforce.corpus.pieces import pieces_of
from inforce.reading.languages import languages, load_lexicon
from inforce.reading.reader import gazetteer_of
from inforce.reading.treaty_signs import TreatySigns, signs_of

_SNIFFED = 4_096
_NEAR = 1_000
"""Bytes in which the neighbour of a word is looked for: between them may stand a long tag."""
_GAP = re.compile(rb"(?:[^a-z0-9<&]|<[^>]*>|&#?[a-z0-9]+;?)*+")
_RUN = re.compile(r"[^\W_]+")
_ENTITY = re.compile(rb"&#?[A-Za-z0-9]{2,31};?")
_UNSEEN = "\u00ad\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\ufeff"
_HIDES = frozenset((b"<wbr", *(c.encode() for c in _UNSEEN)))
_INLINE = ("b", "i", "em", "strong", "mark", "font", "u", "s", "ins", "del", "big", "small")
_TAGS = [form.format(tag).encode() for tag in _INLINE for form in ("<{}>", "<{} ", "</{}>")]
_MOST = 48
"""Patterns to an automaton: with so few, and the leftmost match wanted, the library looks for them
by vector instructions, at 5 to 10 GB/s; with a hundred it takes a byte at a time, at 0.6."""


class _Automata:
    """Patterns in automata of a few each: every leftmost match of each automaton."""

    def __init__(self, patterns: Iterable[bytes]) -> None:
        from ahocorasick_rs import BytesAhoCorasick, MatchKind

        # The longer first, so that none is taken for its beginning.
        ordered = sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern))
        parts = [ordered[at : at + _MOST] for at in range(0, len(ordered), _MOST)]
        kind = MatchKind.LeftmostFirst
        self._parts = [(part, BytesAhoCorasick(part, matchkind=kind)) for part in parts]

    def find(self, data: bytes) -> Iterator[tuple[bytes, int, int]]:
        """Pattern, start and end of each match."""
        for part, automaton in self._parts:
            for pattern, start, end in automaton.find_matches_as_indexes(data):
                yield part[pattern], start, end

    def any_in(self, data: bytes) -> bool:
        """Whether some pattern is there."""
        return any(automaton.find_matches_as_indexes(data) for _, automaton in self._parts)


class _Sided:
    """Patterns of ASCII, and others, which a page without their letters need not be asked for."""

    def __init__(self, patterns: Iterable[bytes]) -> None:
        given = frozenset(patterns)
        self._plain = _Automata(one for one in given if one.isascii())
        self._wide = _Automata(one for one in given if not one.isascii())

    def find(self, data: bytes, *, wide: bool) -> Iterator[tuple[bytes, int, int]]:
        """Pattern, start and end of each match."""
        yield from self._plain.find(data)
        if wide:
            yield from self._wide.find(data)

    def any_in(self, data: bytes, *, wide: bool) -> bool:
        """Whether some pattern is there."""
        return self._plain.any_in(data) or (wide and self._wide.any_in(data))


class Prefilter:
    """The pieces without which no text names a treaty, in automata over bytes."""

    def __init__(self, given: Iterable[TreatySigns], common: Iterable[str] = ()) -> None:
        signs = tuple(given)
        self._confirmation = Confirmation(signs)
        written: set[str] = set()
        spoken: set[str] = set()
        for sign in signs:
            # Of several words, or with a hyphen that may be written otherwise, one will do: the
            # abbreviation, or else the longest.
            runs = (_RUN.findall(word) for word in sign.written)
            written |= {max(found, key=lambda w: (w.isupper(), len(w))) for found in runs if found}
            spoken |= sign.spoken
        found = pieces_of(spoken)
        # An abbreviation that is a word of its own ("who") counts in capitals.
        words = found.alone & frozenset(common)
        written |= {form for word in words for form in (word.upper(), word.capitalize())}
        self._alone = _forms(found.alone - words)
        self._beside = {
            form: (_forms(before), _forms(after))
            for word, (before, after) in found.beside.items()
            for form in _forms({word})
        }
        self._inside = _Sided(_forms(found.inside))
        self._words = _Sided({*self._alone, *self._beside})
        self._written = _Sided(word.encode() for word in written)
        self._marks = _Automata((*_TAGS, *_HIDES))
        forms = (*_forms(found.inside), *self._alone, *self._beside)
        wide = [form for form in (*forms, *(w.encode() for w in written)) if not form.isascii()]
        self._leads = frozenset(bytes([byte]) for form in wide for byte in form[:1] if byte > 127)
        """The first bytes of letters beyond ASCII with which something looked for begins."""

    def may_concern(self, data: bytes) -> bool:
        """Whether a document of these bytes, HTML or plain text, may name a treaty."""
        if not self._readable(data):
            data = _as_utf8(data)
        return self._shows(data) and self._confirmation.may_concern(data.decode("utf-8", "replace"))

    def _readable(self, data: bytes) -> bool:
        """Whether the pieces stand in the bytes as they are."""
        if b"\0" in data[:_SNIFFED] or data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return False
        if data.isascii():
            return True
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True

    def _shows(self, data: bytes) -> bool:
        low, wide = data.lower(), any(lead in data for lead in self._leads)
        return (
            self._inside.any_in(low, wide=wide)
            or any(_whole(data, *match) for match in self._written.find(data, wide=wide))
            or any(self._stands(low, *match) for match in self._words.find(low, wide=wide))
            or any(_cuts(low, *match) for match in self._marks.find(low))
            or (b"&" in data and any(map(self._is_letter, set(_ENTITY.findall(data)))))
        )

    def _is_letter(self, entity: bytes) -> bool:
        """Whether an entity stands for a letter of something looked for, or for nothing seen."""
        first = _stands_for(entity)
        if first.isascii():
            return first.isalnum()
        return first.encode("utf-8", "replace")[:1] in self._leads or category(first) == "Cf"

    def _stands(self, low: bytes, word: bytes, start: int, end: int) -> bool:
        if word in self._alone:
            return _whole(low, word, start, end)
        if low[start - 1 : start].isalnum() or low[end : end + 1].isalnum():
            return False
        before, after = self._beside[word]
        return any(_precedes(low, one, start) for one in before) or any(
            _follows(low, one, end) for one in after
        )


@lru_cache(maxsize=2)
def prefilter_of(catalogue: Catalogue) -> Prefilter:
    """The prefilter for every language that has a lexicon."""
    known = [word for code in languages() for word in load_lexicon(code).several]
    known += [word for code in languages() for word in load_lexicon(code).single]
    return Prefilter((signs_of(gazetteer_of(catalogue, c), c) for c in languages()), known)


def _forms(words: Iterable[str]) -> frozenset[bytes]:
    """Words as they may be written: bytes fold the case of ASCII letters alone."""
    return frozenset(
        form.encode()
        for word in words
        for form in ({word} if word.isascii() else {word, word.upper(), word.capitalize()})
    )


def _precedes(low: bytes, word: bytes, start: int) -> bool:
    """Whether nothing but blanks, signs and tags stands between a word and a place after it."""
    # What is wrong between the last of them and the place is so for the earlier ones too.
    found = low.rfind(word, max(0, start - _NEAR), start)
    return found >= 0 and _GAP.fullmatch(low, found + len(word), start) is not None


def _follows(low: bytes, word: bytes, end: int) -> bool:
    """The same of a word after a place."""
    found = low.find(word, end, end + _NEAR)
    return found >= 0 and _GAP.fullmatch(low, end, found) is not None


def _whole(data: bytes, pattern: bytes, start: int, end: int) -> bool:
    """Whether no letter or digit goes on at either end; of others than ASCII only where it must."""
    if data[start - 1 : start].isalnum() or data[end : end + 1].isalnum():
        return False
    if pattern.isascii():
        return True
    before = data[max(0, start - 4) : start].decode("utf-8", "ignore")[-1:]
    after = data[end : end + 4].decode("utf-8", "ignore")[:1]
    return not (before.isalnum() or after.isalnum())


def _cuts(low: bytes, mark: bytes, start: int, end: int) -> bool:
    """Whether a mark stands inside a word, which then is not whole in the bytes."""
    if mark in _HIDES:
        return True
    if not low[start - 1 : start].isalpha():
        return False
    close = low.find(b">", end - 1, end + _NEAR) + 1
    return close > 0 and low[close : close + 1].isalpha()


@lru_cache(maxsize=4096)
def _stands_for(entity: bytes) -> str:
    """The first character that an entity stands for; "&" where it is none."""
    return unescape(entity.decode("ascii"))[0]


def _as_utf8(data: bytes) -> bytes:
    """The text in UTF-8, or the bytes themselves where they are no text."""
    from inforce.documents.decode import decode
    from inforce.documents.errors import DocumentError

    try:
        return decode(data, "a record").text.encode("utf-8", "replace")
    except DocumentError:
        return data
