"""A crawl of made-up news pages with a known truth: one in a hundred tells of a treaty action."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.html import _SENTENCES as ENGLISH
from bench.html import page

ONE_IN = 100
HARD_ONE_IN = 25
"""Of how many other pages one uses words of treaties for something else."""
# Who left, by language: the subject as a sentence needs it, and the catalogue's id.
_WHO = {
    "en": ("Lithuania", "Latvia"),
    "de": ("Litauen", "Lettland"),
    "fr": ("La Lituanie", "La Lettonie"),
    "es": ("Lituania", "Letonia"),
    "it": ("La Lituania", "La Lettonia"),
    "lt": ("Lietuva", "Latvija"),
    "pl": ("Litwa", "Łotwa"),
    "et": ("Leedu", "Läti"),
    "no": ("Litauen", "Latvia"),
    "ru": ("Литва", "Латвия"),
    "uk": ("Литва", "Латвія"),
}
_IDS = ("LTU", "LVA")
_TOLD = {
    "en": "{who} notified its withdrawal from the Ottawa Convention on {day} June 2025.",
    "de": "{who} hat am {day}. Juni 2025 seinen Austritt aus der Ottawa-Konvention notifiziert.",
    "fr": "{who} a notifié son retrait de la convention d'Ottawa le {day} juin 2025.",
    "es": "{who} notificó su retirada de la Convención de Ottawa el {day} de junio de 2025.",
    "it": "{who} ha notificato il ritiro dalla convenzione di Ottawa il {day} giugno 2025.",
    "lt": "{who} 2025 m. birželio {day} d. pranešė apie pasitraukimą iš Otavos konvencijos.",
    "pl": "{who} {day} czerwca 2025 r. notyfikowała wypowiedzenie konwencji ottawskiej.",
    "et": "{who} teatas {day}. juunil 2025 Ottawa konventsioonist lahkumisest.",
    "no": "{who} varslet {day}. juni 2025 sin utmelding fra Ottawa-konvensjonen.",
    "ru": "{who} {day} июня 2025 года уведомила о выходе из Оттавской конвенции.",
    "uk": "{who} {day} червня 2025 року повідомила про вихід з Оттавської конвенції.",
}
_FILL = {
    "de": (
        "Der Stadtrat hat am Dienstag über die neue Brücke am Fluss beraten.",
        "Im Norden wird es bis Freitag regnen, danach soll die Sonne scheinen.",
        "Die Mieten sind im letzten Quartal wieder etwas gestiegen, sagt das Amt.",
    ),
    "fr": (
        "Le conseil municipal a parlé mardi du nouveau pont sur la rivière.",
        "Il pleuvra dans le nord jusqu'à vendredi, puis le soleil reviendra.",
        "Les loyers ont encore un peu augmenté au dernier trimestre, dit l'institut.",
    ),
    "es": (
        "El ayuntamiento habló el martes del nuevo puente sobre el río.",
        "Lloverá en el norte hasta el viernes y después volverá el sol.",
        "Los alquileres subieron otra vez un poco en el último trimestre.",
    ),
    "it": (
        "Il consiglio comunale ha parlato martedì del nuovo ponte sul fiume.",
        "Nel nord pioverà fino a venerdì, poi tornerà il sole.",
        "Gli affitti sono saliti ancora un poco nell'ultimo trimestre.",
    ),
    "lt": (
        "Miesto taryba antradienį kalbėjo apie naują tiltą per upę.",
        "Šiaurėje iki penktadienio lis, paskui vėl švies saulė.",
        "Nuoma per paskutinį ketvirtį vėl šiek tiek pabrango, sako tarnyba.",
    ),
    "pl": (
        "Rada miasta rozmawiała we wtorek o nowym moście nad rzeką.",
        "Na północy będzie padać do piątku, potem wróci słońce.",
        "Czynsze w ostatnim kwartale znowu trochę wzrosły, mówi urząd.",
    ),
    "et": (
        "Linnavolikogu arutas teisipäeval uut silda üle jõe.",
        "Põhjas sajab vihma reedeni, siis tuleb päike jälle välja.",
        "Üürid tõusid viimases kvartalis jälle veidi, ütleb amet.",
    ),
    "no": (
        "Bystyret snakket tirsdag om den nye broen over elven.",
        "Det vil regne i nord til fredag, og så kommer solen igjen.",
        "Husleiene steg igjen litt i siste kvartal, sier etaten.",
    ),
    "ru": (
        "Городской совет во вторник говорил о новом мосте через реку.",
        "На севере до пятницы будет дождь, потом снова выйдет солнце.",
        "Аренда за последний квартал снова немного выросла, говорят в ведомстве.",
    ),
    "uk": (
        "Міська рада у вівторок говорила про новий міст через річку.",
        "На півночі до п'ятниці буде дощ, потім знову вийде сонце.",
        "Оренда за останній квартал знову трохи зросла, кажуть у відомстві.",
    ),
}
_HARD = (
    "The dentists' yearly meeting fills the Convention Centre until Sunday.",
    "By using this site you accept our User Agreement and the rules for comments.",
    "The two clubs have reached an agreement on the transfer, the charter flight is booked.",
    "A treaty of peace between the two bakeries: they will share the square.",
)


@dataclass(frozen=True, slots=True)
class Truth:
    """What a page tells: nothing but the withdrawal of one participant on one day."""

    number: int
    language: str
    participant: str
    date: str


def fill(language: str) -> tuple[str, ...]:
    """Sentences of general news in a language."""
    return ENGLISH if language == "en" else _FILL[language]


def made_page(number: int) -> tuple[bytes, Truth | None]:
    """The page of that number, always the same, and what it tells."""
    random = Random(number)
    language = random.choice(tuple(_TOLD) if number % 2 else ("en",))
    sentences = fill(language)
    paragraphs = [" ".join(random.choices(sentences, k=4)) for _ in range(8)]
    truth = None
    if number % ONE_IN == ONE_IN // 2:
        who, day = random.randrange(2), random.randint(10, 28)
        told = _TOLD[language].format(who=_WHO[language][who], day=day)
        paragraphs[random.randrange(3)] = f"{told} {paragraphs[0]}"
        truth = Truth(number, language, _IDS[who], f"2025-06-{day}")
    elif number % HARD_ONE_IN == 1:
        paragraphs[3] = random.choice(_HARD)
    title = f"{sentences[number % len(sentences)][:40]} ({number})"
    made = page(title, paragraphs).replace(b'lang="en"', f'lang="{language}"'.encode())
    # Ids and addresses of pictures, which are what a page holds most of that does not repeat.
    noise = "".join(f'<img src="/i/{random.randbytes(12).hex()}.jpg">' for _ in range(160))
    return made.replace(b"<footer>", noise.encode() + b"<footer>"), truth


def record(body: bytes, number: int) -> bytes:
    """A page as a gzip member of a WARC file."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        "WARC-Date: 2025-06-30T10:00:00Z\r\n"
        f"WARC-Target-URI: https://news-{number % 50}.example.org/{number}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 6, mtime=0)


def write_crawl(folder: Path, *, shards: int, pages: int) -> list[Truth]:
    """So many shards of so many pages each, unless they are there; what they tell."""
    folder.mkdir(parents=True, exist_ok=True)
    known = folder / f".truth-{shards}-{pages}.json"
    if known.is_file():
        return [Truth(**one) for one in json.loads(known.read_text(encoding="utf-8"))]
    truths: list[Truth] = []
    for shard in range(shards):
        with (folder / f"news-{shard:03}.warc.gz").open("wb") as file:
            for number in range(shard * pages, (shard + 1) * pages):
                body, truth = made_page(number)
                file.write(record(body, number))
                truths += [truth] if truth else []
    told = [{name: getattr(one, name) for name in Truth.__slots__} for one in truths]
    known.write_text(json.dumps(told), encoding="utf-8")
    return truths
