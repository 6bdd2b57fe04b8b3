"""The sections of a treaty's page, each from the catalogue and the record that comes with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from docs.treaty_subject import Subject, table
from inforce.catalogue.model import RuleState, Treaty
from inforce.checking.words import noun
from inforce.dates import PartialDate
from inforce.law import (
    Exit,
    RuleLine,
    due_words,
)
from inforce.law.joining import setting
from inforce.law.obligations import deadlines_in
from inforce.publishing.names import in_sentence, source_name
from inforce.publishing.words import count_of, upper_first
from inforce.record.view import AdjudicatedAct
from inforce.terms import DOMESTIC_STEPS, Act

_TREATY_ACTS = (Act.ADOPTION, Act.OPENING, Act.ENTRY_INTO_FORCE, Act.AMENDMENT, Act.TERMINATION)


def identity(one: Subject) -> str:
    """Title, number, depositary and other names."""
    treaty = one.treaty
    names = [name for language, names in treaty.aliases if language == "en" for name in names]
    rows = [
        ("title", treaty.title),
        ("number", treaty.number),
        ("depositary", treaty.depositary),
        ("other names", ", ".join(names[:4])),
        ("in a word", treaty.words),
    ]
    return table(("", ""), [row for row in rows if row[1]])


def counts(one: Subject) -> str:
    """The numbers on the last day of the record, and how far it goes."""
    found, record = one.counts, one.record
    until = record.complete_until
    if until is not None:
        far = f"The record of parties is complete until {until}."
    elif record.acts:
        far = "No day is known until which the record of parties would be complete."
    else:
        far = "No act of any participant is in the record."
    said = [far, _sentence(one.treaty.complete_words)]
    if found is None:
        return " ".join(part for part in said if part)
    rows = [
        ("in force for", _range(found.in_force_range.low, found.in_force_range.high)),
        ("consent deposited", _range(found.deposited_range.low, found.deposited_range.high)),
        ("ever signed", str(found.n_signatories)),
    ]
    rows += [("open", ", ".join(map(one.name, found.unknown)))] if found.unknown else []
    acts = Counter(noun(act.act) for act in record.acts if act.act not in DOMESTIC_STEPS)
    told = ", ".join(f"{number} of {kind}" for kind, number in sorted(acts.items()))
    return "\n\n".join(
        [
            " ".join(part for part in said if part),
            table((f"on {found.on}", "participants"), rows),
            f"Acts in the record: {told}.",
        ]
    )


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _sentence(text: str) -> str:
    return text if not text or text.endswith(".") else f"{text}."


def history(one: Subject) -> str:
    """The treaty's own events in order of date, and on what ground each is told."""
    treaty, record = one.treaty, one.record
    rules = treaty.rules
    article = rules.entry_into_force.at.article if rules else ""
    closed = rules is not None and rules.joining.state is RuleState.NONE
    depositary = source_name(one.view.catalogue, treaty.depositary_source)
    rows: list[tuple[str, str, str]] = [
        (str(day), words, depositary)
        for day, words in (
            (treaty.adopted, "adopted"),
            (treaty.opened, "signed" if closed else "opened for signature"),
            (treaty.in_force, "entered into force"),
            (treaty.ended, "no longer in force from this day on"),
        )
        if day is not None
    ]
    rows += [
        (str(act.date or "no day known"), _of_treaty(act.act), act.followed.evidence.source)
        for act in record.acts
        if not act.participant and act.act in _TREATY_ACTS
    ]
    if one.in_force is not None and treaty.in_force is None:
        words = "entered into force, as its rule gives it; no published day was read"
        rows.append((str(one.in_force), words, f"article {article}"))
    if one.force.reached is not None:
        last = one.force.threshold
        by = (
            f", with the instrument of {in_sentence(one.view.catalogue, last.participant)}"
            if last
            else ""
        )
        met = f"what it needs to enter into force is met{by}"
        rows.append((str(one.force.reached), met, f"article {article}"))
    rows += [
        (str(act.date or "no day known"), f"{one.name(act.participant)}: {noun(act.act)}", "")
        for act in record.acts
        if act.act in (Act.SUSPENSION, Act.EXPULSION)
    ]
    rows += [
        (str(day), f"{other.short_name}: {what}", "")
        for other in _below(one)
        for day, what in (
            (Subject(one.view, other).in_force, "entered into force"),
            (other.adopted, "adopted"),
        )
        if day is not None
    ]
    shown = [row for row in rows if row[0] != "no day known"]
    body = table(("day", "event", "ground"), sorted(dict.fromkeys(shown)))
    return body if shown else "No day of the treaty's own life is in the catalogue yet."


def _of_treaty(act: Act) -> str:
    return "terminated" if act is Act.TERMINATION else noun(act)


