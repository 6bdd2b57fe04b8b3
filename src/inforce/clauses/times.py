"""When something takes effect, as a clause says it: the delay, and what it is counted from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Delay, DelayKind
from inforce.clauses.numerals import PATTERN as NUMBER
from inforce.clauses.numerals import number
from inforce.dates import Period, YearlyWindow

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_N = rf"(?:{NUMBER})"
_UNIT = r"(?:calendar |full |clear |whole |complete |consecutive )?(?P<{0}>day|month|week|year)s?"
_FROM = (
    r"(?:after|following|from|as from|of|later than|subsequent to|next following|counted from|"
    r"reckoned from|since|that follows|which follows|starting from|beginning on|"
    r"commencing on|commencing from|running from)"
)
_FIRST_DAY = r"(?:on |from |upon )?(?:the )?(?:first day|beginning|1st day|1 day)(?: of the| of)"
_TIMES = re.compile(
    r"\b(?:"
    # The first day of the month after six months have run.
    rf"(?P<month_after>{_FIRST_DAY} (?:first |next )?(?:calendar )?month "
    rf"(?:immediately |next )?(?:{_FROM}|commencing after|beginning after)(?: the)? "
    rf"(?:expiration|expiry|end|lapse)(?: of)?(?: a| the)?(?: period of)? (?P<n1>{_N}) "
    rf"{_UNIT.format('u1')})|"
    # The first day of the month after the sixtieth day.
    rf"(?P<month_after_day>{_FIRST_DAY} (?:first |next )?(?:calendar )?month (?:next )?{_FROM} the "
    rf"(?P<n5>{_N}) day)|"
    # The beginning of the k-th month.
    rf"(?P<kth_month>{_FIRST_DAY} (?P<n2>{_N}) (?:calendar )?months?\b)|"
    rf"(?P<next_month>{_FIRST_DAY} (?:next )?(?:calendar )?month (?:next )?{_FROM})|"
    # The thirtieth day after.
    rf"(?P<nth_day>(?:on |from |upon |after |as of )?(?:the )?(?P<n3>{_N}) "
    rf"(?:calendar )?day(?: next)?(?: (?:{_FROM}|to follow)))|"
    rf"(?P<day_after>(?:on |from )?(?:the )?(?:day (?:next )?(?:after|following)|following day))|"
    # Six months after.
    rf"(?P<period>(?:within |in |at the end of |at the expiry of |at the expiration of |"
    rf"(?:up)?on (?:the )?(?:expiry|expiration) of |after (?:the )?(?:expiry|expiration) of |"
    rf"after |not less than |not earlier than |at least )*"
    rf"(?:a |the )?(?:period of )?(?P<n4>{_N}|a|one|on) {_UNIT.format('u4')}"
    rf"(?:'s?)?(?: shall have| have| has)?(?: elapsed| expired)?"
    rf"(?: ,? ?or (?:such|any|after|at|on|upon|for|a)\b[^;]{{0,110}}?,?)? (?:(?:period )?{_FROM}))|"
    # One day of each year.
    r"(?P<year_end>(?:at |on |from |as from )(?:the )?(?:end|last day) of the (?:calendar |"
    r"financial )?year (?P<which>following|in which|during which|after)(?P<next> (?:the|that))?)|"
    rf"(?P<yearly>on (?:the )?(?P<day>{_N}|(?:{'|'.join(_MONTHS)})) (?:day )?(?:of )?"
    rf"(?P<month>{'|'.join(_MONTHS)}|{_N}) (?:of any year|in any year|of each year))|"
    # A day named once for all.
    rf"(?P<fixed>(?:on|from|as from) (?:the )?(?P<fday>{_N}) (?:day of "
    rf")?(?P<fmonth>{'|'.join(_MONTHS)}) "
    rf"(?P<fyear>\d{{4}}))|"
    # The day itself.
    rf"(?P<same>(?!after (?:that|such|the|said|this) date the {_N} day)(?:immediately |forthwith |"
    rf"definitively )?(?:as |with effect )?(?:from|on|upon|at|"
    r"as of|"
    r"as soon as|when|after|once|by)(?: and from)?(?: the)?(?: same)?"
    r"(?: (?:date|day|moment|time)(?: (?:of|on which|when|that|upon which|at which|in which))?)?"
    r"(?: the| its| their| such| that| said| his)?"
    r"(?: (?:date|day) of)?(?: the| its| their| such| that)?"
    r" (?=(?:[\w']+ ){0,14}?(?:deposit|receipt|received|notif|signature|signed|regist|ratif|accept|"
    r"approv|acce[sd]|adhe|consent|instrument|communicat|admission|become part)))"
    r")"
)
_TRIGGERS = (
    ("deposit", re.compile(r"\bdeposit")),
    ("receipt", re.compile(r"\breceipt|\breceiv")),
    ("registration", re.compile(r"\bregist")),
    ("notification", re.compile(r"\bnotif|\bcommunicat")),
    ("signature", re.compile(r"\bsign")),
    ("meeting", re.compile(r"\bmeeting|\bsession|\bapproves\b")),
    ("consent", re.compile(r"\bconsent|\bratif|\baccept|\bapprov|\bacce[ds]|\badh|become part")),
)


@dataclass(frozen=True, slots=True)
class Said:
    """A time that a clause says: where, the delay, and the words after it.

    ``trigger`` is one word for what it is counted from, empty where that is not said;
    ``fixed`` is a day named once for all.
    """

    start: int
    end: int
    delay: Delay
    trigger: str
    fixed: date | None = None


def times_in(text: str, start: int, end: int) -> Iterator[Said]:
    """Every time said in a stretch of canonical text, in order."""
    for match in _TIMES.finditer(text, start, end):
        if match["fixed"]:
            day = _fixed(match)
            if day is not None:
                said = Delay(DelayKind.ON_THE_DAY)
                yield Said(match.start(), match.end(), said, "", day)
            continue
        delay = _delay(match)
        if delay is not None:
            yield Said(match.start(), match.end(), delay, trigger_of(text[match.end() : end]))


def trigger_of(words: str) -> str:
    """What a time is counted from, by the first such word after it."""
    near = words[:160]
    found = [(m.start(), name) for name, pattern in _TRIGGERS if (m := pattern.search(near))]
    return min(found)[1] if found else ""


def length_in(words: str) -> Period | None:
    """The first length of time in canonical words: "five years", "twelve months"."""
    match = re.search(rf"\b(?P<n>{_N}|a) {_UNIT.format('u')}\b", words)
    if match is None:
        return None
    n = 1 if match["n"] == "a" else number(match["n"])
    return _period(n, match["u"])


def day_of_year(words: str) -> YearlyWindow | None:
    """The first day of a year in canonical words: "june thirtieth", "1 january"."""
    names = "|".join(_MONTHS)
    match = re.search(
        rf"\b(?:(?P<m1>{names}) (?P<d1>{_N})|(?P<d2>{_N}) (?:day )?(?:of )?(?P<m2>{names}))\b",
        words,
    )
    if match is None:
        return None
    day = number(match["d1"] or match["d2"])
    month = _MONTHS.index(match["m1"] or match["m2"]) + 1
    if day is None or not 1 <= day <= 31 or (month, day) in ((2, 30), (2, 31)):
        return None
    return YearlyWindow(month, day) if day <= 30 or month in (1, 3, 5, 7, 8, 10, 12) else None


def _delay(match: re.Match[str]) -> Delay | None:
    kind = match.lastgroup
    if match["month_after"]:
        period = _period(number(match["n1"]), match["u1"])
        return Delay(DelayKind.FIRST_OF_MONTH_AFTER_PERIOD, period) if period else None
    if match["month_after_day"]:
        period = _period(number(match["n5"]), "day")
        return Delay(DelayKind.FIRST_OF_MONTH_AFTER_PERIOD, period) if period else None
    if match["kth_month"]:
        period = _period(number(match["n2"]), "month")
        return Delay(DelayKind.FIRST_OF_MONTH_AFTER, period) if period else None
    if match["next_month"]:
        return Delay(DelayKind.FIRST_OF_MONTH_AFTER, Period(1, "months"))
    if match["nth_day"]:
        period = _period(number(match["n3"]), "day")
        return Delay(DelayKind.PERIOD, period) if period else None
    if match["day_after"]:
        return Delay(DelayKind.PERIOD, Period(1, "days"))
    if match["period"]:
        # "on year following" is a scan's "one year following".
        n = 1 if match["n4"] in ("a", "on", "one") else number(match["n4"])
        period = _period(n, match["u4"])
        return Delay(DelayKind.PERIOD, period) if period else None
    if match["year_end"]:
        after = 1 if match["which"] in ("following", "after") else 0
        end = YearlyWindow(12, 31)
        return Delay(DelayKind.YEARLY, notice_by=end, effect_on=end, years_after=after)
    if match["yearly"]:
        return None
    return Delay(DelayKind.ON_THE_DAY) if kind and match["same"] else None


def _fixed(match: re.Match[str]) -> date | None:
    try:
        month = _MONTHS.index(match["fmonth"]) + 1
        return date(int(match["fyear"]), month, number(match["fday"]) or 0)
    except ValueError:
        return None


def _period(n: int | None, unit: str) -> Period | None:
    return Period(n, f"{unit}s") if n and n < 1000 else None
