from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue.faults import Faults
from inforce.catalogue.nodes import Node
from inforce.catalogue.yaml_files import read_yaml


def _read(text: str) -> tuple[Node | None, list[str]]:
    faults = Faults()
    node = read_yaml(text.encode(), shown="x.yaml", faults=faults)
    return node, [str(fault) for fault in faults.sorted()]


def test_scalars_stay_text() -> None:
    node, faults = _read("day: 2025-06-27\narticle: 20\nstate: NO\nnone: ~\nempty: ''\n")
    assert faults == []
    assert node is not None
    assert isinstance(node.value, dict)
    values = {key: inner.value for key, inner in node.value.items()}
    assert values == {
        "day": "2025-06-27",
        "article": "20",
        "state": "NO",
        "none": None,
        "empty": "",
    }


def test_a_value_stands_on_the_line_of_its_key() -> None:
    node, _ = _read("a:\n  b: >-\n    long\n    words\nc: 1\n")
    assert node is not None
    assert isinstance(node.value, dict)
    assert [(key, inner.line) for key, inner in node.value.items()] == [("a", 1), ("c", 5)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\na: 2\n", "x.yaml line 2: found a twice (first on line 1), expected it once"),
        ("? [a]\n: 1\n", "x.yaml line 1: found a list or mapping as a key, expected a word"),
        ("a: &x [*x]\n", "found an alias of what stands here, expected the value itself"),
        ("a: 1", "x.yaml line 1: the file ends in the middle of this line"),
        ("a: [1\n", "x.yaml line 1: not YAML; "),
        ("a: 1\n\tb: 2\n", "x.yaml line 2: not YAML; "),
        ("", "x.yaml line 1: found an empty file, expected a mapping"),
        ("a: 1\n---\nb: 2\n", "not YAML; expected a single document in the stream"),
    ],
)
def test_faults_name_their_line(text: str, words: str) -> None:
    assert words in "\n".join(_read(text)[1])


def test_nested_aliases_do_not_grow() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    _, faults = _read(f"l0: &l0 [x]\n{levels}")
    assert faults


@given(st.binary(max_size=200))
def test_no_bytes_raise(raw: bytes) -> None:
    faults = Faults()
    node = read_yaml(raw, shown="x.yaml", faults=faults)
    assert node is not None or faults.found
