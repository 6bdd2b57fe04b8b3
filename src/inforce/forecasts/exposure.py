"""What still binds a participant on a subject when it leaves one of the subject's treaties."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.catalogue import Catalogue
from inforce.catalogue.subjects import Subject, SubjectRule, subjects
from inforce.dates import PartialDate
from inforce.forecasts.whatif import Records
from inforce.law import status, vclt
from inforce.law.model import StatusAnswer, Step


@dataclass(frozen=True, slots=True)
class Remaining:
    """Another treaty on the subject: its rules there and the participant's status under it."""

    treaty: str
    rules: tuple[SubjectRule, ...]
    status: StatusAnswer


@dataclass(frozen=True, slots=True)
class Exposure:
    """One participant and one subject, apart from the treaty that it leaves.

    ``lost`` are that treaty's rules on the subject. ``remaining`` are all other treaties on it;
    those that bind are the ones whose status answers yes.
    """

    participant: str
    leaving: str
    subject: Subject
    on: PartialDate
    status: StatusAnswer
    lost: tuple[SubjectRule, ...]
    remaining: tuple[Remaining, ...]
    trace: tuple[Step, ...]


def exposure(
    participant: str, leaving: str, catalogue: Catalogue, records: Records, *, on: PartialDate
) -> tuple[Exposure, ...]:
    """What remains on ``on`` for a participant without the treaty, one entry a subject.

    Empty where the catalogue names no subject of the treaty. Beyond treaties, duties that rest on
    custom remain (VCLT 43), which no list here holds.
    """
    treaty = catalogue.treaty(leaving)
    found = []
    for subject in subjects(catalogue, treaty.id):
        others = dict.fromkeys(rule.treaty for rule in subject.rules if rule.treaty != treaty.id)
        found.append(
            Exposure(
                participant,
                treaty.id,
                subject,
                on,
                status(treaty, participant, on, records(treaty.id)),
                tuple(rule for rule in subject.rules if rule.treaty == treaty.id),
                tuple(
                    Remaining(
                        other,
                        tuple(rule for rule in subject.rules if rule.treaty == other),
                        status(catalogue.treaty(other), participant, on, records(other)),
                    )
                    for other in others
                ),
                (Step(vclt.words("43"), "VCLT 43"),),
            )
        )
    return tuple(found)
