"""What the Vienna Convention on the Law of Treaties (1969) says where a treaty is silent.

The articles stand here in our own words; the text is 1155 UNTS 331.
"""

from __future__ import annotations

from datetime import date

from inforce.catalogue.model import Treaty
from inforce.dates import Period

IN_FORCE = date(1980, 1, 27)
"""The Vienna Convention's own entry into force (its article 84)."""

NOTICE_WITHOUT_CLAUSE = Period(12, "months")
"""The least notice of an exit from a treaty without an exit clause (article 56(2))."""

OBJECTION_PERIOD = Period(3, "months")
"""The least time that the others have to object to a claimed exit or suspension (65(2))."""

ARTICLES = {
    "4": "the Convention itself governs treaties concluded after it entered into force, between "
    "states bound by it; what it took over from custom governs all others too",
    "18": "a signatory must not defeat the treaty's object and purpose until it has made clear "
    "that it will not become a party",
    "24(2)": "without a rule on entry into force, a treaty begins once every negotiating state "
    "has consented",
    "24(3)": "one that consents after entry into force is bound from its consent, unless the "
    "treaty says otherwise",
    "25": "a treaty is applied provisionally where it says so or the negotiators agreed, until "
    "notice is given of not becoming a party",
    "29": "a treaty binds a party for its entire territory, unless another intention appears from "
    "it or is otherwise established",
    "42(2)": "an exit or a suspension can rest only on the treaty or on the Convention",
    "43": "leaving a treaty does not touch a duty that binds under international law without it",
    "54": "a party may leave as the treaty provides, or at any time if all the parties consent",
    "55": "falling below the number needed for entry into force does not end a treaty",
    "56(1)": "without an exit clause there is no leaving, unless the parties meant to admit it "
    "or the nature of the treaty implies it",
    "56(2)": "where leaving without a clause is possible at all, it needs at least twelve "
    "months' notice",
    "57": "operation may be suspended only as the treaty provides, or with the consent of all",
    "58": "some parties may suspend a treaty between themselves, unless it forbids that or the "
    "others' rights suffer",
    "62": "a fundamental change of circumstances may be invoked only under strict conditions, "
    "and not by one whose own breach brought it about",
    "65": "who claims a ground to leave or suspend notifies the others in writing with reasons; "
    "they have at least three months to object, save in special urgency",
    "67(2)": "an act of ending or suspending is carried out by an instrument sent to the others",
    "68": "a notice may be taken back at any time before it takes effect",
    "70": "leaving frees from further performance and leaves earlier rights and situations",
    "72": "suspension frees from performance only between those concerned and while it lasts",
}
"""Article number to what it says, in our own words."""


def words(article: str) -> str:
    """What the article says, in our own words; KeyError for one that is not held here."""
    return ARTICLES[article]


def basis(treaty: Treaty) -> str:
    """On which footing the Vienna Convention applies to the treaty (its article 4)."""
    made = treaty.adopted or treaty.opened
    if made is not None and made.latest is not None and made.latest < IN_FORCE:
        return f"as custom, for the treaty is older than {IN_FORCE} (VCLT 4)"
    return "as treaty law between its own parties, as custom for others (VCLT 4)"
