"""The ``obligations`` of a treaty's file to rules."""

from __future__ import annotations

from inforce.catalogue.duties import DutyFrom, Extension, Recurrence, Start
from inforce.catalogue.fields import Fields
from inforce.catalogue.model import Article, Obligation
from inforce.terms import Act

_SETTLING = (Act.COMPLETION, Act.REPORT)


def read_obligation(fields: Fields, at: Article) -> Obligation:
    """One duty: what its deadline is counted from, how it comes round, what ends it."""
    counted = fields.member("counted_from", DutyFrom, default=DutyFrom.PARTICIPANT)
    return Obligation(
        at=at,
        name=fields.text("name"),
        deadline=fields.period("deadline", required=counted is DutyFrom.DEPOSIT),
        extension=_extension(fields),
        counted_from=counted or DutyFrom.PARTICIPANT,
        first=fields.partial("first", required=counted is DutyFrom.FIXED),
        follows=fields.text("follows", required=counted is DutyFrom.DUTY),
        not_counted_before=fields.period("not_counted_before", required=False),
        recurrence=_recurrence(fields),
        discharged_by=_settling(fields),
        applies_where=fields.text("applies_where", required=False),
        binds=fields.texts("binds", required=False),
        spares=fields.texts("spares", required=False),
    )


def _settling(fields: Fields) -> Act:
    act = fields.member("discharged_by", Act, default=Act.COMPLETION) or Act.COMPLETION
    if act not in _SETTLING:
        words = f"found {act.value!r}, expected completion or report"
        fields.fault(fields.line_of("discharged_by"), words, key="discharged_by")
    return act


def _extension(fields: Fields) -> Extension | None:
    inner = fields.mapping("extension", required=False)
    if inner is None:
        return None
    found = Extension(
        by=inner.text("by"),
        most=inner.period("most", required=False),
        renewed=inner.yes("renewed") if inner.has("renewed") else False,
        until=inner.period("until", required=False),
    )
    inner.done()
    return found


def _recurrence(fields: Fields) -> Recurrence | None:
    inner = fields.mapping("recurrence", required=False)
    if inner is None:
        return None
    found = Recurrence(
        every=inner.period("every", required=False),
        yearly_by=inner.day_of_year("yearly_by", required=False),
        after_year_end=inner.period("after_year_end", required=False),
        start=inner.member("start", Start, default=Start.AT_ONCE) or Start.AT_ONCE,
    )
    given = [one for one in (found.every, found.yearly_by, found.after_year_end) if one]
    if len(given) != 1 or (found.every is not None and not found.every.n):
        words = f"found {len(given)} ways in which it comes round, expected one with a length"
        inner.fault(inner.line, words, key="")
    inner.done()
    return found
