"""The League of Nations' list in front of a table."""

from __future__ import annotations

from pathlib import Path

from inforce.catalogue import Catalogue
from inforce.official.mtdsg_xml import read_mtdsg

_LIST = b"""<LON><Table><Title>Ratifications</Title><Ratification>
<State.no.link>Thailand</State.no.link>
<Ratification.date>&lt;right&gt;(June 9th, 1932)&lt;/right&gt;</Ratification.date>
<State.no.link>Iraq&lt;superscript&gt;2&lt;/superscript&gt;</State.no.link>
<Ratification.date>&lt;right&gt; (February 3rd, 1931 a)&lt;/right&gt;</Ratification.date>
<Territories>Burma</Territories>
<Ratification.date>&lt;right&gt;(May 2nd, 1933)&lt;/right&gt;</Ratification.date>
<State.no.link>British Empire</State.no.link>
<Ratification.date>&lt;right&gt;(June 9th, 1932)&lt;/right&gt;</Ratification.date>
<State.no.link>Norway</State.no.link>
<Ratification.date>&lt;right&gt;(May?th, 1932)&lt;/right&gt;</Ratification.date>
</Ratification></Table>
<Table><Title>Signatures</Title><Signature><State.no.link>Brazil</State.no.link></Signature></Table>
</LON><Footer>"""


def test_its_acts_are_read_and_what_is_left_out_is_named(
    examples: Path, catalogue: Catalogue
) -> None:
    raw = (examples / "without_table.en.xml").read_bytes().replace(b"<Footer>", _LIST)
    told = read_mtdsg(raw, name="x.xml", catalogue=catalogue)
    acts = [
        (s.claim.participant, s.claim.act, str(s.claim.date) if s.claim.date else None)
        for s in told.acts
        if s.claim.participant
    ]
    assert acts == [
        ("THA", "ratification", "1932-06-09"),
        ("IRQ", "accession", "1931-02-03"),
        ("BRA", "signature", None),
    ]
    assert told.has_list is False
    assert [words.split(" of the list")[0] for words in told.differences] == [
        "British Empire",
        "Norway",
    ]
