"""HTML in, statements out, against trafilatura's extraction of the text alone."""

from __future__ import annotations

from html import escape
from pathlib import Path
from random import Random

from bench.measure import Ratio, best
from inforce.api import View
from inforce.documents import load
from inforce.reading import read

AIM = 3.0
_REPORTS = Path(__file__).resolve().parents[1] / "examples" / "reports"
_PAGES = 60
_TREATY_EVERY = 20
_SENTENCES = (
    "The town council met on Tuesday to talk about the new bridge over the river.",
    "Its cost has risen to 41 million euros, a fifth more than was planned two years ago.",
    "“We have to finish what we began,” the mayor told reporters after the meeting.",
    "Rain is expected in the north until Friday, with up to 30 millimetres in some valleys.",
    "The home side won 3 to 1 after a slow first half and now stands fourth in the table.",
    "A museum of clocks will open its doors in March, in what used to be a railway station.",
    "Prices of flats fell by two per cent in the last quarter, the statistics office said.",
    "Doctors advise everybody over sixty to be vaccinated before the end of November.",
    "The film, shot in eleven weeks with a small crew, was praised for its silence.",
    "Farmers say that the dry spring has cost them a third of the barley.",
    "Parliament will debate the budget for schools next week, the speaker announced.",
    "Police closed the ring road for four hours after a lorry had lost its load of timber.",
    "The company wants to hire 250 people, most of them in the plant outside the city.",
    "A school class from the suburbs has counted the swifts that nest under its roof.",
)
_LINK = '<li class="item"><a href="/section/{0}" data-track="menu-{0}">Section number {0}</a></li>'
_CARD = (
    '<div class="card card--story" data-id="{0}"><div class="card__media"><a class="card__link" '
    'href="/story/{0}"><picture><source srcset="/img/{0}.webp 1x, /img/{0}-large.webp 2x">'
    '<img src="/img/{0}.jpg" alt="Picture {0}" loading="lazy"></picture></a></div>'
    '<div class="card__body"><h3 class="card__title"><a href="/story/{0}"><span>Another story of '
    'the day, number {0}</span></a></h3><div class="card__meta"><span>World</span>'
    '<time datetime="2025-06-28T12:00">12:00</time></div></div></div>'
)


def page(title: str, paragraphs: list[str]) -> bytes:
    """An article as the page of a news site: its head, menu, cards of other stories and foot."""
    text = "".join(f'<p class="text">{escape(part)}</p>\n' for part in paragraphs)
    script = "<script>window.data = " + "{'a': [1, 2, 3]};" * 100 + "</script>"
    menu, foot = ("".join(map(_LINK.format, range(n, n + 40))) for n in (0, 40))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)} | The Bulletin</title>"
        '<meta property="og:site_name" content="The Bulletin">'
        '<meta property="article:published_time" content="2025-06-28T10:00:00+03:00">'
        f"{script}<style>{'.a {color: red} ' * 200}</style></head><body>"
        f'<header><nav><ul class="menu">{menu}</ul></nav></header><main><div><div>'
        f'<article class="story"><h1>{escape(title)}</h1>{text}</article></div></div></main>'
        f'<aside class="related">{"".join(map(_CARD.format, range(50)))}</aside>'
        f"<footer><ul>{foot}</ul><p>© The Bulletin</p></footer>{script}</body></html>"
    ).encode()


def pages() -> list[bytes]:
    """General news, of which one page in twenty is one of the example reports."""
    random = Random(1)
    reports = [path.read_text(encoding="utf-8") for path in sorted(_REPORTS.glob("*.txt"))]
    made = []
    for number in range(_PAGES):
        if number % _TREATY_EVERY == 0:
            title, _, body = reports[number // _TREATY_EVERY].partition("\n")
            made.append(page(title, [part for part in body.split("\n\n") if part.strip()]))
        else:
            paragraphs = [" ".join(random.sample(_SENTENCES, 4)) for _ in range(10)]
            made.append(page(f"News of the day, edition {number}", paragraphs))
    return made


def measure() -> Ratio:
    """The pages in bytes: each loaded and read whole, each only extracted."""
    import trafilatura

    catalogue = View.open().catalogue
    given = pages()

    def ours() -> int:
        return sum(len(read(load(data, name="page"), catalogue).statements) for data in given)

    def baseline() -> int:
        return sum(len(trafilatura.extract(data) or "") for data in given)

    if not ours() or not baseline():
        raise AssertionError("nothing was read, or nothing extracted")
    mine, base = best(ours, baseline, rounds=5)
    value = base / mine
    return Ratio(
        "trafilatura's extraction / HTML in, statements out",
        mine,
        base,
        value,
        f"at least {AIM:.0f}",
        value >= AIM,
        f"times as fast on {len(given)} pages of about {len(given[1]) / 1000:.0f} kB, one in "
        f"{_TREATY_EVERY} about a treaty",
    )
