"""A hand-made report that carries every verdict, overlapping sentences and a hostile text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from inforce.checking.model import (
    Check,
    DocumentReport,
    Event,
    Finding,
    Problem,
    Reconciled,
    Related,
    Report,
    Support,
)
from inforce.dates import DayInterval, Period
from inforce.documents import Document
from inforce.documents.model import Block, BlockKind, PublishedFrom
from inforce.law.model import ExitState, Span, Step, Timeline
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Count, Forecast, PeriodRule, Tally, Value
from inforce.terms import (
    Act,
    ClaimKind,
    CountedFrom,
    CountOf,
    Facet,
    Modality,
    Relation,
    StatusKind,
    VerdictKind,
)
from publishing.makers import day, recorded, running_exit

VOTE = """Estonia quits the Ottawa Convention
The Harbour Post | 4 June 2025

TALLINN - Members of the Riigikogu voted on 4 June 2025 to leave the Ottawa Convention, \
Baltic Wire reported. The bill passed with 81 votes in favour, one against and seven abstentions.

The exit will take effect six months after the parliament's vote. The convention was signed \
by 165 countries in 1997. Ministers of four states recommended leaving it in March.

The weather in the harbour was fair."""

HOSTILE = """<script>alert(1)</script> "><img src=x onerror=alert(2)>
The Riigikogu voted in May 2025 to leave the treaty\u202e yltneuqesnoc\u202c. See \
javascript:alert(3) or https://example.org/a?b=1&c=2.

As of 20 December 2025 it has 163 members; most countries have signed it. Estonia's bill was \
agreed unanimously, 81 against one. Ukraine suspended the treaty. Observers expect others to \
follow within three months.</textarea></style><svg/onload=alert(4)>"""

NOTHING = "The market opened at nine. Apples were cheap."


@dataclass(frozen=True)
class Sample:
    """The report, its timelines, and its three texts."""

    report: Report
    timelines: tuple[Timeline, ...]


def document(
    name: str, text: str, *, published: str | None = None, title: bool = False
) -> Document:
    blocks: list[Block] = []
    place = 0
    for part in text.split("\n\n"):
        kind = BlockKind.TITLE if title and not blocks else BlockKind.PARAGRAPH
        blocks.append(Block(place, place + len(part), kind))
        place += len(part) + 2
    return Document(
        name,
        text,
        sha256(text.encode()).hexdigest(),
        published=day(published) if published else None,
        published_from=PublishedFrom.DATELINE if published else None,
        title=text.partition("\n")[0] if title else None,
        outlet="The Harbour Post" if title else None,
        language="en",
        blocks=tuple(blocks),
    )


def told(
    where: Document,
    quote: str,
    *,
    kind: ClaimKind = ClaimKind.ACT,
    act: Act | None = None,
    when: str | None = None,
    value: Value | None = None,
    participant: str | None = "EST",
    modality: Modality = Modality.DONE,
    voices: tuple[str, ...] = (),
) -> Statement:
    """A statement whose quote stands in the document's text."""
    start = where.text.index(quote)
    claim = Claim(kind, participant, "apmbc", day(when) if when else None, act, value=value)
    evidence = Evidence(
        where.outlet or where.name,
        where.published,
        document=where.name,
        digest=where.digest,
        quote=quote,
        start=start,
        end=start + len(quote),
        attributed_to=voices,
    )
    return Statement(claim, modality, evidence)


def found(
    verdict: VerdictKind, facet: Facet, reason: str, right: str | None = None, *articles: str
) -> Finding:
    return Finding(
        facet,
        verdict,
        reason,
        right,
        articles,
        (
            Support(
                "Estonia, notice of withdrawal, 27 June 2025",
                "UN Secretary-General",
                "CN.368.2025, https://treaties.example.org/CN.368.2025",
                "2025-06-27",
            ),
            Support("A page", "someone", "javascript:alert(5)"),
        ),
        (
            Step(
                "notice received by the depositary on 2025-06-27",
                "20(3)",
                "2025-06-27",
                "unsg, CN.368.2025",
            ),
            Step("2025-06-27 + six months = 2025-12-27", "20(3)", "2025-12-27"),
        ),
    )


