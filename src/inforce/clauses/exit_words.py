"""The words of clauses on leaving, as patterns over canonical text."""

from __future__ import annotations

import re

from inforce.clauses.numerals import PATTERN as NUMBER
from inforce.clauses.vocabulary import TREATY_NOUNS
from inforce.clauses.vocabulary import WHO as PARTICIPANTS

ANCHOR = re.compile(
    r"denoun|denun|with\s?draw|withdr|drawal|d[ée]nonc|retrai|retir|"
    r"ce(?:ase|ssation)\w*\s+(?:\w+\s+){0,3}?(?:party|bound|force|member)"
)
NOUN = "|".join(TREATY_NOUNS)
WHO = "|".join(PARTICIPANTS)
ACT = r"(?:denounc\w+|denunciations?|withdraw\w*|withdrew|terminat\w+)"
WITHDRAW = (
    rf"withdraw(?= (?:from|at|by|on|upon|with|after|therefrom|in|if|,|when|and|as|also|its "
    rf"(?:ratification|"
    rf"acceptance|accession|adherence|membership)|(?:the|this) (?:present )?(?:{NOUN})\b)|$)"
)
OUTRIGHT = re.compile(
    rf"\b(?:denounce|denunciation of|withdraw\w* from) "
    rf"(?:this|the present|the said|the) (?:{NOUN})\b"
)
LEAVES = re.compile(
    rf"\b(?:{WHO})\b[^;]{{0,260}}?\b(?:may|can|shall be free to|shall be entitled to|wish\w*|"
    rf"shall have "
    rf"the right|has the right|desir\w+|right)\b[^;]{{0,330}}?\b(?:denounce(?! (?:an?|his|her|"
    rf"their|my|your|our)\b)|{WITHDRAW}|"
    rf"denunciation|withdrawal|"
    rf"terminate its|renounce|cease to be)\b|"
    rf"\b(?:{NOUN}|it)\b[^;]{{0,160}}?\b(?:may|can|shall)(?: \w+)? be (?:denounced|terminated by "
    rf"any)\b|"
    rf"\b(?:withdrawal|denunciation)s? (?:from|of) (?:this|the|the present|the said) (?:{NOUN})\b|"
    rf"\b(?:gives?|given|giving|addressing|sending)\b[^;]{{0,60}}noti(?:ce|fication) of (?:its |"
    rf"such |his )?"
    rf"(?:withdrawal|denunciation|(?:intention|desire) (?:to|of) (?:withdraw|terminat|denounc)\w*)|"
    rf"\b(?:{WHO}) (?:which|that|who) (?:has |have )?(?:ratified|acceded)[^;]{{0,60}} may "
    rf"denounce\b"
)
FAR = 240
"""So many characters away a time is not that of the effect."""
TAKES_EFFECT = re.compile(
    r"^(?:\W*\d+ )?(?:(?:such|the|a|any|any such) )?(?:denunciation|withdrawal) shall "
    r"(?:take effect|become effective)"
)
REPLACES = re.compile(r"\bshall\s+be\s+(?:replaced|added|inserted|substituted|amended to read)\b")
"""What amends another treaty quotes that one's clauses, not its own."""
NOT_THIS = re.compile(
    r"\b(?:reservations?|objections?|declarations?|signatures?|acceptance of (?:an|the) (?:annex|"
    r"amendment)|"
    r"amendments?|candidat\w+|request|proposal|offer|extension|notification of (?:non|withdrawal "
    r"of))\b"
)
EFFECT = re.compile(
    r"\b(?:take|takes|taking|have|has|having) (?:\w+ )?effect\b|\b(?:become|be|becomes)(?: \w+)? "
    r"(?:effective|"
    r"operative)\b|\bcease\w* to (?:be|apply|have)|\beffective\b|\benter into force\b|"
    r"\b(?:withdraw|denounce)\b|\bcome into (?:force|effect)\b|\bbe (?:terminated|bound|completed|"
    r"made)\b|\bshall remain\b"
)
LATER = re.compile(
    r"\bor (?:such|any|on|at|upon|after|from|a|the)\b[^.;]{0,90}?\b(?:later|longer|subsequent)\b|"
    r"\bunless (?:the|a|such)[^.;]{0,60}\b(?:later|longer)\b|\bnot (?:be )?less than\b|\bat the "
    r"earliest\b|"
    r"\bnot earlier than\b|\bshall not take effect until\b|\bor at such later\b|\bwhere a "
    r"longer\b|\bor any later\b"
)
MINIMUM = re.compile(
    rf"\b(?:after|from|upon|until|before|not earlier than|following|on)\b(?: the)?(?: "
    rf"(?:expiration|expiry|end|"
    rf"lapse|date))?(?: of)?(?: a| the| which is)?(?: period of)?(?: at least| not less than)? "
    rf"(?P<n>{NUMBER}) (?P<u>year|month)s?(?: have (?:elapsed|passed))? (?:from|after|of|"
    rf"following|reckoned from|"
    rf"since|has|have)\b(?P<of>[^;]{{0,180}})"
    rf"|\b(?P<n2>{NUMBER}) (?P<u2>year|month)s? after (?P<of2>(?:the )?(?:date|entry|coming|its|"
    rf"day)[^;]{{0,120}})"
    rf"|\b(?P<of3>been in force for) (?P<n3>{NUMBER}) (?P<u3>year|month)s?\b"
)
TAKEN = re.compile(
    r"\bentry into force\b|\benter(?:s|ed)? into force|\bc[ao]m\w+ into (?:force|effect|operation)|"
    r"\bin force\b|\bbecame|\bbecomes|\bacceptance|\bratif|\bsignature|\bmembership|\bjoin|\bacce"
)
PARTICIPANT = re.compile(
    rf"\b(?:for|in respect of|with respect to|as regards|with regard to|upon|on|against|to)"
    rf"(?: (?:that|such|the said|the|each|a|any))?(?: \w+)?? (?:{WHO})\b|"
    rf"\b(?:for|in respect of|with respect to|as regards|on|against) it\b|\bits (?:acceptance|"
    rf"ratification|"
    rf"accession|membership)|\b(?:it|{WHO}) (?:has |have )?(?:became|becomes|become)"
)
WINDOW = re.compile(
    rf"\bwithin the (?P<len>year|\w+ months?|{NUMBER} months?) following the (?:expiration|expiry|"
    rf"end|termination) "
    rf"of (?:the|a|each) (?:\w+ )?(?:period|term) of (?P<every>{NUMBER}) years?"
)
SUNSET = re.compile(
    rf"\b(?:continue|remain|apply|bound|obligations?|force|effect)\b[^;]{{0,200}}?\bfor (?:a |the "
    rf")?(?:further )?"
    rf"(?:period of )?(?P<n>{NUMBER}) (?P<u>year|month)s?\b"
)
TO = re.compile(
    r"\b(?:addressed|given|communicated|notified|notification|notice|notifying|deposit\w*|"
    r"instrument|act|"
    r"informing|writing|declaration|denunciation)\b[^;]{0,60}?\b(?:to|with)(?: both)? "
    r"(?P<who>(?:the )?(?:depositary|depository|secretary|director|government|swiss|ministry|"
    r"bureau|"
    r"general|chairman|executive|all |other|council|international|united|commission|organization|"
    r"each of|high|contracting|registrar|president|minister)[^,;]*(?:, to [^,;]*)*)"
)
WHO_CUT = re.compile(
    r"\b(?:who|which|that|at|not|three|two|six|twelve|one|in advance|of (?:its|such|their)|any|"
    r"and shall|within|for|specif\w+|"
    r"stating|before|after|on|upon|such|in which|whereupon|hereinafter|with|by|a[ct]ting|shall|in|"
    r"from|of the notification)\b.*"
)
CONFLICT = re.compile(r"\b(?:armed conflict|at war|belligeren\w+|war\b)")
EVENTS = re.compile(r"\bextraordinary events\b")
REASONS = re.compile(r"\bstatement of the extraordinary|\bexplanation of the reasons|\breasons\b")
ADVANCE = re.compile(
    rf"\b(?P<n>{NUMBER}|a) (?P<u>day|month|year)s?(?: 's?)? (?:in advance|(?:prior |previous |"
    rf"advance |written )*"
    rf"notice|before|prior|beforehand)"
)
BY_YEAR = re.compile(
    r"\b(?:on|from|with effect from|after|as from) (?P<on>[^;]{3,30}?)(?: ,)? (?:of|in) any "
    r"(?:calendar )?year"
    r"(?P<including> including[^;]{0,40}?)?\b[^;]*?\b(?:on or before|before|not later than|by) "
    r"(?P<by>[^;]{3,40}?)(?: ,)? "
    r"(?:of|in) the (?P<which>same|preceding|previous|said|that) year"
    r"|\bbefore (?P<by2>[^,;]{3,20}?) (?:of|in) any year\b[^;]*?\b(?:after|on|from) "
    r"(?P<on2>[^,;]{3,20}?) (?:following|next)"
)


SPEAKS = re.compile(
    rf"\b(?:denounc\w+|denunciation)\b|\bwithdraw\w* from (?:this|the|the present) (?:{NOUN})\b"
)
"""What speaks of leaving, whether a rule can be read from it or not."""
TERM = re.compile(
    rf"\bsuccessive periods of (?P<renewed>{NUMBER}) years?\b[^;]*\bdenounced\b[^;]{{0,60}}?\b"
    rf"(?P<notice>{NUMBER}) months? before\b"
)
FIRST_TERM = re.compile(rf"\bperiod of (?P<n>{NUMBER}) years?\b")
