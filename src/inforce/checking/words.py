"""Days, numbers and acts in words, as findings put them to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from inforce.dates import DayInterval, DaySet, PartialDate, Precision
from inforce.dates.civil import MONTH_NAMES
from inforce.terms import Act

_NOUNS = {
    Act.INTENTION_ANNOUNCED: "announcement",
    Act.PROPOSED: "proposal",
    Act.GOVERNMENT_APPROVED: "government decision",
    Act.BILL_ADOPTED: "vote in parliament",
    Act.LAW_SIGNED: "signing of the law",
    Act.CONSENT_TO_BE_BOUND: "consent to be bound",
    Act.WITHDRAWAL: "notice of withdrawal",
    Act.DENUNCIATION: "notice of denunciation",
    Act.REVOCATION: "taking back of the notice",
    Act.SUSPENSION: "notice of suspension",
    Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT: "entry into force for it",
    Act.EXIT_EFFECT: "exit taking effect",
    Act.ADOPTION: "adoption of the text",
    Act.OPENING: "opening for signature",
    Act.ENTRY_INTO_FORCE: "entry into force",
    Act.PROVISIONAL_APPLICATION: "provisional application",
    Act.PROVISIONAL_APPLICATION_END: "end of provisional application",
}


_SENTENCES = {
    Act.INTENTION_ANNOUNCED: "{who} announced its intention",
    Act.PROPOSED: "it was proposed in {who}",
    Act.GOVERNMENT_APPROVED: "the government of {who} decided",
    Act.BILL_ADOPTED: "the parliament of {who} voted",
    Act.LAW_SIGNED: "the law was signed in {who}",
    Act.SIGNATURE: "{who} signed",
    Act.DEFINITIVE_SIGNATURE: "{who} signed definitively",
    Act.RATIFICATION: "{who} deposited its instrument of ratification",
    Act.ACCEPTANCE: "{who} deposited its instrument of acceptance",
    Act.APPROVAL: "{who} deposited its instrument of approval",
    Act.ACCESSION: "{who} deposited its instrument of accession",
    Act.SUCCESSION: "{who} notified its succession",
    Act.CONSENT_TO_BE_BOUND: "{who} consented to be bound",
    Act.WITHDRAWAL: "{who} notified its withdrawal to the depositary",
    Act.DENUNCIATION: "{who} notified its denunciation to the depositary",
    Act.REVOCATION: "{who} took its notice back",
    Act.SUSPENSION: "{who} notified a suspension",
    Act.EXIT_EFFECT: "the exit of {who} took effect",
    Act.EXPULSION: "{who} was expelled",
    Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT: "the treaty entered into force for {who}",
    Act.ENTRY_INTO_FORCE: "{who} entered into force",
    Act.ADOPTION: "the text of {who} was adopted",
    Act.OPENING: "{who} was opened for signature",
}


_ISO_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def spelt(text: str) -> str:
    """The text with its days in words: "2025-05-08" as "8 May 2025"."""

    def one(found: re.Match[str]) -> str:
        year, month, day = (int(part) for part in found.groups())
        known = 1 <= month <= 12 and 1 <= day <= 31
        return f"{day} {MONTH_NAMES[month - 1]} {year}" if known else found[0]

    return _ISO_DAY.sub(one, text)


def happened(act: Act, who: str, about: Act | None = None) -> str:
    """What was done, as a clause that a day may follow: "Lithuania signed".

    ``about`` is what was taken back, where that was no notice.
    """
    if act is Act.REVOCATION and about is not None:
        return f"{who} took its {noun(about)} back"
    told = _SENTENCES.get(act, "the " + noun(act) + " of {who} came")
    return told.format(who=who)


def the_treaty(short_name: str) -> str:
    """A treaty's name inside a sentence: "the Ottawa Convention", but "New START", "CEDAW"."""
    name = short_name.removeprefix("the ")
    last = name.split()[-1]
    acronym = last.isupper() and len(last) > 4 and len(name.split()) < 3
    return name if acronym else f"the {name}"


def articles_of(articles: str, treaty: str) -> str:
    """Where a rule stands: "articles 28(1) and 28(2) of the Paris Agreement"."""
    places = articles.split(", ")
    return f"article{'s' if len(places) > 1 else ''} {listed(places)} of {the_treaty(treaty)}"


def expected(act: Act, who: str) -> str:
    """What is still to come, as a clause that a day may follow: "the exit ... is expected"."""
    what = "exit" if act is Act.EXIT_EFFECT else noun(act)
    return f"the {what} of {who} is expected"


def noun(act: Act) -> str:
    """The act as a noun: "notice of withdrawal"."""
    return _NOUNS.get(act, act.value.replace("_", " "))


def one_day(day: date) -> str:
    """A day in words: "8 May 2025"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def when(told: PartialDate | date | None) -> str:
    """A partial date in words, without a preposition: "8 May 2025", "May 2025", "about 2024"."""
    if told is None:
        return "an unknown day"
    if isinstance(told, date):
        return one_day(told)
    about = "about " if told.approximate else ""
    if told.precision is Precision.DAY and told.earliest is not None:
        return about + one_day(told.earliest)
    if told.precision is Precision.MONTH and told.month is not None:
        return f"{about}{MONTH_NAMES[told.month - 1]} {told.year}"
    if told.precision is Precision.YEAR and told.year is not None:
        return f"{about}{told.year}"
    if told.precision is Precision.PATTERN:
        return _pattern(told)
    if told.earliest is not None and told.latest is not None:
        return f"between {one_day(told.earliest)} and {one_day(told.latest)}"
    if told.latest is not None:
        return f"a day until {one_day(told.latest)}"
    if told.earliest is not None:
        return f"a day from {one_day(told.earliest)} on"
    return "an unknown day"


def on(told: PartialDate | date | None) -> str:
    """A partial date in words with its preposition: "on 8 May 2025", "in May 2025"."""
    words = when(told)
    if words.startswith(("between", "about")):
        return words
    if told is None or isinstance(told, date) or words.startswith("a"):
        return f"on {words}"
    return f"in {words}" if told.precision in (Precision.MONTH, Precision.YEAR) else _on(words)


def _on(words: str) -> str:
    return f"on {words}" if words[0].isdigit() else f"in {words}"


def _pattern(told: PartialDate) -> str:
    month = MONTH_NAMES[told.month - 1] if told.month else "an unknown month"
    year = f" {told.year}" if told.year else ""
    return f"{told.day} {month}{year}" if told.day else f"{month}{year}"


def interval(days: DayInterval) -> str:
    """Days in words: "27 to 31 December 2025", "from 27 December 2025", "on 1 May 2025"."""
    first, last = days.start, days.last_day
    if first is None and last is None:
        return "on every day"
    if last is None:
        return f"from {when(first)} on"
    if first is None:
        return f"until {one_day(last)}"
    if first == last:
        return f"on {one_day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"from {first.day} to {one_day(last)}"
    if first.year == last.year:
        return f"from {first.day} {MONTH_NAMES[first.month - 1]} to {one_day(last)}"
    return f"from {one_day(first)} to {one_day(last)}"


def days(found: DaySet, *, most: int = 3) -> str:
    """A set of days in words; the latest ``most`` stretches where there are more."""
    parts = [interval(part) for part in found]
    if len(parts) > most:
        return "among others " + listed(parts[-most:])
    return listed(parts) or "on no day"


def listed(parts: Iterable[str]) -> str:
    """A list in words: "a, b and c"."""
    items = list(parts)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def number(value: float) -> str:
    """A number as English prints it: "1,052", "84.6"."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")


def upper_first(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
