"""YAML to nodes: every scalar stays text, no key stands twice, nothing refers elsewhere.

Only the safe loader is used: no tag makes anything but texts, lists and mappings.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from inforce.catalogue.faults import Faults
from inforce.catalogue.nodes import Node, cut_short, decoded, lines_of, undecodable

_NULL = "tag:yaml.org,2002:null"
_DEEPEST = 100
_LEAD = re.compile(r"^[ ?:-]*", re.MULTILINE)


# libyaml's parser is about eight times as fast, where PyYAML was built with it.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(raw: bytes, *, shown: str, faults: Faults) -> Node | None:
    """The root of a YAML file, or None where it cannot be read; ``shown`` names it in faults."""
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        faults.add(shown, *undecodable(raw, error))
        return None
    try:
        if (deep := _too_deep(text)) is not None:
            words = f"found values nested more than {_DEEPEST} deep, expected fewer"
            faults.add(shown, deep, words)
            return None
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        faults.add(shown, _line(error, lines_of(raw)), _words(error))
        return None
    if (cut := cut_short(raw)) is not None:
        faults.add(shown, *cut)
    if root is None:
        faults.add(shown, 1, "found an empty file, expected a mapping")
        return None
    return _Walk(shown, faults).node(root)


def _too_deep(text: str) -> int | None:
    """The line on which values nest too deeply: libyaml's composer would end the process there.

    Its parser, which only tells events, knows no such limit. It is asked where brackets or the
    beginnings of lines leave so many levels possible.
    """
    leads = max((len(lead) for lead in _LEAD.findall(text)), default=0)
    if text.count("[") + text.count("{") + leads <= _DEEPEST:
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            return event.start_mark.line + 1 if event.start_mark else 1
    return None


def _line(error: yaml.YAMLError, last: int) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return min(mark.line + 1, last) if mark is not None else last


def _words(error: yaml.YAMLError) -> str:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    context = getattr(error, "context", None)
    found = f"{context}: {problem}" if context else str(problem)
    return f"not YAML; {found}" + ("" if "expected" in found else ", expected well-formed YAML")


class _Walk:
    """From the parser's nodes to ours, each visited once."""

    def __init__(self, shown: str, faults: Faults) -> None:
        self._shown, self._faults = shown, faults
        self._seen: set[int] = set()

    def node(self, node: yaml.Node) -> Node:
        line = node.start_mark.line + 1
        end = node.end_mark.line + (1 if node.end_mark.column or node.end_mark.line < line else 0)
        if id(node) in self._seen:
            # An alias: a file says everything where it stands.
            words = "found an alias of what stands here, expected the value itself in both places"
            self._faults.add(self._shown, line, words)
            return Node(None, line, end)
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return Node([self.node(item) for item in node.value], line, end)
        if isinstance(node, yaml.MappingNode):
            return Node(self._mapping(node), line, end)
        return Node(None if node.tag == _NULL else str(node.value), line, end)

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                words = "found a list or mapping as a key, expected a word"
                self._faults.add(self._shown, line, words)
                continue
            key = str(key_node.value)
            if key in entries:
                words = f"found {key} twice (first on line {entries[key].line}), expected it once"
                self._faults.add(self._shown, line, words)
                continue
            value = self.node(value_node)
            # A value's faults are named by the line of its key, where a reader looks for it.
            entries[key] = Node(value.value, line, value.end)
        return entries
