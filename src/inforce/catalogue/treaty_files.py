"""Treaty files to treaties: one treaty a file, or a list under ``treaties``."""

from __future__ import annotations

from inforce.catalogue.faults import Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.layers import DataFile
from inforce.catalogue.model import Treaty
from inforce.catalogue.row_files import Row
from inforce.catalogue.rule_files import read_rules
from inforce.catalogue.yaml_files import read_yaml


def read_treaties(file: DataFile, raw: bytes, faults: Faults) -> list[Row[Treaty]]:
    """The treaties of a file, each with the line on which it begins."""
    root = read_yaml(raw, shown=file.shown, faults=faults)
    if root is None:
        return []
    fields = Fields(root, "", shown=file.shown, faults=faults)
    if not fields.has("treaties"):
        return [Row(_whole_file(fields, file), file.shown, fields.line)]
    found = []
    for inner in fields.mappings("treaties", required=True):
        found.append(Row(_treaty(inner), file.shown, inner.line))
    fields.done()
    return found


def _whole_file(fields: Fields, file: DataFile) -> Treaty:
    treaty = _treaty(fields)
    if treaty.id and treaty.id != file.stem:
        words = f"found {treaty.id!r}, expected the file's name {file.stem!r}"
        fields.fault(fields.line_of("id"), words, key="id")
    return treaty


def _treaty(fields: Fields) -> Treaty:
    rules = fields.mapping("rules", required=False)
    whole = rules is not None
    treaty = Treaty(
        id=fields.parsed("id", _id, required=True, expected="an id in lower case") or "",
        title=fields.text("title"),
        short_name=fields.text("short_name"),
        number=fields.text("number", required=False),
        aliases=fields.pairs("aliases", required=True),
        depositary=fields.text("depositary", required=whole),
        depositary_source=fields.text("depositary_source", required=whole),
        adopted=fields.partial("adopted", required=False),
        opened=fields.partial("opened", required=False),
        in_force=fields.day("in_force", required=False),
        rules=read_rules(rules) if rules is not None else None,
        complete_until=fields.day("complete_until", required=False),
        complete_words=fields.text("complete_words", required=fields.has("complete_until")),
        words=fields.text("words", required=False),
        sources=fields.texts("sources", required=whole),
        ended=fields.day("ended", required=False),
    )
    fields.done()
    return treaty


def _id(text: str) -> str:
    if not text or text != text.lower() or not text.replace("-", "").isalnum():
        raise ValueError(text)
    return text
