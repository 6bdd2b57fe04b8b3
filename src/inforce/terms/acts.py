"""Treaty acts, what each is in law, and the ladder of steps that leads to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Act(StrEnum):
    """What was done. Each member's source stands in :data:`DEFINITIONS`."""

    # domestic steps
    INTENTION_ANNOUNCED = "intention_announced"
    PROPOSED = "proposed"
    GOVERNMENT_APPROVED = "government_approved"
    BILL_ADOPTED = "bill_adopted"
    LAW_SIGNED = "law_signed"
    # international acts of a participant
    SIGNATURE = "signature"
    DEFINITIVE_SIGNATURE = "definitive_signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    FORMAL_CONFIRMATION = "formal_confirmation"
    CONSENT_TO_BE_BOUND = "consent_to_be_bound"
    PROVISIONAL_APPLICATION = "provisional_application"
    INTENTION_NOT_TO_JOIN = "intention_not_to_join"
    PROVISIONAL_APPLICATION_END = "provisional_application_end"
    RESERVATION = "reservation"
    DECLARATION = "declaration"
    OBJECTION = "objection"
    RESERVATION_WITHDRAWAL = "reservation_withdrawal"
    DECLARATION_WITHDRAWAL = "declaration_withdrawal"
    OBJECTION_WITHDRAWAL = "objection_withdrawal"
    TERRITORIAL_APPLICATION = "territorial_application"
    TERRITORIAL_EXCLUSION = "territorial_exclusion"
    TERRITORIAL_APPLICATION_END = "territorial_application_end"
    WITHDRAWAL = "withdrawal"
    DENUNCIATION = "denunciation"
    REVOCATION = "revocation"
    SUSPENSION = "suspension"
    EXPULSION = "expulsion"
    # performance of a duty that has a deadline
    EXTENSION = "extension"
    COMPLETION = "completion"
    REPORT = "report"
    NON_COMPLIANCE = "non_compliance"
    # effects for a participant
    ENTRY_INTO_FORCE_FOR_PARTICIPANT = "entry_into_force_for_participant"
    EXIT_EFFECT = "exit_effect"
    # the treaty itself
    ADOPTION = "adoption"
    OPENING = "opening"
    ENTRY_INTO_FORCE = "entry_into_force"
    AMENDMENT = "amendment"
    TERMINATION = "termination"


class Rung(IntEnum):
    """The ladder on which every claim of an act has a place; higher is nearer to effect."""

    ANNOUNCED = 1
    PROPOSED = 2
    VOTED = 3
    ENACTED = 4
    NOTIFIED = 5
    EFFECTIVE = 6

    @property
    def word(self) -> str:
        """The rung's name in lower case, as reports print it."""
        return "notified or deposited" if self is Rung.NOTIFIED else self.name.lower()


@dataclass(frozen=True, slots=True)
class Definition:
    """What a term means, in our words, and the article or handbook section that says so."""

    words: str
    source: str


CONSENTS = frozenset(
    {
        Act.DEFINITIVE_SIGNATURE,
        Act.RATIFICATION,
        Act.ACCEPTANCE,
        Act.APPROVAL,
        Act.ACCESSION,
        Act.SUCCESSION,
        Act.FORMAL_CONFIRMATION,
        Act.CONSENT_TO_BE_BOUND,
    }
)
"""Acts by which a participant consents to be bound (VCLT articles 11 to 16)."""

EXIT_NOTICES = frozenset({Act.WITHDRAWAL, Act.DENUNCIATION})
"""Notices of an exit; the treaty's own word decides between them (VCLT articles 54 and 56)."""

DUTY_ACTS = frozenset({Act.EXTENSION, Act.COMPLETION, Act.REPORT, Act.NON_COMPLIANCE})
"""What is told of a duty that has a deadline; each names the duty in its value."""

DOMESTIC_STEPS = frozenset(
    {
        Act.INTENTION_ANNOUNCED,
        Act.PROPOSED,
        Act.GOVERNMENT_APPROVED,
        Act.BILL_ADOPTED,
        Act.LAW_SIGNED,
    }
)
"""Steps under a state's own law: none of them is an act towards the other parties."""

