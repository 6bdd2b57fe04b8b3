"""When notice of an exit may be given at all: after a minimum membership, and in windows."""

from __future__ import annotations

from inforce.catalogue.model import ExitRule, ExitWindow, MembershipFrom
from inforce.dates import RecurringWindow
from inforce.law.joining import Setting
from inforce.law.model import Step
from inforce.law.when import ALWAYS, When


def too_early(place: Setting, rule: ExitRule, received: When, *, bound: When | None) -> Step | None:
    """The step that says so when the notice came at a time at which none may be given.

    ``bound`` is when membership began. Where its bounds leave that open, the notice is in time.
    """
    since = place.in_force if rule.minimum_from is MembershipFrom.TREATY else bound
    if since is None or since.lo == ALWAYS:
        return None
    return _before_minimum(rule, received, since) or _outside(rule, received, since)


def _before_minimum(rule: ExitRule, received: When, since: When) -> Step | None:
    least = rule.minimum_membership
    if least is None:
        return None
    first = least.end_after(since.lo).day
    if received.hi >= first:
        return None
    words = (
        f"without effect: notice may be given only after {least.words} of membership, "
        f"from {first} on"
    )
    return Step(words, rule.at.article, str(first))


def _outside(rule: ExitRule, received: When, since: When) -> Step | None:
    if rule.window is None or not (received.is_day and since.is_day):
        return None
    windows = _windows(rule.window, since)
    if windows.window_at(received.lo) is not None:
        return None
    opens = windows.next_after(received.lo)
    words = (
        f"without effect: notice may be given only for {rule.window.length.words} each time "
        f"{rule.window.every.words} have run, next from {opens.start} on"
    )
    return Step(words, rule.at.article, str(opens.start))


def _windows(window: ExitWindow, since: When) -> RecurringWindow:
    first = window.every.end_after(since.lo).day
    return RecurringWindow(first, window.every, window.length)
