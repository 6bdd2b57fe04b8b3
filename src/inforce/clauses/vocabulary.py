"""The words of final clauses: what a broken word may have been, and the names of things."""

from __future__ import annotations

TREATY_NOUNS = tuple(
    ["convention", "protocol", "agreement", "treaty", "covenant", "statute", "charter", "constitution", "pact", "accord", "arrangement", "act", "measures", "instrument", "undertaking", "memorandum", "articles"]
)
"""Nouns by which a treaty speaks of itself."""

OTHER_SUBJECTS = tuple(
    ["amendment", "amendments", "annex", "annexes", "appendix", "appendices", "modification", "modifications", "adjustment", "adjustments", "decision", "decisions", "revision", "revisions", "recommendation", "recommendations", "reservation", "reservations", "declaration", "declarations", "objection", "extension", "measure", "schedule", "rules", "regulations", "regulation", "limits", "law", "laws", "withdrawal", "denunciation", "notification", "notice", "termination", "suspension"]
)
"""Nouns of other things that may enter into force or take effect."""

CONSENT_NOUNS = tuple(
    ["ratification", "ratifications", "acceptance", "acceptances", "approval", "approvals", "accession", "accessions", "adherence", "adherences", "adhesion", "adhesions", "signature", "consent", "instrument", "instruments", "succession"]
)

WHO = tuple(
    ["state", "states", "party", "parties", "government", "governments", "country", "countries", "member", "members", "signatory", "signatories", "power", "powers", "nation", "nations", "organization", "organizations", "organisation", "organisations", "territory", "territories", "administration", "administrations", "entity", "participant", "participants", "applicant"]
)
"""Who may consent to a treaty."""

_OTHER_WORDS = """
conventions protocols agreements treaties shall enter enters entered entry force effect
effective become becomes deposit deposited depositary deposition receipt received denounce
denounced denounces withdraw withdraws withdrawn withdrawing ratify ratifying ratified
ratifies accept accepting accepted accepts approve approving approved approves accede
acceding acceded accedes adhere adhering signed signing contracting secretary general
director thereafter subsequently following thirtieth ninetieth sixtieth months month years
year days calendar expiration expiry period provisional provisionally application
territorial authentic equally original duration remain conflict armed addressed communicated
communication registered registration written writing thereof therefrom thereto whichever
including least institution notifications notified notifying into instruments
"""

WHOLE_WORDS = frozenset(
    word
    for word in (
        *TREATY_NOUNS,
        *OTHER_SUBJECTS,
        *CONSENT_NOUNS,
        *WHO,
        *_OTHER_WORDS.split(),
    )
    if len(word) >= 4
)
"""Words that are put together when a scan has broken them."""
