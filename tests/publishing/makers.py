"""Hand-made answers and a small catalogue of names, for the tests of the publishing room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inforce.catalogue import UnknownParticipant, UnknownSource, UnknownTreaty
from inforce.catalogue.model import Participant, SourceInfo, Treaty
from inforce.dates import PartialDate, Truth
from inforce.law.model import ConditionState, Exit, ExitState, StatusAnswer, Step
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.view import AdjudicatedAct
from inforce.terms import (
    Act,
    AnswerKind,
    ClaimKind,
    Modality,
    SourceKind,
    StatusKind,
)

NAMES = {
    "EST": "Estonia",
    "LTU": "Lithuania",
    "LVA": "Latvia",
    "NLD": "Netherlands",
    "POL": "Poland",
    "UKR": "Ukraine",
    "GBR": "United Kingdom",
}


@dataclass(frozen=True)
class Names:
    """A catalogue that knows seven states, one treaty and one source."""

    compiled_on: str = "catalogue 0123456789ab"

    def participant(self, name: str) -> Participant:
        if name not in NAMES:
            raise UnknownParticipant(f"no participant is called {name}")
        return Participant(name, NAMES[name], "un_member", None, None, None, ())

    def treaty(self, name: str) -> Treaty:
        if name != "apmbc":
            raise UnknownTreaty(f"no treaty is called {name}")
        return ottawa()

    def source(self, source_id: str) -> SourceInfo:
        if source_id != "unsg":
            raise UnknownSource(f"no source is called {source_id}")
        return SourceInfo("unsg", "UN Secretary-General", SourceKind.DEPOSITARY)


def ottawa() -> Treaty:
    return Treaty(
        id="apmbc",
        title="Convention on the Prohibition of Anti-Personnel Mines",
        short_name="Ottawa Convention",
        number="MTDSG XXVI-5",
        aliases=(("en", ("Mine Ban Treaty", "Ottawa Treaty")),),
        depositary="UN Secretary-General (article 21)",
        depositary_source="unsg",
        adopted=day("1997-09-18"),
        opened=day("1997-12-03"),
        in_force=date(1999, 3, 1),
        rules=None,
        complete_until=date(2026, 2, 3),
        complete_words="It agrees with the status page of that day.",
    )


def day(edtf: str) -> PartialDate:
    return PartialDate.parse(edtf)


def statement(
    act: Act | None = Act.WITHDRAWAL,
    when: str | None = "2025-06-27",
    *,
    participant: str = "LTU",
    quote: str = "",
    start: int | None = None,
    document: str | None = None,
    source: str = "unsg",
    modality: Modality = Modality.DONE,
    kind: ClaimKind = ClaimKind.ACT,
    asserted: str | None = None,
    reference: str = "",
) -> Statement:
    """One act of one participant under ``apmbc``, said by a source or in a document."""
    claim = Claim(kind, participant, "apmbc", day(when) if when else None, act)
    end = None if start is None else start + len(quote)
    evidence = Evidence(
        source,
        day(asserted) if asserted else None,
        asserted is None,
        document=document,
        quote=quote,
        start=start,
        end=end,
        reference=reference,
    )
    return Statement(claim, modality, evidence)


def recorded(
    act: Act, when: str, *, participant: str = "LTU", reference: str = ""
) -> AdjudicatedAct:
    followed = statement(act, when, participant=participant, reference=reference)
    return AdjudicatedAct("apmbc", participant, act, day(when), followed)


def running_exit(
    participant: str = "LTU", notice: str = "2025-06-27", expected: str = "2025-12-27"
) -> Exit:
    condition = ConditionState("armed_conflict", "20(3)", day(expected), Truth.UNKNOWN)
    return Exit(
        "apmbc",
        participant,
        recorded(Act.WITHDRAWAL, notice, participant=participant),
        day(expected),
        None,
        ExitState.RUNNING,
        (condition,),
    )


def lithuania() -> StatusAnswer:
    """Lithuania on 20 December 2025, as known on 4 July 2025 (facts of DESIGN's example)."""
    return StatusAnswer(
        "LTU",
        "apmbc",
        day("2025-12-20"),
        StatusKind.PARTY_EXIT_RUNNING,
        AnswerKind.YES,
        exits=(running_exit(),),
        known_until=date(2025, 7, 4),
        past_record=True,
        trace=(
            Step(
                "notice of withdrawal received by the depositary on 2025-06-27",
                "20(3)",
                "2025-06-27",
                "unsg, CN.366.2025",
            ),
            Step("six months after 2025-06-27 end on 2025-12-27", "20(3)", "2025-12-27"),
        ),
    )
