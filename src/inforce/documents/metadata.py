"""What an HTML page says of itself in its head: when and where it was published, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from inforce.dates import DateError, PartialDate
from inforce.documents.limits import Limits
from inforce.documents.normalise import normalise
from inforce.documents.page import Metadata

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

# The names under which pages publish their date, the best-kept vocabularies first: schema.org,
# Open Graph, Dublin Core, Google Scholar's citation tags, then those of publishing systems.
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date",
    "citation_publication_date", "citation_online_date", "parsely-pub-date", "sailthru.date",
    "publish-date", "publish_date", "publishdate", "publication_date", "pubdate", "date",
)  # fmt: skip
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_TITLE_NAMES = ("og:title", "dc.title", "citation_title")
_JSON_LD_TYPE = "application/ld+json"
# The parser writes a page anew with every attribute in double quotes and escaped, so these hold.
# Its collections of elements look every item up anew (2 ms each on a page of a thousand tags).
_META = re.compile(r'<meta(?:\s++[^\s="<>]{1,200}+(?:="[^"]*+")?+){0,30}+\s*+/?>')
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_JSON_LD = re.compile(
    r'<script[^<>]{0,500}?\stype="application/ld\+json"[^<>]{0,500}+>(.*?)</script>', re.DOTALL
)
_ISO = re.compile(r"\s*(\d{4})-?(\d{2})(?:-?(\d{2}))?(?=$|[T\s])")
_ARTICLE = re.compile(r"(?:Article|Report|BlogPosting|WebPage|PressRelease)$")
_ADDRESS = re.compile(r"https?://[^\s<>\"']{1,2000}$")
_MAX_VALUES = 10_000
_MAX_TITLE = 500


def read_metadata(tree: HTMLTree, limits: Limits) -> Metadata:
    """The page's own account of itself; a date that does not exist is noted and not used."""
    head = tree.head.html if tree.head is not None else ""
    named = _named(head)
    notes: list[str] = []
    article = _structured(_scripts(tree, head), limits)
    published = None
    for text in _date_texts(tree, named, article):
        published = read_day(text, notes)
        if published is not None:
            break
    address = _attribute(tree, 'link[rel="canonical"]', "href") or named.get("og:url")
    return Metadata(
        published=published,
        title=_first(named, _TITLE_NAMES) or _short(tree.title),
        outlet=_first(named, _OUTLET_NAMES) or _publisher(article),
        address=address if address and _ADDRESS.match(address) else None,
        language=_language(_attribute(tree, "html", "lang") or named.get("og:locale")),
        notes=tuple(dict.fromkeys(notes)),
    )


def _named(head: str) -> dict[str, str]:
    """The first value of each meta element, by its lower-case name, property or itemprop."""
    values: dict[str, str] = {}
    for tag in _META.findall(head):
        given = dict(_ATTRIBUTE.findall(tag))
        for key in ("property", "name", "itemprop"):
            name = unescape(given.get(key, "")).strip().lower()
            if name and (value := _short(unescape(given.get("content", "")))):
                values.setdefault(name, value)
    return values


def _date_texts(tree: HTMLTree, named: dict[str, str], article: dict[str, object]) -> Iterator[str]:
    """The values that may be the publication date, the most telling first."""
    stated = article.get("datePublished") or article.get("dateCreated")
    if isinstance(stated, str):
        yield stated
    yield from (named[name] for name in _DATE_NAMES if named.get(name))
    for selector in ("time[itemprop=datePublished]", "time[pubdate]", "header time", "time"):
        value = _attribute(tree, f"{selector}[datetime]", "datetime")
        if value:
            yield value
            return


def read_day(text: str, notes: list[str]) -> PartialDate | None:
    """The day as the page writes it, in its own time zone; other forms than ISO 8601 are not read.

    The time zone is the outlet's, and so are the weekdays of its text.
    """
    match = _ISO.match(text)
    if match is None:
        return None
    try:
        return PartialDate.parse("-".join(part for part in match.groups() if part))
    except DateError as error:
        notes.append(f"the page's date of publication is not used: {error}")
        return None


def _structured(scripts: Iterator[str], limits: Limits) -> dict[str, object]:
    """The article that the page describes in JSON-LD; empty when there is none."""
    found: dict[str, object] = {}
    for text in scripts:
        if len(text) > limits.max_json:
            continue
        try:
            values = list(_objects(json.loads(text)))
        except (ValueError, RecursionError):
            continue
        for value in values:
            if "datePublished" in value and (not found or _is_article(value)):
                if found and _is_article(found):
                    return found
                found = value
    return found


def _scripts(tree: HTMLTree, head: str) -> Iterator[str]:
    """The JSON-LD of the head, and the first of the body."""
    yield from _JSON_LD.findall(head)
    script = tree.body.query_selector(f'script[type="{_JSON_LD_TYPE}"]') if tree.body else None
    if script is not None:
        yield script.text or ""


def _objects(value: object) -> Iterator[dict[str, object]]:
    """The objects of a JSON value, the outer ones first."""
    queue = [value]
    for index in range(_MAX_VALUES):
        if index >= len(queue):
            return
        item = queue[index]
        if isinstance(item, dict):
            yield item
            queue.extend(v for v in item.values() if isinstance(v, (dict, list)))
        elif isinstance(item, list):
            queue.extend(v for v in item if isinstance(v, (dict, list)))


def _is_article(value: dict[str, object]) -> bool:
    kind = value.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds)


def _publisher(article: dict[str, object]) -> str | None:
    publisher = article.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return _short(name) if isinstance(name, str) else None


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if named.get(name)), None)


def _attribute(tree: HTMLTree, selector: str, name: str) -> str | None:
    node = tree.document.query_selector(selector) if tree.document is not None else None
    return node.getattr(name) if node is not None else None


def _language(value: str | None) -> str | None:
    match = re.match(r"\s*([a-zA-Z]{2})(?![a-zA-Z])", value or "")
    return match[1].lower() if match else None


def _short(text: str | None) -> str | None:
    clean = " ".join(normalise(text or "").split())[:_MAX_TITLE]
    return clean or None
