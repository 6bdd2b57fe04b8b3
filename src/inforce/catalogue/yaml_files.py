"""YAML to nodes: every scalar stays text, no key stands twice, nothing refers elsewhere."""

from __future__ import annotations

from typing import Any

import yaml

from inforce.catalogue.faults import Faults
from inforce.catalogue.nodes import Node, cut_short, decoded, lines_of, undecodable

_NULL = "tag:yaml.org,2002:null"


class _Loader(yaml.SafeLoader):
    """The safe loader without aliases: a file says everything where it stands."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            event: Any = self.get_event()  # type: ignore[no-untyped-call]
            raise yaml.MarkedYAMLError(
                problem=f"found the alias *{event.anchor}, expected the value itself",
                problem_mark=event.start_mark,
            )
        return super().compose_node(parent, index)


def read_yaml(raw: bytes, *, shown: str, faults: Faults) -> Node | None:
    """The root of a YAML file, or None where it cannot be read; ``shown`` names it in faults."""
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        faults.add(shown, *undecodable(raw, error))
        return None
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        faults.add(shown, _line(error, lines_of(raw)), _words(error))
        return None
    if (cut := cut_short(raw)) is not None:
        faults.add(shown, *cut)
    if root is None:
        faults.add(shown, 1, "found an empty file, expected a mapping")
        return None
    return _node(root, shown, faults)


def _line(error: yaml.YAMLError, last: int) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return min(mark.line + 1, last) if mark is not None else last


def _words(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    context = getattr(error, "context", None)
    found = f"{context}: {problem}" if context else str(problem)
    return f"not YAML; {found}" + ("" if "expected" in found else ", expected well-formed YAML")


def _node(node: yaml.Node, shown: str, faults: Faults) -> Node:
    line = node.start_mark.line + 1
    end = node.end_mark.line + (1 if node.end_mark.column or node.end_mark.line < line else 0)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(item, shown, faults) for item in node.value], line, end)
    if isinstance(node, yaml.MappingNode):
        return Node(_mapping(node, shown, faults), line, end)
    return Node(None if node.tag == _NULL else str(node.value), line, end)


def _mapping(node: yaml.MappingNode, shown: str, faults: Faults) -> dict[str, Node]:
    entries: dict[str, Node] = {}
    first: dict[str, int] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            faults.add(shown, line, "found a list or mapping as a key, expected a word")
            continue
        key = str(key_node.value)
        if key in entries:
            faults.add(
                shown, line, f"found {key} twice (first on line {first[key]}), expected it once"
            )
            continue
        first[key] = line
        value = _node(value_node, shown, faults)
        # A value's faults are named by the line of its key, where a reader looks for it.
        entries[key] = Node(value.value, line, value.end)
    return entries
