"""Every text of the pages stands in the catalogue of texts, and none there is unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import inforce.web
from inforce.law import DeadlineState, EffectState
from inforce.web.render import environment
from inforce.web.texts import TextError, texts

FOLDER = Path(inforce.web.__file__).parent
TEMPLATES = sorted((FOLDER / "templates").glob("*.html"))
BUILT = {
    "state.": [one.value for one in EffectState],
    "deadline.": [one.value for one in DeadlineState],
    "rules.": ["none", "unread"],
    "asof.": ["on", "on_empty", "known_on", "known_on_empty", "recorded_on", "recorded_on_empty"],
    "check.": ["how_sentence", "how_rung", "how_days", "how_unknown"],
    "check.events_": ["event", "record", "told_by", "independent", "statements"],
    "count.": ["in_force", "deposited"],
    "map.": ["party", "party_exit_running", "contracting", "signatory", "former_party", "open",
             "none"],
    "group.": ["all", "most", "none", "all_days", "most_days", "none_days"],
    "event.": ["followed", "agrees", "differs"],
}  # fmt: skip
"""What templates put together from a part and a value."""


def used() -> set[str]:
    files = [*TEMPLATES, *FOLDER.rglob("*.py")]
    text = "\n".join(one.read_text(encoding="utf-8") for one in files)
    named = set(re.findall(r"""["']([a-z]+\.[a-z_]+)["']""", text))
    return named | {part + one for part, values in BUILT.items() for one in values}


def test_every_key_used_is_there_and_every_one_there_is_used() -> None:
    keys = texts().keys
    templates = "\n".join(one.read_text(encoding="utf-8") for one in TEMPLATES)
    named = set(re.findall(r"""\bt\(["']([a-z]+\.[a-z_]+)["']""", templates))
    built = {part + one for part, values in BUILT.items() for one in values}
    assert {one for one in named | built if not one.endswith("_")} - keys == set()
    assert keys - used() == set()


def test_an_unknown_key_is_a_fault() -> None:
    with pytest.raises(TextError, match=r"the texts of en have no 'no\.such'"):
        texts()("no.such")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_has_no_text_of_its_own(template: Path) -> None:
    source = re.sub(r"\{[{%#].*?[%#}]\}", " ", template.read_text(encoding="utf-8"), flags=re.S)
    words = re.sub(r"<[^>]*>", " ", source)
    own = {"JSON", "CSV", "Parquet", "PROV-O"}
    assert set(re.findall(r"[A-Za-z]{3,}[\w-]*", words)) <= own
    environment().get_template(template.name)