def vote_report() -> DocumentReport:
    paper = document("01-estonia-vote.txt", VOTE, published="2025-06-04", title=True)
    v, f = VerdictKind, Facet
    headline = told(
        paper, "Estonia quits the Ottawa Convention", act=Act.EXIT_EFFECT, when="2025-06-04"
    )
    vote = told(
        paper,
        "Members of the Riigikogu voted on 4 June 2025 to leave the Ottawa Convention",
        act=Act.BILL_ADOPTED,
        when="2025-06-04",
        voices=("Baltic Wire",),
    )
    leave = told(
        paper, "to leave the Ottawa Convention, Baltic Wire reported", kind=ClaimKind.ATTRIBUTION
    )
    tally = told(
        paper,
        "The bill passed with 81 votes in favour, one against and seven abstentions.",
        kind=ClaimKind.TALLY,
        value=Tally(81, 1, 7),
    )
    rule = told(
        paper,
        "The exit will take effect six months after the parliament's vote.",
        kind=ClaimKind.RULE,
        value=PeriodRule(Period(6, "months"), CountedFrom.DECISION),
        participant=None,
    )
    count = told(
        paper,
        "The convention was signed by 165 countries in 1997.",
        kind=ClaimKind.COUNT,
        value=Count(165, of=CountOf.SIGNED),
        participant=None,
        when="1997",
    )
    return DocumentReport(
        paper,
        (
            Check(
                headline,
                (
                    found(
                        v.PREMATURE,
                        f.RUNG,
                        "Parliament has voted; no notice was given, and no exit has taken effect.",
                        "Estonia's parliament votes to leave",
                        "apmbc 20(2)",
                    ),
                ),
            ),
            Check(vote, (found(v.SUPPORTED, f.DATE, "The Riigikogu voted on 4 June 2025."),)),
            Check(leave),
            Check(tally, (found(v.SUPPORTED, f.COUNT, "The tally is the recorded one."),)),
            Check(
                rule,
                (
                    found(
                        v.CONTRADICTED,
                        f.RULE,
                        "The six months run from receipt of the notice by the depositary.",
                        "six months from receipt of the notice: 27 June 2025 to 27 December 2025",
                        "apmbc 20(3)",
                    ),
                    found(v.SUPPORTED, f.COUNT, "Six months is the right period."),
                ),
            ),
            Check(
                count,
                (
                    found(
                        v.CONTRADICTED,
                        f.COUNT,
                        "122 states signed in December 1997, 133 in all.",
                        "133 signatories",
                        "apmbc 15",
                    ),
                    found(v.LOOSE, f.NOUN, "Parties are not signatories.", "parties"),
                ),
            ),
        ),
        ((VOTE.index("The weather"), len(VOTE), "no treaty and no act is named"),),
    )


def hostile_report() -> DocumentReport:
    page = document("hostile.html", HOSTILE)
    page = replace(page, address="javascript:alert(6)", title='<b onclick="x">Digest</b>')
    v, f = VerdictKind, Facet
    vote = told(
        page,
        "The Riigikogu voted in May 2025 to leave the treaty\u202e",
        act=Act.BILL_ADOPTED,
        when="2025-05",
    )
    count = told(
        page,
        "As of 20 December 2025 it has 163 members",
        kind=ClaimKind.COUNT,
        value=Count(163, of=CountOf.MEMBERS),
        participant=None,
        when="2025-12-20",
    )
    most = told(
        page,
        "most countries have signed it",
        kind=ClaimKind.COUNT,
        value=Count(None, "most", CountOf.SIGNED),
        participant=None,
    )
    tally = told(
        page,
        "Estonia's bill was agreed unanimously, 81 against one.",
        kind=ClaimKind.TALLY,
        value=Tally(81, 1),
    )
    ukraine = told(
        page, "Ukraine suspended the treaty.", act=Act.SUSPENSION, participant="UKR", when="2025-07"
    )
    others = told(
        page,
        "Observers expect others to follow within three months.",
        kind=ClaimKind.FORECAST,
        value=Forecast("expect", "others follow", "three months"),
        participant=None,
        modality=Modality.PLANNED,
    )
    return DocumentReport(
        page,
        (
            Check(
                vote,
                (
                    found(
                        v.CONTRADICTED,
                        f.DATE,
                        "The vote was on 4 June 2025, not in May.",
                        "4 June 2025",
                    ),
                ),
            ),
            Check(
                count,
                (
                    found(
                        v.TRUE_ON_OTHER_DAYS,
                        f.COUNT,
                        "163 are parties from 27 December 2025 to 9 January 2026.",
                        "166 on 20 December 2025",
                    ),
                ),
            ),
            Check(
                most,
                (
                    found(
                        v.LOOSE,
                        f.NOUN,
                        "Most are parties; 133 signed.",
                        "most countries are parties",
                    ),
                ),
            ),
            Check(
                tally,
                (found(v.INCONSISTENT, f.ARITHMETIC, "A vote with one against is not unanimous."),),
            ),
            Check(
                ukraine,
                (
                    found(
                        v.DISPUTED,
                        f.ACT,
                        "A suspension was notified; the parties hold that none is possible.",
                    ),
                ),
            ),
            Check(others, (found(v.UNVERIFIABLE, f.MODALITY, "It is a forecast."),)),
        ),
    )


