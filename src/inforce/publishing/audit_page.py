"""An audit as one self-contained HTML page with pictures of what the rules explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inforce.checking.audit.model import FAULT_WORDS, Audit, RowAudit, TreatyAudit
from inforce.publishing.audit_text import by_unexplained, row_words, share_words, treaty_words
from inforce.publishing.inert import one_line, shortened
from inforce.publishing.labels import text_width
from inforce.publishing.rendered import rendered
from inforce.publishing.words import count_of

_WIDTH = 1080.0
_ROW = 20.0
_LEFT, _RIGHT, _TOP = 300.0, 960.0, 26.0
_TREATIES = 80
_ROWS = 500


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in parts: (x, width, class of the style sheet) each; ``words`` stand at its end."""

    name: str
    words: str
    y: float
    parts: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under one scale."""

    title: str
    width: float
    height: float
    left: float
    right: float
    bar_height: float
    ticks: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]


def audit_page(audit: Audit, *, source: str) -> str:
    """The page: shares, a picture of the treaties and one of the faults, and the rows.

    ``source`` names the table that was audited.
    """
    shown = by_unexplained(audit)
    faulty = [one for treaty in audit.treaties for one in treaty.rows if one.faults]
    title = f"{count_of(sum(len(t.rows) for t in audit.treaties), 'row')} of {one_line(source)}"
    return rendered(
        "audit.html",
        title=title,
        tried=audit.tried,
        least=audit.least,
        shares=[
            ("Later participants", share_words(audit.later)),
            ("Original participants", share_words(audit.original)),
            ("Days of force shuffled within the treaty", share_words(audit.shuffled)),
        ],
        charts=[one for one in (treaty_chart(shown), _fault_chart(audit)) if one.bars],
        treaties=[(one_line(t.treaty), treaty_words(t)) for t in shown],
        rows=[_row(one) for one in faulty[:_ROWS]],
        more=max(0, len(faulty) - _ROWS),
    )


def treaty_chart(treaties: Sequence[TreatyAudit]) -> Chart:
    """For each treaty the share of its later rows explained to the day, and within one day."""
    dated = [t for t in treaties if t.later.share.rows]
    with_rows = dated[:_TREATIES]
    span = _RIGHT - _LEFT
    bars = []
    for place, treaty in enumerate(with_rows):
        fit = treaty.later
        exact = span * fit.share.exact / fit.share.rows
        near = span * fit.loose_near / fit.share.rows
        parts = (
            (_LEFT, span, "s-open"),
            (_LEFT, near, "hatch-line"),
            (_LEFT, exact, "s-party"),
        )
        words = f"{fit.share.exact} of {fit.share.rows}"
        bars.append(_bar(treaty.treaty, words, place, parts))
    ticks = tuple((_LEFT + span * part / 4, f"{part * 25}%") for part in range(5))
    rest = len(dated) - len(with_rows)
    title = "Later participants that the rule explains"
    return _chart(f"{title}, the {_TREATIES} worst treaties" if rest else title, bars, ticks)


def _fault_chart(audit: Audit) -> Chart:
    found = audit.faults.most_common()
    most = max((number for _, number in found), default=1)
    bars = [
        _bar(
            FAULT_WORDS[kind],
            str(number),
            place,
            ((_LEFT, (_RIGHT - _LEFT) * number / most, "hatch-line"),),
        )
        for place, (kind, number) in enumerate(found)
    ]
    return _chart("Likely faults", bars, ())


def _bar(name: str, words: str, place: int, parts: Sequence[tuple[float, float, str]]) -> Bar:
    most = 60
    short = shortened(name, most)
    while text_width(short) > _LEFT - 20 and most > 8:
        most -= 2
        short = shortened(name, most)
    drawn = tuple((x, round(width, 1), kind) for x, width, kind in parts if width > 0)
    return Bar(short, words, _TOP + place * _ROW, drawn)


def _chart(title: str, bars: Sequence[Bar], ticks: tuple[tuple[float, str], ...]) -> Chart:
    height = _TOP + len(bars) * _ROW + 6
    return Chart(title, _WIDTH, height, _LEFT, _RIGHT, _ROW - 5, ticks, tuple(bars))


def _row(one: RowAudit) -> tuple[str, ...]:
    row = one.row
    days = (row.consent, row.force, one.expected)
    return (
        str(row.line),
        one_line(row.treaty),
        one_line(row.participant),
        *(str(day) if day else "" for day in days),
        row_words(one),
    )