UNILATERAL = frozenset(
    {
        Act.RESERVATION,
        Act.DECLARATION,
        Act.OBJECTION,
        Act.RESERVATION_WITHDRAWAL,
        Act.DECLARATION_WITHDRAWAL,
        Act.OBJECTION_WITHDRAWAL,
    }
)
"""Reservations, declarations, objections and their withdrawals (VCLT articles 19 to 23)."""

TERRITORIAL = frozenset(
    {
        Act.TERRITORIAL_APPLICATION,
        Act.TERRITORIAL_EXCLUSION,
        Act.TERRITORIAL_APPLICATION_END,
    }
)
"""Acts on the territories to which a treaty applies for a participant (VCLT article 29)."""

_RUNGS = {
    Act.INTENTION_ANNOUNCED: Rung.ANNOUNCED,
    Act.PROPOSED: Rung.PROPOSED,
    Act.GOVERNMENT_APPROVED: Rung.PROPOSED,
    Act.BILL_ADOPTED: Rung.VOTED,
    Act.LAW_SIGNED: Rung.ENACTED,
    Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT: Rung.EFFECTIVE,
    Act.EXIT_EFFECT: Rung.EFFECTIVE,
    Act.EXPULSION: Rung.EFFECTIVE,
    Act.ENTRY_INTO_FORCE: Rung.EFFECTIVE,
    Act.TERMINATION: Rung.EFFECTIVE,
    Act.PROVISIONAL_APPLICATION_END: Rung.EFFECTIVE,
}


def rung(act: Act) -> Rung:
    """The rung of an act; acts communicated to a depositary stand on NOTIFIED."""
    return _RUNGS.get(act, Rung.NOTIFIED)