def _below(one: Subject) -> Iterator[Treaty]:
    """The treaties of which this is the parent."""
    for other in one.view.catalogue.treaties():
        if other.rules and other.rules.family and other.rules.family.parent == one.treaty.id:
            yield other


def exits(one: Subject) -> str:
    """Every exit with its notice, the rule's day, and its effect."""
    found = [leaving for line in one.lines.values() for leaving in line.exits]
    if not found:
        return "None is in the record."
    rows = [_exit(one, leaving) for leaving in found]
    head = ("participant", "notice", "by the rule", "effect", "state", "why")
    return table(head, sorted(rows, key=lambda row: (row[1] or row[3], row[0])))


def _exit(one: Subject, leaving: Exit) -> tuple[str, ...]:
    notice = leaving.notice
    condition = leaving.open_condition
    if condition:
        why = f"open: {condition.words}"
    elif leaving.revoked_by is not None:
        why = f"taken back {leaving.revoked_by.date or ''}".strip()
    else:
        why = "the day is as told, not by a rule" if not leaving.expected and leaving.effect else ""
    return (
        one.name(leaving.participant),
        str(notice.date or "no day known") if notice else "not in the record",
        str(leaving.expected or ""),
        str(leaving.effect or ""),
        leaving.state.value.replace("_", " "),
        why,
    )


def rules(one: Subject) -> str:
    """Every rule in plain words, with its article and the day of its last check."""
    rows = [
        (line.topic, upper_first(line.words), _article(line), str(line.checked or "not yet"))
        for line in one.rules
    ]
    return table(("matter", "rule", "article", "checked"), rows)


def _article(line: RuleLine) -> str:
    if line.state is RuleState.STATED:
        return line.article
    return f"{line.article} ({line.state.value})".strip()


def unread(one: Subject) -> str:
    """Which matters nobody has read yet: an answer that needs one is unknown."""
    if not one.unread:
        return "Nothing: every matter above was read."
    names = ", ".join(line.topic for line in one.unread)
    return f"Nobody has read its rules on {names}. An answer that needs one of them is unknown."


_NO_DAY = {
    RuleState.STATED: "names no day",
    RuleState.NONE: "none",
    RuleState.UNREAD: "nobody has read it yet",
}


def obligations(one: Subject) -> str:
    """Every duty with its deadline, and where the last one of each participant stands."""
    duties = one.treaty.rules.obligations if one.treaty.rules else ()
    if not duties:
        return "None is in the catalogue."
    states: dict[str, Counter[str]] = {}
    if any(duty.is_dated for duty in duties):
        on = PartialDate.from_day(one.counted_on) if one.counted_on else None
        place = setting(one.treaty, one.record)
        for who in one.record.participants:
            found = deadlines_in(place, who, on=on)
            for name, state in {due.obligation.name: due.state.value for due in found}.items():
                states.setdefault(name, Counter())[state] += 1
    rows = [
        (
            duty.name,
            duty.at.article,
            due_words(duty) or _NO_DAY[duty.at.state],
            ", ".join(f"{n} {state}" for state, n in sorted(states.get(duty.name, {}).items())),
        )
        for duty in duties
    ]
    day = f"on {one.counted_on}" if one.counted_on else "participants"
    head = ("duty", "article", "by when", f"the last deadline of each, {day}")
    return table(head, rows)


def numbers(one: Subject) -> str:
    """Both counts at the end of each year, as the picture draws them."""
    drawn = one.course
    if drawn is None:
        return ""
    days = [date(year, 12, 31) for year in range(drawn.first.year, drawn.until.year)]
    rows = []
    for day in [*days, drawn.until]:
        bound, given = drawn.on(day)
        rows.append((str(day), _range(bound.low, bound.high), _range(given.low, given.high)))
    body = table(("on", "in force for", "consent deposited"), rows)
    return f"<details>\n<summary>The same in numbers</summary>\n\n{body}\n\n</details>"


def sources(one: Subject) -> str:
    """Who says so: the sources of the acts, with how many each tells, and those of the rules."""
    known = one.view.catalogue
    steps = [act for act in one.record.acts if act.act in DOMESTIC_STEPS]
    told = Counter(
        act.followed.evidence.source for act in one.record.acts if act.act not in DOMESTIC_STEPS
    )
    rows = [
        (source_name(known, source), count_of(number, "act"))
        for source, number in sorted(told.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    rows += [(source_name(known, source), "rules") for source in one.treaty.sources]
    if steps:
        voices = {act.followed.evidence.source for act in steps}
        rows.append((count_of(len(voices), "outlet or body", "outlets and bodies"), _steps(steps)))
    return table(("source", "for"), rows) if rows else "None."


def _steps(steps: Sequence[AdjudicatedAct]) -> str:
    return count_of(len(steps), "domestic step")
