"""The clause that a status sheet quotes, as rules, and the treaty's own day by them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from inforce.catalogue import Catalogue
from inforce.catalogue.model import RuleState
from inforce.clauses import Proposal, propose_clause
from inforce.clauses.as_rules import treaty_of
from inforce.law.force import treaty_force
from inforce.record.adjudicate import adjudicate
from inforce.record.model import Recorded
from inforce.terms import Act

if TYPE_CHECKING:
    from inforce.law.model import Force
    from inforce.official.model import Imported

_SPEAKS = re.compile(
    r"\bshall\b[^.]{0,300}\b(?:force|effect)\b|\breads? as follows\b|\bstipulates\b", re.I
)
_ARTICLE = re.compile(r"\b(?:article|paragraph) ([0-9]+|[IVXLC]+)(?: ?\((\d+)\))?")
_AMENDMENT = re.compile(r"\bamendments?\b", re.I)


def quoted_clause(words: str, *, name: str, title: str, catalogue: Catalogue) -> Proposal | None:
    """The rules that the words behind "Entry into force" quote; None where they quote nothing.

    All spans are places in ``words``. A title of an amendment makes a clause on amendments the
    treaty's own.
    """
    if not _SPEAKS.search(words):
        return None
    cited = _ARTICLE.search(words)
    article = cited[1] if cited else ""
    amendment = _AMENDMENT.match(title) is not None
    return propose_clause(
        words, name=name, catalogue=catalogue, article=article, amendment=amendment
    )


def printed_day(imported: Imported) -> date | None:
    """The treaty's own entry into force as the file prints it; None where it prints no full day."""
    days = [
        one.claim.date
        for one in imported.acts
        if one.claim.act is Act.ENTRY_INTO_FORCE and one.claim.date is not None
    ]
    return days[0].earliest if days and days[0].is_day else None


def own_day(imported: Imported, catalogue: Catalogue) -> Force | None:
    """The treaty's own entry into force by the quoted clause and the instruments of the file.

    None where no rule on it was read.
    """
    proposal = imported.clause
    if proposal is None:
        return None
    treaty = treaty_of(proposal, name=imported.called, title=imported.title, source=imported.source)
    rules = treaty.rules
    if rules is None or rules.entry_into_force.at.state is not RuleState.STATED:
        return None
    now = datetime.now(UTC)
    kinds = {source.id: source.kind for source in catalogue.sources()}
    record = adjudicate(
        imported.called,
        [Recorded(one, now, "the file", "as imported") for one in imported.statements],
        kinds=kinds,
    )
    return treaty_force(treaty, record)