def sample() -> Sample:
    vote, hostile = vote_report(), hostile_report()
    empty = DocumentReport(
        document("market.txt", NOTHING), (), ((0, 26, "no treaty"),), "No treaty is named in it."
    )
    first, second = vote.checks[1].statement.id, hostile.checks[0].statement.id
    count = hostile.checks[1].statement.id
    report = Report(
        (vote, hostile, empty),
        relations=(
            Related(
                Relation.CONFLICT,
                first,
                second,
                "One dates the vote to 4 June 2025, the other to May 2025.",
            ),
            Related(Relation.SAME_EVENT, first, second, "Both tell of the vote in the Riigikogu."),
        ),
        events=(
            Event(
                "apmbc",
                "EST",
                "Estonia, vote in parliament",
                (first, second),
                ("Baltic Wire",),
                1,
                "4 June 2025, 81 for, 1 against",
            ),
        ),
        reconciled=(
            Reconciled(
                count,
                163,
                "163 is the number of parties in force from 27 December 2025.",
                (
                    ("2025-12-01/2025-12-26", 166, 166),
                    ("2025-12-27/2026-01-09", 163, 163),
                    ("2026-01-10/2026-02-19", 162, 162),
                ),
            ),
        ),
        problems=(Problem("lost.txt", "lost.txt: no such file; a readable file was expected"),),
        catalogue="catalogue 0123456789ab",
        record_until=(("apmbc", date(2026, 2, 3), "It agrees with the status page of that day."),),
        known_on=day("2026-11-22"),
        made_on=date(2026, 11, 22),
    )
    return Sample(report, (estonia(), ukraine_line()))


def estonia() -> Timeline:
    """Estonia's dates as published: facts of the depositary and of the Riigikogu."""
    effect = replace(running_exit("EST"), state=ExitState.EFFECTIVE, effect=day("2025-12-27"))
    return Timeline(
        "EST",
        "apmbc",
        (
            Span(StatusKind.NONE, DayInterval(None, date(2004, 5, 12))),
            Span(StatusKind.CONTRACTING, DayInterval(date(2004, 5, 12), date(2004, 11, 1))),
            Span(StatusKind.PARTY, DayInterval(date(2004, 11, 1), date(2025, 6, 27))),
            Span(StatusKind.PARTY_EXIT_RUNNING, DayInterval(date(2025, 6, 27), date(2025, 12, 27))),
            Span(StatusKind.FORMER_PARTY, DayInterval(date(2025, 12, 27), None)),
        ),
        exits=(effect,),
        events=(
            recorded(Act.ACCESSION, "2004-05-12", participant="EST"),
            recorded(Act.BILL_ADOPTED, "2025-06-04", participant="EST"),
            recorded(Act.LAW_SIGNED, "2025-06-11", participant="EST"),
            recorded(Act.WITHDRAWAL, "2025-06-27", participant="EST"),
            recorded(Act.EXIT_EFFECT, "2025-12-27", participant="EST"),
        ),
    )


def ukraine_line() -> Timeline:
    return Timeline(
        "UKR",
        "apmbc",
        (
            Span(StatusKind.NONE, DayInterval(None, date(2006, 6, 1))),
            Span(StatusKind.PARTY, DayInterval(date(2006, 6, 1), None)),
        ),
        events=(recorded(Act.SUSPENSION, "2025-07-18", participant="UKR"),),
    )