DEFINITIONS: dict[Act, Definition] = {
    Act.INTENTION_ANNOUNCED: Definition(
        "someone who speaks for a state says that it means to act; nothing in law follows",
        "practice; no article",
    ),
    Act.PROPOSED: Definition(
        "an act is recommended or put to the body that decides", "practice; no article"
    ),
    Act.GOVERNMENT_APPROVED: Definition(
        "a government adopts the proposal or sends the bill on", "national law"
    ),
    Act.BILL_ADOPTED: Definition(
        "a chamber adopts the bill; towards the other parties this is not yet consent or notice",
        "national law; compare VCLT article 46",
    ),
    Act.LAW_SIGNED: Definition(
        "the head of state signs or promulgates the law or decree", "national law"
    ),
    Act.SIGNATURE: Definition(
        "signature subject to ratification: no consent yet, but a duty of good faith",
        "VCLT articles 10, 14 and 18; UN Treaty Handbook 3.1.3",
    ),
    Act.DEFINITIVE_SIGNATURE: Definition(
        "signature that itself expresses consent to be bound",
        "VCLT article 12; UN Treaty Handbook 3.1.4",
    ),
    Act.RATIFICATION: Definition(
        "the international act by which a signatory consents to be bound",
        "VCLT articles 2(1)(b) and 14; UN Treaty Handbook 3.3.2",
    ),
    Act.ACCEPTANCE: Definition(
        "consent to be bound under conditions like those of ratification",
        "VCLT articles 2(1)(b) and 14(2); UN Treaty Handbook 3.3.3",
    ),
    Act.APPROVAL: Definition(
        "consent to be bound under conditions like those of ratification",
        "VCLT articles 2(1)(b) and 14(2); UN Treaty Handbook 3.3.3",
    ),
    Act.ACCESSION: Definition(
        "consent to be bound by one who has not signed",
        "VCLT articles 2(1)(b) and 15; UN Treaty Handbook 3.3.4",
    ),
    Act.SUCCESSION: Definition(
        "a successor state's notice that it regards itself as bound",
        "Vienna Convention on Succession of States in respect of Treaties, articles 17 and 22",
    ),
    Act.FORMAL_CONFIRMATION: Definition(
        "an international organisation's equivalent of ratification",
        "VCLT 1986 article 2(1)(b bis); UN Treaty Handbook, glossary",
    ),
    Act.CONSENT_TO_BE_BOUND: Definition(
        "consent whose form the source does not tell", "VCLT article 11"
    ),
    Act.PROVISIONAL_APPLICATION: Definition(
        "the treaty, or a part of it, is applied before it is in force", "VCLT article 25(1)"
    ),
    Act.INTENTION_NOT_TO_JOIN: Definition(
        "notice that one will not become a party, which ends provisional application and the "
        "duties of a signatory",
        "VCLT articles 18(a) and 25(2)",
    ),
    Act.PROVISIONAL_APPLICATION_END: Definition(
        "provisional application ends", "VCLT article 25(2)"
    ),
    Act.RESERVATION: Definition(
        "a unilateral statement that excludes or modifies provisions for its author",
        "VCLT articles 2(1)(d) and 19 to 23",
    ),
    Act.DECLARATION: Definition(
        "a unilateral statement that interprets or opts, without modifying",
        "UN Treaty Handbook 3.6",
    ),
    Act.OBJECTION: Definition(
        "a statement against another's reservation or act", "VCLT articles 20, 21 and 65(3)"
    ),
    Act.RESERVATION_WITHDRAWAL: Definition(
        "a reservation is taken back, in whole or in part, which needs nobody's consent",
        "VCLT articles 22(1), 22(3)(a) and 23(4)",
    ),
    Act.DECLARATION_WITHDRAWAL: Definition(
        "a declaration is taken back, in whole or in part", "UN Treaty Handbook 3.6"
    ),
    Act.OBJECTION_WITHDRAWAL: Definition(
        "an objection to a reservation is taken back", "VCLT articles 22(2) and 22(3)(b)"
    ),
    Act.TERRITORIAL_APPLICATION: Definition(
        "a state says that the treaty applies, or from now on applies, to a territory of its own",
        "VCLT article 29; Summary of Practice of the Secretary-General as Depositary, chapter XI",
    ),
    Act.TERRITORIAL_EXCLUSION: Definition(
        "a state says that its consent does not cover a territory of its own",
        "VCLT article 29; Summary of Practice of the Secretary-General as Depositary, chapter XI",
    ),
    Act.TERRITORIAL_APPLICATION_END: Definition(
        "a state ends the treaty's application to one of its territories",
        "VCLT articles 29 and 54; the treaty's own territorial clause",
    ),
    Act.WITHDRAWAL: Definition(
        "notice of leaving a treaty that goes on among the others",
        "VCLT articles 54, 56, 65 and 67; UN Treaty Handbook 4.5",
    ),
    Act.DENUNCIATION: Definition(
        "notice of leaving, in the word that some treaties use",
        "VCLT articles 54, 56, 65 and 67; UN Treaty Handbook 4.5",
    ),
    Act.REVOCATION: Definition("a notice is taken back before it takes effect", "VCLT article 68"),
    Act.SUSPENSION: Definition(
        "a participant says that it no longer performs for a time; whether it may is for the law",
        "VCLT articles 57, 58, 62(3), 65 and 72",
    ),
    Act.EXPULSION: Definition(
        "the others end a participant's membership", "the treaty's own clause"
    ),
    Act.EXTENSION: Definition(
        "a body of the parties gives one of them more time for a duty",
        "the treaty's own clause, such as APMBC article 5(3) to (6) and CCM articles 3(3) and 4(5)",
    ),
    Act.COMPLETION: Definition(
        "a participant declares that it has fulfilled a duty, such as clearance or destruction",
        "practice of the meetings of the parties; compare APMBC article 7(1)(f) and CCM article "
        "4(1)(c)",
    ),
    Act.REPORT: Definition(
        "a participant submits a report that the treaty asks for",
        "the treaty's own clause, such as APMBC article 7 and ICCPR article 40",
    ),
    Act.NON_COMPLIANCE: Definition(
        "a body of the parties finds that a duty was not fulfilled in time",
        "the treaty's own clause or its meetings; compare APMBC article 8 and VCLT article 60",
    ),
    Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT: Definition(
        "the treaty begins to bind the participant", "VCLT article 24(3)"
    ),
    Act.EXIT_EFFECT: Definition(
        "the participant is released from further performance", "VCLT article 70(1) and (2)"
    ),
    Act.ADOPTION: Definition("the text is settled by vote or consensus", "VCLT article 9"),
    Act.OPENING: Definition("the treaty is open for signature", "UN Treaty Handbook, glossary"),
    Act.ENTRY_INTO_FORCE: Definition(
        "the treaty begins to bind those who had consented", "VCLT article 24(1) and (2)"
    ),
    Act.AMENDMENT: Definition("the text is changed among the parties", "VCLT articles 39 and 40"),
    Act.TERMINATION: Definition("the treaty ends for all", "VCLT articles 54 and 70"),
}
