"""Tables and marked elements of an official HTML page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inforce.documents.bounds import check
from inforce.documents.limits import DEFAULT_LIMITS
from inforce.official.errors import OfficialError

if TYPE_CHECKING:
    from resiliparse.parse.html import ElementNode, HTMLTree, Node


@dataclass(frozen=True, slots=True)
class Markup:
    """An HTML page, parsed; nothing in it is run.

    The parsed tree is kept beside its nodes, which do not outlive it.
    """

    tree: HTMLTree

    @classmethod
    def parse(cls, source: str, name: str) -> Markup:
        """The page; raises DocumentError or OfficialError for one that cannot be parsed."""
        from resiliparse.parse.html import HTMLParserException, HTMLTree

        check(source, name, DEFAULT_LIMITS)
        try:
            return cls(HTMLTree.parse(source))
        except HTMLParserException as error:
            raise OfficialError(f"{name}: not HTML that can be read ({error})") from None

    def all(self, selector: str) -> list[ElementNode]:
        """Every element that a CSS selector finds, in order."""
        document = self.tree.document
        return [] if document is None else list(document.query_selector_all(selector))

    def first(self, selector: str) -> ElementNode | None:
        """The first element that a CSS selector finds."""
        document = self.tree.document
        return None if document is None else document.query_selector(selector)

    def inside(self, selector: str) -> str:
        """The markup inside the first element that a selector finds; empty where there is none."""
        found = self.first(selector)
        return inside(found) if found is not None else ""


def inside(node: Node) -> str:
    """The markup inside an element."""
    html = node.html
    start, end = html.find(">") + 1, html.rfind("</")
    return html[start:end] if end >= start else ""


def rows_of(table: ElementNode) -> list[tuple[str, ...]]:
    """The markup of the cells of each row of a table, those of tables within it left out."""
    rows = []
    for row in table.query_selector_all("tr"):
        if _table_of(row) != table:
            continue
        cells = [cell for cell in row.child_nodes if cell.tag in ("td", "th")]
        rows.append(tuple(inside(cell) for cell in cells))
    return rows


def _table_of(row: ElementNode) -> ElementNode | None:
    parent = row.parent_element
    while parent is not None and parent.tag != "table":
        parent = parent.parent_element
    return parent
